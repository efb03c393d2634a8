"""A phone is shown the beginning of what is long, and the rest when it is asked for."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, wait_idle

PHONE = {"width": 390, "height": 844}
#: By page how many pixels it may be high.
HIGHEST = {
    "industries": 2500,
    "belts": 3000,
    "belts?belts-part=compare": 2400,
    "belts?belts-part=overlap": 2450,
    "policy?policy-part=changes": 1100,
    "invest?industry=auto-parts&invest-part=safe": 2810,
    "invest?industry=auto-parts&invest-part=criteria": 1450,
}
MEASURE = "document.querySelector('.stMain').scrollHeight"


@pytest.mark.parametrize("path", HIGHEST)
def test_a_page_is_no_longer_than_it_need_be(open_page: OpenPage, path: str) -> None:
    page = open_page(path, lang="en-US", **PHONE)
    expect(page.locator(".atlas-more").first).to_be_visible()
    page.wait_for_function(f"{MEASURE} <= {HIGHEST[path]}")


def find_last_row(page: Page) -> bool:
    """Return whether the last row of the table stands within the place that it is shown in."""
    return page.evaluate("""() => {
      const place = document.querySelector('[class*="st-key-peeked-"]');
      const row = [...place.querySelectorAll('tr')].at(-1).getBoundingClientRect();
      return row.bottom <= place.getBoundingClientRect().bottom + 1;
    }""")


def test_all_is_shown_when_asked_for_and_on_paper_and_on_a_desk(open_page: OpenPage) -> None:
    page = open_page("policy?policy-part=changes", lang="en-US", **PHONE)
    more = page.locator(".atlas-more summary")
    expect(more).to_have_text("Show all", use_inner_text=True)
    assert not find_last_row(page)
    page.emulate_media(media="print")
    assert find_last_row(page)
    expect(more).to_be_hidden()
    page.emulate_media(media="screen")
    more.click()
    expect(more).to_have_text("Show less", use_inner_text=True)
    assert find_last_row(page)
    more.click()
    assert not find_last_row(page)
    page.set_viewport_size({"width": 1440, "height": 900})
    wait_idle(page)
    expect(more).to_be_hidden()
    assert find_last_row(page)
