"""The real server and a real Chromium that can reach nothing else.

`open_page` opens the app. When its test ends, it fails if a page asked for anything outside the
app, wrote an error to the console, or let an exception through.
"""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

from scripts.browser import browser_flags, ensure_browser
from scripts.server import running_server

OpenPage = Callable[..., Page]
expect.set_options(timeout=20_000)  # the cores may be shared

# Asked at each animation frame; frames are counted, for a busy thread lets time pass without any.
IDLE = """
() => {
  const app = document.querySelector('[data-testid="stApp"]');
  const size = document.querySelectorAll('*').length;
  const idle = app?.dataset.testScriptState === 'notRunning'
    && app.dataset.testConnectionState === 'CONNECTED'
    && size === window.lastSize;
  window.lastSize = size;
  window.idleFrames = idle ? (window.idleFrames ?? 0) + 1 : 0;
  return window.idleFrames > 12;
}
"""


def wait_idle(page: Page, seconds: float = 60) -> None:
    """Wait until Streamlit is connected, no script runs, and the page has stopped growing."""
    page.evaluate("window.idleFrames = 0")
    page.wait_for_function(IDLE, timeout=seconds * 1000)


@pytest.fixture(scope="session")
def app_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
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


@pytest.fixture
def open_page(browser: Browser, app_url: str, faults: list[str]) -> Iterator[OpenPage]:
    contexts = []

    def open_page(
        path: str = "",
        lang: str = "zh-CN",
        width: int = 1440,
        height: int = 900,
        *,
        dark: bool = False,
    ) -> Page:
        context = browser.new_context(
            locale=lang,
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            accept_downloads=True,
        )
        contexts.append(context)
        page = context.new_page()
        watch(page, app_url, faults)
        page.goto(f"{app_url}/{path.lstrip('/')}")
        wait_idle(page)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []


def watch(page: Page, app_url: str, faults: list[str]) -> None:
    """Note requests that leave the app, errors on the console and uncaught exceptions."""
    own = (f"{app_url}/", f"{app_url.replace('http', 'ws', 1)}/", "data:", "blob:", "about:")

    def on_request(url: str) -> None:
        if not url.startswith(own):
            faults.append(f"request outside the app: {url}")

    def on_console(message: ConsoleMessage) -> None:
        # On a page's own path Streamlit looks for its server there first, then at the root.
        sought = re.search(r"/[a-z]+/_stcore/(health|host-config)$", message.location["url"])
        if message.type == "error" and not sought:
            faults.append(f"console: {message.text}")

    page.context.on("request", lambda request: on_request(request.url))
    page.on("websocket", lambda socket: on_request(socket.url))
    page.on("console", on_console)
    page.on("pageerror", lambda error: faults.append(f"exception: {error}"))
