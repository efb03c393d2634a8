"""The filter panel: one list a facet, each option with its live count under the other filters."""

from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st
from geopandas import GeoDataFrame

from components import state
from components.state import State
from geo.filters import FACETS, Filter, label, options
from geo.tables import table


def show(chosen: State, parks: GeoDataFrame) -> None:
    """Draw the filter panel; `parks` are all parks."""
    say, asked = chosen.say, chosen.filter
    st.button(
        say("Clear all filters"),
        icon=":material/filter_alt_off:",
        disabled=asked == Filter(),
        on_click=_clear,
        width="stretch",
        key="clear",
    )
    for facet in FACETS:
        _facet(chosen, parks, facet)
    recalled = int((parks.status == "unverified").sum())
    st.session_state["filter-unverified"] = asked.unverified
    st.toggle(
        say("Show {n} unverified parks").format(n=recalled),
        key="filter-unverified",
        on_change=_take_unverified,
        help=say(
            "Known only from recollection: hollow on the map, in no count unless you ask for them."
        ),
    )


def _facet(chosen: State, parks: GeoDataFrame, facet: str) -> None:
    say, key = chosen.say, f"filter-{facet}"
    counts = chosen.filter.counts(parks, facet)
    # The options' labels change with their counts, and the browser answers in labels: so the
    # widget is told its value on every run, and only its callback is believed.
    st.session_state[key] = list(getattr(chosen.filter, facet))
    asked: dict[str, Any] = {
        "label": say(f"facet.{facet}"),
        "options": options(facet),
        "format_func": partial(_option, counts=counts, facet=facet, lang=chosen.lang),
        "key": key,
        "on_change": _take,
        "args": (facet,),
        "help": say(f"facet.{facet}.help"),
    }
    if facet == "industry":  # too many to lie open
        # In one line: a box that grew with its focus would move the pills under the pointer.
        st.multiselect(**asked, placeholder=say("All"), select_all=False, wrap=False)
    else:
        st.pills(**asked, selection_mode="multi")


def _option(one: str, counts: dict[str, int], facet: str, lang: str) -> str:
    words = f"{label(facet, one, lang)} ({counts[one]})"
    sector = facet == "industry" and one in set(table("sectors").id)
    return f"▸ {words}" if sector else words


def _take(facet: str) -> None:
    _change(facet, tuple(st.session_state[f"filter-{facet}"]))


def _take_unverified() -> None:
    _change("unverified", st.session_state["filter-unverified"])


def _clear() -> None:
    state.choose(Filter())


def _change(facet: str, value: Any) -> None:
    state.choose(replace(state.current().filter, **{facet: value}))


def show_empty(chosen: State, parks: GeoDataFrame) -> None:
    """Say which filter to relax when nothing is left; a button for each."""
    say = chosen.say
    st.warning(say("No park meets all of these filters."), icon=":material/search_off:")
    for facet, count in chosen.filter.relaxations(parks).items():
        words = say("Without “{facet}”: {n} parks")
        st.button(
            words.format(facet=say(f"facet.{facet}"), n=count),
            icon=":material/filter_alt_off:",
            key=f"relax-{facet}",
            disabled=count == 0,
            on_click=_change,
            args=(facet, ()),
        )
