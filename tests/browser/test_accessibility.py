"""What axe-core, the standard's checker, says of every page and of the map in its frame."""

from typing import Any

import pytest
from playwright.sync_api import Frame, Locator, Page, expect

from geo.paths import ROOT
from tests.browser.conftest import OpenPage, wait_idle

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
#: Each in light and in this language, then in dark and in the other.
PAGES = (
    ("", "zh"),
    ("?industry=textiles", "zh"),
    ("?selected=belts.changchun-siping", "en"),
    ("belts", "en"),
    ("belts?belts-part=compare", "zh"),
    ("belts?belts-part=overlap", "en"),
    ("industries", "zh"),
    ("industries?industries-part=timeline", "en"),
    ("industries?industries-part=likeness", "zh"),
    ("policy", "en"),
    ("policy?policy-part=clusters", "zh"),
    ("policy?policy-part=offered", "zh"),
    ("policy?policy-part=required", "en"),
    ("policy?policy-part=measures", "zh"),
    ("policy?policy-part=bodies", "en"),
    ("policy?policy-part=documents", "en"),
    ("invest?industry=automotive&invest-park=changchun-etdz", "zh"),
    ("invest?industry=auto-parts&invest-part=promised", "en"),
    ("data", "en"),
    ("data?data-part=own", "zh"),
    ("data?data-part=live", "en"),
    ("help", "zh"),
    ("about", "en"),
)
#: The frames of a page are asked by themselves: what is in one is told with its own place.
RUN = "() => axe.run(document, { resultTypes: ['violations'], iframes: false })"


def list_faults(frame: Frame) -> list[str]:
    """Return the serious and critical faults of a frame, each with its places; no rule is off."""
    frame.evaluate(AXE.read_text("utf-8"))
    answer: dict[str, Any] = frame.evaluate(RUN)
    assert answer["passes"]  # something was looked at
    return [
        f"{fault['impact']} {fault['id']}: {node['target']} {node['html'][:120]}"
        for fault in answer["violations"]
        if fault["impact"] in {"serious", "critical"}
        for node in fault["nodes"]
    ]


@pytest.mark.parametrize(("path", "lang"), PAGES)
def test_a_page_has_no_serious_fault(open_page: OpenPage, path: str, lang: str) -> None:
    sign = "&" if "?" in path else "?"
    expect_no_fault(open_page(f"{path}{sign}lang={lang}"))


def test_an_address_that_is_no_page_has_no_serious_fault(
    open_page: OpenPage, faults: list[str]
) -> None:
    expect_no_fault(open_page("lost?lang=zh"))
    faults[:] = [fault for fault in faults if "404" not in fault]  # what the server says of it


def expect_no_fault(page: Page) -> None:
    """Look at a page in light, then in dark and in the other language."""
    for theme in ("light", "dark"):
        page.locator(".atlas-theme select").select_option(theme)
        wait_for_theme(page, theme)
        if theme == "dark":
            turn_language(page)
        assert [fault for frame in page.frames for fault in list_faults(frame)] == [], theme


def turn_language(page: Page) -> None:
    """Turn the page to the language that it does not speak."""
    before = page.locator("html").get_attribute("lang") or ""
    page.locator(".st-key-head").get_by_text("中文" if before == "en" else "English").click()
    expect(page.locator("html")).not_to_have_attribute("lang", before)
    wait_idle(page)


def wait_for_theme(page: Page, theme: str) -> None:
    """Wait until the page, and the map that the server draws, have taken a theme."""
    page.wait_for_function(
        """(theme) => {
          const [red] = getComputedStyle(document.querySelector('.stApp'))
            .backgroundColor.match(/\\d+/g);
          return (Number(red) > 128) === (theme === 'light');
        }""",
        arg=theme,
    )
    wait_idle(page)


def test_a_fault_is_seen(open_page: OpenPage) -> None:
    page = open_page("policy")
    page.evaluate("document.querySelector('.stMain').append(document.createElement('button'))")
    assert any("button-name" in fault for fault in list_faults(page.main_frame))


def test_the_way_to_the_table_comes_first_and_what_a_filter_leaves_is_said(
    open_page: OpenPage,
) -> None:
    page = open_page("?lang=en")
    page.keyboard.press("Tab")
    expect(page.locator(".atlas-skip")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("!!document.activeElement.closest('.st-key-table-layer')")
    voice = page.locator("[data-voice][role=status]").element_handle()
    before = voice.text_content()
    page.locator(".atlas-option input").first.evaluate("box => box.click()")
    wait_idle(page)
    page.wait_for_function("([voice, before]) => voice.textContent !== before", arg=[voice, before])
    expect(page.locator("[data-spoken]")).to_have_text(voice.text_content())


def test_a_choice_and_the_focus_are_outlined_where_the_system_forces_colours(
    open_page: OpenPage,
) -> None:
    page = open_page("belts?lang=en")
    page.emulate_media(forced_colors="active")
    here, there = (
        page.locator(".st-key-pages a[href*=belts]"),
        page.locator(".st-key-pages a[href*=policy]"),
    )
    expect_outline(here, "solid")
    expect_outline(there, "none")
    there.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect_outline(there, "dashed")
    rail = page.locator(".stSlider [role=group] > [data-rac] > :not([data-testid])")
    for number in range(2):
        expect_outline(rail.nth(number), "solid")
    fills = page.locator(".belt-key i").evaluate_all(
        "signs => signs.map(sign => getComputedStyle(sign).background)"
    )
    assert len(set(fills)) == 3


def test_a_switch_is_seen_where_the_system_forces_colours(open_page: OpenPage) -> None:
    page = open_page("industries?lang=en")
    page.emulate_media(forced_colors="active")
    track = page.locator(".stCheckbox label > span + div").first
    knob = track.locator("> div")
    expect_outline(track, "solid")
    expect_outline(knob, "solid")
    off = track.evaluate("track => getComputedStyle(track).outlineColor")
    page.get_by_role("switch").first.press("Space")
    wait_idle(page)
    expect(track).not_to_have_css("outline-color", off)


def expect_outline(place: Locator, style: str) -> None:
    """Wait until the outline of an element is drawn so."""
    expect(place).to_have_css("outline-style", style)


def test_explore_can_be_used_at_twice_its_size(open_page: OpenPage) -> None:
    page = open_page("?lang=en&selected=belts.changchun-siping", width=720, height=450)
    wide = "[document.querySelector('.stMain').scrollWidth, document.body.scrollWidth]"
    assert page.evaluate(wide) == [720, 720]
    in_sight = """(element) => {
      const box = element.getBoundingClientRect();
      const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      return box.x >= 0 && box.right <= innerWidth && box.y >= 0 && box.bottom <= innerHeight
        && (element.contains(at) || at.contains(element));
    }"""
    head = page.locator(".st-key-head :is(a, button, select)").filter(visible=True)
    assert head.count() > 8
    for number in range(head.count()):
        assert head.nth(number).evaluate(in_sight), head.nth(number).inner_text()
    page.locator(".explore-handle").click()
    for panel in (".st-key-choices", ".st-key-card"):
        assert page.locator(panel).evaluate(in_sight)
    assert page.locator(".st-key-card h3").first.evaluate(in_sight)
    page.locator(".explore-handle").click()
    page.locator(".st-key-card").get_by_role("button", name="Close").click()
    expect(page.locator(".st-key-card")).to_have_count(0)
    expect(page.locator(".st-key-choices")).to_be_hidden()
