"""What an investor asks: industries, weights, limits and preferences, as one frozen value.

In a link it is plain text with a version; everything is checked when read, nothing evaluated.
"""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from geo.filters import require_known
from geo.retired_ids import renew_id
from geo.siting.criteria import CRITERIA, require_criterion
from geo.siting.limits import AnyLimit, parse_limit
from geo.siting.question_error import QuestionError
from geo.siting.weights import PRESETS, check_weights

VERSION = "1"
RADIUS_KM = 50.0
RADII = (5.0, 300.0)
Pairs = tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Question:
    """A question to rank parks by.

    Attributes
    ----------
    industries
        Ids of industries or sectors; each counts alike.
    weights
        Percent for each weighted criterion, in the order of the criteria; they total 100.
    ideals
        Criteria for which neither more nor less but this value is best, in the criterion's unit.
    belts, kinds
        What the criteria `belt` and `park_kind` prefer.
    radius_km
        What "nearby" means for `related_parks`.
    unverified
        Whether parks not yet confirmed by a source take part.
    """

    industries: tuple[str, ...] = ()
    weights: Pairs = tuple(PRESETS["manufacturer"].weights.items())
    ideals: Pairs = ()
    limits: tuple[AnyLimit, ...] = ()
    belts: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    radius_km: float = RADIUS_KM
    unverified: bool = False

    def weight(self, criterion: str) -> float:
        """Return the percent that a criterion weighs."""
        return dict(self.weights).get(criterion, 0.0)

    def ideal(self, criterion: str) -> float | None:
        """Return the ideal value of a criterion, if it has one."""
        return dict(self.ideals).get(criterion)


def make_question(
    *, weights: Mapping[str, object] | None = None, limits: Iterable[str] = (), **parts: object
) -> Question:
    """Return a question after checking every part of it.

    Parameters
    ----------
    weights
        Percent by criterion (an id of `geo.siting.criteria.CRITERIA`), together 100; by default
        those of a manufacturer.
    limits
        As `geo.siting.limits.parse_limit` reads them: "rail_station<=30km", "belt=ID".
    parts
        The other fields of `Question`; `ideals` as a mapping, ids as iterables.

    Raises
    ------
    QuestionError
        Names the part at fault.
    UnknownId
        An industry, belt or kind is none of the atlas's.

    Examples
    --------
    >>> question = make_question(industries=["auto-parts"], limits=["rail_station<=30km"])
    >>> question.weight("industry_fit")
    35
    >>> [str(limit) for limit in question.limits]
    ['rail_station<=30']
    """
    fields_read: dict[str, object] = {}
    if weights is not None:
        fields_read["weights"] = tuple(check_weights(weights).items())
    fields_read["limits"] = tuple(dict.fromkeys(parse_limit(limit) for limit in limits))
    for name, facet in (("industries", "industry"), ("belts", "belt"), ("kinds", "kind")):
        given: Iterable[str] = parts.pop(name, ())  # type: ignore[assignment]
        ids = tuple(dict.fromkeys(renew_id(key) for key in given))
        require_known(facet, ids)
        fields_read[name] = ids
    if "ideals" in parts:
        fields_read["ideals"] = _ideals(parts.pop("ideals"))
    if "radius_km" in parts:
        fields_read["radius_km"] = _number("radius_km", parts.pop("radius_km"), *RADII)
    unknown = set(parts) - {field.name for field in fields(Question)}
    if unknown:
        message = "Unknown part. Known: {known}."
        names = ", ".join(field.name for field in fields(Question))
        raise QuestionError(min(unknown), message, known=names)
    return Question(**fields_read, unverified=bool(parts.get("unverified")))  # type: ignore[arg-type]


def _number(part: str, raw: object, low: float, high: float) -> float:
    try:
        number = float(raw)  # type: ignore[arg-type]
    except (TypeError, ValueError) as error:
        raise QuestionError(part, "{number!r} is not a number.", number=raw) from error
    if not low <= number <= high:  # false for NaN too
        message = "{number:g} is not between {low:g} and {high:g}."
        raise QuestionError(part, message, number=number, low=low, high=high)
    return number


def _ideals(raw: object) -> Pairs:
    if not isinstance(raw, Mapping):
        raise QuestionError("ideals", "Write a mapping of criteria to numbers.")
    for name in raw:
        require_criterion(str(name), "ideals")
    ideals = {str(name): _number(f"ideals.{name}", number, 0, 1e6) for name, number in raw.items()}
    return tuple((name, ideals[name]) for name in CRITERIA if name in ideals)


def to_params(question: Question) -> dict[str, str]:
    """Return a question as query parameters; what is at its default is left out.

    Industries and `unverified` belong to the filter, which has its own parameters.
    """
    usual = Question()
    params = {"v": VERSION}
    if question.weights != usual.weights:
        params["weights"] = _joined(question.weights)
    if question.ideals:
        params["ideals"] = _joined(question.ideals)
    if question.limits:
        params["limits"] = ";".join(str(limit) for limit in question.limits)
    if question.belts or question.kinds:
        params["prefer"] = ";".join(
            f"{name}={','.join(ids)}"
            for name, ids in (("belt", question.belts), ("kind", question.kinds))
            if ids
        )
    if question.radius_km != usual.radius_km:
        params["radius"] = f"{question.radius_km:g}"
    return params


def _joined(pairs: Pairs) -> str:
    return ",".join(f"{name}:{number:.10g}" for name, number in pairs)


def read_pairs(text: str, part: str) -> dict[str, float]:
    """Return `name:number,name:number` as a mapping; raise QuestionError for another form."""
    pairs: dict[str, float] = {}
    for item in text.split(","):
        pair = re.fullmatch(r"(\w+):(-?[\d.]+(?:e[+-]?\d+)?)", item)
        if not pair or pair[1] in pairs:
            raise QuestionError(part, "{item!r} is not name:number.", item=item[:60])
        pairs[pair[1]] = _number(f"{part}.{pair[1]}", pair[2], -math.inf, math.inf)
    return pairs


def read_prefer(text: str) -> dict[str, tuple[str, ...]]:
    """Return `belt=id,id;kind=id` as the fields `belts` and `kinds`."""
    preferences: dict[str, tuple[str, ...]] = {}
    for item in text.split(";"):
        name, _, ids = item.partition("=")
        if name not in {"belt", "kind"} or not ids:
            raise QuestionError("prefer", "{item!r} is not belt=ID or kind=ID.", item=item[:60])
        preferences[f"{name}s"] = tuple(ids.split(","))
    return preferences
