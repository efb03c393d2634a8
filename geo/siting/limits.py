"""Hard limits: what a park must meet.

A limit is `criterion<=number`, `criterion>=number` (a unit may follow), or `facet=id,id` for a
facet of the filter (belt, prefecture, level, kind, document).
"""

import re
from dataclasses import dataclass

from geo.errors import UnknownId
from geo.filters import FACETS, require_known
from geo.siting.criteria import CRITERIA, require_criterion
from geo.siting.question_error import QuestionError

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


@dataclass(frozen=True)
class FacetLimit:
    """Ids of a facet, any of which will do."""

    facet: str
    ids: tuple[str, ...]

    def __str__(self) -> str:
        """Return the limit as it is written."""
        return f"{self.facet}={','.join(self.ids)}"


AnyLimit = Limit | FacetLimit


def parse_limit(text: str) -> AnyLimit:
    """Return the limit that `text` writes.

    Raises QuestionError for another form, an unknown criterion, unit, facet or id.

    Examples
    --------
    >>> parse_limit("rail_station <= 30km")
    Limit(criterion='rail_station', sign='<=', number=30.0)
    >>> parse_limit("level=national")
    FacetLimit(facet='level', ids=('national',))
    """
    if match := NUMERIC.fullmatch(text.strip()):
        return _numeric(text, **match.groupdict())
    if (match := NAMED.fullmatch(text.strip())) and match["facet"] in FACET_LIMITS:
        ids = tuple(key for key in re.split("[,;]", match["ids"]) if key)
        try:
            require_known(match["facet"], ids)
        except UnknownId as error:
            raise QuestionError(text, str(error).replace("{", "").replace("}", "")) from error
        return FacetLimit(match["facet"], ids)
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
