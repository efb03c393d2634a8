"""What a reader does on the explore page."""

import re
import time

from playwright.sync_api import Frame, Locator, Page, expect

from tests.browser.conftest import wait_idle

PATIENCE = 20  # seconds; the cores may be shared
CJK = re.compile(r"[\u4e00-\u9fff]")


def map_frame(page: Page) -> Frame:
    """Return the frame of the map once its data is drawn."""
    expect(page.locator('iframe[title^="streamlit_folium"]')).to_be_visible()
    page.wait_for_function("Array.from(window.frames).some(frame => frame.jilinAtlas)")
    frame = next(frame for frame in page.frames if "streamlit_folium" in frame.url)
    frame.evaluate("window.jilinAtlas.ready")
    return frame


def wait_still(page: Page) -> None:
    """Wait until the map no longer moves."""
    still = """() => {
      const view = [map.getCenter().lat, map.getZoom()].join();
      const same = view === window.lastView;
      window.lastView = view;
      return same;
    }"""
    map_frame(page).wait_for_function(still, polling=500)


def drawn(page: Page, layer: str) -> set[str]:
    """Return the ids that the map really draws of a layer."""
    return set(map_frame(page).evaluate("layer => window.jilinAtlas.drawn()[layer]", layer))


def expect_drawn(page: Page, layer: str, wanted: set[str]) -> None:
    """Wait until the map really draws exactly the wanted ids of a layer."""
    end = time.monotonic() + PATIENCE
    while drawn(page, layer) != wanted and time.monotonic() < end:
        page.wait_for_timeout(100)
    assert drawn(page, layer) == wanted


def click_symbol(page: Page, layer: str, key: str) -> None:
    """Click the symbol of a thing on the map."""
    frame = map_frame(page)
    x, y = frame.evaluate(
        "([layer, key]) => { const p = window.jilinAtlas.screenPoint(layer, key);"
        " return [p.x ?? p[0], p.y ?? p[1]]; }",
        [layer, key],
    )
    box = page.locator('iframe[title^="streamlit_folium"]').bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + x, box["y"] + y)
    wait_idle(page)


def facet(page: Page, name: str) -> Locator:
    """Return the text box of a filter."""
    return page.locator(f".st-key-filter-{name} input")


def choose(page: Page, name: str, text: str) -> None:
    """Choose an option of a filter by typing part of it."""
    box = facet(page, name)
    box.click()
    box.fill(text)
    page.get_by_role("option").first.click()
    wait_idle(page)
    page.keyboard.press("Escape")  # the list stays open for a further choice
    expect(page.get_by_role("option")).to_have_count(0)


def press(page: Page, name: str, text: str) -> None:
    """Choose an option of a filter whose options lie open."""
    page.locator(f".st-key-filter-{name} button").filter(has_text=text).click()
    wait_idle(page)


def table_layer(page: Page, name: str) -> None:
    """Show another layer in the table."""
    page.locator(".st-key-table-layer").get_by_text(name, exact=True).click()
    wait_idle(page)


def visible_text(page: Page) -> str:
    """Return the words on the page and on its map, without quotations and marked names."""
    script = """() => {
      const copy = document.querySelector('[data-testid="stApp"]').cloneNode(true);
      const aside = '[lang], q, script, style, [data-testid="stIconMaterial"]';
      copy.querySelectorAll(aside).forEach(e => e.remove());
      copy.querySelectorAll('*').forEach(e => e.append(' '));
      return copy.textContent;
    }"""
    words = page.evaluate(script)
    inside = map_frame(page).evaluate(
        "() => [...document.querySelectorAll('.atlas-legend, .leaflet-control')]"
        ".map(e => e.innerText).join(' ')"
    )
    return f"{words} {inside}"
