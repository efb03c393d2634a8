"""The filter panel: every facet with the live count of each option under the other filters.

The panel shows a choice on the map by itself, then tells it here; what each option leaves it knows
from `content`. So a run sends it the counts and nothing else.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

import streamlit as st
from geopandas import GeoDataFrame

from components import state
from components.filters import content
from components.scripted import declare_component, list_script
from components.state import State
from geo.filters import FACETS, from_params
from geo.measures.claimants import list_claimants
from geo.names import join_badge_years
from layers.assets import Asset

KEY = "filters"


@cache
def list_assets() -> dict[str, Asset]:
    """Return the panel's own files, by path below `/atlas`."""
    return list_script("filter_panel") | content.list_assets()


_panel = declare_component("atlas_filters", "filter_panel")


def show_filters(chosen: State, parks: GeoDataFrame) -> None:
    """Draw the filter panel; `parks` are all parks."""
    counted = {facet: chosen.filter.counts(parks, facet) for facet in FACETS}
    _panel(
        key=KEY,
        data={
            "content": content.content_path(chosen.lang),
            "params": chosen.filter.to_params(),
            "counts": {facet: list(by_option.values()) for facet, by_option in counted.items()},
            "claims": _word_claims(chosen, counted),
            "number": st.session_state.get(f"{KEY}-number", 0),
        },
        on_choice_change=_take,
    )


def _word_claims(
    chosen: State, counted: Mapping[str, Mapping[str, int]]
) -> dict[str, list[tuple[str, bool]]]:
    """Return, while an industry is chosen, what each belt and prefecture claims and what it lists.

    By facet and option: the words in place of the count, and whether a document claims it.
    """
    if not chosen.filter.industry:
        return {}
    claimants = list_claimants(chosen.filter)
    return {
        facet: [
            (_word_option(chosen, claiming.get(option, ()), count), option in claiming)
            for option, count in counted[facet].items()
        ]
        for facet, claiming in claimants.items()
        if facet in counted
    }


def _word_option(chosen: State, documents: tuple[str, ...], count: int) -> str:
    listed = chosen.say("parks: {n}").format(n=count)
    if not documents:
        return listed
    years = join_badge_years(documents, chosen.lang)
    return chosen.say("claimed {years} · {listed}").format(years=years, listed=listed)


def _take() -> None:
    """Take a choice: `params` as in a link, `number` to tell the answer to it from earlier ones."""
    answer: Mapping[str, Any] = st.session_state[KEY].choice
    st.session_state[f"{KEY}-number"] = answer["number"]
    chosen, _ = from_params({name: str(value) for name, value in answer["params"].items()})
    state.choose_filter(chosen)


def show_empty(chosen: State, parks: GeoDataFrame) -> None:
    """Say which filter to relax when nothing is left; a button for each."""
    say = chosen.say
    st.warning(say("No park meets all of these filters."), icon=":material/search_off:")
    for facet, count in chosen.filter.relaxations(parks).items():
        label = say("Without “{facet}”: {n} parks")
        st.button(
            label.format(facet=say(f"facet.{facet}"), n=count),
            icon=":material/filter_alt_off:",
            key=f"relax-{facet}",
            disabled=count == 0,
            on_click=_relax,
            args=(facet,),
        )


def _relax(facet: str) -> None:
    state.choose_filter(state.read_state().filter.cleared(facet))
