"""A planner drops a file on the page, and it stands on the map beside the atlas's own."""

import json
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Dialog, expect

from geo import store
from geo.intake.reading.file_limits import BYTES
from tests.browser.atlas import (
    CJK,
    PAGE_LINK,
    click_symbol,
    downloaded,
    expect_drawn,
    map_frame,
    own_words,
    press,
)
from tests.browser.conftest import OpenPage, wait_idle
from tests.browser.own import FIXTURES, SECTION, bring, expect_used, forget, say_system, to_the_map

# Lines of the workbook whose park lies in Changchun: the fixture takes its sites from our parks.
FORTY = load_workbook(FIXTURES / "forty-sites-gcj02.xlsx", read_only=True).worksheets[0]
NAMES = {line: row[1] for line, row in enumerate(FORTY.values, start=1) if 4 <= line < 44}
PARKS = store.load_layer("parks").set_index("name_zh").prefecture_adcode
IN_CHANGCHUN = {f"own-{line}" for line, name in NAMES.items() if PARKS[name] == "220100"}
# The check may be done before a test could look for its button.
CANCEL_AT_SIGHT = """() => new MutationObserver((_, watch) => {
  const button = document.querySelector('[class*="st-key-intake-cancel"] button');
  const bar = document.querySelector('[data-testid="stProgress"]');
  if (!button || !bar) return;
  watch.disconnect();
  window.shownWhenCancelled = bar.innerText.trim();
  button.click();
}).observe(document.body, { childList: true, subtree: true })"""


def test_forty_sites_come_onto_the_map_and_go_again(open_page: OpenPage) -> None:
    page = open_page(SECTION)
    bring(page, "forty-sites-gcj02.xlsx")
    say_system(page, "WGS 84")
    page.locator(".st-key-intake-hint button").click()  # it says: with GCJ-02 they fit
    wait_idle(page)
    expect_used(page)
    to_the_map(page)
    expect_drawn(page, "own", {f"own-{line}" for line in range(4, 44)})
    click_symbol(page, "own", "own-4")
    card = page.locator(".atlas-card")
    expect(card).to_contain_text("自有数据")
    press(page, "prefecture", "长春市")
    expect_drawn(page, "own", IN_CHANGCHUN)
    forget(page)
    page.locator(PAGE_LINK).first.click()
    wait_idle(page)
    assert "own" not in map_frame(page).evaluate("window.jilinAtlas.listDrawn()")


def test_another_reader_sees_nothing_of_it(open_page: OpenPage, faults: list[str]) -> None:
    page, other = open_page(SECTION, "en"), open_page("", "en")
    bring(page, "sites-folders.kml")
    expect_used(page)
    with page.expect_response(re.compile("/atlas/own/")) as fetched:
        to_the_map(page)
    answer = fetched.value
    assert answer.headers["cache-control"] == "private, no-store"
    assert len(json.loads(answer.body())["id"]) == 3
    assert "own" not in map_frame(other).evaluate("window.jilinAtlas.listDrawn()")
    assert "of them yours" not in other.locator("body").inner_text()
    forget(page)
    assert page.request.get(answer.url).status == 404
    assert faults == []


def test_the_chinese_section_has_no_english(open_page: OpenPage) -> None:
    page = open_page(SECTION, width=390, height=844)
    zone = page.locator('[data-testid="stFileUploader"]')
    icon = "upload"  # the ligature of an icon
    assert not re.search("[a-z]{4}", zone.inner_text().replace(icon, ""))
    bring(page, "faults-gb18030.csv")
    say_system(page, "WGS 84")
    words = own_words(page, "canvas", "table", '[translate="no"]')
    known = "faults-gb18030.csv|qiche|script|GB18030|CSV|EPSG|CGCS|English"
    assert not re.search(r"[A-Za-z]{4}", re.sub(known, "", words)), words


def test_the_english_section_has_no_chinese_but_the_readers(open_page: OpenPage) -> None:
    page = open_page(SECTION, "en")
    expect(page.locator('[data-testid="stFileUploader"] button').last).to_be_visible()
    assert not CJK.search(page.locator('[data-testid="stFileUploader"]').inner_text())


