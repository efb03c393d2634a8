"""Measures of amounts, for employment or output that a user brings; the documents hold none.

Each takes one frame: a row a place, a column an industry, amounts of one kind, one unit, one
year. A cell that is not known makes every sum it belongs to unknown: it is never read as zero.
"""

import numpy as np
import pandas as pd
from pandas import DataFrame, Series

MISSING = "reason.missing_amount"
NEGATIVE = "reason.negative_amount"
NO_PLACE_TOTAL = "reason.zero_place_total"
NO_INDUSTRY_TOTAL = "reason.zero_industry_total"
NO_REST = "reason.zero_rest_total"
NO_NUMBER = "reason.out_of_range"


def location_quotient(amounts: DataFrame) -> DataFrame:
    """Return the location quotient of each place and industry.

    LQ = (x_pi / x_p) / (x_i / x): the industry's share in the place over its share in all places
    together. Above 1 the place has more of the industry than the whole has; 0 means known to be
    none. Source: P. S. Florence, Report on the Location of Industry (1939); Isard, Methods of
    Regional Analysis (1960).

    Parameters
    ----------
    amounts : DataFrame
        Amounts, a row a place, a column an industry.

    Returns
    -------
    DataFrame
        place, item, value (≥ 0 or missing), reason.

    Examples
    --------
    P: 30 cars, 10 cloth; Q: 10 cars, 50 cloth. Cars in P: (30/40) / (40/100).

    >>> amounts = DataFrame({"cars": [30, 10], "cloth": [10, 50]}, index=["P", "Q"])
    >>> location_quotient(amounts).value.round(3).tolist()
    [1.875, 0.417, 0.417, 1.389]
    """
    numbers, fault = _in_proportion(amounts)
    places, industries = numbers.sum(axis=1), numbers.sum(axis=0)
    with np.errstate(all="ignore"):
        inside = numbers.div(places, axis=0)
        value = inside / (industries / places.sum())
    reasons = pd.DataFrame("", index=value.index, columns=value.columns)
    reasons.loc[:, industries == 0] = NO_INDUSTRY_TOTAL
    reasons.loc[places == 0, :] = NO_PLACE_TOTAL
    long = DataFrame(
        {
            "place": np.repeat(value.index.to_numpy(), value.shape[1]),
            "item": np.tile(value.columns.to_numpy(), value.shape[0]),
            "value": value.to_numpy(dtype=float).ravel(),
            "reason": reasons.to_numpy().ravel(),
        }
    )
    return _with_reasons(long, fault)


def herfindahl_index(amounts: DataFrame) -> DataFrame:
    """Return how concentrated each place is on few industries.

    H = Σ_i (x_pi / x_p)², from 1/k (k industries of equal size) to 1 (a single industry).
    Source: Herfindahl (1950); Hirschman, The Paternity of an Index (1964).

    Parameters
    ----------
    amounts : DataFrame
        Amounts, a row a place, a column an industry. Only the place's own row matters.

    Returns
    -------
    DataFrame
        Indexed by place: value (0 < H ≤ 1 or missing), reason.

    Examples
    --------
    P: 30 cars, 10 cloth: 0.75² + 0.25².

    >>> herfindahl_index(DataFrame({"cars": [30], "cloth": [10]}, index=["P"])).value.tolist()
    [0.625]
    """
    rows = [_herfindahl(row) for _, row in amounts.iterrows()]
    return DataFrame(rows, columns=["value", "reason"], index=amounts.index)


def _herfindahl(row: Series) -> tuple[float, str]:
    numbers, fault = _in_proportion(row.to_frame().T)
    total = numbers.to_numpy().sum()
    if fault or total == 0:
        return float("nan"), fault or NO_PLACE_TOTAL
    return float(((numbers.to_numpy() / total) ** 2).sum()), ""


def krugman_specialisation(amounts: DataFrame) -> DataFrame:
    """Return how far the mix of each place is from that of all the others together.

    K = Σ_i |x_pi / x_p − y_i / y|, y being the sums over the other places: 0 for the same mix,
    2 for no industry in common. Source: P. Krugman, Geography and Trade (1991), p. 75 f.

    Parameters
    ----------
    amounts : DataFrame
        Amounts, a row a place, a column an industry.

    Returns
    -------
    DataFrame
        Indexed by place: value (0 ≤ K ≤ 2 or missing), reason.

    Examples
    --------
    P: 30 cars, 10 cloth; Q: 10 cars, 50 cloth: |3/4 − 1/6| + |1/4 − 5/6| = 7/6 for both.

    >>> amounts = DataFrame({"cars": [30, 10], "cloth": [10, 50]}, index=["P", "Q"])
    >>> krugman_specialisation(amounts).value.round(3).tolist()
    [1.167, 1.167]
    """
    numbers, fault = _in_proportion(amounts)
    rows = []
    for row in range(len(numbers)):
        own = numbers.iloc[row].to_numpy()
        rest = np.delete(numbers.to_numpy(), row, axis=0).sum(axis=0)
        reason = NO_PLACE_TOTAL if own.sum() == 0 else NO_REST if rest.sum() == 0 else ""
        value = float("nan") if reason else _distance(own / own.sum(), rest / rest.sum())
        rows.append((value, reason))
    values = DataFrame(rows, columns=["value", "reason"], index=amounts.index)
    return _with_reasons(values.astype({"value": float}), fault)


def _distance(mix: np.ndarray, other: np.ndarray) -> float:
    return float(min(np.abs(mix - other).sum(), 2.0))  # rounding may pass the bound by a hair


def _in_proportion(amounts: DataFrame) -> tuple[DataFrame, str]:
    """Return amounts as numbers in proportion (1 is the largest), and what is wrong with them."""
    numbers = amounts.apply(pd.to_numeric, errors="coerce").astype(float)
    largest = numbers.abs().to_numpy().max(initial=0)
    if not np.isfinite(largest):
        return numbers * np.nan, MISSING
    if (numbers.to_numpy() < 0).any():
        return numbers, NEGATIVE
    return (numbers / largest if largest else numbers), ""


def _with_reasons(values: DataFrame, fault: str) -> DataFrame:
    """Make every value that is not a finite number missing, with its reason."""
    if fault:
        return values.assign(value=float("nan"), reason=fault)
    finite = np.isfinite(values.value)
    reason = values.reason.where(finite | (values.reason != ""), NO_NUMBER)
    return values.assign(value=values.value.where(finite & (reason == "")), reason=reason)
