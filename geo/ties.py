"""The rule for ties: what is equal when rounded is equal, and then the first by name leads.

The last bits of a computed number differ between processors. Numbers are therefore rounded to
`DECIMALS` before they are compared, and equal ones follow the order of their ids, or the stated
order of a table of ours (criteria, sectors). The same question so gives the same answer anywhere.

Six decimals: of points, of percent and of kilometres nothing finer is known, and noise of 1e-13
is so far below that it meets the middle between two rounded numbers once in millions.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray
from pandas import DataFrame, Series
from pandas.api.types import is_float_dtype

DECIMALS = 6


def round_off(numbers: ArrayLike) -> NDArray[np.float64]:
    """Return numbers as they are compared: rounded to `DECIMALS`, without a negative zero.

    Examples
    --------
    >>> bool(round_off(0.1 + 0.2) == round_off(0.3))
    True
    """
    rounded: NDArray[np.float64] = np.round(np.asarray(numbers, dtype=float), DECIMALS) + 0.0
    return rounded


def sort_rows(
    rows: DataFrame, by: Sequence[str], *, ascending: Sequence[bool] | bool = True, tie: str = ""
) -> DataFrame:
    """Return rows sorted by columns, numbers as rounded; missing ones last, ties by id.

    `tie` names the column of ids; without it the index holds them.

    Examples
    --------
    >>> rows = DataFrame({"km": [0.3, 0.1 + 0.2, 0.1]}, index=["b", "a", "c"])
    >>> sort_rows(rows, ["km"]).index.tolist()
    ['c', 'a', 'b']
    """
    keys = rows.loc[:, list(by)].reset_index(drop=True)
    for name in by:
        if is_float_dtype(keys[name]):
            keys[name] = round_off(keys[name])
    directions = [ascending] * len(by) if isinstance(ascending, bool) else list(ascending)
    keys["tie"] = np.asarray(rows[tie] if tie else rows.index)
    order = keys.sort_values([*by, "tie"], ascending=[*directions, True]).index
    return rows.iloc[order]


def rank_ids(numbers: Series) -> list[str]:
    """Return the ids of the index, greatest number first, ties by id.

    Examples
    --------
    >>> rank_ids(Series({"b": 0.3, "a": 0.1 + 0.2, "c": 0.5}))
    ['c', 'a', 'b']
    """
    rows = sort_rows(numbers.to_frame("number"), ["number"], ascending=False)
    return [str(key) for key in rows.index]


def find_first(numbers: Series) -> str:
    """Return the id of the greatest number, of equal ones the first; missing ones take no part.

    Examples
    --------
    >>> find_first(Series({"b": 0.3, "a": 0.1 + 0.2, "c": 0.1}))
    'a'
    """
    rounded = round_off(numbers)
    return min(str(key) for key in numbers.index[rounded == np.nanmax(rounded)])
