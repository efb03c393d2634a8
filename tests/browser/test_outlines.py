"""Lines and areas of the reader's own are outlined on the map of their session, and exported."""

import json
from pathlib import Path

import pytest
import shapely
from playwright.sync_api import Page, expect
from shapely.geometry import mapping

from tests.browser.atlas import MAP_FRAME, click_symbol, map_frame, press, wait_still
from tests.browser.conftest import OpenPage, wait_idle
from tests.browser.own import SECTION, bring, expect_used, say_system, to_the_map

PLOT = shapely.Polygon([(125.30, 43.80), (125.40, 43.80), (125.40, 43.85), (125.30, 43.87)])
ROAD = shapely.LineString([(126.5, 43.8), (126.6, 43.85), (126.8, 43.85)])
SPECK = shapely.box(127.0, 43.5, 127.0005, 43.5005)
SHAPES = {"地块<b>": PLOT, "专用线": ROAD, "小地块": SPECK}


@pytest.fixture
def drawing(tmp_path: Path) -> Path:
    features = [
        {"type": "Feature", "properties": {"名称": name}, "geometry": mapping(shape)}
        for name, shape in SHAPES.items()
    ]
    path = tmp_path / "plots.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    return path


def outlined(page: Page) -> set[str]:
    """Return the ids of own rows whose outline the map draws."""
    return set(map_frame(page).evaluate("window.jilinAtlas.listOutlined()"))


def look_at(page: Page, lat: float, lon: float, zoom: float) -> None:
    map_frame(page).evaluate(
        "([lat, lon, zoom]) => map.setView([lat, lon], zoom, { animate: false })", [lat, lon, zoom]
    )


def click_at(page: Page, lat: float, lon: float) -> None:
    """Click the ground of the map."""
    x, y = map_frame(page).evaluate(
        "([lat, lon]) => { const p = map.latLngToContainerPoint([lat, lon]); return [p.x, p.y]; }",
        [lat, lon],
    )
    page.locator(MAP_FRAME).click(position={"x": x, "y": y})
    wait_idle(page)


def test_they_are_outlined_filtered_met_and_exported(open_page: OpenPage, drawing: Path) -> None:
    page, other = open_page(SECTION, "en"), open_page("", "en")
    bring(page, drawing)
    expect(page.get_by_text("groups of points among them: 3.")).to_be_visible()
    expect_used(page)
    to_the_map(page)
    look_at(page, 43.7, 126.2, 9)
    assert outlined(page) == {"own-1", "own-2"}  # the third is smaller than its symbol
    look_at(page, 43.5, 127.0, 15)
    assert outlined(page) == {"own-3"}
    look_at(page, 43.7, 126.2, 9)
    click_at(page, 43.805, 125.395)  # in a corner of the plot, far from its symbol
    card = page.locator(".atlas-card")
    expect(card.locator("h3")).to_have_text("地块<b>")
    expect(card).to_contain_text("Point on the shape in the file plots.geojson")
    wait_still(page)  # it flies to the first choice
    look_at(page, 43.7, 126.2, 9)
    click_symbol(page, "own", "own-2")
    expect(card.locator("h3")).to_have_text("专用线")
    press(page, "prefecture", "Changchun")
    assert outlined(page) == {"own-1"}
    assert outlined(other) == set()
    box = page.locator(".st-key-download-layer input")
    box.focus()
    wait_idle(page)  # the list would close when the panel scrolls
    box.fill("Your")
    page.get_by_role("option", name="Your data").click()
    wait_idle(page)
    with page.expect_download() as saved:
        page.locator(".st-key-download-own button").first.click()
    (found,) = json.loads(Path(saved.value.path()).read_text("utf-8"))["features"]
    assert shapely.geometry.shape(found["geometry"]).equals(PLOT)


def test_a_drawing_in_a_shifted_system_lies_where_it_should(
    open_page: OpenPage, drawing: Path
) -> None:
    page = open_page(SECTION)
    bring(page, drawing)
    say_system(page, "GCJ-02")
    expect(page.get_by_text("其中线、面和多点 3 个")).to_be_visible()
    expect_used(page)
    to_the_map(page)
    look_at(page, 43.83, 125.34, 11)
    assert outlined(page) == {"own-1"}
