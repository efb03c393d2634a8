"""The head of every page: where it stands, what it is called, and the way back."""

import re
from collections.abc import Iterable
from itertools import pairwise
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.atlas import CJK, PAGE_LINK, map_frame, own_words, table_layer
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


#: Streamlit writes parameters at once and a path when it draws: either may come first.
TURNS = {
    "path first": ["/policy", "/", "/?lang=zh", "/?lang=zh&selected=industries.sensors"],
    "parameters first": [
        "/policy",
        "/policy?lang=zh",
        "/policy?lang=zh&selected=industries.sensors",
        "/?lang=zh&selected=industries.sensors",
    ],
}


@pytest.mark.parametrize("order", TURNS)
def test_one_act_is_one_step_in_whatever_order_the_address_is_written(
    open_page: OpenPage, order: str
) -> None:
    page = open_page("policy?lang=zh")
    left, before = page.url, page.evaluate("history.length")
    page.keyboard.press("Shift")
    page.evaluate("urls => urls.forEach(url => history.pushState({}, '', url))", TURNS[order])
    assert page.evaluate("history.length") == before + 1
    assert page.url.endswith(TURNS[order][-1])
    page.go_back()
    assert page.url == left
    wait_idle(page)
    expect(page).to_have_title(f"{WAYS['zh'][PATHS.index('policy')]} — {BRAND['zh']}")


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


# What Streamlit names itself, in English; the marks of a chart are for who sees it.
NAMED = """() => [...document.querySelectorAll("[aria-label]:not(svg *):not(body [lang] *)")]
  .filter((element) => element.checkVisibility())
  .map((element) => element.getAttribute("aria-label"))"""
ENGLISH = re.compile(r"\b(Help|Open|Clear|Remove|Increment|Decrement|Selected|Link)\b")


@pytest.mark.parametrize("path", ["invest", "industries"])
def test_what_streamlit_names_is_named_in_chinese_too(open_page: OpenPage, path: str) -> None:
    page = open_page(f"{path}?lang=zh", lang="en-US")
    expect(page.locator("[aria-label$=的说明]").first).to_be_visible()
    wait_idle(page)
    names = page.evaluate(NAMED)
    assert len(names) >= 10
    assert [name for name in names if ENGLISH.search(name)] == []
    assert any(name.endswith("的说明") for name in names)
    grids = page.locator("table[role=grid]")
    assert [grid.get_attribute("aria-label") for grid in grids.all()] == ["表"] * grids.count()


def find_parts(page: Page) -> Iterable[Locator]:
    """Yield what the head holds: its pages, and all beside them."""
    yield from page.locator(PAGE_LINK).all()
    beside = (".st-key-search-place", ".st-key-share button", "[role=radiogroup]", ".atlas-theme")
    for part in (*beside, ".st-key-help a"):
        yield page.locator(f".st-key-head {part}").first


@pytest.mark.parametrize("width", [1024, 1440])
@pytest.mark.parametrize("path", ["", "invest", "help"])
def test_the_head_has_one_line_and_nothing_covers_another(
    open_page: OpenPage, path: str, width: int
) -> None:
    page = open_page(f"{path}?lang=en", lang="en-US", width=width)
    expect(page.locator(PAGE_LINK)).to_have_count(6)
    boxes = [part.bounding_box() for part in find_parts(page)]
    assert len(boxes) == 11
    for left, right in pairwise(boxes):
        assert left is not None
        assert right is not None
        assert left["width"] >= 24
        assert left["x"] + left["width"] <= right["x"]
        assert 0 <= left["y"] < left["y"] + left["height"] <= 56
    assert boxes[-1] is not None
    assert boxes[-1]["x"] + boxes[-1]["width"] <= width


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_on_a_phone_the_head_fits(open_page: OpenPage, lang: str) -> None:
    page = open_page(f"help?lang={lang}", width=390, height=844)
    parts = [page.locator(".atlas-brand"), *list(find_parts(page))[6:]]
    boxes = [part.bounding_box() for part in parts]
    for left, right in pairwise(boxes):
        assert left is not None
        assert right is not None
        assert left["x"] + left["width"] <= right["x"]
        assert right["x"] + right["width"] <= 390
        assert right["y"] >= 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_theme_is_the_readers_on_every_page_and_after_a_reload(open_page: OpenPage) -> None:
    page = open_page("?lang=en", lang="en-US")
    scheme = "getComputedStyle(document.querySelector('.stApp')).colorScheme"
    page.get_by_role("combobox", name="Theme").select_option("dark")
    page.wait_for_function(f"{scheme} === 'dark'")
    wait_idle(page)
    page.get_by_role("link", name="Policy", exact=True).first.click()
    wait_idle(page)
    page.reload()
    wait_idle(page)
    assert page.evaluate(scheme) == "dark"
    choice = page.get_by_role("combobox", name="Theme")
    expect(choice).to_have_value("dark")
    choice.select_option("system")
    page.wait_for_function(f"{scheme} === 'light'")
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"{scheme} === 'dark'")
    page.emulate_media(color_scheme="light")


