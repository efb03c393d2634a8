"""Hostile text in a name is shown as text; a damaged file is told in a sentence."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from geo.paths import DATA
from scripts.server import running_server
from tests.browser.atlas import MAP_FRAME, click_symbol, map_frame, search
from tests.browser.conftest import wait_idle, watch

PARK = "panshi-edz"
HOSTILE = (
    '<img src=x onerror="window.top.hacked=1">`${window.top.hacked=2}`\'"</script>{{7*7}}\u202eabc'
)


@pytest.fixture
def facts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the facts that a server of this test reads."""
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    monkeypatch.setenv("ATLAS_DATA", str(folder))
    return folder


def rename(folder: Path, park: str, name: str) -> None:
    path = folder / "parks.csv"
    with path.open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    for row in rows:
        if row["id"] == park:
            row["name_zh"] = row["name_en"] = row["note_en"] = name
    with path.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def test_hostile_names_are_text_everywhere(
    facts: Path, tmp_path: Path, browser: Browser, faults: list[str]
) -> None:
    rename(facts, PARK, HOSTILE)
    with running_server(tmp_path / "log") as url:
        page = browser.new_page(locale="en-US", viewport={"width": 1440, "height": 900})
        page.on("dialog", lambda dialog: faults.append(dialog.message))
        watch(page, url, faults)
        page.goto(f"{url}/?prefecture=220200&lang=en&kind=provincial_development_zone")
        wait_idle(page)
        hover(page)
        click_symbol(page, "parks", PARK)
        expect(page.locator(".atlas-card h3")).to_have_text(HOSTILE)
        expect(search(page, "onerror").first).to_contain_text(HOSTILE)
        assert page.evaluate("window.hacked") is None
        assert page.locator("img[src='x']").count() == 0
        assert map_frame(page).locator("img[src='x']").count() == 0
        page.context.close()
    assert faults == []


def hover(page: Page) -> None:
    frame = map_frame(page)
    spot = frame.evaluate("key => window.jilinAtlas.screenPoint('parks', key)", PARK)
    box = page.locator(MAP_FRAME).bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + spot["x"], box["y"] + spot["y"])
    expect(frame.locator(".atlas-tip")).to_contain_text("onerror")


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda folder: (folder / "parks.csv").unlink(), "parks.csv"),
        (lambda folder: (folder / "belts.csv").write_bytes(b"\xff\xfe\x00"), "belts.csv"),
        (
            lambda folder: (folder / "built" / "counties.geojson").write_text("{"),
            "counties.geojson",
        ),
    ],
    ids=["missing", "not UTF-8", "damaged layer"],
)
def test_a_damaged_file_stops_the_start_with_its_name(
    facts: Path, tmp_path: Path, damage: Callable[[Path], object], told: str
) -> None:
    damage(facts)
    with (
        pytest.raises(RuntimeError, match="did not start") as caught,
        running_server(tmp_path / "log"),
    ):
        pass
    assert told in str(caught.value)
    assert "Traceback" not in str(caught.value)
