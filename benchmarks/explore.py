"""Filters of the explore page, beside a tutorial's app and beside a rerun that does nothing."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from benchmarks.report import Aim, Section, spread
from benchmarks.tab import App, Change, Tab, chromium
from geo import store
from geo.filters import Filter, label
from scripts.server import running_server

APPS = (
    App("ours", "app.py"),
    App("tutorial", "benchmarks/tutorial_app.py"),
    App("bare", "benchmarks/bare_app.py"),
)
NAMES = {"ours": "the atlas", "tutorial": "a tutorial's app", "bare": "a bare rerun"}
FACETS = ("industry", "prefecture")
CHOICES = 5
WARM_UPS = 2
COLD_STARTS = 7
FASTER, NEAR, KILOBYTES, FIRST = 10, 1.5, 10, 0.75
METHOD = """\
The same actions in the same run, in turns: an option is picked in the filter for an industry, then
in that for a prefecture, out of the five that most parks have; between two picks the filter is
cleared, which is not timed. A pick is timed by the browser's clock, from the click event on the
option (in the bare rerun: on the button) to the first animation frame in which the page shows
exactly the parks that the filter leaves (the bare rerun: the new word). Bytes are payloads received
over the websocket from the click until the page is quiet, all reruns and all parts of the page
included. The first map is timed from the start of the navigation in a new browser context, with
nothing cached, on a server that is warm. Medians; in brackets nine of ten values.

The tutorial's app has advantages that it would not have elsewhere: its frames stay in memory, it
runs under our server settings (without the collection of garbage after each run), its page has one
small table and nothing else beside the map, and the script hosts that it loads from answer at once
from this machine: Leaflet whole, of jQuery what popups need, Bootstrap, fonts and tiles empty.
Ours is the whole page: options with their counts, the panel, the chart and the table."""


@dataclass(frozen=True)
class Pick:
    """An option of a filter, and how many parks it leaves."""

    facet: str
    option: str
    count: int


def picks(facet: str) -> list[Pick]:
    """Return the options of a facet that most parks have, each with its number of parks."""
    parks = store.layer("parks")
    parks = parks[parks.status == "verified"]
    held = parks.industries.explode() if facet == "industry" else parks.prefecture_adcode
    options = [one for one, _ in Counter(held.dropna()).most_common(CHOICES)]
    return [
        Pick(facet, one, int(replace(Filter(), **{facet: (one,)}).mask(parks).sum()))
        for one in options
    ]


def everything() -> int:
    """Return how many parks are shown without a filter."""
    return int((store.layer("parks").status == "verified").sum())


def choose(tab: Tab, pick: Pick) -> Change:
    """Pick an option in a filter's list."""
    name = re.escape(label(pick.facet, pick.option, "en"))
    tab.page.locator(f".st-key-filter-{pick.facet} input").fill(
        label(pick.facet, pick.option, "en")
    )
    option = tab.page.get_by_role("option").filter(has_text=re.compile(rf"^{name}( \(\d+\))?$"))
    option.wait_for()
    return tab.change(option.click, pick.count)


def clear(tab: Tab, facet: str) -> Change:
    """Bring everything back."""
    if tab.app.name == "ours":
        return tab.change(tab.page.locator(".st-key-clear button").click, everything())
    tab.page.locator(f".st-key-filter-{facet} input").fill("All")
    option = tab.page.get_by_role("option", name="All", exact=True)
    option.wait_for()
    return tab.change(option.click, everything())


def turn(tab: Tab, pick: Pick, presses: int) -> Change:
    """Make one timed change in an app, and undo it."""
    if tab.app.name == "bare":
        return tab.change(tab.page.locator(".st-key-change button").click, presses)
    made = choose(tab, pick)
    clear(tab, pick.facet)
    return made


def changes(browser: Browser, apps: list[App], repeat: int) -> dict[tuple[str, str], list[Change]]:
    """Return the cost of each timed change by app and facet, taken in turns."""
    tabs = [Tab(browser, app) for app in apps]
    for tab in tabs:
        tab.open(0 if tab.app.name == "bare" else everything())
        tab.rest()
    found: dict[tuple[str, str], list[Change]] = {}
    chosen = {facet: picks(facet) for facet in FACETS}
    presses = 0
    for number in range(WARM_UPS + repeat):
        for facet in FACETS:
            presses += 1
            for tab in tabs:
                made = turn(tab, chosen[facet][number % CHOICES], presses)
                if number >= WARM_UPS:
                    found.setdefault((tab.app.name, facet), []).append(made)
    for tab in tabs:
        tab.close()
    return found


def first_maps(browser: Browser, apps: list[App], repeat: int) -> dict[str, list[float]]:
    """Return the milliseconds to the first map (the bare rerun: the word) of new browsers."""
    found: dict[str, list[float]] = {app.name: [] for app in apps}
    for _ in range(repeat):
        for app in apps:
            tab = Tab(browser, app)
            found[app.name].append(tab.open(0 if app.name == "bare" else everything()))
            tab.rest()
            tab.close()
    return found


@contextmanager
def served() -> Iterator[list[App]]:
    """Serve all apps, each by a server of its own with the atlas's configuration."""
    with ExitStack() as stack:
        logs = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        yield [
            replace(
                app, url=stack.enter_context(running_server(logs / app.name, script=app.script))
            )
            for app in APPS
        ]


def run(repeat: int) -> Section:
    """Measure and report; `repeat` timed picks for each filter and app."""
    with served() as apps, chromium() as browser:
        program = f"Chromium {browser.version}"
        cost = changes(browser, apps, repeat)
        first = first_maps(browser, apps, min(repeat, COLD_STARTS))
    return section(cost, first, program)


def section(
    cost: dict[tuple[str, str], list[Change]], first: dict[str, list[float]], program: str
) -> Section:
    """Return the report of the measured costs and first maps."""
    rows = []
    for name, words in NAMES.items():
        for facet in FACETS:
            made = cost[name, facet]
            kilobytes = median(one.received for one in made) / 1000
            cells = [spread([one.pixels_ms for one in made], "ms"), f"{kilobytes:.1f} kB"]
            rows.append([f"{words}, {facet}", *cells, spread(first[name], "ms")])
    return Section(
        title="Explore page",
        header=("", "filter → pixels", "bytes per change", "first map, cold browser"),
        rows=rows,
        aims=aims(cost, first),
        method=METHOD,
        versions=[program],
    )


def aims(cost: dict[tuple[str, str], list[Change]], first: dict[str, list[float]]) -> list[Aim]:
    """Hold the medians against the aims; of the two filters the worse one counts."""

    def pixels(name: str, facet: str) -> float:
        return median(one.pixels_ms for one in cost[name, facet])

    faster = min(pixels("tutorial", one) / pixels("ours", one) for one in FACETS)
    near = max(pixels("ours", one) / pixels("bare", one) for one in FACETS)
    sent = max(median(one.received for one in cost["ours", facet]) for facet in FACETS) / 1000
    start = median(first["ours"]) / median(first["tutorial"])
    return [
        Aim(
            f"at least {FASTER} times faster than a tutorial's app",
            f"{faster:.1f} times",
            faster >= FASTER,
        ),
        Aim(f"at most {NEAR} times a bare rerun", f"{near:.2f} times", near <= NEAR),
        Aim(f"at most {KILOBYTES} kB per change", f"{sent:.1f} kB", sent <= KILOBYTES),
        Aim(f"first map in at most {FIRST} of the tutorial's time", f"{start:.2f}", start <= FIRST),
    ]
