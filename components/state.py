"""What the reader has chosen on any page: language, filter and selection."""

from collections.abc import Collection
from dataclasses import dataclass

import streamlit as st

from components import link
from components.own_session import is_known
from geo.filters import FACETS, Filter, list_options
from geo.i18n import LANGUAGE_IDS, Language, Translate, match_language, translator
from layers.style import Theme

Selection = tuple[str, str]  # layer, id
#: A page that heeds less than all names what it heeds.
SHARED = link.SHARED


@dataclass(frozen=True)
class State:
    """One reader's choices in this run."""

    lang: Language
    filter: Filter
    selected: Selection | None

    @property
    def say(self) -> Translate:
        """The translator of the reader's language."""
        return translator(self.lang)

    @property
    def theme(self) -> Theme:
        """Light or dark."""
        return find_theme()


def find_language() -> Language:
    """Return the reader's language: the link's, else the browser's."""
    browser = match_language(st.context.locale)
    return link.read_value("lang", browser, link.one_of(LANGUAGE_IDS))


def find_theme() -> Theme:
    """Return whether the reader's page is light or dark."""
    return "dark" if st.context.theme.type == "dark" else "light"


def read_state(shared: Collection[str] = SHARED) -> State:
    """Return the reader's choices, as the address bar and the session hold them.

    `shared` are those that the page heeds: the others are neither read nor in its address.
    """
    selected = link.read_value("selected", None, _selection) if "selected" in shared else None
    return State(find_language(), _filter(shared), selected)


def choose_filter(wish: Filter) -> None:
    """Replace the filter; for callbacks."""
    params = wish.to_params()
    for name in (*FACETS, "unverified"):
        link.put_value(name, params.get(name))


def select_thing(chosen: Selection | None, *, fly: bool = False) -> None:
    """Select a thing or nothing, for callbacks; `fly` moves the map there."""
    link.put_value("selected", ".".join(chosen) if chosen else None)
    st.session_state.flights = count_flights() + fly


def count_flights() -> int:
    """Return how often the map was asked to fly to the selection; to be asked on every run."""
    session = st.session_state
    # What a link selects is flown to at first, unless the link says where to look.
    arrived = bool(session.link.get("selected")) and "view" not in st.query_params
    return int(session.setdefault("flights", int(arrived)))


def include_unverified(wish: bool) -> None:
    """Let parks not yet confirmed by a source take part, or not; for callbacks."""
    link.put_value("unverified", "1" if wish else None)


def _filter(shared: Collection[str]) -> Filter:
    nothing: tuple[str, ...] = ()
    facets = [facet for facet in FACETS if facet in shared]
    chosen = {
        facet: link.read_value(facet, nothing, link.some_of(list_options(facet)))
        for facet in facets
    }
    unverified = (
        "unverified" in shared and link.read_value("unverified", "0", link.one_of("01")) == "1"
    )
    return Filter(**chosen, unverified=unverified)


def _selection(raw: str) -> Selection | None:
    layer, _, key = raw.partition(".")
    return (layer, key) if is_known(layer, key) else None
