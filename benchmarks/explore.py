"""Filters of the explore page, beside a tutorial's app and beside a rerun that does nothing."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Locator

from benchmarks.relay import counting
from benchmarks.report import Aim, Section, spread
from benchmarks.tab import App, Change, Tab, chromium
from geo import store
from geo.filters import Filter, label_option
from scripts.server import running_server

ATLAS = App("the atlas", "parks", ("app.py",))
TUTORIAL = App(
    "a tutorial's app",
    "markers",
    ("benchmarks/tutorial_app.py", "--runner.postScriptGC=true"),  # Streamlit's own default
)
BARE = App("a bare rerun", "word", ("benchmarks/bare_app.py",))
APPS = (ATLAS, TUTORIAL, BARE)
FACETS = ("industry", "prefecture")
CHOICES = 5
WARM_UPS = 2
COLD_STARTS = 7
FASTER, NEAR, KILOBYTES, FIRST = 10, 1.5, 10, 0.75
Costs = dict[tuple[str, str], list[Change]]  # by app and facet
METHOD = """\
The same actions in the same run, in turns: an option is picked in the filter for an industry, then
in that for a prefecture, out of the five that most parks have; between two picks the filter is
cleared, which is not timed. A pick is timed by the browser's clock, from the click event on the
option to the first animation frame in which the page shows exactly the parks that the filter
leaves. The bare rerun is a click on a button that changes a word. The atlas draws the filtered map
in the browser and asks the server meanwhile, so the second column times the answer too: the frame
in which the sentence below the map counts the parks, which the other two do not have.

Bytes are all that the server sends from the click until the page is quiet, counted between the two,
every part of the page and every rerun included; in brackets the payloads of the websocket before
compression. The first map is timed from the start of the navigation in a new browser context with
nothing cached, on a warm server; for the bare rerun it is the word. Medians, and in brackets nine
of ten values.