@pytest.mark.parametrize("width", [390, 1440])
def test_own_rows_never_go_without_a_word(open_page: OpenPage, tmp_path: Path, width: int) -> None:
    name = "<b>'&quot;\u2028{rows}${7*7}.xlsx"
    file = tmp_path / name
    file.write_bytes((FIXTURES / "forty-sites-gcj02.xlsx").read_bytes())
    page = open_page(SECTION, "en", width=width)
    bring(page, file)
    say_system(page, "GCJ-02")
    expect_used(page)
    warnings: list[str] = []

    def leave(dialog: Dialog) -> None:
        warnings.append(dialog.type)
        dialog.accept()

    page.on("dialog", leave)
    page.reload()
    wait_idle(page)
    assert warnings == ["beforeunload"]
    lost = page.locator(".atlas-lost")
    expect(lost).to_contain_text(f"Your 40 rows of {name} were kept")
    lost.get_by_role("button").click()
    expect(lost).to_be_hidden()
    page.reload()
    wait_idle(page)
    expect(lost).to_be_hidden()
    assert warnings == ["beforeunload"]


def test_the_bad_rows_come_back_as_a_file(open_page: OpenPage) -> None:
    page = open_page(SECTION, "en")
    bring(page, "faults-gb18030.csv")
    say_system(page, "WGS 84")
    file = downloaded(page.locator(".st-key-intake-rejected button").first)
    text = file.read_text("utf-8-sig")
    assert text.startswith("名称,经度,纬度,行业,区县,备注,line,reason\n")
    assert len(text.splitlines()) == 8


def test_a_long_check_shows_how_far_it_is_and_can_be_cancelled(
    open_page: OpenPage, tmp_path: Path
) -> None:
    path = tmp_path / "many.csv"
    rows = (f"{row},{125 + row % 997 / 1000},{43 + row % 991 / 1000}" for row in range(200_000))
    path.write_text("\n".join(["name,lon,lat", *rows]))
    page = open_page(SECTION, "en")
    bring(page, path)
    page.evaluate(CANCEL_AT_SIGHT)
    page.locator(".st-key-intake-system").get_by_text("GCJ-02").first.click()
    expect(page.locator('[data-testid="stFileUploader"]')).to_be_visible()
    wait_idle(page)
    assert page.evaluate("window.shownWhenCancelled") == "Checking every row …"
    assert page.locator(".st-key-intake-drop").count() == 0
    bring(page, "sites-folders.kml")  # and the next file is taken as ever
    expect_used(page)


def test_script_in_a_file_stays_text(open_page: OpenPage, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text(
        "名称,经度,纬度,产业\n<img src=x onerror=alert(1)>,125.3,43.9,<script>alert(2)</script>\n"
        '"{{ 7*7 }}</script><script>alert(3)</script>",126.5,43.8,人参\n',
        encoding="utf-8",
    )
    page = open_page(SECTION)
    page.on("dialog", lambda dialog: pytest_fail(dialog.message))
    page.locator('[data-testid="stFileUploaderDropzoneInput"]').set_input_files(path)
    wait_idle(page)
    say_system(page, "WGS 84")
    expect_used(page)
    to_the_map(page)
    click_symbol(page, "own", "own-2")
    expect(page.locator(".atlas-card h3")).to_have_text("<img src=x onerror=alert(1)>")


def pytest_fail(message: str) -> None:
    raise AssertionError(message)


@pytest.mark.parametrize(("lang", "told"), [("zh-CN", "未接收"), ("en-US", "Not taken")])
def test_a_file_that_is_not_taken_is_told_in_the_readers_language(
    open_page: OpenPage, tmp_path: Path, lang: str, told: str
) -> None:
    large, other = tmp_path / "large.csv", tmp_path / "other.pdf"
    large.write_bytes(b"a,b\n" * (BYTES // 4 + 1))
    other.write_bytes(b"%PDF-1.7")
    page = open_page(SECTION, lang, width=390, height=844)
    refused = page.locator('[data-testid="stFileChip"][aria-invalid="true"]')
    for count, file in enumerate((large, other), start=1):
        page.locator('[data-testid="stFileUploaderDropzoneInput"]').set_input_files(file)
        expect(refused).to_have_count(count)
        alert = refused.last.locator('[role="alert"]')
        assert told in alert.evaluate("one => getComputedStyle(one, '::after').content")
        assert alert.evaluate("one => one.offsetWidth > 100 && one.offsetHeight > 10")
    refused.last.hover()
    tip = page.locator('[data-testid="stTooltipErrorContent"]')
    tip.wait_for(state="attached")
    expect(tip).to_be_hidden()  # it speaks English only
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator('[data-testid="stMain"]').evaluate(
        "e => e.scrollWidth <= e.clientWidth + 1"
    )
