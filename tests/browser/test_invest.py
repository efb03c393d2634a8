"""The Invest page as an investor uses it, and the report as a board reads it."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader

from geo.siting.question import make_question
from geo.siting.ranking import rank_parks
from tests.browser.atlas import CJK, downloaded, drawn, map_frame, own_words, scrolls_sideways
from tests.browser.conftest import OpenPage, wait_idle

PATH = "invest?industry=auto-parts&belt=changchun-siping&invest-limits=rail_station<=30"
RANKING = rank_parks(
    make_question(industries=["auto-parts"], limits=["belt=changchun-siping", "rail_station<=30"])
)


def rows(page: Page) -> list[str]:
    """Return the ids of the ranked list."""
    page.locator("li.row").first.wait_for()
    found: list[str] = page.locator("li.row").evaluate_all(
        "rows => rows.map(row => row.dataset.id)"
    )
    return found


def test_list_and_map_show_the_ranking(open_page: OpenPage) -> None:
    page = open_page(PATH)
    assert rows(page) == RANKING.table.index.tolist()
    assert drawn(page, "parks") == set(RANKING.table.index)


def test_hover_and_selection_go_both_ways(open_page: OpenPage) -> None:
    page = open_page(PATH, lang="en-US")
    frame = map_frame(page)
    second = rows(page)[1]
    hovered = frame.evaluate_handle(
        "() => { const heard = []; (window.parent || window).addEventListener("
        "'jilin-atlas-hover', event => heard.push(event.detail)); return heard; }"
    )
    row = page.locator(f'li.row[data-id="{second}"]')
    row.hover()
    assert ["parks", second] in hovered.json_value()
    frame.evaluate("id => window.jilinAtlas.point(['parks', id])", rows(page)[2])
    expect(page.locator("li.row.pointed")).to_have_attribute("data-id", rows(page)[2])
    row.locator("button.main").click()
    wait_idle(page)
    expect(page.locator("li.row.selected")).to_have_attribute("data-id", second)
    assert f"selected=parks.{second}" in page.url
    expect(page.locator(".atlas-card h3")).to_contain_text(RANKING.parks.name_en[second])


def test_stars_fill_the_shortlist_and_the_link(open_page: OpenPage) -> None:
    page = open_page(PATH, lang="en-US")
    rows(page)
    for place in (0, 1):
        star = page.locator("li.row button.keep").nth(place)
        star.click()
        expect(star).to_have_attribute("aria-pressed", "true")
        wait_idle(page)
    assert f"invest-shortlist={'.'.join(RANKING.table.index[:2])}" in page.url
    expect(page.locator(".invest-shortlisted")).to_contain_text("2 on the shortlist")
    page.get_by_role("button", name="Compare").click()
    wait_idle(page)
    table = page.locator("table.compare")
    expect(table).to_contain_text("Contacts")
    expect(table.locator("img.sketch")).to_have_count(2)
    assert table.locator("img.sketch").first.evaluate("image => image.naturalWidth") > 0


def test_a_page_speaks_one_language(open_page: OpenPage) -> None:
    for part in ("list", "safe"):
        page = open_page(f"{PATH}&invest-part={part}", lang="en-US")
        expect(page.locator(".st-key-invest-tray")).to_be_visible()
        words = own_words(page, ".st-key-head", room="stApp")
        assert not CJK.search(words.replace("报告（中文）", ""))


def test_the_report_is_a_pdf_that_answers_on_its_first_page(open_page: OpenPage) -> None:
    page = open_page(f"{PATH}&invest-shortlist=changchun-auto-etdz.changchun-etdz")
    rows(page)
    pdf = PdfReader(downloaded(page.get_by_role("button", name="报告（中文）")))
    assert [round(float(side)) for side in pdf.pages[0].mediabox[2:]] == [595, 842]
    first = pdf.pages[0].extract_text()
    leader = RANKING.table.iloc[0]
    for phrase in ("吉林省园区选址报告", f"{leader.score:.1f}", "invest-shortlist=changchun"):
        assert phrase in re.sub(r"[\s\u200b\u00ad]", "", first)
    text = "".join(sheet.extract_text() for sheet in pdf.pages)
    for phrase in ("权重", "本报告未涵盖的内容", "四平"):
        assert phrase in text


def test_the_report_as_html_loads_nothing(
    open_page: OpenPage, browser: Browser, tmp_path: Path
) -> None:
    page = open_page(PATH)
    rows(page)
    file = tmp_path / "report.html"
    file.write_bytes(downloaded(page.get_by_role("button", name="报告（HTML）")).read_bytes())
    context = browser.new_context(offline=True)
    paper = context.new_page()
    asked: list[str] = []
    paper.on("request", lambda request: asked.append(request.url))
    paper.goto(file.as_uri())
    expect(paper.locator("h1")).to_have_text("吉林省园区选址报告")
    context.close()
    assert asked == [file.as_uri()]


IN_SIGHT = """thing => {
      const box = thing.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height / 2, 20)];
      let top = document.elementFromPoint(x, y);
      while (top?.shadowRoot?.elementFromPoint(x, y)) {
        const inner = top.shadowRoot.elementFromPoint(x, y);
        if (inner === top) break;
        top = inner;
      }
      return Boolean(top) && (thing.contains(top) || top.contains(thing));
    }"""


def is_in_sight(thing: Locator) -> bool:
    """Return whether the middle of a thing is on the screen and nothing lies over it."""
    return bool(thing.evaluate(IN_SIGHT))


def test_an_investor_goes_from_question_to_report_in_six_clicks(
    open_page: OpenPage, tmp_path: Path
) -> None:
    page, clicks = open_page("invest", lang="en-US"), 0

    def click(thing: Locator) -> None:
        nonlocal clicks
        thing.wait_for()
        # What lay over it may still be going; what is reached only by scrolling never is in sight.
        page.wait_for_function(IN_SIGHT, arg=thing.element_handle())
        thing.click()
        clicks += 1

    click(page.locator(".st-key-invest-ask-industry input"))
    page.keyboard.type("Auto parts")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    click(page.get_by_role("button", name="Changchun-Siping"))
    click(page.get_by_role("button", name="a railway station, 30 km at most"))
    click(page.get_by_role("button", name="Rank the parks"))
    wait_idle(page)
    assert rows(page) == RANKING.table.index.tolist()
    verdict = page.get_by_text("Safe: wins")
    expect(verdict).to_be_visible()
    assert is_in_sight(verdict)
    click(page.get_by_role("button", name="Compare the first 3"))
    wait_idle(page)
    expect(page.locator("table.compare thead th")).to_have_count(4)
    with page.expect_download() as made:
        click(page.get_by_role("button", name="Report (English)"))
    made.value.save_as(tmp_path / "report")
    assert (tmp_path / "report").stat().st_size > 10_000
    assert clicks <= 6


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768), (390, 844)])
def test_facts_open_in_place_and_the_list_stays_under_the_pointer(
    open_page: OpenPage, size: tuple[int, int]
) -> None:
    page = open_page(PATH, lang="en-US", width=size[0], height=size[1])
    row = page.locator("li.row").nth(4)
    row.scroll_into_view_if_needed()
    before = row.bounding_box()
    row.locator("button.main").click()
    wait_idle(page)
    facts = page.locator(".st-key-invest-facts")
    expect(facts.locator(".atlas-card h3")).to_be_visible()
    assert is_in_sight(facts.locator(".atlas-card h3"))
    assert row.bounding_box() == before


@pytest.mark.parametrize("width", [720, 1024, 1440])
@pytest.mark.parametrize("lang", ["zh-CN", "en-US"])
def test_names_stand_clear_of_bars(open_page: OpenPage, width: int, lang: str) -> None:
    page = open_page(PATH, lang=lang, width=width, height=450 if width == 720 else 900)
    rows(page)
    clashes = page.locator("li.row").evaluate_all("""rows => rows.filter(row => {
      const name = row.querySelector(".text");
      const bar = row.querySelector(".track").getBoundingClientRect();
      const box = name.getBoundingClientRect();
      const cut = name.scrollWidth > name.clientWidth;
      return cut || (box.right > bar.left && box.bottom > bar.top && box.top < bar.bottom);
    }).map(row => row.dataset.id)""")
    assert clashes == []
    assert not scrolls_sideways(page)


def test_every_column_of_the_tables_is_in_sight(open_page: OpenPage) -> None:
    page = open_page(f"{PATH}&invest-part=safe", lang="en-US")
    tables = page.locator(".invest-table")
    expect(tables).to_have_count(2)
    cut = tables.evaluate_all("all => all.filter(one => one.scrollWidth > one.clientWidth).length")
    assert cut == 0


def test_the_page_fits_a_phone(open_page: OpenPage) -> None:
    page = open_page(PATH, width=390, height=844)
    rows(page)
    assert not scrolls_sideways(page)
    expect(page.locator(".st-key-invest-facet-industry")).to_be_hidden()
    page.get_by_role("button", name="修改问题").click()
    expect(page.locator(".st-key-invest-facet-industry")).to_be_visible()
