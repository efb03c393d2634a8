"""Weights: presets with their reasons, checks, and pairwise comparison (AHP)."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from geo.siting.criteria import CRITERIA, IDS, require_criterion
from geo.siting.question_error import QuestionError
from geo.ties import DECIMALS, round_off

TOTAL = 100.0
ROUNDING = 0.01  # three thirds written with two decimals
CONSISTENT = 0.10
#: How many times as important a criterion may be called as another.
DEGREES = tuple(1 / number for number in range(9, 1, -1)) + tuple(map(float, range(1, 10)))


@dataclass(frozen=True)
class Preset:
    """Weights that suit a kind of company, and why (message ids)."""

    name: str
    reason: str
    weights: dict[str, float]


PRESETS: dict[str, Preset] = {
    "manufacturer": Preset(
        "Manufacturer",
        "Suppliers and skilled people count most, so fit and neighbours of the same industry lead; "
        "parts and goods leave by rail, managers by air.",
        {
            "industry_fit": 35,
            "same_industry": 10,
            "related_parks": 15,
            "rail_station": 15,
            "airport": 5,
            "changchun": 10,
            "park_level": 10,
        },
    ),
    "exporter": Preset(
        "Exporter",
        "The way out of the country decides: a border port or a seaport, and rail to reach it; a "
        "national zone has customs nearer at hand.",
        {
            "industry_fit": 25,
            "related_parks": 5,
            "rail_station": 15,
            "airport": 5,
            "border_port": 20,
            "seaport": 15,
            "park_level": 15,
        },
    ),
    "food": Preset(
        "Food company",
        "Raw material and processors are where documents name the industry; fresh goods need the "
        "market of Changchun and an airport within reach.",
        {
            "industry_fit": 40,
            "related_parks": 15,
            "rail_station": 10,
            "airport": 10,
            "changchun": 15,
            "area": 10,
        },
    ),
    "logistics": Preset(
        "Logistics company",
        "Transport is the business: rail, air and the border lead; land to build halls on comes "
        "next.",
        {
            "industry_fit": 10,
            "rail_station": 25,
            "airport": 15,
            "border_port": 10,
            "seaport": 10,
            "changchun": 15,
            "area": 15,
        },
    ),
}


def check_weights(weights: Mapping[str, object]) -> dict[str, float]:
    """Return weights in percent, without zeros, in the order of the criteria.

    Raises QuestionError naming the criterion at fault when one is unknown, not a number or
    negative, and when all are zero or the total is not 100.
    """
    raw = {require_criterion(str(name), "weights"): number for name, number in weights.items()}
    numbers = {name: _weight(name, number) for name, number in raw.items()}
    total = math.fsum(numbers.values())
    if total == 0:
        raise QuestionError("weights", "All weights are zero; give at least one criterion some.")
    if abs(total - TOTAL) > ROUNDING:
        message = "The weights total {total:g} %, not 100 %: change them by {rest:+g} points."
        rest = round(TOTAL - total, 6)
        raise QuestionError("weights", message, total=round(total, 6), rest=rest)
    return {name: numbers[name] for name in CRITERIA if numbers.get(name)}


def _weight(name: str, raw: object) -> float:
    part = f"weights.{name}"
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not math.isfinite(raw):
        raise QuestionError(part, "{number!r} is not a number.", number=raw)
    if raw < 0:
        raise QuestionError(part, "{number:g} is negative; a weight is 0 or more.", number=raw)
    return float(raw)


def balance_weights(weights: Mapping[str, float]) -> dict[str, float]:
    """Return weights brought to a total of 100 in proportion, in whole points.

    Points lost in rounding go to the largest remainders, of equal ones to the first criterion.
    Raises QuestionError when all are zero.

    Examples
    --------
    >>> balance_weights({"rail_station": 1, "airport": 1, "area": 1})
    {'rail_station': 34.0, 'airport': 33.0, 'area': 33.0}
    """
    total = math.fsum(weights.values())
    if total <= 0:
        raise QuestionError("weights", "All weights are zero; give at least one criterion some.")
    exact = {name: round(weight * TOTAL / total, DECIMALS) for name, weight in weights.items()}
    whole = {name: math.floor(weight) for name, weight in exact.items()}
    spare = round(TOTAL - sum(whole.values()))

    def missed(name: str) -> tuple[float, int]:
        return float(round_off(whole[name] - exact[name])), IDS.index(name)

    for name in sorted(exact, key=missed)[:spare]:
        whole[name] += 1
    return {name: float(weight) for name, weight in whole.items()}


def fill_comparisons(upper: Sequence[float], count: int) -> NDArray[np.float64]:
    """Return the reciprocal matrix of comparisons given row by row above the diagonal.

    A comparison is how many times as important the first criterion is as the second: a whole
    number to 9, or one divided by it. Raises QuestionError for another, or for too few or many.
    """
    needed = count * (count - 1) // 2
    if len(upper) != needed:
        raise QuestionError("comparisons", "{n} comparisons are needed.", n=needed)
    for degree in upper:
        if not any(math.isclose(degree, step) for step in DEGREES):
            message = "{number!r} is no whole number up to 9, nor 1 divided by one."
            raise QuestionError("comparisons", message, number=degree)
    matrix = np.eye(count)
    rows, columns = np.triu_indices(count, k=1)
    matrix[rows, columns] = upper
    matrix[columns, rows] = 1 / np.asarray(upper, dtype=float)
    return matrix


def weigh_comparisons(matrix: ArrayLike) -> tuple[NDArray[np.float64], float]:
    """Return the weights (total 1) of a pairwise comparison matrix, and its consistency ratio.

    Weights are the principal eigenvector; a ratio of 0.10 or more asks to compare anew.
    Saaty, The Analytic Hierarchy Process (1980); mean consistency of random matrices after Tummala
    and Ling, A Note on the Computation of the Mean Random Consistency Index (1998).

    Examples
    --------
    >>> weights, ratio = weigh_comparisons(fill_comparisons([2, 4, 2], 3))
    >>> weights.round(3).tolist(), round(ratio, 6)
    ([0.571, 0.286, 0.143], 0.0)
    """
    from pymcdm.weights.subjective import AHP  # brings matplotlib: only when asked for

    comparison = AHP(matrix=np.asarray(matrix, dtype=float))
    return comparison(), max(0.0, float(comparison.get_cr()))
