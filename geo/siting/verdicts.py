"""How sure it is that a park meets a limit.

A limit is judged on the measured value; where the bounds reach over it, the verdict says so. An
unknown value is no failure.
"""

import math
from collections.abc import Iterable

import numpy as np
from pandas import DataFrame, Series

from geo.filters import match_options
from geo.siting.criterion_values import Values
from geo.siting.limits import AnyLimit, FacetLimit, Limit

KEPT = ("meets", "may_fail", "unknown")
OUT = ("may_meet", "fails")


def judge_limits(limits: Iterable[AnyLimit], values: Values, parks: DataFrame) -> DataFrame:
    """Return a verdict for each park (row) and limit (column, as written).

    A verdict is meets, may_fail, unknown, may_meet or fails. `parks` has the columns of
    `geo.store.layer("parks")` and is indexed by id like `values`.
    """
    columns = {
        str(limit): _judge_number(limit, values)
        if isinstance(limit, Limit)
        else _judge_facet(limit, parks)
        for limit in limits
    }
    return DataFrame(columns, index=parks.index)


def _judge_number(limit: Limit, values: Values) -> Series:
    low, value, high = (frame[limit.criterion] for frame in values.frames)
    least, most = low.fillna(-math.inf), high.fillna(math.inf)
    if limit.sign == "<=":
        surely, perhaps, holds = (part <= limit.number for part in (most, least, value))
    else:
        surely, perhaps, holds = (part >= limit.number for part in (least, most, value))
    unknown = value.isna() & perhaps & ~surely
    verdicts = np.select(
        [surely, unknown, holds, perhaps], ["meets", "unknown", "may_fail", "may_meet"], "fails"
    )
    return Series(verdicts, index=value.index)


def _judge_facet(limit: FacetLimit, parks: DataFrame) -> Series:
    holds = match_options(parks, limit.facet, limit.ids)
    # Places and documents follow from the position; a reader's own row may lack these two.
    cells = parks.get(limit.facet, holds)
    unknown = (limit.facet in {"level", "kind"}) & (cells.isna() | (cells == "not_stated"))
    return Series(np.select([holds, unknown], ["meets", "unknown"], "fails"), index=parks.index)


def pass_limits(verdicts: DataFrame) -> Series:
    """Return which parks stay: those that no limit is measured to exclude."""
    return verdicts.isin(KEPT).all(axis=1)
