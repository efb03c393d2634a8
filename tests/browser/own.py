"""What a reader does with data of their own."""

from pathlib import Path

from playwright.sync_api import Page, expect

from geo.paths import ROOT
from tests.browser.atlas import PAGE_LINK, map_frame
from tests.browser.conftest import wait_idle

FIXTURES = ROOT / "tests" / "fixtures"
SECTION = "data?data-part=own"


def bring(page: Page, file: Path | str) -> None:
    """Upload a file, or a fixture by name, in the section that is open."""
    dropzone = page.locator('[data-testid="stFileUploaderDropzoneInput"]')
    dropzone.set_input_files(FIXTURES / file)
    expect(page.locator(".st-key-intake-head")).to_be_visible()
    wait_idle(page)


def say_system(page: Page, name: str) -> None:
    """Name the system of coordinates."""
    page.locator(".st-key-intake-system").get_by_text(name).first.click()
    wait_idle(page)


def expect_used(page: Page) -> None:
    """Wait until the good rows are in use, as they are without being asked."""
    expect(page.locator(".st-key-intake-drop")).to_be_visible()


def go(page: Page, place: int) -> None:
    """Go to another page of the atlas in the same session, by its place in the navigation."""
    page.locator(PAGE_LINK).nth(place).click()
    wait_idle(page)


def forget(page: Page) -> None:
    """Forget the file."""
    go(page, -1)
    page.locator(".st-key-intake-forget button").click()
    wait_idle(page)


def to_the_map(page: Page) -> None:
    """Go to the explore page and wait until its map draws own rows."""
    go(page, 0)
    map_frame(page)
    wait_for_own_rows(page)


def wait_for_own_rows(page: Page) -> None:
    """Wait until a map of the page draws own rows."""
    page.wait_for_function(
        "Array.from(window.frames).some(frame => frame.jilinAtlas"
        " && (frame.jilinAtlas.listDrawn().own || []).length)"
    )
