"""The investor's computations: the real parks, and ten thousand made up."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import perf_counter

import numpy as np
from pandas import DataFrame, Series

from benchmarks.report import Aim, Section
from geo.memory import forget_shared_answers
from geo.siting import criterion_values
from geo.siting.criteria import IDS
from geo.siting.question import Question, make_question
from geo.siting.ranking import rank_parks
from geo.siting.ranking_methods import compare_methods, correlate_methods
from geo.siting.robustness import (
    DRAWS,
    assess_ranking,
    find_smallest_flip,
    leave_out_criteria,
    sample_weightings,
)
from geo.siting.scales import scale_criteria
from geo.ties import rank_ids

MANY = 10_000
REAL_AIM, MANY_AIM = 1.0, 5.0
QUESTION = make_question(industries=["auto-parts"], limits=["rail_station<=30"])


def run(repeat: int) -> Section:
    """Return the times of each step, and of all together, beside their aims."""
    real = _measured(_real(QUESTION), repeat)
    many = _measured(_many(), max(1, repeat // 5))
    rows = [[step, f"{real[step] * 1000:,.0f} ms", f"{many[step] * 1000:,.0f} ms"] for step in real]
    totals = (sum(real.values()), sum(many.values()))
    return Section(
        "Investor: ranking and robustness",
        ["step", f"real parks ({len(rank_parks(QUESTION).verdicts)})", f"{MANY:,} made-up parks"],
        [*rows, ["**together**", *(f"**{total * 1000:,.0f} ms**" for total in totals)]],
        f"Medians; {DRAWS:,} random weightings. Distances are computed once per server and are "
        "not in the table; nor is the first import of pymcdm, which brings matplotlib. The made-up "
        "parks have twelve random criteria; PROMETHEE II compares the leading 200 of them.",
        [
            Aim(f"real data within {REAL_AIM:g} s", f"{totals[0]:.2f} s", totals[0] <= REAL_AIM),
            Aim(f"{MANY:,} parks within {MANY_AIM:g} s", f"{totals[1]:.2f} s",
                totals[1] <= MANY_AIM),
        ],
    )  # fmt: skip


def _measured(steps: dict[str, Callable[[], object]], repeat: int) -> dict[str, float]:
    """Return the median seconds of each step; one round before warms up."""
    found: dict[str, list[float]] = {step: [] for step in steps}
    for number in range(repeat + 1):
        for step, work in steps.items():
            start = perf_counter()
            work()
            if number:
                found[step].append(perf_counter() - start)
    return {step: median(times) for step, times in found.items()}


def _real(question: Question) -> dict[str, Callable[[], object]]:
    ranking = rank_parks(question)
    pool = ranking.scaled.middle.loc[ranking.verdicts.index]
    stay = ranking.table.index

    def ranked() -> None:
        forget_shared_answers(rank_parks, criterion_values._measure)
        rank_parks(question)

    def checked() -> None:
        assess_ranking(ranking)

    return {
        "scores with bounds": ranked,
        "random weightings, flip, left out": checked,
        "TOPSIS, PROMETHEE II, Kendall": lambda: correlate_methods(
            compare_methods(pool, ranking.weights, stay)
        ),
    }


def _many() -> dict[str, Callable[[], object]]:
    generator = np.random.default_rng(1)
    names = [f"park-{number}" for number in range(MANY)]
    graded = DataFrame(generator.random((MANY, len(IDS))), index=names, columns=list(IDS))
    weights = Series(100 / len(IDS), index=list(IDS))
    low, high = graded * 90, graded * 110
    made = criterion_values.Values(low, graded * 100, high, graded.astype(object), frozenset())
    winner = rank_ids(graded @ weights)[0]

    def checked() -> None:
        sample_weightings(graded.to_numpy())
        find_smallest_flip(graded, weights, winner)
        leave_out_criteria(graded, weights)

    return {
        "scores with bounds": lambda: scale_criteria(made, QUESTION),
        "random weightings, flip, left out": checked,
        "TOPSIS, PROMETHEE II, Kendall": lambda: correlate_methods(
            compare_methods(graded, weights, graded.index)
        ),
    }
