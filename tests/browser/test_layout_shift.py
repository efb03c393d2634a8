"""How far a page moves under the reader's eyes while it loads: the layout shift of web vitals."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import OpenPage

#: Good after web.dev; here for the sum of all shifts, not for the worst five seconds.
GOOD = 0.1
WIDTHS = (390, 1440)
# The browser keeps the shifts of a page; what it was opened with comes after them.
SUM = """
() => new Promise((answer) => {
  let moved = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.entryType === "navigation") answer(moved);
      else if (!entry.hadRecentInput) moved += entry.value;
    }
  });
  observer.observe({ type: "layout-shift", buffered: true });
  observer.observe({ type: "navigation", buffered: true });
})
"""
#: What a page does when it has waited for long never comes.
PATIENT = """
{
  const wait = window.setTimeout;
  window.setTimeout = (act, ms, ...rest) => ms >= 20000 ? 0 : wait(act, ms, ...rest);
}
"""
PAGES = (
    "",
    "belts",
    "industries",
    "policy",
    "invest",
    "invest?industry=automotive",
    "data",
    "help",
    "about",
)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_stands_still_while_it_loads(open_page: OpenPage, path: str, width: int) -> None:
    page = open_page(path, width=width)
    assert page.evaluate(SUM) <= GOOD


def test_shifts_are_seen(open_page: OpenPage) -> None:
    page = open_page("industries")
    page.evaluate("document.querySelector('.stMain').style.paddingTop = '300px'")
    page.wait_for_function(f"async () => await ({SUM})() > {GOOD}")


@pytest.mark.parametrize("path", PAGES)
def test_nobody_waits_for_what_is_folded_away(browser: Browser, app_url: str, path: str) -> None:
    """On a phone much is folded; a page stands by itself, not because its patience has ended."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.add_init_script(PATIENT)
    page = context.new_page()
    page.goto(f"{app_url}/{path}")
    expect(page.locator(".st-key-head")).to_be_visible()
    expect(page.locator(":root[data-coming]")).to_have_count(0)
    context.close()


def test_a_page_that_stands_hides_nothing(open_page: OpenPage) -> None:
    page = open_page("policy")
    expect(page.locator(":root[data-coming]")).to_have_count(0)
    page.locator('.st-key-pages a[href*="industries"]').click()
    expect(page.locator(":root[data-coming]")).to_have_count(0)
    expect(page.locator(".st-key-industries-matrix")).to_be_visible()


def test_what_lies_below_a_piece_on_its_way_waits_for_it(open_page: OpenPage) -> None:
    page = open_page("policy")
    chart = page.locator(".stVegaLiteChart").first
    table = page.locator("[class*=st-key-policy-targets] .stDataFrame")
    expect(table).to_be_visible()
    chart.evaluate("chart => { chart.classList.remove('vega-embed'); atlasComing(); }")
    expect(table).to_be_hidden()
    expect(page.locator(".st-key-head")).to_be_visible()
    chart.evaluate("chart => chart.classList.add('vega-embed')")
    expect(table).to_be_visible()
