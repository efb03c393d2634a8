"""The explore page as its readers use it."""

import json
import re
from urllib.parse import parse_qs, urlsplit

import geopandas as gpd
import pytest
from playwright.sync_api import Page, expect

from geo import store
from geo.filters import Filter, list_options
from geo.select import select_rows
from tests.browser.atlas import (
    CJK,
    MAP_FRAME,
    choose,
    click_symbol,
    expect_drawn,
    facet,
    find_industry,
    map_frame,
    press,
    scrolls_sideways,
    table_layer,
    visible_text,
)
from tests.browser.conftest import OpenPage, wait_idle

PARK = "tonghua-pharma-hitech"
NAMES_UNDER_CONTROLS = """
() => {
  const seen = [...document.querySelectorAll(".leaflet-control, .atlas-results")];
  const boxes = seen.map((control) => control.getBoundingClientRect());
  const controls = boxes.filter((box) => box.width > 0);
  return jilinAtlas.listNameBoxes().filter((name) => controls.some((box) =>
    name.left < box.right && box.left < name.right && name.top < box.bottom && box.top < name.bottom
  )).map(({ text }) => text);
}
"""


def shown(**facets: tuple[str, ...]) -> set[str]:
    return set(Filter(**facets).apply(store.load_layer("parks")).id)


def test_map_draws_what_the_frame_holds(open_page: OpenPage) -> None:
    page = open_page()
    expect_drawn(page, "parks", shown())


def test_filter_changes_map_counts_and_link(open_page: OpenPage) -> None:
    page = open_page(lang="en-US")
    choose(page, "Mineral water")
    wanted = shown(industry=("mineral-water",))
    expect_drawn(page, "parks", wanted)
    expect(page.locator(".explore-sentence")).to_contain_text(f"{len(wanted)} of")
    assert "industry=mineral-water" in page.url
    press(page, "prefecture", "Baishan")
    expect_drawn(page, "parks", shown(industry=("mineral-water",), prefecture=("220600",)))
    page.get_by_role("button", name="Clear all filters").click()
    wait_idle(page)
    expect_drawn(page, "parks", shown())
    assert "industry" not in page.url


def test_the_map_answers_before_the_server(open_page: OpenPage) -> None:
    page = open_page(lang="en-US")
    # What each preview drew, while no message of the server can have come.
    map_frame(page).evaluate("""() => {
      window.previews = [];
      const { preview } = window.jilinAtlas;
      window.jilinAtlas.preview = (shown) => {
        preview(shown);
        const drawn = window.jilinAtlas.listDrawn();
        window.previews.push(["parks", "hubs", "axis"].map((layer) => drawn[layer]));
      };
    }""")
    steps = [
        ("prefecture", "Changchun", {"prefecture": ("220100",)}),
        ("prefecture", "Siping", {"prefecture": ("220100", "220300")}),
        ("level", "The 14 national zones", {"level": ("national_zone",)}),
        ("belt", "Changchun-Siping", {"belt": ("changchun-siping",)}),
        ("document", "2013", {"document": ("belts-2013",)}),
    ]
    asked: dict[str, tuple[str, ...]] = {}
    for name, text, more in steps:
        press(page, name, text)
        asked |= more
        wanted = Filter(**asked)
        parks, hubs, axis = map_frame(page).evaluate("window.previews.at(-1)")
        assert set(parks) == set(wanted.apply(store.load_layer("parks")).id)
        assert set(hubs) == set(select_rows("hubs", wanted).id)
        assert set(axis) == set(wanted.belt or store.load_layer("belts").id)
        expect_drawn(page, "parks", set(parks))  # the server agrees
    assert map_frame(page).evaluate("window.previews.length") == len(steps)


