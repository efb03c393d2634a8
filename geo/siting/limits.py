"""Hard limits: what a park must meet, and how sure it is that it does.

A limit is `criterion<=number`, `criterion>=number` (a unit may follow), or `facet=id,id` for a
facet of the filter (belt, prefecture, level, kind, document). It is judged on the measured value;
where the bounds reach over the limit, the verdict says so. An unknown value is no failure.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from pandas import DataFrame, Series

from geo.errors import UnknownId
from geo.filters import FACETS, match_options, require_known
from geo.siting.criteria import CRITERIA, require_criterion
from geo.siting.errors import QuestionError
from geo.siting.values import Values

KEPT = ("meets", "may_fail", "unknown")
NUMERIC = re.compile(r"(?P<name>\w+)\s*(?P<sign><=|>=)\s*(?P<number>[\d.]+)\s*(?P<unit>[a-z]*)")
NAMED = re.compile(r"(?P<facet>\w+)\s*=\s*(?P<ids>[\w.,;-]+)")
FACET_LIMITS = tuple(facet for facet in FACETS if facet != "industry")


@dataclass(frozen=True)
class Limit:
    """A number that a criterion must not pass; `sign` is "<=" or ">="."""

    criterion: str
    sign: str
    number: float

    def __str__(self) -> str:
        """Return the limit as it is written."""
        return f"{self.criterion}{self.sign}{self.number:g}"

    def verdicts(self, values: Values) -> Series:
        """Return a verdict for each park, on the index of `values`."""
        low, value, high = (frame[self.criterion] for frame in values.frames)
        least, most = low.fillna(-math.inf), high.fillna(math.inf)
        if self.sign == "<=":
            surely, perhaps, holds = most <= self.number, least <= self.number, value <= self.number
        else:
            surely, perhaps, holds = least >= self.number, most >= self.number, value >= self.number
        unknown = value.isna() & perhaps & ~surely
        found = np.select(
            [surely, unknown, holds, perhaps], ["meets", "unknown", "may_fail", "may_meet"], "fails"
        )
        return Series(found, index=value.index)


@dataclass(frozen=True)
class FacetLimit:
    """Ids of a facet, any of which will do."""

    facet: str
    ids: tuple[str, ...]

    def __str__(self) -> str:
        """Return the limit as it is written."""
        return f"{self.facet}={','.join(self.ids)}"

    def verdicts(self, parks: DataFrame) -> Series:
        """Return a verdict for each park, on its index; columns as of the layer `parks`."""
        held = match_options(parks, self.facet, self.ids)
        # Places and documents follow from the position; a reader's own row may lack these two.
        unknown = (self.facet in {"level", "kind"}) & parks.get(self.facet, held).isna()
        return Series(np.select([held, unknown], ["meets", "unknown"], "fails"), index=parks.index)


AnyLimit = Limit | FacetLimit


def parse_limit(text: str) -> AnyLimit:
    """Return the limit that `text` writes.

    Raises QuestionError for another form, an unknown criterion, unit, facet or id.
    """
    if found := NUMERIC.fullmatch(text.strip()):
        return _numeric(text, **found.groupdict())
    if (found := NAMED.fullmatch(text.strip())) and found["facet"] in FACET_LIMITS:
        ids = tuple(one for one in re.split("[,;]", found["ids"]) if one)
        try:
            require_known(found["facet"], ids)
        except UnknownId as error:
            raise QuestionError(text, str(error).replace("{", "").replace("}", "")) from error
        return FacetLimit(found["facet"], ids)
    message = "A limit is written like rail_station<=30km or belt=ID (one of {facets})."
    raise QuestionError(text, message, facets=", ".join(FACET_LIMITS))


def _numeric(text: str, name: str, sign: str, number: str, unit: str) -> Limit:
    require_criterion(name, text)
    expected = CRITERIA[name].unit
    if unit and unit != expected:
        message = "The unit of {criterion} is {expected}, not {unit}."
        raise QuestionError(text, message, criterion=name, expected=expected, unit=unit)
    try:
        return Limit(name, sign, float(number))
    except ValueError as error:
        raise QuestionError(text, "{number!r} is not a number.", number=number) from error


def judge(limits: Iterable[AnyLimit], values: Values, parks: DataFrame) -> DataFrame:
    """Return a verdict for each park (row) and limit (column, as written).

    A verdict is meets, may_fail, unknown, may_meet or fails. `parks` is indexed by park id like
    `values`.
    """
    found = {
        str(limit): limit.verdicts(values if isinstance(limit, Limit) else parks)
        for limit in limits
    }
    return DataFrame(found, index=parks.index)


def kept(verdicts: DataFrame) -> Series:
    """Return which parks stay: those that no limit is measured to exclude."""
    return verdicts.isin(KEPT).all(axis=1)
