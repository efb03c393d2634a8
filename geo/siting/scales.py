"""Criteria on scales from 0 (worst) to 1 (best), the ends of which the whole data set gives."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pandas import DataFrame

from geo.siting.criteria import CRITERIA, IDS, Criterion
from geo.siting.criterion_values import Values, find_span
from geo.siting.question import Question

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Scaled:
    """Frames of parks by criteria, 0 (worst) to 1 (best): worst case, middle, best case."""

    worst: DataFrame
    middle: DataFrame
    best: DataFrame


def place_on_scale(value: Numbers, ends: tuple[float, float], *, logarithmic: bool) -> Numbers:
    """Return where values lie between the ends of a scale, 0 to 1; beyond an end counts as it."""
    low, high = ends
    if logarithmic:
        value, low, high = np.log(value), float(np.log(low)), float(np.log(high))
    if high == low:
        return np.where(np.isnan(value), np.nan, 1.0)
    positions: Numbers = np.clip((value - low) / (high - low), 0, 1)
    return positions


def scale_bounds(
    bounds: tuple[Numbers, Numbers, Numbers],
    ends: tuple[float, float],
    criterion: Criterion,
    ideal: float | None = None,
) -> tuple[Numbers, Numbers, Numbers]:
    """Return worst, middle and best of values given as least, measured and greatest.

    An unknown bound is the end of the scale; an unknown value lies midway between its bounds.
    """
    least, value, most = (
        place_on_scale(np.asarray(bound, dtype=float), ends, logarithmic=criterion.logarithmic)
        for bound in bounds
    )
    least, most = np.where(np.isnan(least), 0, least), np.where(np.isnan(most), 1, most)
    if ideal is not None:
        aim = float(place_on_scale(np.array(ideal), ends, logarithmic=criterion.logarithmic))
        worst, middle, best = _towards(least, value, most, aim)
    elif criterion.more:
        worst, middle, best = least, value, most
    else:
        worst, middle, best = 1 - most, 1 - value, 1 - least
    return worst, np.where(np.isnan(middle), (worst + best) / 2, middle), best


def _towards(
    least: Numbers, value: Numbers, most: Numbers, aim: float
) -> tuple[Numbers, Numbers, Numbers]:
    reach = max(aim, 1 - aim)
    near = [1 - np.abs(bound - aim) / reach for bound in (least, value, most)]
    inside = (least <= aim) & (aim <= most)
    best = np.where(inside, 1.0, np.maximum(near[0], near[2]))
    return np.minimum(near[0], near[2]), near[1], best


def scale_criteria(values: Values, question: Question) -> Scaled:
    """Return every criterion of every park on its scale; silent ones are 0 for all."""
    columns = {}
    for name in IDS:
        if name in values.silent:
            nothing = np.zeros(len(values.value))
            columns[name] = (nothing, nothing, nothing)
            continue
        low, value, high = (frame[name].to_numpy(dtype=float) for frame in values.frames)
        ideal = question.ideal(name)
        columns[name] = scale_bounds(
            (low, value, high), find_span(name, values), CRITERIA[name], ideal
        )
    frames = [
        DataFrame({name: column[part] for name, column in columns.items()}, values.value.index)
        for part in range(3)
    ]
    return Scaled(*frames)