def test_quick_choices_are_all_kept(open_page: OpenPage) -> None:
    page = open_page(lang="en-US")
    boxes = facet(page, "prefecture").get_by_role("checkbox")
    for row in range(5):  # faster than the server answers
        boxes.nth(row).check()
    wait_idle(page)
    asked = list_options("prefecture")[:5]
    expect_drawn(page, "parks", shown(prefecture=asked))
    assert f"prefecture={'.'.join(asked)}" in page.url
    for row in range(9):
        expect(boxes.nth(row)).to_be_checked(checked=row < 5)


def test_industries_are_found_by_other_names(open_page: OpenPage) -> None:
    page = open_page(lang="en-US")
    shut = facet(page, "industry").locator(".atlas-inner .atlas-option:visible")
    expect(shut).to_have_count(0)
    for text in ("kuangquanshui", "矿泉", "Mineral W"):
        find_industry(page).fill(text)
        expect(shut.first).to_contain_text("Mineral water")
    # A category may be spelt as one of its industries is: what is typed lies open all the same.
    find_industry(page).fill("Agricultural product processing")
    named = facet(page, "industry").locator('[data-option="agricultural-product-processing"]')
    expect(named).to_be_visible()
    find_industry(page).fill("unobtainium")
    expect(page.get_by_text("No industry of this name")).to_be_visible()
    choose(page, "Mineral water")
    page.get_by_role("button", name="Without Mineral water").click()
    wait_idle(page)
    assert "industry" not in page.url
    expect_drawn(page, "parks", shown())


def test_filter_by_industry_shades_what_documents_say(open_page: OpenPage) -> None:
    page = open_page("?industry=heat-exchangers", lang="en-US")
    table_layer(page, "Prefectures")
    wanted = set(select_rows("prefectures", Filter(industry=("heat-exchangers",))).id)
    assert wanted == {"220300"}
    shaded = map_frame(page).evaluate("window.jilinAtlas.listShaded()")
    assert "prefectures:220300" in shaded
    assert "belts:changchun-siping" in shaded


@pytest.mark.parametrize(
    ("lang", "typed", "claimed"),
    [("zh-CN", "纺织（总称）", "文件 2013"), ("en-US", "Textiles (general)", "claimed 2013")],
)
def test_which_belts_claim_textiles_takes_two_clicks(
    open_page: OpenPage, lang: str, typed: str, claimed: str
) -> None:
    page = open_page(lang=lang)
    choose(page, typed)  # the box and the option
    answer = page.locator(".claim-answer dd").first
    expect(answer.locator("details")).to_have_count(2)
    answer.locator("summary").first.click()
    expect(answer.locator("mark:visible").first).to_have_text("textiles")
    belts = facet(page, "belt").locator(".atlas-option")
    claiming = ["changchun-liaoyuan-tonghua-baishan", "changchun-songyuan-baicheng"]
    assert (
        belts.filter(has_text=claimed).evaluate_all("all => all.map(e => e.dataset.option)")
        == claiming
    )
    expect(facet(page, "belt").locator(".claimed.empty")).to_have_count(0)
    frame = map_frame(page)
    expect(frame.locator(".atlas-claim-key .atlas-key")).to_have_count(3)
    badges = {name["id"]: name["badge"] for name in frame.evaluate("jilinAtlas.listNames()")}
    assert badges["220400"] == "2015"
    assert badges["220800"] == ""


