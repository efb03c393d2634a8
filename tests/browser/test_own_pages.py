"""A planner's forty sites, in a spreadsheet read off a map service, on every page that counts."""

from pathlib import Path

import numpy as np
import pytest
from openpyxl import Workbook
from playwright.sync_api import Page, expect

from geo import store
from geo.belts import belt_profiles, corridors
from geo.crs import from_stored
from geo.siting.own_rows import OwnRows
from geo.siting.question import make_question
from geo.siting.ranking import rank_parks
from tests.browser.atlas import expect_drawn, map_frame, search
from tests.browser.conftest import OpenPage, wait_idle
from tests.browser.own import SECTION, bring, expect_used, forget, go, say_system, wait_for_own_rows

BELT = "changchun-siping"
PLACES = ("explore", "belts", "industries", "policy", "invest", "data")  # as in the navigation
# Sites where forty of the atlas's parks stand, so that none is invented.
PARKS = store.load_layer("parks").head(40)
IDS = [f"own-{line}" for line in range(2, 42)]


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    book = Workbook()
    book.active.append(["地块名称", "经度", "纬度", "主导产业"])
    shifted = from_stored(PARKS[["lon", "lat"]].to_numpy(), "GCJ-02").round(6)
    for number, (lon, lat) in enumerate(shifted.tolist(), start=1):
        book.active.append([f"备选地块{number}", lon, lat, "汽车零部件"])
    path = tmp_path / "备选.xlsx"
    book.save(path)
    return path


def to(page: Page, name: str) -> None:
    go(page, PLACES.index(name))


def own_rows() -> OwnRows:
    """The forty rows as a ranking takes them, built without the file."""
    rows = PARKS.reset_index(drop=True).assign(
        id=IDS, status="own", level=None, kind=None, area_ha=np.nan, area_kind=None,
        location_precision="site",
    )  # fmt: skip
    rows["industries"] = [("auto-parts",)] * len(rows)
    return OwnRows(rows)


def test_forty_sites_are_ranked_beside_the_parks_and_stand_along_the_belts(
    open_page: OpenPage, workbook: Path
) -> None:
    page = open_page(SECTION)
    bring(page, workbook)
    say_system(page, "GCJ-02")
    expect_used(page)

    to(page, "invest")
    page.locator(".st-key-invest-ask-industry input").fill("汽车零部件")
    page.get_by_role("listbox").get_by_role("option").first.click()
    page.keyboard.press("Escape")  # the open list hides the rest from who listens
    page.get_by_role("button", name="为园区排名").click()
    wait_idle(page)
    expected = rank_parks(make_question(industries=["auto-parts"]), own_rows=own_rows()).table
    page.locator("li.row").first.wait_for()
    listed = page.locator("li.row").evaluate_all("rows => rows.map(row => row.dataset.id)")
    assert set(IDS) < set(listed)
    assert listed == expected.index.tolist()
    wait_for_own_rows(page)
    expect_drawn(page, "own", set(IDS))
    best = next(one for one in listed if one in IDS)
    row = page.locator(f'li.row[data-id="{best}"]')
    expect(row).to_contain_text("（您的）")
    page.get_by_text("只看我的").click()
    wait_idle(page)
    expect(page.locator("li.row")).to_have_count(len(IDS))
    expect(page.locator("li.row.own")).to_have_count(len(IDS))
    row.locator("button.main").click()
    wait_idle(page)
    expect(page.locator(".atlas-card").first).to_contain_text("自有数据")

    to(page, "belts")
    page.get_by_text("长春—四平", exact=True).first.click()
    wait_idle(page)
    placed = corridors.spread_things(own_rows().parks)
    found = corridors.judge_places(placed, BELT, 40)
    near = set(found.index[found.verdict != "outside"])
    assert 0 < len(near) < 40
    wait_for_own_rows(page)
    expect_drawn(page, "own", near)
    both = corridors.count_verdicts(found.verdict, found.at_point)
    both += belt_profiles.count_corridor_reach("parks", BELT, 40)
    expect(page.locator(".belt-number strong")).to_have_text(f"{both.certain}–{both.most}")

    to(page, "explore")
    mine = search(page, "bxdk37").first
    expect(mine).to_have_text("备选地块37 自有数据")
    mine.click()
    expect(page.locator(".atlas-card h3")).to_have_text("备选地块37")

    forget(page)
    to(page, "belts")
    assert "own" not in map_frame(page).evaluate("window.jilinAtlas.listDrawn()")
