"""What a planner does on the belts page, by mouse, by keyboard and on a phone."""

import re

import pytest
from playwright.sync_api import Frame, Page, expect

from geo import store
from geo.belts import belt_profiles, corridors
from geo.filters import list_options
from tests.browser.atlas import (
    CJK,
    MAP_FRAME,
    click_symbol,
    drawn,
    map_frame,
    own_words,
    scrolls_sideways,
    spreadsheet,
    wait_still,
)
from tests.browser.conftest import OpenPage, wait_idle

WEST = "changchun-songyuan-baicheng"
COMPARED = f"belts?belts-compared=changchun-siping.{WEST}"


def maybe_inside(belt: str, km: float) -> set[str]:
    """Verified parks that may lie within `km` of a belt's axis."""
    found = corridors.judge_layer("parks", belt, km)
    parks = store.load_layer("parks")
    verified = set(parks.id[parks.status == "verified"])
    return set(found.index[found.verdict != "outside"]) & verified


def drawn_inside(page: Page) -> set[str]:
    """Return the parks that the map draws as certainly or possibly inside."""
    parks = map_frame(page).evaluate("jilinAtlas.listVerdicts().parks")
    return {*parks["certain"], *parks["possible"]}


def answer(page: Page, belt: str, km: float) -> None:
    near = belt_profiles.count_corridor_reach("parks", belt, km)
    expect(page.locator(".belt-number strong")).to_have_text(f"{near.certain}–{near.most}")


def press_page(page: Page, name: str) -> None:
    """Turn to another page by its entry in the navigation."""
    page.get_by_role("link", name=name, exact=True).click()
    wait_idle(page)


def frames(page: Page, count: int) -> list[Frame]:
    """Return the frames of the maps, in the order of the page, once the data of each is drawn."""
    page.wait_for_function(
        "count => Array.from(window.frames).filter(f => f.jilinAtlas?.follow).length === count",
        arg=count,
    )
    elements = page.locator(MAP_FRAME).element_handles()  # `page.frames` is in order of arrival
    found = [frame for element in elements if (frame := element.content_frame()) is not None]
    for frame in found:
        frame.evaluate("window.jilinAtlas.ready")
    assert len(found) == count
    return found


def test_how_many_parks_lie_near_an_axis_and_how_sure_that_is(open_page: OpenPage) -> None:
    page = open_page("belts", lang="en-US")
    page.get_by_text("Changchun-Songyuan-Baicheng", exact=True).first.click()
    wait_idle(page)
    answer(page, WEST, 40)
    expect(page.locator(".belt-number")).to_contain_text("of 97 verified parks lie within 40 km")
    expect(page.locator(".belt-key")).to_contain_text("certainly inside")
    page.get_by_text("How this is counted, and how certain it is").click()
    expect(page.get_by_text("when only the county is known, the whole county")).to_be_visible()
    assert drawn_inside(page) == maybe_inside(WEST, 40)
    assert len(drawn(page, "parks")) == 109
    assert f"belts-belt={WEST}" in page.url


def test_the_keyboard_widens_the_corridor_on_the_map_and_in_the_answer(
    open_page: OpenPage,
) -> None:
    page = open_page(f"belts?belts-belt={WEST}&belts-width=30", lang="en-US")
    before = drawn_inside(page)
    page.get_by_test_id("stSlider").get_by_role("slider").focus()
    for _ in range(20):
        page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("belts-width=50"))
    wait_idle(page)
    answer(page, WEST, 50)
    assert drawn_inside(page) == maybe_inside(WEST, 50)
    assert before < drawn_inside(page)


def list_strip(page: Page, verdict: str) -> set[str]:
    """Return the parks that the strip along the axis draws with a verdict."""
    marks = page.locator(f"figure svg .parks.{verdict}")
    return set(marks.evaluate_all("marks => marks.map(mark => mark.dataset.id)"))


def test_a_hand_on_the_corridors_edge_moves_map_number_and_strip_at_once(
    open_page: OpenPage,
) -> None:
    page = open_page(f"belts?belts-belt={WEST}", lang="en-US")
    wait_still(page)
    frame = map_frame(page)
    handle = frame.get_by_role("slider")
    expect(handle).to_have_attribute("aria-valuenow", "40")
    handle.scroll_into_view_if_needed()
    box = handle.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 5, y + 5)
    page.mouse.move(x - 12, y + 12)
    expect(handle).not_to_have_attribute("aria-valuenow", "40")
    km = float(handle.get_attribute("aria-valuenow") or 0)
    number = page.locator(".belt-number strong")
    answer(page, WEST, km)  # before the server knows
    assert "belts-width" not in page.url
    moving = number.inner_text()
    verdicts = frame.evaluate("jilinAtlas.listVerdicts().parks")
    for verdict in ("certain", "possible"):
        assert list_strip(page, verdict) <= set(verdicts[verdict])
    counted = set(belt_profiles.list_counted_parks())  # parts are drawn, their ground counts once
    certain, most = counted & set(verdicts["certain"]), counted & drawn_inside(page)
    assert moving == f"{len(certain)}–{len(most)}"
    page.mouse.up()
    expect(page).to_have_url(re.compile(f"belts-width={km:g}(&|$)"))
    wait_idle(page)
    expect(page.locator(".belt-moving")).to_have_count(0)
    expect(number).to_have_text(moving)
    expect(page.get_by_role("spinbutton")).to_have_value(f"{km:g}")
    assert drawn_inside(page) == maybe_inside(WEST, km)