def test_click_on_the_map_selects_everywhere(open_page: OpenPage) -> None:
    page = open_page("?prefecture=220500", lang="zh-CN")
    click_symbol(page, "parks", PARK)
    expect(page.locator(".atlas-card h3")).to_have_text("通化医药高新技术产业开发区")
    assert f"selected=parks.{PARK}" in page.url
    chip = page.locator(".atlas-card details").first
    chip.locator("summary").click()
    expect(chip.locator(".atlas-body")).to_be_visible()
    page.get_by_role("button", name="关闭").click()
    wait_idle(page)
    assert "selected" not in page.url


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_link_restores_everything(open_page: OpenPage, lang: str) -> None:
    link = (
        f"?lang={lang}&belt=changchun-siping&level=national"
        "&selected=parks.siping-hongzui-etdz&view=43.2000,124.4000,9"
    )
    page = open_page(link, lang="en-US" if lang == "zh" else "zh-CN")
    expect_drawn(page, "parks", shown(belt=("changchun-siping",), level=("national",)))
    expect(page.locator(".atlas-card h3")).to_have_text(
        "四平红嘴经济技术开发区"
        if lang == "zh"
        else "Siping Hongzui Economic and Technological Development Zone"
    )
    assert page.evaluate("document.documentElement.lang") == {"zh": "zh-CN", "en": "en"}[lang]
    view = parse_qs(urlsplit(page.url).query)["view"][0]
    assert [float(part) for part in view.split(",")] == pytest.approx([43.2, 124.4, 9], abs=0.02)


def test_unknown_ids_in_a_link_are_told(open_page: OpenPage) -> None:
    page = open_page("?industry=unobtainium&selected=parks.atlantis&lang=en&belt=changchun-siping")
    notice = page.get_by_test_id("stAlert")
    expect(notice).to_contain_text("unobtainium")
    expect(notice).to_contain_text("parks.atlantis")
    expect_drawn(page, "parks", shown(belt=("changchun-siping",)))


def test_language_switch_translates_all(open_page: OpenPage) -> None:
    page = open_page("?selected=prefectures.220300&industry=heat-exchangers", lang="zh-CN")
    expect(page).to_have_title("换热器 · 浏览 — 吉林产业带图集")
    page.get_by_role("radio", name="English").or_(
        page.get_by_role("button", name="English")
    ).first.click()
    wait_idle(page)
    expect(page.locator(".atlas-card h3")).to_have_text("Siping")
    expect(page).to_have_title("Heat exchangers · Explore — Jilin Belt Atlas")
    left = set(CJK.findall(visible_text(page).replace("中文", "").replace("长春", "")))
    assert left == set()


ENGLISH = re.compile(r"[A-Za-z]{2,}")
# Names, units, and what the search box gives as an example.
LATIN = re.compile(
    "English|GeoJSON|SVG|PNG|CSV|WGS|RFC|GB|kB|km|Leaflet|frykit|MIT|GeoNames|CC BY"
    "|changchun|ccjk|Shift"
)


def test_no_english_on_the_chinese_page(open_page: OpenPage) -> None:
    page = open_page("?selected=belts.changchun-siping&industry=heat-exchangers", lang="zh-CN")
    expect(page.locator(".st-key-parks-by-sector-svg")).to_be_visible()  # all of it is there
    left = set(ENGLISH.findall(LATIN.sub(" ", visible_text(page))))
    assert left == set()


def test_empty_result_says_what_to_relax(open_page: OpenPage) -> None:
    page = open_page("?industry=mineral-water&prefecture=220800", lang="en-US")
    expect(page.get_by_text("No park meets all of these filters.")).to_be_visible()
    page.get_by_role("button", name="Without “Prefecture”").click()
    wait_idle(page)
    expect_drawn(page, "parks", shown(industry=("mineral-water",)))


def test_download_is_what_is_shown(open_page: OpenPage) -> None:
    page = open_page("?belt=changchun-siping&lang=en")
    with page.expect_download() as caught:
        page.get_by_role("button", name="Download GeoJSON").click()
    path = caught.value.path()
    collection = json.loads(path.read_text("utf-8"))
    assert "crs" not in collection
    assert collection["filter"] == Filter(belt=("changchun-siping",)).describe("en")
    assert set(gpd.read_file(path).id) == shown(belt=("changchun-siping",))
    assert caught.value.suggested_filename.endswith(".geojson")


