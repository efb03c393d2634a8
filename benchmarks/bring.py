"""A reader's own table in a browser: from the file that is chosen to its points on the map."""

from __future__ import annotations

import tempfile
from pathlib import Path
from time import perf_counter

from playwright.sync_api import Browser

from benchmarks.tab import MOST_MS, VIEW, chromium
from scripts.server import running_server

SECTION = "/data?data-part=own"
#: Shown, and no script runs: the reader can go on.
READY = """(shown) => {
  const app = document.querySelector('[data-testid="stApp"]');
  const there = document.querySelector(shown);
  return there && there.checkVisibility() && app.dataset.testScriptState === 'notRunning';
}"""
DRAWN = """() => Array.from(window.frames).some((frame) => {
  try {
    return frame.jilinAtlas && (frame.jilinAtlas.listDrawn().own || []).length > 0;
  } catch {
    return false; // its data has not come yet
  }
})"""


def journeys(data: bytes, system: str, repeat: int) -> list[dict[str, float]]:
    """Return the seconds that each step of a reader's way takes, on a warm server.

    Parameters
    ----------
    data
        A table as CSV with headings that name its columns.
    system
        Its system of coordinates, as the page calls it.
    repeat
        How often; one more journey warms the server.
    """
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        file = Path(folder) / "table.csv"
        file.write_bytes(data)
        with running_server(Path(folder) / "server.log") as url:
            return [_journey(browser, url, file, system) for _ in range(repeat + 1)][1:]


def _journey(browser: Browser, url: str, file: Path, system: str) -> dict[str, float]:
    context = browser.new_context(locale="en-US", viewport=VIEW)
    page = context.new_page()
    page.goto(url + SECTION)
    page.wait_for_function(READY, arg="[data-testid=stFileUploader]", timeout=MOST_MS)
    choose = page.locator('[data-testid="stFileUploaderDropzoneInput"]')
    say = page.locator(".st-key-intake-system").get_by_text(system).first
    steps = {
        "upload and read": (lambda: choose.set_input_files(file), ".st-key-intake-system"),
        "judge every row, make the layer": (say.click, ".st-key-intake-drop"),
    }
    times: dict[str, float] = {}
    for name, (act, shown) in steps.items():
        start = perf_counter()
        act()
        page.wait_for_function(READY, arg=shown, timeout=MOST_MS)
        times[name] = perf_counter() - start
    start = perf_counter()
    page.locator('[data-testid="stPageLink-NavLink"]').first.click()
    page.wait_for_function(DRAWN, timeout=MOST_MS)
    times["open the map and draw"] = perf_counter() - start
    context.close()
    return times
