"""A picture of every page: Chinese and English, wide and narrow, light and dark."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from scripts.browser import browser_flags, ensure_browser
from scripts.processes import ROOT
from scripts.server import running_server

FOLDER = ROOT / "screenshots"
HOME = "explore"  # the front door has no path
WIDTHS = {"wide": 1440, "narrow": 390}
IDLE = (
    '[data-testid="stApp"][data-test-script-state="notRunning"]'
    ":not(:has(.st-key-map-signal))"  # the front door waits for its map
)
SETTLE_MS = 2500  # the map draws after Streamlit has finished
TALLEST = 6000
README_VIEW = "/?industry=automotive&selected=belts.changchun-siping"


def page_names() -> list[str]:
    """Return the names of the pages, as in their addresses."""
    return sorted(path.parent.name for path in ROOT.glob("screens/*/page.py"))


def take(browser: Any, url: str, name: str, lang: str, size: str, scheme: str) -> Path:
    """Take the picture of one page, as tall as its content.

    Parameters
    ----------
    browser
        A Playwright browser.
    url
        Address of the app.
    name
        Name of the page.
    lang
        Language of the browser, such as "zh-CN".
    size
        Key of WIDTHS.
    scheme
        "light" or "dark".
    """
    width = WIDTHS[size]
    context = browser.new_context(
        locale=lang, color_scheme=scheme, viewport={"width": width, "height": 900}
    )
    page = context.new_page()
    page.goto(url + "/" + ("" if name == HOME else name))
    page.wait_for_selector(IDLE, timeout=60_000)
    page.wait_for_timeout(SETTLE_MS)
    height = page.evaluate("document.querySelector('[data-testid=stMain]')?.scrollHeight ?? 900")
    if name != HOME:  # whose map is as high as the window
        page.set_viewport_size({"width": width, "height": min(max(height, 900), TALLEST)})
    page.wait_for_timeout(600)
    path = FOLDER / f"{name}-{lang[:2]}-{size}-{scheme}.png"
    page.screenshot(path=str(path))
    context.close()
    return path


def take_for_readme(browser: Any, url: str, lang: str) -> Path:
    """Take the picture of the front door that the README in `lang` shows."""
    context = browser.new_context(locale=lang, viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(url + README_VIEW)
    page.wait_for_selector(IDLE, timeout=60_000)
    page.wait_for_timeout(2 * SETTLE_MS)
    path = ROOT / "docs" / f"{HOME}-{lang[:2]}.png"
    path.parent.mkdir(exist_ok=True)
    page.screenshot(path=str(path))
    context.close()
    return path


def main() -> None:
    """Take all pictures into screenshots/, and those of the READMEs into docs/."""
    from playwright.sync_api import sync_playwright  # not there when set-up imports this package

    FOLDER.mkdir(exist_ok=True)
    looks = [(lang, size, "light") for lang in ("zh-CN", "en-US") for size in WIDTHS]
    looks.append(("zh-CN", "wide", "dark"))
    with tempfile.TemporaryDirectory() as log, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=ensure_browser(), args=browser_flags())
        with running_server(Path(log) / "server.log") as url:
            for lang in ("zh-CN", "en-US"):
                print(take_for_readme(browser, url, lang).relative_to(ROOT), flush=True)
            for name in page_names():
                for look in looks:
                    print(take(browser, url, name, *look).relative_to(ROOT), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
