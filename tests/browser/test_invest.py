"""The Invest page as an investor uses it, and the report as a board reads it."""

from io import BytesIO
from pathlib import Path

from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from geo.siting.question import make_question
from geo.siting.ranking import rank_parks
from tests.browser.atlas import CJK, drawn, map_frame, own_words, scrolls_sideways
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
    expect(page.locator(".atlas-card h3")).to_contain_text("Changchun Economic")


def test_stars_fill_the_shortlist_and_the_link(open_page: OpenPage) -> None:
    page = open_page(f"{PATH}&invest-part=compare", lang="en-US")
    for place in (0, 1):
        star = page.locator("li.row button.keep").nth(place)
        star.click()
        expect(star).to_have_attribute("aria-pressed", "true")
        wait_idle(page)
    assert f"invest-shortlist={'.'.join(RANKING.table.index[:2])}" in page.url
    table = page.locator("table.compare")
    expect(table).to_contain_text("Whom to ask")
    expect(table.locator("img.sketch")).to_have_count(2)
    assert table.locator("img.sketch").first.evaluate("image => image.naturalWidth") > 0


def test_a_page_speaks_one_language(open_page: OpenPage) -> None:
    page = open_page(f"{PATH}&invest-part=safe", lang="en-US")
    rows(page)
    words = own_words(page, ".st-key-head", room="stApp")
    assert not CJK.search(words.replace("报告（中文）", ""))


def test_the_report_prints_without_network(
    open_page: OpenPage, browser: Browser, tmp_path: Path
) -> None:
    page = open_page(f"{PATH}&invest-shortlist=changchun-auto-etdz.changchun-etdz")
    rows(page)
    with page.expect_download() as made:
        page.get_by_role("button", name="报告（中文）").click()
    file = tmp_path / "report.html"
    made.value.save_as(file)
    context = browser.new_context(offline=True)
    paper = context.new_page()
    asked: list[str] = []
    paper.on("request", lambda request: asked.append(request.url))
    paper.goto(file.as_uri())
    pdf = PdfReader(BytesIO(paper.pdf(prefer_css_page_size=True, print_background=True)))
    context.close()
    assert asked == [file.as_uri()]
    assert [round(float(side)) for side in pdf.pages[0].mediabox[2:]] == [595, 842]
    text = "".join(one.extract_text() for one in pdf.pages)
    # Some fonts hand out radicals for a few signs; these have none among them.
    for phrase in ("吉林省园区选址报告", "权重", "本报告不能回答的", "四平市"):
        assert phrase in text
    leader = RANKING.table.iloc[0]
    assert f"{leader.score:.1f}" in text
    assert "invest-shortlist=changchun-auto-etdz" in file.read_text("utf-8")


def test_the_page_fits_a_phone(open_page: OpenPage) -> None:
    page = open_page(PATH, width=390, height=844)
    rows(page)
    assert not scrolls_sideways(page)