@pytest.mark.parametrize(("wrong", "lang"), [("atlantis", "zh"), ("a/b", "en"), ("长春", "zh")])
def test_a_wrong_address_is_answered_in_the_readers_language(
    open_page: OpenPage, faults: list[str], wrong: str, lang: str
) -> None:
    page = open_page(f"{wrong}?lang={lang}", lang="en-US")
    title = {"zh": "没有这个页面", "en": "There is no such page"}[lang]
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.get_by_test_id("stMain")).to_contain_text(f"/{wrong}")
    expect(page.get_by_role("dialog")).to_have_count(0)
    links = page.get_by_test_id("stMain").locator('a[data-testid="stPageLink-NavLink"]')
    for way in WAYS[lang]:
        expect(links.filter(has_text=re.compile(f"^[a-z_]*{way}$"))).not_to_have_count(0)
    faults[:] = [fault for fault in faults if "404" not in fault]  # which the page is


def test_what_a_wrong_address_says_is_text(open_page: OpenPage, faults: list[str]) -> None:
    page = open_page("%3Cimg%20src=x%20onerror=alert(1)%3E?lang=en")
    expect(page.get_by_test_id("stMain")).to_contain_text("/<img src=x onerror=alert(1)>")
    assert page.locator("img[src='x']").count() == 0
    faults[:] = [fault for fault in faults if "404" not in fault]


def test_the_front_door_has_one_address(open_page: OpenPage) -> None:
    page = open_page("explore?lang=en&belt=changchun-siping")
    assert page.url.endswith("/?lang=en&belt=changchun-siping")
    map_frame(page)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("belts/?belt=changchun-siping", "belts?belt=changchun-siping"),
        ("BELTS?belt=changchun-siping", "belts?belt=changchun-siping"),
        ("Invest/?industry=auto-parts", "invest?industry=auto-parts"),
        ("Explore/?industry=auto-parts", "?industry=auto-parts"),
    ],
)
def test_a_page_is_found_however_its_address_is_written(
    open_page: OpenPage, written: str, meant: str
) -> None:
    found, sought = urlsplit(open_page(written).url), urlsplit(meant)
    assert found.path == f"/{sought.path}"
    assert sought.query in found.query


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_help_and_about_are_a_press_away(open_page: OpenPage, lang: str) -> None:
    page = open_page(f"data?lang={lang}", lang="en-US")
    page.get_by_role("link", name={"zh": "帮助", "en": "Help"}[lang], exact=True).click()
    wait_idle(page)
    expect(page).to_have_title(f"{ {'zh': '帮助', 'en': 'Help'}[lang] } — {BRAND[lang]}")
    expect(page.locator("h1")).to_have_text(
        {"zh": "怎样读这部图集？", "en": "How do I read the atlas?"}[lang]
    )
    for term in ("GCJ-02", "TOPSIS", "τ"):
        expect(page.get_by_role("term").filter(has_text=term)).to_have_count(1)
    page.get_by_role("link", name={"zh": "关于本图集", "en": "About the atlas"}[lang]).click()
    wait_idle(page)
    expect(page.get_by_test_id("stMain")).to_contain_text("2026-11-22")
    expect(page.get_by_test_id("stMain")).to_contain_text("MIT")
    if lang == "en":
        assert not CJK.search(own_words(page, ".st-key-head", room="stApp"))
