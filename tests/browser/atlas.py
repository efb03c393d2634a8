"""What a reader does and sees in the atlas."""

import re
import time
from pathlib import Path

from playwright.sync_api import Frame, Locator, Page, expect

from tests.browser.conftest import PATIENCE, wait_idle

CJK = re.compile(r"[\u4e00-\u9fff]")
PAGE_LINK = '.st-key-pages [data-testid="stPageLink-NavLink"]'
MAP_FRAME = 'iframe[src*="streamlit_folium"]'


def map_frame(page: Page) -> Frame:
    """Return the frame of the map once its data is drawn."""
    expect(page.locator(MAP_FRAME)).to_be_visible()
    page.wait_for_function("Array.from(window.frames).some(frame => frame.jilinAtlas)")
    frame = next(frame for frame in page.frames if "streamlit_folium" in frame.url)
    frame.evaluate("window.jilinAtlas.ready")
    return frame


def wait_still(page: Page) -> None:
    """Wait until the map no longer moves."""
    still = """() => {
      const view = [map.getCenter().lat, map.getZoom()].join();
      window.stillFrames = view === window.lastView ? window.stillFrames + 1 : 0;
      window.lastView = view;
      return window.stillFrames > 20;
    }"""
    map_frame(page).wait_for_function(still)


def drawn(page: Page, layer: str) -> set[str]:
    """Return the ids that the map really draws of a layer."""
    return set(map_frame(page).evaluate("layer => window.jilinAtlas.listDrawn()[layer]", layer))


def expect_drawn(page: Page, layer: str, wanted: set[str]) -> None:
    """Wait until the map really draws exactly the wanted ids of a layer."""
    end = time.monotonic() + PATIENCE
    while drawn(page, layer) != wanted and time.monotonic() < end:
        page.wait_for_timeout(100)
    assert drawn(page, layer) == wanted


def click_symbol(page: Page, layer: str, key: str) -> None:
    """Click the symbol of a thing on the map, after the discs that stand for it and others."""
    frame = map_frame(page)
    for _ in range(4):
        point = frame.evaluate("(at) => window.jilinAtlas.screenPoint(...at)", [layer, key])
        box = page.locator(MAP_FRAME).bounding_box()
        assert box is not None
        page.mouse.click(box["x"] + point["x"], box["y"] + point["y"])
        if point.get("members", 1) == 1:
            break
        wait_still(page)
    wait_idle(page)


def facet(page: Page, name: str) -> Locator:
    """Return the options of a filter."""
    return page.locator(f'[data-facet="{name}"]')


def find_industry(page: Page) -> Locator:
    """Return the box in which an industry is looked for."""
    return facet(page, "industry").get_by_role("searchbox")


def choose(page: Page, text: str) -> None:
    """Choose an industry by typing part of its name."""
    find_industry(page).fill(text)
    facet(page, "industry").locator(".atlas-inner .atlas-option:visible").first.click()
    wait_idle(page)


def search(page: Page, text: str) -> Locator:
    """Type into the search of the head, and return what it lists once it lists anything."""
    page.get_by_role("combobox", name=re.compile("^(Search|搜索)$")).fill(text)
    options = page.locator(".atlas-search [role=option]")
    expect(options.first).to_be_visible()
    return options


def press(page: Page, name: str, text: str) -> None:
    """Choose or drop an option of a filter whose options lie open."""
    facet(page, name).locator(".atlas-option").filter(has_text=text).click()
    wait_idle(page)


def table_layer(page: Page, name: str) -> None:
    """Show another layer in the table."""
    page.locator(".st-key-table-layer").get_by_text(name, exact=True).click()
    wait_idle(page)


def downloaded(button: Locator) -> Path:
    """Press a button and return the file that arrives.

    By the keyboard: below what is still unfolding a button moves between a mouse's down and up.
    """
    with button.page.expect_download() as waiting:
        button.press("Enter")
    return Path(waiting.value.path())


def spreadsheet(button: Locator) -> str:
    """Click a button and return the CSV that arrives, marked as UTF-8 for spreadsheets."""
    content = downloaded(button).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    return content.decode("utf-8-sig")


def scrolls_sideways(page: Page) -> bool:
    """Return whether the page is wider than the screen."""
    return bool(page.get_by_test_id("stMain").evaluate("e => e.scrollWidth > e.clientWidth"))


def own_words(page: Page, *aside: str, room: str = "stMain") -> str:
    """Return the words in a room of the page, less quotations, marked names, icons and `aside`."""
    script = """(room, aside) => {
      const copy = room.cloneNode(true);
      copy.querySelectorAll(aside).forEach(e => e.remove());
      copy.querySelectorAll('*').forEach(e => e.append(' '));
      return copy.textContent;
    }"""
    never = ("[lang]", "q", "script", "style", '[data-testid*="Icon"]')
    return str(page.get_by_test_id(room).evaluate(script, ", ".join([*never, *aside])))


def visible_text(page: Page) -> str:
    """Return the words on the whole page, as `own_words` does, and on its map."""
    inside = map_frame(page).evaluate(
        "() => [...document.querySelectorAll('.atlas-legend, .leaflet-control')]"
        ".map(e => e.innerText).join(' ')"
    )
    return f"{own_words(page, room='stApp')} {inside}"