def test_keyboard_alone_filters_and_selects(open_page: OpenPage) -> None:
    page = open_page(lang="en-US")
    find_industry(page).focus()
    page.keyboard.type("Socks")
    page.keyboard.press("Enter")
    wait_idle(page)
    wanted = shown(industry=("socks",))
    expect_drawn(page, "parks", wanted)
    facet(page, "level").get_by_role("checkbox").first.focus()
    page.keyboard.press("Space")
    wait_idle(page)
    expect_drawn(page, "parks", shown(industry=("socks",), level=("national",)))
    page.keyboard.press("Space")
    wait_idle(page)
    expect_drawn(page, "parks", wanted)
    grid = page.locator('[data-testid="stDataFrame"] canvas').last
    page.locator(".st-key-table-layer button").last.focus()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('[data-testid=stDataFrame] canvas')"):
            break
    expect(grid).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+Space")
    page.wait_for_url(re.compile("selected=parks\\."))
    expect(page.locator(".atlas-card h3")).to_be_in_viewport()


WIDTHS = [(390, 844), (1024, 768), (1440, 900), (1920, 1080)]


def look_of(page: Page) -> dict[str, float]:
    """Return where the map looks and how large it is."""
    script = "() => ({ ...map.getCenter(), zoom: map.getZoom(), ...map.getSize() })"
    return dict(map_frame(page).evaluate(script))


@pytest.mark.parametrize(("width", "height"), WIDTHS)
def test_the_map_fills_the_window(open_page: OpenPage, width: int, height: int) -> None:
    page = open_page(width=width, height=height, lang="en-US")
    box = page.locator(MAP_FRAME).bounding_box()
    assert box is not None
    assert box["x"] == 0
    assert box["width"] == width
    assert box["height"] > 0.8 * height
    assert not scrolls_sideways(page)
    home = map_frame(page).evaluate("""() => {
      const [first, last] = [[46.3, 121.6], [40.8, 131.3]];
      const [start, end] = [first, last].map((corner) => map.latLngToContainerPoint(corner));
      return [start.x, start.y, end.x, end.y];
    }""")
    panel = page.locator(".st-key-choices").bounding_box() if width >= 1100 else None
    assert home[0] >= (panel["x"] + panel["width"] if panel else 0)
    assert home[2] <= width
    if width < 640:
        sheet = page.locator(".st-key-sheet").bounding_box()
        assert sheet is not None
        assert box["y"] + home[3] <= sheet["y"]


@pytest.mark.parametrize(("width", "height"), WIDTHS)
def test_selecting_moves_nothing_and_hides_nothing(
    open_page: OpenPage, width: int, height: int
) -> None:
    page = open_page("?kind=border_cooperation", width=width, height=height)
    place = store.load_layer("parks").set_index("id").geometry["helong-becz"]
    # Where the card will open, or the sheet.
    map_frame(page).evaluate(
        """([lat, lon]) => {
          map.setView([lat, lon], 9, { animate: false });
          const { x, y } = map.getSize();
          map.panBy([-0.35 * x, -0.25 * y], { animate: false });
        }""",
        [place.y, place.x],
    )
    before = look_of(page)
    click_symbol(page, "parks", "helong-becz")
    card = page.locator(".st-key-card")
    expect(card).to_be_visible()
    after = look_of(page)
    assert [after[key] for key in ("x", "y", "zoom")] == [before[key] for key in ("x", "y", "zoom")]
    point = map_frame(page).evaluate("window.jilinAtlas.screenPoint('parks', 'helong-becz')")
    frame, room = page.locator(MAP_FRAME).bounding_box(), card.bounding_box()
    assert frame is not None
    assert room is not None
    at = (frame["x"] + point["x"], frame["y"] + point["y"])
    assert not (room["x"] <= at[0] <= room["x"] + room["width"] and at[1] >= room["y"])
    for button in ("zoom-in", "zoom-out"):
        corner = map_frame(page).locator(f".leaflet-control-{button}").bounding_box()
        assert corner is not None
        assert corner["x"] + corner["width"] <= room["x"] or corner["y"] < room["y"]


