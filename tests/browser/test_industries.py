"""What a planner does on the industries page, by mouse, by keyboard and on a phone."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.atlas import CJK, downloaded, own_words, scrolls_sideways, spreadsheet
from tests.browser.conftest import OpenPage, wait_idle

SECTIONS = ("matrix", "timeline", "likeness", "emphasis", "gaps")
LATIN_SENTENCE = re.compile(r"(?:[A-Za-z]{2,}[ ,]+){4,}")


def pick(page: Page, key: str, text: str) -> None:
    """Choose in a list by typing."""
    box = page.locator(f".st-key-{key} input")
    box.click()
    box.fill(text)
    page.get_by_role("option").first.click()
    wait_idle(page)


def section(page: Page, name: str) -> None:
    page.locator(".st-key-industries-part").get_by_text(name, exact=True).click()
    wait_idle(page)


def card(page: Page) -> str:
    return page.locator(".atlas-claim").first.inner_text()


def click_cell(page: Page, column: int, row: int) -> None:
    """Click a cell of the sector matrix (English: 78 px a column after the names)."""
    grid = page.locator('[class*="st-key-matrix-"] canvas').first
    box = grid.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 240 + 78 * column + 30, box["y"] + 38 + 35 * row + 15)
    wait_idle(page)


def test_a_cell_opens_its_evidence_by_mouse_and_by_keyboard(open_page: OpenPage) -> None:
    page = open_page("industries?industries-by=sector&industries-item=textiles", lang="en-US")
    click_cell(page, column=2, row=0)
    assert card(page).startswith("Equipment manufacturing\n\nSiping")
    assert "heat exchangers" in card(page)
    assert "industries-place=220300" in page.url
    page.keyboard.press("ArrowRight")
    expect(page.locator(".atlas-claim h3 + p")).to_have_text("Liaoyuan")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".atlas-claim h3")).to_have_text("New energy and new materials")
    wait_idle(page)
    assert "industries-item=new-energy-new-materials" in page.url


def test_which_belts_claim_textiles_and_on_what_evidence(open_page: OpenPage) -> None:
    page = open_page("industries?industries-by=sector", lang="en-US")
    pick(page, "industries-item", "Textiles")
    belts = page.locator(".atlas-claim section").filter(has_text="All belts that claim it · 2")
    chip = belts.locator("summary").filter(has_text="Songyuan-Baicheng")
    chip.focus()
    page.keyboard.press("Enter")
    quotes = belts.locator("details[open] blockquote")
    expect(quotes).to_have_count(2)
    expect(quotes.first).to_contain_text("textiles")
    expect(quotes.first).to_contain_text("2013-05-28")


def test_which_prefectures_most_resemble_jilin_city(open_page: OpenPage) -> None:
    page = open_page("industries", lang="en-US")
    section(page, "Differentiation")
    pick(page, "industries-place", "Jilin City")
    expect(page.get_by_role("heading", name="Which resemble Jilin City most")).to_be_visible()
    lines = spreadsheet(page.locator(".st-key-like-220200-csv button")).splitlines()
    assert lines[1].startswith("Baicheng,0.15,")


def test_what_the_2015_document_dropped_for_siping(open_page: OpenPage) -> None:
    page = open_page("industries", lang="zh-CN")
    section(page, "文件脉络")
    pick(page, "industries-place", "四平")
    story = page.locator(".atlas-story dl")
    expect(story).to_contain_text("2015年文件未提及，但两份文件先后不明，不称为“不再提及”")
    expect(story.locator("dt")).to_have_text(["2006", "2013", "2015", "2021", "无日期"])
    expect(story.locator("dd").nth(2)).to_contain_text("不再提及：无")
    story.locator("dd").nth(4).locator("summary").filter(has_text="玻璃").first.click()
    expect(story.locator("details[open] blockquote")).to_contain_text("glass and products")


def test_a_link_restores_the_whole_state(open_page: OpenPage) -> None:
    link = (
        "industries?industries-part=timeline&industries-axis=item&industries-item=socks"
        "&industries-counties=1&industries-place=220400"
    )
    page = open_page(link, lang="en-US")
    expect(page.locator(".atlas-story h3")).to_have_text("Socks and hosiery")
    expect(page.locator(".st-key-industries-counties input")).to_be_checked()
    for choice in link.split("?")[1].split("&"):
        assert choice in page.url
    section(page, "Gap finder")
    assert "industries-place=220400" in page.url


@pytest.mark.parametrize(("lang", "foreign"), [("en-US", CJK), ("zh-CN", LATIN_SENTENCE)])
def test_each_section_speaks_one_language(
    open_page: OpenPage, lang: str, foreign: re.Pattern[str]
) -> None:
    page = open_page("industries", lang=lang)
    buttons = page.locator(".st-key-industries-part button")
    for number in range(len(SECTIONS)):
        buttons.nth(number).click()
        wait_idle(page)
        assert not foreign.search(own_words(page, ".st-key-head", "table")), SECTIONS[number]


def test_a_phone_shows_each_section_without_sideways_scrolling(open_page: OpenPage) -> None:
    page = open_page("industries", width=390, height=844)
    buttons = page.locator(".st-key-industries-part button")
    for number in range(len(SECTIONS)):
        buttons.nth(number).click()
        wait_idle(page)
        assert not scrolls_sideways(page), SECTIONS[number]


def test_a_chart_can_be_saved_and_has_words(open_page: OpenPage) -> None:
    page = open_page("industries?industries-part=likeness", lang="en-US")
    chart = page.locator('[data-testid="stVegaLiteChart"]').first
    expect(chart).to_be_visible()
    picture = downloaded(page.locator(".st-key-similarity-svg button")).read_text("utf-8")
    assert picture.startswith("<svg")
    assert "Jilin City" in picture
