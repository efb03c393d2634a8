"""What an investor in auto parts at Gongzhuling sees in a minute, by each way to it."""

import re

import pytest
from playwright.sync_api import Page, expect

from geo import park_promises, store
from tests.browser.atlas import search
from tests.browser.conftest import OpenPage, wait_idle

PARK = "gongzhuling-edz"
ROW = store.load_layer("parks").set_index("id", drop=False).loc[PARK]
INCENTIVES = park_promises.select_incentives(ROW)
TELEPHONE = "0431-85677437"


def expect_promises(page: Page) -> None:
    """Expect in sight: what covers the park, its state and as of when, and whom to call."""
    promised = page.locator(".invest-promised")
    expect(promised.locator("h3")).to_have_text(ROW.name_en)
    call = promised.get_by_role("link", name=TELEPHONE)
    expect(call).to_be_in_viewport()
    expect(call).to_have_attribute("href", f"tel:{TELEPHONE.replace('-', '')}")
    expect(promised.get_by_text("The government of Gongzhuling")).to_be_in_viewport()
    listed = page.locator(".invest-promised > .promise-list > li")
    shown = INCENTIVES[INCENTIVES.covers | INCENTIVES.value.notna()]
    expect(listed).to_have_count(len(shown))
    first = listed.first
    expect(first.locator("b")).to_have_text(shown.name_en.iloc[0])
    expect(first).to_be_in_viewport()
    expect(first).to_contain_text(f"unknown as of {park_promises.SEARCHED.isoformat()}")
    first.get_by_text("The sentence that says so").click()
    expect(first.locator("mark")).to_have_text(shown.phrase.iloc[0])


def test_from_the_industry_to_whom_to_call_on_invest(open_page: OpenPage) -> None:
    page = open_page("invest?industry=auto-parts", lang="en-US")
    page.locator(f'li.row[data-id="{PARK}"] button.main').click()
    wait_idle(page)
    page.get_by_role("radio", name="Promised here").click()
    wait_idle(page)
    expect_promises(page)


def test_from_the_search_by_the_card_to_invest(open_page: OpenPage) -> None:
    page = open_page("", lang="en-US")
    search(page, "Gongzhuling Economic").first.click()
    wait_idle(page)
    card = page.locator(".atlas-card")
    expect(card).to_contain_text("What the documents promise")
    expect(card).to_contain_text(TELEPHONE)
    page.get_by_role("link", name="All that is promised here, on Invest").click()
    page.wait_for_url(re.compile("/invest"))
    wait_idle(page)
    expect_promises(page)


@pytest.mark.parametrize(
    ("text", "name", "part"),
    [
        ("dividends exempt", "Dividends exempt from corporate income tax", "offered"),
        ("Department of Commerce", "Jilin Provincial Department of Commerce", "bodies"),
    ],
)
def test_the_search_opens_a_statement_on_policy(
    open_page: OpenPage, text: str, name: str, part: str
) -> None:
    page = open_page("invest?industry=auto-parts", lang="en-US")
    search(page, text).first.click()
    page.wait_for_url(re.compile(f"/policy.*policy-part={part}"))
    wait_idle(page)
    expect(page.locator(".policy-quote b").first).to_have_text(name)
