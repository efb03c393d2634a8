"""The nearest of many things, and how many lie within reach, with bounds."""

import numpy as np
from numpy.typing import NDArray
from pandas import DataFrame

from geo.siting.distances import Spread
from geo.ties import round_off


def measure_nearest(
    spread: Spread,
    chosen: np.ndarray,
    doubtful: np.ndarray | None = None,
    apart: NDArray[np.bool_] | None = None,
) -> DataFrame:
    """Return the distance to the nearest of the chosen columns, with bounds.

    `doubtful` columns may or may not count: they can only lower the lower bound. Pairs that are
    `apart` (rows by columns), as a park and itself, are no neighbours.
    """
    index = spread.value.index
    low, value, high = (
        frame.to_numpy(copy=True) for frame in (spread.low, spread.value, spread.high)
    )
    if apart is not None:
        for matrix in (low, value, high):
            matrix[apart] = np.inf
    wide = chosen if doubtful is None else chosen | doubtful
    least = low[:, wide].min(axis=1, initial=np.inf)
    if not chosen.any():
        return DataFrame({"low": least, "value": np.nan, "high": np.nan, "nearest": None}, index)
    near = value[:, chosen]
    bounds = DataFrame(
        {"low": least, "value": near.min(axis=1), "high": high[:, chosen].min(axis=1)}, index
    ).replace(np.inf, np.nan)
    # The columns by id, so that the first of equally near ones is named.
    ids = spread.value.columns[chosen].to_numpy()
    order = np.argsort(ids.astype(str), kind="stable")
    names = ids[order][round_off(near[:, order]).argmin(axis=1)]
    return bounds.assign(nearest=np.where(bounds.value.notna(), names, None))


def count_within(
    spread: Spread, sure: np.ndarray, doubtful: np.ndarray, radius: float
) -> DataFrame:
    """Return how many of the `sure` columns lie within `radius` km of each row, with bounds.

    `sure` and `doubtful` say by column, or by row and column, what counts; the upper bound counts
    what may lie within, the doubtful included.
    """
    count = {
        "low": (spread.high <= radius) & sure,
        "value": (spread.value <= radius) & sure,
        "high": (spread.low <= radius) & (sure | doubtful),
    }
    sums = {name: mask.to_numpy().sum(axis=1) for name, mask in count.items()}
    return DataFrame(sums, index=spread.value.index).astype(float).assign(nearest=None)
