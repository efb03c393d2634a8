"""The corridor's edge under a hand: how many frames a second the map draws meanwhile."""

from __future__ import annotations

import tempfile
from itertools import pairwise
from pathlib import Path
from statistics import mean, median

from playwright.sync_api import Frame, Page

from benchmarks.report import Aim, Section, spread
from benchmarks.tab import IDLE, MOST_MS, VIEW, chromium
from scripts.server import running_server

AIM = 30  # frames a second
STEPS = 60  # of a drag
LEAST_WIDTHS = 10  # that a drag runs through
MAP = 'iframe[src*="streamlit_folium"]'
COUNT_FRAMES = """() => {
  const times = [];
  const note = (time) => { times.push(time); window.noting = requestAnimationFrame(note); };
  window.noting = requestAnimationFrame(note);
  window.frameTimes = times;
}"""
STOP = "() => { cancelAnimationFrame(window.noting); return window.frameTimes; }"


def run(repeat: int) -> Section:
    """Return the frames a second of drags out and back, and the longest of their frames."""
    with (
        tempfile.TemporaryDirectory() as log,
        running_server(Path(log) / "server.log") as url,
        chromium() as browser,
    ):
        page = browser.new_context(locale="en-US", viewport=VIEW).new_page()
        page.goto(f"{url}/belts")
        page.wait_for_function(IDLE, timeout=MOST_MS)
        frame = _find_map(page)
        gaps = [_drag(page, frame) for _ in range(repeat)]
    rates = [1000 / mean(gap) for gap in gaps]
    longest = [max(gap) for gap in gaps]
    rate = median(rates)
    return Section(
        "The corridor's edge moved by hand",
        ["what", "measured"],
        [
            ["frames a second", spread(rates, "frames")],
            ["longest frame of a drag", spread(longest, "ms")],
        ],
        f"A mouse drags the handle of the Belts page at {VIEW['width']} × {VIEW['height']} px in "
        f"{STEPS} steps along the edge's way out and back; gaps between the map's animation "
        "frames while it moves, map, number and strip redrawn with each width.",
        [Aim(f"at least {AIM} frames a second", f"{rate:,.0f}", rate >= AIM)],
    )


def _find_map(page: Page) -> Frame:
    page.wait_for_function("Array.from(window.frames).some(frame => frame.jilinAtlas)")
    frame = page.locator(MAP).element_handle().content_frame()
    if frame is None:
        raise RuntimeError("the map has no frame")
    frame.evaluate("window.jilinAtlas.ready")
    frame.wait_for_function("document.querySelector('.atlas-handle')?.dataset.km")
    return frame


def _drag(page: Page, frame: Frame) -> list[float]:
    """Drag the handle out and back; return the milliseconds between frames."""
    box = frame.locator(".atlas-handle").bounding_box()
    if box is None:
        raise RuntimeError("the handle is out of sight")
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    widths: set[str | None] = set()
    page.mouse.move(x, y)
    page.mouse.down()
    frame.evaluate(COUNT_FRAMES)
    for step in range(STEPS):
        off = min(step, STEPS - step)
        page.mouse.move(x + off / 2, y - off / 2)
        widths.add(frame.locator(".atlas-handle").get_attribute("data-km"))
    times: list[float] = frame.evaluate(STOP)
    page.mouse.move(x, y)
    page.mouse.up()
    page.wait_for_function(IDLE, timeout=MOST_MS)
    if len(widths) < LEAST_WIDTHS:
        raise RuntimeError("the handle did not follow the hand")
    return [after - before for before, after in pairwise(times)]
