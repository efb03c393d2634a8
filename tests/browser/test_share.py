"""What a reader takes along from any page: its link, its map as a picture, a brief of one page."""

from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage

SHARE = {"zh": "分享", "en": "Share"}
COPY = {"zh": "复制链接", "en": "Copy link"}
COPIED = {"zh": "链接已复制。", "en": "The link is copied."}


def open_menu(page: Page, lang: str) -> None:
    page.locator(".st-key-share").get_by_role("button", name=SHARE[lang]).click()
    expect(page.get_by_role("dialog", name=SHARE[lang])).to_be_visible()


def fetch(page: Page, name: str) -> tuple[str, bytes]:
    """Return the name and content of a file of the menu."""
    with page.expect_download() as coming:
        page.get_by_role("dialog").get_by_role("button", name=name).click()
    return coming.value.suggested_filename, Path(coming.value.path()).read_bytes()


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("path", ["", "policy", "data", "help"])
def test_the_link_of_a_page_is_copied(open_page: OpenPage, path: str, lang: str) -> None:
    page = open_page(f"{path}?lang={lang}", lang="en-US")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_menu(page, lang)
    page.get_by_role("button", name=COPY[lang]).click()
    expect(page.get_by_role("status").filter(has_text=COPIED[lang])).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_page_without_a_clipboard_copies_as_in_former_days(open_page: OpenPage) -> None:
    page = open_page("data?lang=en")
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    open_menu(page, "en")
    page.get_by_role("button", name=COPY["en"]).click()
    expect(page.get_by_role("status").filter(has_text=COPIED["en"])).to_be_visible()


@pytest.mark.parametrize(("lang", "width"), [("zh", 390), ("en", 1440)])
def test_map_and_brief_of_a_filter_are_taken_along(
    open_page: OpenPage, lang: str, width: int
) -> None:
    page = open_page(f"?lang={lang}&industry=textiles-general", lang="en-US", width=width)
    industry = {"zh": "纺织（总称）", "en": "Textiles (general)"}[lang]
    open_menu(page, lang)
    name, svg = fetch(page, "SVG")
    assert name == "jilin-map.svg"
    assert industry in svg.decode()
    name, png = fetch(page, "PNG")
    assert name == "jilin-map.png"
    assert png.startswith(b"\x89PNG")
    name, pdf = fetch(page, industry)
    assert name == f"jilin-brief-textiles-general-{lang}.pdf"
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    assert len(document) == 1
    assert industry in document[0].get_textpage().get_text_range()


def test_what_is_selected_has_a_brief_and_its_link_opens_the_same(open_page: OpenPage) -> None:
    page = open_page("?lang=en&selected=prefectures.220400")
    open_menu(page, "en")
    _, pdf = fetch(page, "Liaoyuan")
    text = pypdfium2.PdfDocument(BytesIO(pdf))[0].get_textpage().get_text_range()
    link = next(word for word in text.split() if word.startswith("http://127.0.0.1"))
    assert urlsplit(link).path in {"", "/"}
    assert "selected=prefectures.220400" in link


def test_each_map_of_a_comparison_is_named(open_page: OpenPage) -> None:
    page = open_page("belts?lang=en&belts-part=compare")
    open_menu(page, "en")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("button", name="SVG")).to_have_count(2)
    expect(dialog).to_contain_text("Changchun-Siping: axis buffer of 40 km on each side")


def test_the_winner_of_a_ranking_has_a_brief(open_page: OpenPage) -> None:
    page = open_page("invest?lang=en&industry=auto-parts")
    open_menu(page, "en")
    name, _ = fetch(page, "Changchun Automotive")
    assert name == "jilin-brief-changchun-auto-etdz-en.pdf"
