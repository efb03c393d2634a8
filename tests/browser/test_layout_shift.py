"""How far a page moves under the reader's eyes while it loads: the layout shift of web vitals."""

import pytest

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
STILL = [("industries", 390), ("industries", 1440), ("invest", 390), ("data", 390)]


@pytest.mark.parametrize(("path", "width"), STILL)
def test_a_page_stands_still_while_it_loads(open_page: OpenPage, path: str, width: int) -> None:
    page = open_page(path, width=width)
    assert page.evaluate(SUM) <= GOOD


def test_shifts_are_seen(open_page: OpenPage) -> None:
    page = open_page("industries")
    page.evaluate("document.querySelector('.stMain').style.paddingTop = '300px'")
    page.wait_for_function(f"async () => await ({SUM})() > {GOOD}")
