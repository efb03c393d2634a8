"""What the investor has chosen, each choice under a name of the link.

A part of the link that cannot be read is told by name, and the last good one stays.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

import streamlit as st

from components import link, state
from components.markdown import plain
from components.own_session import find_own_layer
from components.state import State
from geo import store
from geo.errors import AtlasError
from geo.filters import FACETS, Filter
from geo.i18n import Language, Translate
from geo.intake.own_layer import is_own_id
from geo.search import is_in_atlas
from geo.siting.errors import QuestionError
from geo.siting.limits import AnyLimit, FacetLimit, parse_limit
from geo.siting.own_rows import OwnRows
from geo.siting.question import (
    RADII,
    RADIUS_KM,
    VERSION,
    Pairs,
    Question,
    ask,
    read_pairs,
    read_prefer,
    to_params,
)
from geo.siting.weights import PRESETS, checked
from screens.invest import invest_wording

T = TypeVar("T")
NO_LIMITS: tuple[AnyLimit, ...] = ()
NO_PARKS: tuple[str, ...] = ()
PARTS = ("safe", "compare", "similar", "criteria")
MOST = 6  # parks side by side


@dataclass(frozen=True)
class Choices:
    """One reader's choices in this run."""

    state: State
    question: Question
    shortlist: tuple[str, ...]
    part: str
    faults: tuple[str, ...]
    own_rows: OwnRows | None = None

    @property
    def lang(self) -> Language:
        """The reader's language."""
        return self.state.lang

    @property
    def say(self) -> Translate:
        """The translator of the reader's language."""
        return self.state.say

    @property
    def park(self) -> str | None:
        """The selected park, if a park is selected."""
        selected = self.state.selected
        if selected is None or selected[0] != "parks":
            return None
        return selected[1] if self.knows(selected[1]) else None

    def knows(self, park: str) -> bool:
        """Return whether an id is that of a park, or of a ranked row of the reader's own."""
        if self.own_rows and is_own_id(park):
            return park in self.own_rows.names
        return is_in_atlas("parks", park)

    def name(self, park: str) -> str:
        """Return a park's name in the reader's language; a row of their own is told as theirs."""
        if self.own_rows and is_own_id(park):
            return invest_wording.yours(self.own_rows.names[park], self.lang)
        return invest_wording.park_name(park, self.lang)

    def marked(self, park: str) -> str:
        """Return a park's name for Markdown: what a reader wrote marks nothing up."""
        return plain(self.name(park)) if is_own_id(park) else self.name(park)


def current() -> Choices:
    """Return the reader's choices, as the address bar and the session hold them."""
    shared = state.current()
    faults: list[str] = []

    def read(name: str, default: T, parse: Callable[[str], T]) -> T:
        return _read(name, default, parse, shared.lang, faults)

    _settle("v", link.value("v", VERSION, link.one_of((VERSION,))))
    prefer: dict[str, tuple[str, ...]] = read("prefer", {}, _prefer)
    question = Question(
        industries=shared.filter.industry,
        weights=read("weights", Question().weights, _weights),
        ideals=read("ideals", (), _ideals),
        limits=(*required(shared.filter), *read("limits", NO_LIMITS, _limits)),
        belts=prefer.get("belts", ()),
        kinds=prefer.get("kinds", ()),
        radius_km=read("radius", RADIUS_KM, _radius),
        unverified=shared.filter.unverified,
    )
    layer = find_own_layer()
    rows = layer.ranked_rows if layer else None
    parks = (*store.load_layer("parks").id, *(rows.names if rows else ()))
    shortlist = link.value("shortlist", NO_PARKS, link.some_of(parks))
    part = link.value("part", PARTS[0], link.one_of(PARTS))
    return Choices(shared, question, shortlist[:MOST], part, tuple(faults), rows)


def _read(name: str, default: T, parse: Callable[[str], T], lang: str, faults: list[str]) -> T:
    """Return a part of the link; one at fault is told and replaced by the last good one."""
    good = st.session_state.setdefault("invest-good", {})
    raw = link.value(name, None, str)
    if raw is None:
        good.pop(name, None)
        return default
    try:
        found = parse(raw)
    except AtlasError as error:
        said = error.say(lang) if isinstance(error, QuestionError) else str(error)
        faults.append(said if said.startswith(name) else f"{name}: {said}")
        _settle(name, good.get(name))
        return parse(good[name]) if name in good else default
    good[name] = raw
    return found


def _settle(name: str, raw: str | None) -> None:
    """Make the link say what this run uses; unlike `link.put` no choice of the reader's."""
    st.session_state.link[name] = raw


def required(asked: Filter) -> tuple[FacetLimit, ...]:
    """Return the filter's facets as limits; the industry is a matter of degree, no limit."""
    facets = [facet for facet in FACETS if facet != "industry" and getattr(asked, facet)]
    return tuple(FacetLimit(facet, getattr(asked, facet)) for facet in facets)


def _weights(raw: str) -> Pairs:
    if raw in PRESETS:
        return tuple(PRESETS[raw].weights.items())
    return tuple(checked(read_pairs(raw, "weights")).items())


def _ideals(raw: str) -> Pairs:
    return ask(ideals=read_pairs(raw, "ideals")).ideals


def _limits(raw: str) -> tuple[AnyLimit, ...]:
    found = tuple(parse_limit(one) for one in raw.split(";"))
    for one in found:
        if isinstance(one, FacetLimit):
            raise QuestionError("limits", "Write {facet} as a part of its own.", facet=one.facet)
    return found


def _radius(raw: str) -> float:
    return ask(radius_km=raw).radius_km


def _prefer(raw: str) -> dict[str, tuple[str, ...]]:
    found = read_prefer(raw)
    ask(belts=found.get("belts", ()), kinds=found.get("kinds", ()))
    return found


def change(**parts: object) -> None:
    """Change parts of the question, for callbacks; the filter's facets are not among them."""
    now = current().question
    numbers = tuple(one for one in now.limits if not isinstance(one, FacetLimit))
    params = to_params(replace(now, **({"limits": numbers} | parts)))  # type: ignore[arg-type]
    for name in ("weights", "ideals", "limits", "prefer", "radius"):
        link.put(name, params.get(name))


def held(name: str, value: object) -> str:
    """Tell a widget its value, the link's, and return its key."""
    key = f"invest-{name}"
    st.session_state[key] = value
    return key


def keep(park: str) -> None:
    """Put a park on the shortlist or take it off, for callbacks."""
    now = current().shortlist
    after = tuple(one for one in now if one != park) if park in now else (*now, park)
    link.put("shortlist", ".".join(after[:MOST]))


LEAST_RADIUS, MOST_RADIUS = RADII