The tutorial's app reads its files on each run and has Streamlit's own settings, but the atlas's
compression. It has two advantages that it would not have elsewhere: beside the map its page has one
small table and nothing else, and the script hosts that it loads from answer at once from this
machine, with Leaflet whole, of jQuery what popups need, and Bootstrap, fonts and tiles empty. The
atlas is its whole explore page: options with their counts, the panel, the chart and the table. The
bare rerun has the settings of the atlas."""


@dataclass(frozen=True)
class Pick:
    """An option of a filter, and how many parks it leaves."""

    facet: str
    option: str
    count: int


def picks(facet: str) -> list[Pick]:
    """Return the options of a facet that most parks have, each with its number of parks."""
    seen = Filter().apply(store.load_layer("parks"))
    held = seen.industries.explode() if facet == "industry" else seen.prefecture_adcode
    return [Pick(facet, one, _left({facet: (one,)})) for one in held.value_counts().index[:CHOICES]]


def everything() -> int:
    """Return how many parks are shown without a filter."""
    return _left({})


def _left(asked: dict[str, Any]) -> int:
    return int(Filter(**asked).mask(store.load_layer("parks")).sum())


def option(tab: Tab, facet: str, name: str, key: str = "") -> Locator:
    """Return an option of a filter by its name, in the atlas by its id, ready for the click."""
    if tab.app.name == ATLAS.name:
        box = tab.page.locator(f'[data-facet="{facet}"]')
        if facet == "industry":
            box.get_by_role("searchbox").fill(name)
        return box.locator(f'.atlas-option[data-option="{key}"]')
    box = tab.page.locator(f".st-key-filter-{facet}")
    box.locator("input").fill(name)
    found = tab.page.get_by_role("option").filter(has_text=re.compile(f"^{re.escape(name)}$"))
    found.wait_for()
    return found


def clear(tab: Tab, facet: str) -> None:
    """Bring everything back."""
    if tab.app.shows == "markers":
        button = option(tab, facet, "All")
    else:
        button = tab.page.locator(".atlas-clear")
    tab.change(button.click, expected(tab, everything()))


def expected(tab: Tab, parks: int) -> int:
    """Return what the app will show when the filter leaves so many parks."""
    return tab.seen() + 1 if tab.app.shows == "word" else parks


def turn(tab: Tab, pick: Pick) -> Change:
    """Make one timed change in an app, and undo it."""
    if tab.app.name == BARE.name:
        return tab.change(tab.page.locator(".st-key-change button").click, tab.seen() + 1)
    target = option(tab, pick.facet, label_option(pick.facet, pick.option, "en"), pick.option)
    made = tab.change(target.click, expected(tab, pick.count))
    clear(tab, pick.facet)
    return made


def at_first(app: App) -> int:
    """Return how many things an app shows at first."""
    return 0 if app.shows == "word" else everything()


def changes(browser: Browser, apps: list[App], repeat: int) -> Costs:
    """Return the cost of each timed change by app and facet, taken in turns."""
    tabs = [Tab(browser, app) for app in apps]
    for tab in tabs:
        tab.open(at_first(tab.app))
        tab.rest()
    chosen = {facet: picks(facet) for facet in FACETS}
    found: Costs = {}
    for number in range(WARM_UPS + repeat):
        for facet in FACETS:
            for tab in tabs:
                made = turn(tab, chosen[facet][number % CHOICES])
                found.setdefault((tab.app.name, facet), []).append(made)
    for tab in tabs:
        tab.close()
    return {key: made[WARM_UPS:] for key, made in found.items()}


def first_maps(browser: Browser, apps: list[App], repeat: int) -> dict[str, list[float]]:
    """Return the milliseconds to the first map in new browser contexts, by app."""
    found: dict[str, list[float]] = {app.name: [] for app in apps}
    for _ in range(repeat):
        for app in apps:
            tab = Tab(browser, app)
            found[app.name].append(tab.open(at_first(app)))
            tab.rest()
            tab.close()
    return found


@contextmanager
def served() -> Iterator[list[App]]:
    """Serve all apps, each by a server of its own."""
    with ExitStack() as stack:
        logs = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        started = []
        for app in APPS:
            url = stack.enter_context(running_server(logs / app.name, script=app.script))
            started.append(replace(app, relay=stack.enter_context(counting(url))))
        yield started


def run(repeat: int) -> Section:
    """Measure and report; `repeat` timed picks for each filter and app."""
    with served() as apps, chromium() as browser:
        program = f"Chromium {browser.version}"
        cost = changes(browser, apps, repeat)
        first = first_maps(browser, apps, min(repeat, COLD_STARTS))
    rows = [row(*key, cost, first) for key in sorted(cost, key=lambda key: key[1])]
    return Section(
        title="Explore page",
        header=(
            "",
            "filter → pixels",
            "filter → words",
            "bytes per change",
            "first map, cold browser",
        ),
        rows=rows,
        aims=aims(cost, first),
        method=METHOD,
        versions=[program],
    )


def row(name: str, facet: str, cost: Costs, first: dict[str, list[float]]) -> list[str]:
    """Return the table's row of an app and a filter."""
    made = cost[name, facet]
    sent, payload = (
        median(getattr(one, part) for one in made) / 1000 for part in ("sent", "payload")
    )
    pixels = spread([one.pixels_ms for one in made], "ms")
    words = spread([one.words_ms for one in made], "ms") if name == ATLAS.name else "–"
    bytes_ = f"{sent:.1f} kB ({payload:.1f})"
    return [f"{facet}: {name}", pixels, words, bytes_, spread(first[name], "ms")]


def aims(cost: Costs, first: dict[str, list[float]]) -> list[Aim]:
    """Hold the medians against the aims; of the two filters the worse one counts."""

    def pixels(app: App, facet: str) -> float:
        return median(one.pixels_ms for one in cost[app.name, facet])

    faster = [pixels(TUTORIAL, one) / pixels(ATLAS, one) for one in FACETS]
    near = [pixels(ATLAS, one) / pixels(BARE, one) for one in FACETS]
    sent = [median(one.sent for one in cost[ATLAS.name, facet]) / 1000 for facet in FACETS]
    start = median(first[ATLAS.name]) / median(first[TUTORIAL.name])
    return [
        Aim(f"{FASTER} times faster than the tutorial's app", _all(faster), min(faster) >= FASTER),
        Aim(f"at most {NEAR} times the bare rerun", _all(near), max(near) <= NEAR),
        Aim(f"at most {KILOBYTES} kB per change", _all(sent), max(sent) <= KILOBYTES),
        Aim(f"first map in at most {FIRST} of the tutorial's time", f"{start:.2f}", start <= FIRST),
    ]


def _all(values: list[float]) -> str:
    return ", ".join(f"{value:.1f} ({facet})" for value, facet in zip(values, FACETS, strict=True))
