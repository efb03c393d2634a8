"""The data page in a real browser: what is clicked is what arrives."""

import io
import json
import zipfile
from pathlib import Path

import geopandas as gpd
import pytest
from playwright.sync_api import Page, expect

from geo.filters import Filter
from geo.select import select_rows
from tests.browser.atlas import CJK, scrolls_sideways
from tests.browser.conftest import OpenPage, wait_idle

MINERAL = Filter(industry=("mineral-water",))


def take(page: Page, key: str, name: str = "") -> tuple[str, bytes]:
    """Click a download button; return the file's name and content."""
    with page.expect_download() as waiting:
        # A button with a tooltip is there twice, once for phones, one of them hidden.
        page.locator(f".st-key-{key} button:visible").filter(has_text=name).first.click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def test_a_click_brings_what_the_filter_shows(open_page: OpenPage) -> None:
    page = open_page("data?industry=mineral-water", lang="en-US")
    expect(page.get_by_text("Parks: 1", exact=True)).to_be_visible()
    name, content = take(page, "data-parks")
    assert name == "jilin-parks-mineral-water.geojson"
    wanted = select_rows("parks", MINERAL).id.tolist()
    assert [one["id"] for one in json.loads(content)["features"]] == wanted


def test_format_and_zip_are_kept_in_the_link(open_page: OpenPage) -> None:
    page = open_page("data", lang="en-US")
    page.locator(".st-key-data-format").get_by_text("GeoPackage", exact=True).click()
    wait_idle(page)
    page.locator(".st-key-data-zip label").first.click()
    wait_idle(page)
    assert "data-format=gpkg" in page.url
    assert "data-zip=1" in page.url
    name, content = take(page, "data-hubs")
    assert name == "jilin-hubs.zip"
    assert "jilin-hubs.gpkg" in zipfile.ZipFile(io.BytesIO(content)).namelist()


def test_the_whole_atlas_comes_with_its_project(open_page: OpenPage) -> None:
    page = open_page("data")
    name, content = take(page, "data-whole", "QGIS")
    assert name == "jilin-belt-atlas.zip"
    assert "jilin-belt-atlas.qgz" in zipfile.ZipFile(io.BytesIO(content)).namelist()


def test_a_copied_link_opens_in_geopandas(open_page: OpenPage, app_url: str) -> None:
    page = open_page("data?data-part=live&industry=mineral-water", lang="en-US")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy link: Parks").click()
    expect(page.get_by_text("Copied")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == f"{app_url}/api/collections/parks/items?industry=mineral-water&f=json"
    assert gpd.read_file(link).id.tolist() == select_rows("parks", MINERAL).id.tolist()


def test_the_api_is_at_the_same_address_and_needs_nothing_else(open_page: OpenPage) -> None:
    page = open_page("data", lang="zh-CN")
    page.goto(page.url.split("/data")[0] + "/api?f=html")
    expect(page.locator("h1")).to_contain_text("API")
    page.get_by_role("link", name="数据集合").click()
    expect(page.get_by_role("link", name="园区")).to_be_visible()


@pytest.mark.parametrize("section", ["take", "live", "quality", "cite"])
def test_english_readers_see_no_chinese(open_page: OpenPage, section: str) -> None:
    page = open_page(f"data?data-part={section}", lang="en-US")
    words = page.locator(".stMain").inner_text().replace("中文", "")
    assert not CJK.search(words), CJK.findall(words)


@pytest.mark.parametrize("section", ["take", "live", "quality"])
def test_a_phone_need_not_scroll_sideways(open_page: OpenPage, section: str) -> None:
    page = open_page(f"data?data-part={section}", width=390, height=844)
    assert not scrolls_sideways(page)
