"""A reader's own table of 100,000 rows: from its bytes to what the map draws."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from statistics import median
from time import perf_counter, process_time
from typing import Any

import numpy as np
import shapely

from benchmarks.bring import journeys
from benchmarks.report import Aim, Section, spread
from geo import store
from geo.crs import from_stored
from geo.intake.judging.interpretation import suggest_interpretation
from geo.intake.judging.row_judgement import judge_rows
from geo.intake.judging.upload_verdicts import tabulate_rejected
from geo.intake.own_frame import make_own_layer
from geo.intake.reading import readers
from layers.own_payload import offer_layer

ROWS = 100_000
SYSTEM = "GCJ-02"
AIM = 5.0
BUSY = "of it on the processor, whatever else the machine does"
REPEAT = 5
WORDS = ("汽车", "人参", "人参精深加工", "装备制造;石化", "矿泉水", "petrochemical", "无此产业")


def run(repeat: int) -> Section:
    """Time each step on a GB 18030 table in GCJ-02 of which a tenth of the rows is bad."""
    store.load_layer("parks"), store.load_layer("counties")  # the server has them by then
    data, often = table(), min(repeat, REPEAT)
    taken = [_once(data) for _ in range(often)]
    busy = [one.pop(BUSY) for one in taken]
    way = journeys(data, SYSTEM, often)
    whole = [sum(one.values()) for one in way]
    return Section(
        title="Bring your own data",
        header=["step", "time"],
        rows=[
            *_rows(taken),
            ["all without a page", _spread([sum(one.values()) for one in taken])],
            [BUSY, _spread(busy)],
            *_rows(way),
            ["all in a browser", _spread(whole)],
        ],
        aims=[
            _aim("validated and ready for the map", [sum(one.values()) for one in taken]),
            _aim("validated and on the map, in a browser", whole),
        ],
        method=(
            f"{ROWS:,} rows of CSV ({len(data) / 1e6:.1f} MB, GB 18030, GCJ-02, random points "
            "of the province and beyond), read, judged row by row, made a layer and a payload, "
            "and the bad rows a file. Then the same file by hand: chosen on the page, its system "
            "of coordinates named, taken, and the map opened, in a new browser context on a warm "
            "server; each step from the action until what follows it is there and no script "
            "runs, the last until the map draws the points."
        ),
    )


def _aim(what: str, seconds: list[float]) -> Aim:
    found = f"{median(seconds):.1f} s in the middle, {max(seconds):.1f} s at most"
    return Aim(f"{ROWS:,} rows {what} within {AIM:.0f} s", found, median(seconds) <= AIM)


def _rows(taken: list[dict[str, float]]) -> list[list[str]]:
    return [[step, _spread([one[step] for one in taken])] for step in taken[0]]


def _spread(seconds: list[float]) -> str:
    return spread([1000 * one for one in seconds], "ms")


def table() -> bytes:
    """Return the table, the same each time."""
    made, pick = np.random.default_rng(7), random.Random(7)  # noqa: S311
    points = np.column_stack(
        [made.uniform(121.6, 131.4, 4 * ROWS), made.uniform(40.8, 46.4, 4 * ROWS)]
    )
    province = store.load_layer("province").geometry.iloc[0]
    shapely.prepare(province)
    inside = shapely.contains_xy(province, *points.T)
    chosen = np.vstack([points[inside][: ROWS * 9 // 10], points[~inside][: ROWS // 10]])
    lines = [
        f"企业{row},{lon:.6f},{lat:.6f},{pick.choice(WORDS)}"
        for row, (lon, lat) in enumerate(from_stored(chosen, SYSTEM).tolist())
    ]
    return "\n".join(["名称,经度,纬度,主导产业", *lines, ""]).encode("gb18030")


def _once(data: bytes) -> dict[str, float]:
    times: dict[str, float] = {}
    begun = process_time()

    def timed(step: str, work: Callable[..., Any], *arguments: Any) -> Any:
        start = perf_counter()
        made = work(*arguments)
        times[step] = perf_counter() - start
        return made

    upload = timed("read", readers.read_upload, "table.csv", data)
    choice = replace(timed("recognise columns", suggest_interpretation, upload), system=SYSTEM)
    verdicts = timed("check every row", judge_rows, upload, choice)
    layer = timed("make the layer", make_own_layer, verdicts)
    timed("write what the map fetches", offer_layer, layer)
    timed("write the bad rows", tabulate_rejected, verdicts, "zh")
    times[BUSY] = process_time() - begun
    return times
