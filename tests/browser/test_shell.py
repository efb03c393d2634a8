"""The head of every page: where it stands, what it is called, and the way back."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.atlas import PAGE_LINK, table_layer
from tests.browser.conftest import OpenPage, wait_idle

PATHS = ("", "belts", "industries", "policy", "invest", "data")
WAYS = {
    "zh": ("浏览", "产业带", "产业", "政策", "选址", "数据"),
    "en": ("Explore", "Belts", "Industries", "Policy", "Invest", "Data"),
}
BRAND = {"zh": "吉林产业带图集", "en": "Jilin Belt Atlas"}


def list_places(page: Page) -> list[float]:
    return page.locator(PAGE_LINK).evaluate_all(
        "all => all.map(e => Math.round(e.getBoundingClientRect().x))"
    )


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_head_stays_and_says_where_the_reader_is(
    open_page: OpenPage, lang: str, width: int
) -> None:
    page = open_page(f"?lang={lang}", width=width)
    places = list_places(page)
    for way, path in zip(WAYS[lang][1:], PATHS[1:], strict=True):
        page.get_by_role("link", name=way, exact=True).first.click()
        wait_idle(page)
        assert path in page.url
        expect(page).to_have_title(f"{way} — {BRAND[lang]}")
        current = page.locator('.st-key-pages [aria-current="page"]')
        expect(current).to_have_count(1)
        expect(current).to_contain_text(way)
        expect(page.locator("h1")).to_have_count(1)
        assert list_places(page) == places
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_back_is_one_press_a_page_and_loses_nothing(open_page: OpenPage) -> None:
    page = open_page("?lang=zh&belt=changchun-siping", lang="en-US")
    before = page.evaluate("history.length")
    ways = dict(zip(PATHS, WAYS["zh"], strict=True))
    for path in ("belts", "policy", "invest"):
        page.get_by_role("link", name=ways[path], exact=True).first.click()
        wait_idle(page)
        expect(page).to_have_title(f"{ways[path]} — {BRAND['zh']}")
    assert page.evaluate("history.length") == before + 3
    for path in ("policy", "belts", ""):
        page.go_back()
        expect(page).to_have_title(f"{ways[path]} — {BRAND['zh']}")
        wait_idle(page)
        assert "lang=zh" in page.url
    assert "belt=changchun-siping" in page.url


def test_a_selection_is_a_step_that_back_undoes(open_page: OpenPage) -> None:
    page = open_page("?lang=en&selected=parks.changchun-etdz", lang="en-US")
    page.get_by_role("button", name="Close").click()
    wait_idle(page)
    assert "selected" not in page.url
    table_layer(page, "Prefectures")  # what is done next carries the new address
    page.go_back()
    wait_idle(page)
    expect(page.locator(".atlas-card h3").first).to_be_visible()
    assert "selected=parks.changchun-etdz" in page.url


def test_nothing_is_named_in_english_on_a_chinese_page(open_page: OpenPage) -> None:
    page = open_page("?lang=zh", lang="en-US")
    expect(page.locator('iframe[title="地图"]')).to_have_count(1)
    expect(page.get_by_role("navigation", name="页面")).to_have_count(1)
    expect(page.locator('[data-testid="stSkipToContent"]')).to_have_text("跳到正文")