def test_a_finger_drags_the_corridors_edge_on_a_phone_and_the_page_stays(
    open_page: OpenPage,
) -> None:
    page = open_page("belts", lang="en-US", width=390, height=844)
    wait_still(page)
    handle = map_frame(page).get_by_role("slider")
    expect(handle).to_have_attribute("aria-valuenow", "40")
    handle.scroll_into_view_if_needed()
    box = handle.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    look = "document.querySelector('.stMain').scrollTop"
    before = page.evaluate(look), map_frame(page).evaluate("map.getCenter().toString()")
    session = page.context.new_cdp_session(page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        at = [{"x": left, "y": top} for left, top in points]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})

    touch("touchStart", (x, y))
    for step in range(1, 9):
        touch("touchMove", (x + step, y - step))
    expect(handle).not_to_have_attribute("aria-valuenow", "40")
    touch("touchEnd")
    expect(page).to_have_url(re.compile(r"belts-width=\d+"))
    km = float(handle.get_attribute("aria-valuenow") or 0)
    assert km > 40
    expect(page).to_have_url(re.compile(f"belts-width={km:g}(&|$)"))
    answer(page, list_options("belt")[0], km)
    assert before == (page.evaluate(look), map_frame(page).evaluate("map.getCenter().toString()"))
    session.detach()


def test_the_handle_obeys_the_arrow_keys(open_page: OpenPage) -> None:
    page = open_page(f"belts?belts-belt={WEST}&belts-width=30", lang="en-US")
    wait_still(page)
    handle = map_frame(page).get_by_role("slider")
    handle.focus()
    for key in ("PageUp", "ArrowRight", "ArrowRight", "ArrowLeft"):
        page.keyboard.press(key)
    expect(handle).to_have_attribute("aria-valuenow", "36")
    expect(page).to_have_url(re.compile("belts-width=36"))
    wait_idle(page)
    answer(page, WEST, 36)
    handle.press("End")
    expect(page).to_have_url(re.compile("belts-width=80"))


def test_the_link_restores_belt_and_width_and_a_wrong_one_is_told(open_page: OpenPage) -> None:
    page = open_page("belts?belts-belt=changchun-siping&belts-width=500", lang="en-US")
    expect(page.get_by_text("which the atlas does not know")).to_be_visible()
    answer(page, "changchun-siping", 40)
    assert "width" not in page.url


def test_a_belt_looked_at_and_the_filter_leave_each_other_alone(open_page: OpenPage) -> None:
    page = open_page("?belt=changchun-siping", lang="en-US")
    press_page(page, "Belts")
    answer(page, "changchun-jilin-tumen", 40)
    page.get_by_text("Changchun-Songyuan-Baicheng", exact=True).first.click()
    expect(page).to_have_url(re.compile(f"belts-belt={WEST}"))
    wait_idle(page)
    press_page(page, "Invest")
    expect(page).to_have_url(re.compile("[?&]belt=changchun-siping(&|$)"))
    expect(page.get_by_text("The link names", exact=False)).to_have_count(0)


def test_a_link_of_former_days_opens_the_same_profile(open_page: OpenPage) -> None:
    page = open_page(f"belts?part=profile&belt={WEST}&width=30", lang="en-US")
    answer(page, WEST, 30)
    expect(page).to_have_url(re.compile(f"belts-belt={WEST}&belts-part=profile&belts-width=30"))
    assert not re.search("[?&](belt|part|width)=", page.url)


def test_an_industry_opens_its_quotations(open_page: OpenPage) -> None:
    page = open_page("belts?belts-belt=changchun-siping", lang="en-US")
    line = page.locator(".belt-industries details", has_text="heat exchangers").first
    line.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(line.locator("q", has_text="换热器").first).to_be_visible()
    expect(line.get_by_text("As worded in the source").first).to_be_visible()


def test_a_click_on_the_map_opens_the_card_of_a_park(open_page: OpenPage) -> None:
    page = open_page("belts?belts-belt=changchun-jilin-tumen", lang="en-US")
    wait_still(page)  # the flight to the belt is over
    click_symbol(page, "parks", "hunchun-becz")
    expect(page.locator(".atlas-card h3", has_text="Hunchun").first).to_be_visible()
    assert "selected=parks.hunchun-becz" in page.url


