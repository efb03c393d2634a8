"""What a planner does on the industries page, by mouse, by keyboard and on a phone."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.atlas import CJK, downloaded, own_words, scrolls_sideways, spreadsheet
from tests.browser.conftest import OpenPage, wait_idle

SECTIONS = ("matrix", "timeline", "likeness", "emphasis", "gaps")
LATIN_SENTENCE = re.compile(r"(?:[A-Za-z]{2,}[ ,]+){4,}")


def pick(page: Page, key: str, text: str) -> None:
    """Choose in a list by typing."""
    box = page.locator(f".st-key-{key} input")
    box.click()
    box.fill(text)
    page.get_by_role("listbox").get_by_role("option").first.click()
    wait_idle(page)


def section(page: Page, name: str) -> None:
    page.locator(".st-key-industries-part").get_by_text(name, exact=True).click()
    wait_idle(page)


def card(page: Page) -> str:
    return page.locator(".atlas-claim").first.inner_text()


def cell(page: Page, item: str, place: str) -> Locator:
    return page.locator(f'.matrix-box td[data-item="{item}"][data-place="{place}"]')


def name(page: Page, attribute: str, key: str) -> Locator:
    return page.locator(f'.matrix-box th[data-{attribute}="{key}"]')


def is_in_sight(thing: Locator) -> bool:
    """Return whether a cell lies in the matrix's box, clear of the names at its edges."""
    return bool(
        thing.evaluate("""cell => {
          const inner = cell.getBoundingClientRect();
          const box = cell.closest('.matrix-box').getBoundingClientRect();
          const corner = cell.closest('table').querySelector('th').getBoundingClientRect();
          return inner.top >= corner.bottom - 1 && inner.bottom <= box.bottom + 1
            && inner.left >= corner.right - 1 && inner.right <= box.right + 1;
        }""")
    )


def test_a_cell_opens_its_evidence_by_mouse_and_by_keyboard(open_page: OpenPage) -> None:
    page = open_page("industries?industries-by=sector&industries-item=textiles", lang="en-US")
    cell(page, "equipment-manufacturing", "220300").click()
    wait_idle(page)
    assert card(page).startswith("Equipment manufacturing\n\nSiping")
    assert "heat exchangers" in card(page)
    assert "industries-place=220300" in page.url
    page.keyboard.press("ArrowRight")
    expect(cell(page, "equipment-manufacturing", "220400")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".atlas-claim h2")).to_have_text("New energy and new materials")
    expect(page.locator(".atlas-claim h2 + p")).to_have_text("Liaoyuan")
    wait_idle(page)
    assert "industries-item=new-energy-new-materials" in page.url


@pytest.mark.parametrize("width", [390, 1440])
def test_what_is_chosen_comes_into_sight_and_is_outlined(open_page: OpenPage, width: int) -> None:
    page = open_page("industries", lang="en-US", width=width)
    pick(page, "industries-item", "Textiles")
    pick(page, "industries-place", "Songyuan-Baicheng")
    there = cell(page, "textiles-general", "changchun-songyuan-baicheng")
    expect(there).to_have_attribute("aria-selected", "true")
    assert is_in_sight(there)
    shadow = there.evaluate("cell => getComputedStyle(cell).boxShadow")
    assert "inset" in shadow
    expect(page.locator(".matrix-key")).to_be_visible()
    assert "n.d. undated" in page.locator(".matrix-key").inner_text()


def test_names_in_the_matrix_choose_and_a_place_pressed_again_gives_all(
    open_page: OpenPage,
) -> None:
    page = open_page("industries", lang="en-US")
    name(page, "item", "socks").click()
    expect(page.locator(".atlas-claim h2")).to_have_text("Socks and hosiery")
    name(page, "place", "220400").click()
    expect(page.locator(".atlas-claim h2 + p")).to_have_text("Liaoyuan")
    wait_idle(page)
    assert "industries-place=220400" in page.url
    name(page, "place", "220400").click()
    expect(page.locator(".atlas-claim h2 + p")).to_have_text("All places")


def test_which_belts_claim_textiles_and_on_what_evidence(open_page: OpenPage) -> None:
    page = open_page("industries", lang="en-US")
    pick(page, "industries-item", "Textiles")
    belts = page.locator(".atlas-claim section").filter(has_text="All belts that claim it · 2")
    quotes = belts.locator("blockquote")
    expect(quotes).to_have_count(2)
    for quote in quotes.all():  # in sight, without a click
        expect(quote).to_be_visible()
        expect(quote).to_contain_text("textiles")
        expect(quote).to_contain_text("2013-05-28")


def test_which_prefectures_most_resemble_jilin_city(open_page: OpenPage) -> None:
    page = open_page("industries", lang="en-US")
    section(page, "Who is like whom")
    pick(page, "industries-place", "Jilin City")
    expect(page.get_by_role("heading", name="Which resemble Jilin City most")).to_be_visible()
    lines = spreadsheet(page.locator(".st-key-like-220200-csv button")).splitlines()
    assert lines[1].startswith("Baicheng,0.15,")


def test_what_the_2015_document_dropped_for_siping(open_page: OpenPage) -> None:
    page = open_page("industries", lang="zh-CN")
    section(page, "政策沿革")
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
    expect(page.locator(".atlas-story h2")).to_have_text("Socks and hosiery")
    expect(page.locator(".st-key-industries-counties input")).to_be_checked()
    for choice in link.split("?")[1].split("&"):
        assert choice in page.url
    section(page, "Where are gaps")
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
    image = downloaded(page.locator(".st-key-similarity-png button")).read_bytes()
    assert image.startswith(b"\x89PNG")
    page.get_by_role("tab", name="Table").click()
    figure = page.locator(".st-key-figure-similarity")
    expect(figure.get_by_test_id("stDataFrame")).to_be_visible()
    expect(chart).to_be_hidden()
    pairs = spreadsheet(page.locator(".st-key-similarity-csv button"))
    assert pairs.splitlines()[0].startswith("Place,Other place,Similarity")
