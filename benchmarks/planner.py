"""The planner pages' slowest changes: Python per rerun of the whole page."""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle
from statistics import median
from time import perf_counter

from streamlit.testing.v1 import AppTest

from benchmarks.report import Aim, Section
from geo.paths import ROOT

AIM = 0.3  # seconds of Python for a change
APP = str(ROOT / "app.py")
WIDTHS = tuple(str(width) for width in range(10, 81))  # km; none twice, or a cache would answer
PLACES = ("220200", "220300", "220400", "220500", "220600", "220700", "220800", "222400")
BELTS = (
    "changchun-jilin-tumen.changchun-siping"
    ".changchun-liaoyuan-tonghua-baishan.changchun-songyuan-baicheng"
)


def run(repeat: int) -> Section:
    """Return the time of each change beside the aim."""
    found = {name: _measured(change(), repeat) for name, change in CHANGES.items()}
    worst = max(found.values())
    return Section(
        "Planner: belts, industries, policy",
        ["change", "Python per rerun"],
        [[name, f"{seconds * 1000:,.0f} ms"] for name, seconds in found.items()],
        "Medians of wall time for one rerun of the page, run by Streamlit's AppTest in this "
        "process, after a first visit; each repetition asks for another value.",
        [Aim(f"each within {AIM * 1000:g} ms", f"{worst * 1000:,.0f} ms at most", worst <= AIM)],
    )


def _measured(change: Callable[[], None], repeat: int) -> float:
    change()
    times = []
    for _ in range(repeat):
        started = perf_counter()
        change()
        times.append(perf_counter() - started)
    return median(times)


def _changes(page: str, name: str, values: tuple[str, ...], **link: str) -> Callable[[], None]:
    app = AppTest.from_file(APP, default_timeout=60).run()
    app.switch_page(str(ROOT / "screens" / page / "page.py"))
    following = cycle(values)

    def change() -> None:
        for key, value in {**link, name: next(following)}.items():
            app.query_params[key] = value
        app.session_state["written"] = 0.0
        app.run()
        if app.exception or app.error:
            raise RuntimeError(f"the page {page} failed")

    return change


CHANGES: dict[str, Callable[[], Callable[[], None]]] = {
    "belts: four compared, another width": lambda: _changes(
        "belts",
        "belts-width",
        WIDTHS,
        **{"belts-part": "compare", "belts-compared": BELTS},
    ),
    "industries: time line of another place": lambda: _changes(
        "industries", "industries-place", PLACES, **{"industries-part": "timeline"}
    ),
    "belts: overlap at another width": lambda: _changes(
        "belts", "belts-width", WIDTHS, **{"belts-part": "overlap"}
    ),
}
