"""The search in the head of every page: it lists while one types, and what is chosen is shown."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.atlas import map_frame, search
from tests.browser.conftest import OpenPage, wait_idle

PATHS = ("", "belts", "industries", "policy", "invest", "data")


def count_steps(page: Page) -> int:
    return int(page.evaluate("history.length"))


def test_typing_lists_and_pushes_nothing(open_page: OpenPage) -> None:
    page = open_page("?lang=zh", lang="en-US")
    before = map_frame(page).frame_element().bounding_box()
    options = search(page, "thyyc")
    expect(options).to_have_count(1)
    expect(options.first).to_have_text("通化医药城 县（市、区） 城市品牌；东昌区")
    assert map_frame(page).frame_element().bounding_box() == before
    assert page.url.endswith("/?lang=zh")
    page.keyboard.press("Escape")
    map_frame(page).locator(".leaflet-container").focus()
    page.keyboard.press("/")
    expect(page.get_by_role("combobox", name="搜索")).to_be_focused()
    search(page, "thyyc").first.click()
    wait_idle(page)
    expect(page.locator(".atlas-card h3")).to_have_text("东昌区")
    expect(page.get_by_role("combobox", name="搜索")).to_have_value("")


@pytest.mark.parametrize(
    ("lang", "question", "answer"),
    [
        ("en", "Which belts claim textiles?", "claimed by belts: Changchun-Liaoyuan"),
        ("zh", "哪些产业带主张纺织？", "点名的产业带：长春—辽源—通化—白山（2013）"),
    ],
)
def test_a_question_is_answered_in_the_list_and_on_explore(
    open_page: OpenPage, lang: str, question: str, answer: str
) -> None:
    page = open_page(f"policy?lang={lang}")
    steps = count_steps(page)
    options = search(page, question)
    expect(options.first).to_contain_text(answer)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/\?.*industry=textiles-general"))
    wait_idle(page)
    assert count_steps(page) == steps + 1
    page.go_back()
    page.wait_for_url(re.compile("/policy"))
    wait_idle(page)


def test_the_keyboard_alone_leads_through_the_list(open_page: OpenPage) -> None:
    page = open_page("data?lang=en", lang="en-US")
    page.locator("h1").click()
    page.keyboard.press("/")
    box = page.get_by_role("combobox", name="Search")
    expect(box).to_be_focused()
    expect(box).to_have_value("")
    page.keyboard.type("changchun")
    options = page.locator(".atlas-search").get_by_role("option")
    expect(options.first).to_contain_text("Changchun")
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    named = options.nth(1).get_attribute("id")
    expect(box).to_have_attribute("aria-activedescendant", named or "")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator('[aria-selected="true"][role=option]')).to_have_count(0)
    page.keyboard.press("Escape")
    expect(options).to_have_count(0)
    expect(box).to_have_attribute("aria-expanded", "false")
    page.keyboard.type("qq/qqqq")  # a sign like any other, inside the box
    expect(box).to_have_value("qq/qqqq")
    expect(page.locator(".atlas-search [role=status]")).to_have_text(
        "Nothing is known by that name."
    )


def test_industries_takes_an_industry_itself(open_page: OpenPage) -> None:
    page = open_page("industries?lang=en&industries-by=sector&industries-item=biomedicine")
    search(page, "heat exch").first.click()
    page.wait_for_url(re.compile("industries-item=heat-exchangers"))
    wait_idle(page)
    assert "/industries" in page.url
    assert "selected" not in page.url


@pytest.mark.parametrize("path", PATHS)
def test_on_a_phone_a_button_opens_it_over_the_whole_width(open_page: OpenPage, path: str) -> None:
    page = open_page(f"{path}?lang=zh", width=390, height=844)
    expect(page.get_by_role("combobox", name="搜索")).to_be_hidden()
    page.locator(".atlas-search-open").click()
    box = page.get_by_role("combobox", name="搜索")
    expect(box).to_be_focused()
    field = page.locator(".atlas-search-field").bounding_box()
    assert field is not None
    assert (field["x"], field["width"]) == (0, 390)
    expect(search(page, "长春").first).to_contain_text("长春市")
    popup = page.locator(".atlas-search-popup").bounding_box()
    assert popup is not None
    assert (popup["x"], popup["width"]) == (0, 390)
    page.get_by_role("button", name="关闭搜索").click()
    expect(box).to_be_hidden()
    expect(page.locator(".atlas-search-open")).to_be_focused()