def test_shut_filters_give_the_map_back(open_page: OpenPage) -> None:
    page = open_page(lang="en-US")
    choices, handle = page.locator(".st-key-choices"), page.locator(".explore-handle")
    wide = look_of(page)["zoom"]
    expect(handle).to_have_attribute("aria-expanded", "true")
    handle.click()
    expect(choices).to_be_hidden()
    expect(handle).to_have_attribute("aria-expanded", "false")
    legend = map_frame(page).locator(".atlas-legend").bounding_box()
    assert legend is not None
    assert legend["x"] < 20
    assert look_of(page)["zoom"] >= wide
    choose_in = page.locator(".st-key-questions").get_by_role("button")
    choose_in.click()
    wait_idle(page)
    expect(choices).to_be_hidden()  # what the reader shut stays shut


@pytest.mark.parametrize("lang", ["zh-CN", "en-US"])
def test_first_visit_asks_three_questions(open_page: OpenPage, lang: str) -> None:
    page = open_page(lang=lang)
    questions = page.locator(".st-key-questions")
    expect(questions.locator("button, a")).to_have_count(3)
    expect(map_frame(page).locator(".atlas-short-key .atlas-key")).to_have_count(6)
    for line in map_frame(page).locator(".atlas-short-key .atlas-key").all():
        expect(line).to_be_visible()
    questions.get_by_role("button").click()
    wait_idle(page)
    expect(page.locator(".claim-answer dd").first.locator("details")).to_have_count(2)


@pytest.mark.parametrize(
    ("row", "asks"),
    [(0, {"industry=auto-parts", "rail_station"}), (1, {"policy-part=changes"})],
)
def test_first_questions_lead_to_their_answers(
    open_page: OpenPage, row: int, asks: set[str]
) -> None:
    page = open_page()
    page.locator(".st-key-questions a").nth(row).click()
    wait_idle(page)
    assert all(ask in page.url for ask in asks)


def test_first_visit_is_put_away_for_good(open_page: OpenPage) -> None:
    page = open_page()
    page.locator(".explore-welcome button").click()
    expect(page.locator(".st-key-welcome")).to_be_hidden()
    page.reload()
    wait_idle(page)
    map_frame(page)
    expect(page.locator(".explore-handle")).to_be_visible()
    expect(page.locator(".st-key-welcome")).to_be_hidden()


def test_phone_has_one_sheet(open_page: OpenPage) -> None:
    page = open_page(width=390, height=844, lang="zh-CN")
    handle = page.locator(".explore-handle")
    expect(handle).to_contain_text("筛选")
    expect(page.locator(".st-key-choices")).to_be_hidden()
    handle.click()
    choose(page, "纺织（总称）")
    belts = facet(page, "belt").locator(".atlas-option.claimed")
    expect(belts).to_have_count(2)
    handle.click()
    answer = page.locator(".claim-answer dd").first
    expect(answer.locator("details")).to_have_count(2)
    expect(answer).to_be_in_viewport()
    assert not scrolls_sideways(page)


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1024, 768), (1440, 900)])
def test_province_and_names_lie_clear_of_panels_and_controls(
    open_page: OpenPage, width: int, height: int
) -> None:
    page = open_page("?lang=en&industry=textiles-general", width=width, height=height)
    frame = map_frame(page)
    expect_drawn(page, "parks", shown(industry=("textiles-general",)))
    _, south, _, north = store.load_layer("province").total_bounds
    top, bottom = frame.evaluate(
        "edges => edges.map((lat) => map_div.latLngToContainerPoint([lat, 126]).y)", [north, south]
    )
    credit = frame.locator(".leaflet-control-attribution").bounding_box()
    map_box = page.locator(MAP_FRAME).bounding_box()
    assert credit is not None
    assert map_box is not None
    assert top >= 0
    assert map_box["y"] + bottom <= credit["y"]
    assert frame.evaluate(NAMES_UNDER_CONTROLS) == []
