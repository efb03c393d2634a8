"""What the investor has chosen, kept in the link.

The filter's facets are limits here, as they narrow what Explore shows; what was only looked at
elsewhere is none. A part of the link that cannot be read is told by name, and the last good one
stays.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import ClassVar, Self

from components import link
from components.linked import ScreenChoices, one_of, parsed_by, some_of, yes_or_no
from components.own_session import find_own_layer
from geo import store
from geo.filters import FACETS, Filter
from geo.intake.own_layer import is_own_id
from geo.search import is_in_atlas
from geo.siting.criteria import IDS
from geo.siting.limits import AnyLimit, FacetLimit, parse_limit
from geo.siting.own_rows import OwnRows
from geo.siting.question import (
    RADIUS_KM,
    VERSION,
    Pairs,
    Question,
    make_question,
    read_pairs,
    read_prefer,
    to_params,
)
from geo.siting.question_error import QuestionError
from geo.siting.weights import (
    PRESETS,
    ROUNDING,
    TOTAL,
    balance_weights,
    check_weights,
    read_weights,
)
from geo.ties import DECIMALS

PARTS = ("list", "promised", "safe", "compare", "similar", "criteria")
MOST = 6  # parks side by side
Preferences = tuple[tuple[str, tuple[str, ...]], ...]


def _read_weights(raw: str) -> Pairs:
    if raw in PRESETS:
        return tuple(PRESETS[raw].weights.items())
    weights = read_weights(dict(read_pairs(raw, "weights")))
    balanced = balance_weights(weights) if find_other_total(raw) else weights
    return tuple(check_weights(balanced).items())


def find_other_total(raw: str) -> float | None:
    """Return what the weights of a link total where it is not 100, as in links of former days."""
    if not raw or raw in PRESETS:
        return None
    try:
        weights = read_weights(dict(read_pairs(raw, "weights")))
    except QuestionError:
        return None  # told where the weights are read
    total = round(math.fsum(weights.values()), DECIMALS)
    return total if abs(total - TOTAL) > ROUNDING else None


def _read_ideals(raw: str) -> Pairs:
    return make_question(ideals=read_pairs(raw, "ideals")).ideals


def _read_limits(raw: str) -> tuple[AnyLimit, ...]:
    limits = tuple(parse_limit(text) for text in raw.split(";"))
    for limit in limits:
        if isinstance(limit, FacetLimit):
            raise QuestionError("limits", "Write {facet} as a part of its own.", facet=limit.facet)
    return limits


def _read_radius(raw: str) -> float:
    return make_question(radius_km=raw).radius_km


def _read_prefer(raw: str) -> Preferences:
    preferences = read_prefer(raw)
    make_question(belts=preferences.get("belts", ()), kinds=preferences.get("kinds", ()))
    return tuple(preferences.items())


def _read_shortlist(raw: str) -> tuple[str, ...]:
    rows = find_own_rows()
    parks = (*store.load_layer("parks").id, *(rows.names if rows else ()))
    return link.some_of(parks)(raw)[:MOST]


@dataclass(frozen=True)
class Choices(ScreenChoices):
    """One reader's choices in this run; `own_rows` are the rows of their own that are ranked.

    `ranked` is the wish for a ranking without further question, `owned` that for the reader's own
    rows alone.
    """

    SCREEN: ClassVar[str] = "invest"
    FORMER: ClassVar = {
        "version": "v",
        "part": "part",
        "weights": "weights",
        "ideals": "ideals",
        "limits": "limits",
        "prefer": "prefer",
        "radius": "radius",
        "shortlist": "shortlist",
    }

    version: str = one_of((VERSION,))
    part: str = one_of(PARTS)
    ranked: bool = yes_or_no()
    owned: bool = yes_or_no()
    weights: Pairs = parsed_by(_read_weights, Question().weights)
    locked: tuple[str, ...] = some_of(IDS)
    ideals: Pairs = parsed_by(_read_ideals, ())
    limits: tuple[AnyLimit, ...] = parsed_by(_read_limits, ())
    prefer: Preferences = parsed_by(_read_prefer, ())
    radius: float = parsed_by(_read_radius, RADIUS_KM)
    shortlist: tuple[str, ...] = parsed_by(_read_shortlist, ())
    own_rows: OwnRows | None = None

    @classmethod
    def current(cls) -> Self:
        """Return the reader's choices; what is not known is told and ignored."""
        choices = super().current()
        link.settle_value(cls.link_name("version"), VERSION)
        return replace(choices, own_rows=find_own_rows())

    @cached_property
    def question(self) -> Question:
        """What is asked: these choices, and the filter's facets as limits."""
        prefer = dict(self.prefer)
        return Question(
            industries=self.filter.industry,
            weights=self.weights,
            ideals=self.ideals,
            limits=(*list_required(self.filter), *self.limits),
            belts=prefer.get("belts", ()),
            kinds=prefer.get("kinds", ()),
            radius_km=self.radius,
            unverified=self.filter.unverified,
        )

    @property
    def is_asked(self) -> bool:
        """Whether there is a question to answer: something is chosen, or a ranking wished for."""
        chosen = (self.limits, self.ideals, self.prefer, self.shortlist, self.faults)
        return (
            self.ranked
            or bool(self.filter.industry or list_required(self.filter) or any(chosen))
            or self.weights != Question().weights
            or self.part != PARTS[0]
        )

    @property
    def park(self) -> str | None:
        """The selected park, if a park is selected."""
        selected = self.selected
        if selected is None or selected[0] != "parks":
            return None
        return selected[1] if self.knows(selected[1]) else None

    def knows(self, park: str) -> bool:
        """Return whether an id is that of a park, or of a ranked row of the reader's own."""
        if self.own_rows and is_own_id(park):
            return park in self.own_rows.names
        return is_in_atlas("parks", park)


def find_own_rows() -> OwnRows | None:
    """Return the rows of the reader's own that are ranked."""
    layer = find_own_layer()
    return layer.ranked_rows if layer else None


def list_required(chosen: Filter) -> tuple[FacetLimit, ...]:
    """Return the filter's facets as limits; the industry is a matter of degree, no limit."""
    facets = [facet for facet in FACETS if facet != "industry" and getattr(chosen, facet)]
    return tuple(FacetLimit(facet, getattr(chosen, facet)) for facet in facets)


def change_question(**parts: object) -> None:
    """Change parts of the question, for callbacks; the filter's facets are not among them."""
    choices = Choices.current()
    question = replace(choices.question, **({"limits": choices.limits} | parts))  # type: ignore[arg-type]
    params = to_params(question)
    for name in ("weights", "ideals", "limits", "prefer", "radius"):
        link.put_value(Choices.link_name(name), params.get(name))


def shortlist_parks(parks: Iterable[str]) -> None:
    """Make parks the shortlist, for callbacks."""
    Choices.put("shortlist", tuple(parks)[:MOST])


def toggle_shortlisted(park: str) -> None:
    """Put a park on the shortlist or take it off, for callbacks."""
    before = Choices.current().shortlist
    after = tuple(other for other in before if other != park)
    Choices.put("shortlist", (after if park in before else (*before, park))[:MOST])
