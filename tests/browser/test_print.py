"""Every page on paper: what is read is there whole, what is pressed is not."""

import re
from collections import defaultdict
from ctypes import c_double
from io import BytesIO

import pypdfium2
import pypdfium2.raw as raw
import pytest
from playwright.sync_api import Page, expect

from tests.browser.atlas import MAP_FRAME
from tests.browser.conftest import OpenPage, wait_idle

A4 = (595, 842)  # points
TALLEST = 30  # points, of a sign
MARGIN = 30  # points; the style sheet leaves 37
VIEWS = {
    "explore": "?industry=textiles&selected=belts.changchun-siping",
    "belts": "belts?",
    "compared": "belts?belts-part=compare",
    "industries": "industries?",
    "policy": "policy?policy-part=documents",
    "invest": "invest?industry=textiles&level=national",
    "data": "data?data-part=quality",
}
CONTROLS = {
    "zh": ("下载", "清除全部筛选", "查找产业", "关闭", "分享"),
    "en": ("Download", "Clear all", "Find an industry", "Close", "Share this"),
}
#: Everything that somebody could press, in sight; the rows of a list are its content.
PRESSED = """() => [...document.querySelectorAll(
    'button, input, select, textarea, [role=slider], [role=tab], .st-key-pages a, .stDataFrame'
  )].filter(e => e.checkVisibility({ visibilityProperty: true }) && e.offsetHeight)
    .map(e => e.outerHTML.slice(0, 120))"""
#: Text that its box cuts off, and text that a map lies over.
CUT = """() => {
  const words = (e) => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
  const all = [...document.querySelectorAll('.stMain *')].filter(
    e => e.checkVisibility() && !e.closest('.stVegaLiteChart, .atlas-spoken, script, style'));
  return all.filter(e => words(e) && getComputedStyle(e).overflowX !== 'visible'
    && getComputedStyle(e).clipPath === 'none'
    && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 2))
    .map(e => e.outerHTML.slice(0, 120));
}"""
COVERED = """() => {
  const maps = [...document.querySelectorAll('iframe[src*="streamlit_folium"]')]
    .map(e => e.getBoundingClientRect());
  const range = document.createRange();
  const found = [];
  const walk = document.createTreeWalker(document.querySelector('.stMain'), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode;
    if (!node.textContent.trim() || !node.parentElement.checkVisibility()) continue;
    range.selectNodeContents(node);
    for (const r of range.getClientRects()) {
      if (maps.some(m => r.left < m.right - 1 && r.right > m.left + 1
          && r.top < m.bottom - 1 && r.bottom > m.top + 1)) found.push(node.textContent);
    }
  }
  return found;
}"""


def print_page(page: Page) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(
        BytesIO(page.pdf(prefer_css_page_size=True, print_background=True))
    )


def find_overlaps(sheet: pypdfium2.PdfPage) -> list[str]:
    """Return pairs of signs of which one lies over the other."""
    text = sheet.get_textpage()
    signs = text.get_text_range(0, text.count_chars())
    boxes = [(sign, text.get_charbox(row)) for row, sign in enumerate(signs) if sign.strip()]
    # Of a few signs PDFium tells a box as high as three lines, somewhere else.
    boxes = [(sign, box) for sign, box in boxes if box[3] - box[1] < TALLEST]
    rows = defaultdict(list)
    for sign, box in boxes:
        for band in range(int(box[1] // 12), int(box[3] // 12) + 1):
            rows[band].append((sign, box))
    return [
        first + second
        for band in rows.values()
        for at, (first, a) in enumerate(band)
        for second, b in band[:at]
        if first != second and _share(a, b) > 0.4
    ]


def find_strays(sheet: pypdfium2.PdfPage) -> list[str]:
    """Return signs that begin in the margin at either side."""
    text, strays = sheet.get_textpage(), []
    for row in range(text.count_chars()):
        x, y = c_double(), c_double()
        raw.FPDFText_GetCharOrigin(text, row, x, y)
        sign = text.get_text_range(row, 1)
        if sign.strip() and not MARGIN <= x.value <= A4[0] - MARGIN:
            strays.append(sign)
    return strays


def _share(a: tuple[float, ...], b: tuple[float, ...]) -> float:
    wide = min(a[2], b[2]) - max(a[0], b[0])
    high = min(a[3], b[3]) - max(a[1], b[1])
    least = min((box[2] - box[0]) * (box[3] - box[1]) for box in (a, b))
    return wide * high / least if wide > 0 < high and least > 0 else 0


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("view", VIEWS)
def test_a_page_prints_whole_and_without_what_is_pressed(
    open_page: OpenPage, view: str, lang: str
) -> None:
    page = open_page(f"{VIEWS[view]}&lang={lang}".replace("?&", "?"))
    if page.locator(MAP_FRAME).count():
        page.wait_for_function("Array.from(window.frames).every(frame => frame.jilinAtlas)")
    wait_idle(page)
    pdf = print_page(page)
    sheets = [pdf[row] for row in range(len(pdf))]
    words = "".join(sheet.get_textpage().get_text_range() for sheet in sheets)
    assert all(tuple(round(side) for side in sheet.get_size()) == A4 for sheet in sheets)
    title = page.locator("h1").text_content()
    assert re.sub(r"\s", "", title) in re.sub(r"\s", "", words)
    assert not [word for word in CONTROLS[lang] if word in words]
    for sheet in sheets:
        assert find_overlaps(sheet) == []
        assert find_strays(sheet) == []
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 695, "height": 1000})  # the paper between its margins
    assert page.evaluate(PRESSED) == []
    assert page.evaluate(CUT) == []
    assert page.evaluate(COVERED) == []
    page.emulate_media(media="screen")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_table_that_scrolls_on_the_screen_prints_its_rows(open_page: OpenPage, lang: str) -> None:
    page = open_page(f"policy?lang={lang}")
    table = page.locator("table.atlas-printed").last
    expect(table.locator("tbody tr")).to_have_count(60)
    pdf = print_page(page)
    words = "".join(pdf[row].get_textpage().get_text_range() for row in range(len(pdf)))
    last = table.locator("tbody tr").last.locator("td").nth(6).text_content()
    assert last
    assert re.sub(r"\s", "", last) in re.sub(r"\s", "", words)
    assert {"zh": "前 60 行", "en": "The first 60 of"}[lang] in words


def test_a_figure_prints_as_chart_or_as_table_whichever_is_in_sight(open_page: OpenPage) -> None:
    page = open_page("belts", lang="en-US")
    figure = page.locator('[class*="st-key-figure-"][class*="-along"]')
    drawn, listed = figure.locator("figure"), figure.locator("table.atlas-printed")
    page.emulate_media(media="print")
    expect(drawn).to_be_visible()
    expect(listed).to_be_hidden()
    page.emulate_media(media="screen")
    figure.get_by_role("tab", name="Table").click()
    page.emulate_media(media="print")
    expect(listed).to_be_visible()
    expect(drawn).to_be_hidden()
    page.emulate_media(media="screen")
