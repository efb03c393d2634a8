"""What newcomers come for, counted in presses as the browser sees them; typing is none."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from playwright.sync_api import Page, expect

from tests.browser.atlas import PAGE_LINK, choose, downloaded, facet
from tests.browser.conftest import OpenPage, wait_idle
from tests.browser.own import bring, say_system, wait_for_own_rows

BELTS = ["changchun-liaoyuan-tonghua-baishan", "changchun-songyuan-baicheng"]


def count_presses(page: Page) -> None:
    """Begin to count what is pressed on the page, its maps included.

    A press that the test's driver takes back, since its aim has moved, does not reach a document.
    """
    for frame in page.frames:
        frame.evaluate("""() => {
          const page = window.top;
          page.presses = 0;
          document.addEventListener("click", (event) => { page.presses += event.isTrusted; }, true);
        }""")


def read_presses(page: Page) -> int:
    """Return how often something was pressed."""
    return int(page.evaluate("window.presses"))


@pytest.mark.parametrize(
    ("lang", "industry"), [("zh-CN", "纺织（总称）"), ("en-US", "Textiles (general)")]
)
@pytest.mark.parametrize("width", [390, 1440])
def test_which_belts_claim_textiles(
    open_page: OpenPage, lang: str, industry: str, width: int
) -> None:
    page = open_page(lang=lang, width=width)
    count_presses(page)
    if width < 640:
        page.locator(".explore-handle").click()
    choose(page, industry)
    claiming = facet(page, "belt").locator(".atlas-option.claimed")
    assert claiming.evaluate_all("all => all.map(one => one.dataset.option)") == BELTS
    assert read_presses(page) <= (2 if width < 640 else 1) + 1  # a reader clicks into the box


@pytest.fixture
def sites(tmp_path: Path) -> Path:
    """Three sites in the system of a map service, as a planner's spreadsheet has them."""
    book = Workbook()
    book.active.append(["地块名称", "经度", "纬度"])
    for number, (lon, lat) in enumerate([(125.32, 43.82), (126.55, 43.84), (124.35, 43.17)]):
        book.active.append([f"备选地块{number}", lon, lat])
    path = tmp_path / "sites.xlsx"
    book.save(path)
    return path


def test_own_sites_from_file_to_ranking(open_page: OpenPage, sites: Path) -> None:
    page = open_page(lang="en-US")
    count_presses(page)
    page.locator(PAGE_LINK).last.click()
    wait_idle(page)
    page.locator(".st-key-data-part").get_by_text("Bring your own data").click()
    wait_idle(page)
    bring(page, sites)
    say_system(page, "GCJ-02")
    wait_for_own_rows(page)  # the preview
    page.get_by_role("link", name="Rank").last.click()
    page.get_by_role("button", name="Just rank all").click()
    wait_idle(page)
    expect(page.locator(".stMain")).to_contain_text("备选地块0")
    assert read_presses(page) <= 5


def test_filter_and_download(open_page: OpenPage) -> None:
    page = open_page(lang="en-US")
    count_presses(page)
    choose(page, "Mineral water")
    path = downloaded(page.get_by_role("button", name="Download GeoJSON"))
    assert path.stat().st_size > 1000
    assert read_presses(page) <= 5
