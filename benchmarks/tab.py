"""One app in one tab of a real Chromium: what a change costs, and when the first map is there."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from benchmarks.cdn import stand_in
from benchmarks.relay import Relay
from scripts.browser import browser_flags, ensure_browser

STOPWATCH = Path(__file__).with_name("stopwatch.js")
VIEW = ViewportSize(width=1440, height=900)
IDLE = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  return app?.dataset.testScriptState === 'notRunning'
    && app.dataset.testConnectionState === 'CONNECTED';
}"""
QUIET_MS = 600  # streamlit-folium may answer a new map with a second run, 250 ms later
TURN_MS = 50
MOST_MS = 60_000
BINARY = 2


@dataclass(frozen=True)
class App:
    """An app to measure.

    Attributes
    ----------
    name
        What the report calls it.
    shows
        What tells that it has changed; a key of `seen` in stopwatch.js.
    script
        Its script, and options of Streamlit if it takes others than ours.
    relay
        Where it is served, and what counts its bytes.
    """

    name: str
    shows: str
    script: tuple[str, ...]
    relay: Relay = field(default_factory=Relay)


@dataclass(frozen=True)
class Change:
    """What one change cost.

    Attributes
    ----------
    pixels_ms, words_ms
        Milliseconds from the click to the change on the map, and in the sentence that counts it.
    sent, payload
        Bytes that the server sent, and bytes of the websocket's messages before compression.
    """

    pixels_ms: float
    words_ms: float
    sent: int
    payload: int


class Tab:
    """A tab with one app, in a browser context of its own: no cache, no cookies at first."""

    def __init__(self, browser: Browser, app: App) -> None:
        self.app = app
        self.payload = 0
        self.frames = 0
        self.page: Page = browser.new_context(locale="en-US", viewport=VIEW).new_page()
        self.page.add_init_script(path=STOPWATCH)
        session = self.page.context.new_cdp_session(self.page)
        session.on("Network.webSocketFrameReceived", self._count)
        session.send("Network.enable")
        stand_in(session)

    def _count(self, event: dict[str, Any]) -> None:
        payload = event["response"]
        text = payload["payloadData"]
        binary = payload["opcode"] == BINARY
        self.payload += len(b64decode(text)) if binary else len(text.encode())
        self.frames += 1

    def open(self, count: int) -> float:
        """Open the app; return the milliseconds until it shows `count` things."""
        self.page.goto(self.app.relay.url, wait_until="commit")
        first = "([what, count]) => window.stopwatch.first(what, count)"
        return float(self.page.evaluate(first, [self.app.shows, count]))

    def seen(self) -> int:
        """Return how many things the app shows now."""
        return int(self.page.evaluate("(what) => window.stopwatch.seen(what)", self.app.shows))

    def change(self, click: Callable[[], None], count: int) -> Change:
        """Click, wait until the app shows `count` things and all is quiet; return the cost.

        Raises
        ------
        RuntimeError
            When the app shows `count` things already, so that no change could be seen.
        """
        if self.seen() == count:
            message = f"{self.app.name}: {count} are shown before the change"
            raise RuntimeError(message)
        arm = "([what, count]) => { window.stopwatch.arm(what, count); }"
        self.page.evaluate(arm, [self.app.shows, count])
        payload, sent = self.payload, self.app.relay.sent
        click()
        pixels, words = self.page.evaluate("window.stopwatch.change")
        self.rest()
        return Change(pixels, words, self.app.relay.sent - sent, self.payload - payload)

    def rest(self) -> None:
        """Wait until no script runs and the websocket has been quiet for a while."""
        self.page.wait_for_function(IDLE, timeout=MOST_MS)
        quiet = 0
        while quiet < QUIET_MS:
            heard = self.frames
            self.page.wait_for_timeout(TURN_MS)
            quiet = quiet + TURN_MS if self.frames == heard else 0
        self.page.wait_for_function(IDLE, timeout=MOST_MS)

    def close(self) -> None:
        """Close the tab and forget what it cached."""
        self.page.context.close()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start a browser that can reach nothing but this machine."""
    with sync_playwright() as playwright:
        path = ensure_browser()
        browser = playwright.chromium.launch(executable_path=path, args=browser_flags())
        try:
            yield browser
        finally:
            browser.close()
