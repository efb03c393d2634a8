"""What axe-core, the standard's checker, says of every page and of the map in its frame."""

from typing import Any

import pytest
from playwright.sync_api import Frame, expect

from geo.paths import ROOT
from tests.browser.conftest import OpenPage, wait_idle

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
PAGES = (
    "",
    "belts",
    "industries",
    "policy",
    "invest?industry=auto",
    "data",
    "data?data-part=own",
    "data?data-part=live",
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


@pytest.mark.parametrize(("lang", "dark"), [("zh", False), ("en", True)])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_no_serious_fault(open_page: OpenPage, path: str, lang: str, dark: bool) -> None:
    sign = "&" if "?" in path else "?"
    page = open_page(f"{path}{sign}lang={lang}", dark=dark)
    assert [fault for frame in page.frames for fault in list_faults(frame)] == []


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