def test_maps_of_a_comparison_move_together(open_page: OpenPage) -> None:
    page = open_page(f"{COMPARED}&belts-part=compare", lang="en-US")
    first, second = frames(page, 2)
    assert first.evaluate("map.getZoom()") == second.evaluate("map.getZoom()")
    first.evaluate("map.setView([43.2, 125.1], 9, { animate: false })")
    view = "[map.getCenter().lat, map.getCenter().lng, map.getZoom()]"
    assert second.evaluate(view) == first.evaluate(view) == [43.2, 125.1, 9]
    assert first.evaluate("jilinAtlas.listDrawn().territory") == ["changchun-siping"]
    assert second.evaluate("jilinAtlas.listDrawn().territory") == [WEST]


def test_maps_of_a_comparison_are_bare_and_show_the_province_whatever_the_link_says(
    open_page: OpenPage,
) -> None:
    page = open_page(f"{COMPARED}&belts-part=compare&view=45.5,123,9", lang="en-US")
    west, south, east, north = store.load_layer("province").total_bounds.tolist()
    corners = [[south, west], [north, east]]
    for frame in frames(page, 2):
        expect(frame.locator(".atlas-legend")).to_be_hidden()
        expect(frame.locator(".leaflet-control-zoom")).to_be_hidden()
        expect(frame.locator(".leaflet-control-attribution")).to_be_hidden()
        assert frame.evaluate("(corners) => map.getBounds().contains(corners)", corners)


def test_two_belts_are_compared_at_first_under_one_key_and_a_press_adds_a_third(
    open_page: OpenPage,
) -> None:
    page = open_page("belts?belts-part=compare", lang="en-US")
    frames(page, 2)
    expect(page.locator(".belt-shared-key")).to_have_count(1)
    expect(page.get_by_text("Boundaries: Tianditu")).to_have_count(1)
    page.locator(".st-key-belts-compared").get_by_text("Changchun-Songyuan-Baicheng").click()
    frames(page, 3)
    expect(page).to_have_url(re.compile(f"belts-compared=[^&]*{WEST}"))


def test_a_comparison_on_a_phone_is_swiped(open_page: OpenPage) -> None:
    page = open_page(f"{COMPARED}&belts-part=compare", lang="en-US", width=390, height=844)
    # Both at one moment: what arrives above them moves both.
    rects = "heads => heads.map(head => head.getBoundingClientRect().toJSON())"
    first, second = page.locator(".belt-head").evaluate_all(rects)
    assert first["y"] == second["y"]
    assert second["x"] > first["x"] + 250


def test_which_belts_claim_textiles_and_on_what_evidence(open_page: OpenPage) -> None:
    page = open_page("belts", lang="en-US")
    page.get_by_text("Overlap", exact=True).click()
    wait_idle(page)
    line = page.locator(".belt-industries details", has_text="Textiles (general)")
    expect(line).to_contain_text("2 belts")
    line.locator("summary").click()
    expect(line.locator("mark:visible")).to_have_text(["textiles", "textiles"])
    expect(line.locator("footer:visible").first).to_contain_text("2013-05-28")


def test_a_table_is_downloaded_as_a_spreadsheet_reads_it(open_page: OpenPage) -> None:
    page = open_page("belts?belts-part=overlap", lang="zh-CN")
    assert "长春" in spreadsheet(page.get_by_role("button", name="下载CSV").first)


@pytest.mark.parametrize("part", ["profile", "compare", "overlap"])
def test_it_fits_a_phone(open_page: OpenPage, part: str) -> None:
    page = open_page(f"{COMPARED}&belts-part={part}", width=390, height=844)
    assert not scrolls_sideways(page)


def test_nothing_chinese_in_english_in_the_dark(open_page: OpenPage) -> None:
    page = open_page("belts", lang="en-US", dark=True)
    assert not CJK.findall(own_words(page, ".st-key-head"))


def test_the_dark_theme_has_its_own_blue(open_page: OpenPage) -> None:
    blues = {}
    for dark in (False, True):
        page = open_page("belts", lang="en-US", dark=dark)
        bar = page.locator(".belt-bar .certain").first
        expect(bar).to_be_visible()
        blues[dark] = bar.evaluate("bar => getComputedStyle(bar).backgroundColor")
    assert blues == {False: "rgb(0, 114, 178)", True: "rgb(86, 180, 233)"}


def test_the_table_of_a_figure_stands_in_its_place(open_page: OpenPage) -> None:
    page = open_page("belts", lang="en-US")
    figures = page.locator('[class*="st-key-figure-"]')
    expect(figures).to_have_count(3)  # along the axis, industries, kinds of parks
    for figure in figures.all():
        # Both at one moment: what arrives above them moves both.
        find_place = """figure => {
          const panel = figure.querySelector('[role=tabpanel]').getBoundingClientRect();
          const whole = figure.getBoundingClientRect();
          return [panel.x - whole.x, panel.y - whole.y, panel.width].map(Math.round);
        }"""
        before = figure.evaluate(find_place)
        figure.get_by_role("tab", name="Table").click()
        expect(figure.get_by_test_id("stDataFrame")).to_be_visible()
        assert figure.evaluate(find_place) == before
        head = spreadsheet(figure.get_by_role("button", name="CSV")).splitlines()[0]
        assert head.count(",") >= 2
