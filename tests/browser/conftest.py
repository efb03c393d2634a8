"""The real server and a real Chromium that can reach nothing else.

`open_page` opens the app. When its test ends, it fails if a page asked for anything outside the
app, wrote an error to the console, or let an exception through.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    expect,
    sync_playwright,
)

from scripts.browser import browser_flags, ensure_browser
from scripts.server import running_server

OpenPage = Callable[..., Page]
PATIENCE = 120  # seconds; the cores may be shared, and what comes is not waited for any longer
expect.set_options(timeout=PATIENCE * 1000)


class Look(NamedTuple):
    """What a context of the browser cannot change once it is there."""

    lang: str
    dark: bool


# Asked at each animation frame; frames are counted, for a busy thread lets time pass without any.
IDLE = """
() => {
  const app = document.querySelector('[data-testid="stApp"]');
  const size = document.querySelectorAll('*').length;
  const idle = app?.dataset.testScriptState === 'notRunning'
    && app.dataset.testConnectionState === 'CONNECTED'
    && !document.querySelector('[data-testid="stSkeleton"]')  // its script is on the way
    && !document.querySelector('.st-key-map-signal')  // Explore waits for its map
    && size === window.lastSize;
  window.lastSize = size;
  window.idleFrames = idle ? (window.idleFrames ?? 0) + 1 : 0;
  return window.idleFrames > 12;
}
"""


def wait_idle(page: Page, seconds: float = PATIENCE) -> None:
    """Wait until Streamlit is connected, no script runs, and the page has stopped growing."""
    page.evaluate("window.idleFrames = 0")
    page.wait_for_function(IDLE, timeout=seconds * 1000)


@pytest.fixture(scope="session")
def app_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    # One a worker: Streamlit throws a download away that it made for one reader, when the run of
    # another ends before the browser has fetched it.
    with running_server(tmp_path_factory.mktemp("server") / "server.log") as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=ensure_browser(), args=browser_flags()
        )
        yield chromium
        chromium.close()


@pytest.fixture
def faults() -> list[str]:
    """What went wrong in the pages of this test; a test may look, and remove what it expects."""
    return []


@pytest.fixture(scope="session")
def idle_contexts() -> dict[Look, BrowserContext]:
    """Contexts that tests take over from each other: what they hold of the app's files stays."""
    return {}


@pytest.fixture
def open_page(
    browser: Browser, idle_contexts: dict[Look, BrowserContext], app_url: str, faults: list[str]
) -> Iterator[OpenPage]:
    in_use: list[tuple[Look, BrowserContext]] = []
    listeners: list[Callable[[], None]] = []

    def open_page(
        path: str = "",
        lang: str = "zh-CN",
        width: int = 1440,
        height: int = 900,
        *,
        dark: bool = False,
    ) -> Page:
        look = Look(lang, dark)
        # Taken away while in use, so that two pages of one test are two readers.
        context = idle_contexts.pop(look, None) or browser.new_context(
            locale=lang, color_scheme="dark" if dark else "light", accept_downloads=True
        )
        in_use.append((look, context))
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.set_default_timeout(PATIENCE * 1000)
        listeners.append(watch(page, app_url, faults))
        page.goto(f"{app_url}/{path.lstrip('/')}")
        wait_idle(page)
        return page

    yield open_page
    for stop_listening in listeners:
        stop_listening()
    for look, context in in_use:
        forget_reader(context)
        idle_contexts[look] = context
    assert faults == []


def forget_reader(context: BrowserContext) -> None:
    """Close the pages of a context and remove what they have stored."""
    for page in context.pages:
        page.evaluate("location.protocol.startsWith('http') && localStorage.clear()")
        page.close()
    context.clear_cookies()
    context.clear_permissions()


def watch(page: Page, app_url: str, faults: list[str]) -> Callable[[], None]:
    """Note requests that leave the app, errors on the console and uncaught exceptions.

    Returns what ends the watch over requests, which are those of all pages of the context.
    """
    own = (f"{app_url}/", f"{app_url.replace('http', 'ws', 1)}/", "data:", "blob:", "about:")
    context = page.context

    def note_address(url: str) -> None:
        if not url.startswith(own):
            faults.append(f"request outside the app: {url}")

    def note_request(request: Request) -> None:
        note_address(request.url)

    def note_error(message: ConsoleMessage) -> None:
        # On a page's own path Streamlit looks for its server there first, then at the root.
        sought = re.search(r"/[a-z]+/_stcore/(health|host-config)$", message.location["url"])
        if message.type == "error" and not sought:
            faults.append(f"console: {message.text}")

    context.on("request", note_request)
    page.on("websocket", lambda socket: note_address(socket.url))
    page.on("console", note_error)
    page.on("pageerror", lambda error: faults.append(f"exception: {error}"))
    return lambda: context.remove_listener("request", note_request)
