"""The profile of one belt: map, answer, shapes, industries, parks, brands, hubs."""

from functools import partial

import streamlit as st

from components import figure, linked_widgets, panel, plot, state
from components.later_context import show_context
from components.peek import peek_on_phone
from components.share import offers
from screens.belts import (
    belt_facts,
    belt_industries,
    belt_maps,
    corridor_answer,
    corridor_strip,
    map_tables,
    parameters,
    profile_charts,
)
from screens.belts.parameters import Choices

MAP_HEIGHT = 440


def show_profile(chosen: Choices) -> None:
    """Draw the profile of the chosen belt."""
    say = chosen.say
    offers.offer_brief("belts", chosen.belt)
    _show_belts(chosen)
    left, right = st.columns([5, 3], gap="medium")
    with left:
        parameters.show_width(chosen)
        belt_maps.show_belt_map(chosen, (chosen.belt,), "belt-map", MAP_HEIGHT)
        figure.show_figure(
            f"{chosen.belt}-along",
            partial(corridor_strip.show_strip, chosen),
            corridor_strip.tabulate_along(chosen),
        )
        corridor_answer.show_unverified_switch(chosen)
    with right:
        if chosen.selected:
            panel.show_panel(chosen)
        corridor_answer.show_answer(chosen)
        with peek_on_phone("belt-facts"):
            belt_facts.show_belt(chosen)
    map_tables.show_map_tables(chosen)
    st.subheader(say("Industries named in the 2013 document, and who else names them"))
    st.caption(
        say(
            "Each line is an industry stated for the belt. Under each member: the other documents "
            "that name exactly this industry there (by year), and the verified parks that list it. "
            "Open a line for the quotations."
        )
    )
    with peek_on_phone("belt-industries"):
        belt_industries.show_industries(chosen)
    left, right = st.columns(2, gap="large")
    with left:
        _show_parks(chosen)
    with right:
        st.subheader(say("Clusters and brands inside"))
        with peek_on_phone("belt-named", is_shut=True):
            belt_facts.show_named(chosen)
        st.subheader(say("Other areas, and what came later"))
        with peek_on_phone("belt-areas", is_shut=True):
            st.caption(say("No document draws an edge of any of them, so none is on the map."))
            belt_facts.show_areas(chosen)
            show_context(chosen.lang)


def _show_belts(chosen: Choices) -> None:
    linked_widgets.show_pills(
        chosen,
        "belt",
        chosen.say("facet.belt"),
        chosen.name,
        take=_take_belt,
        required=True,
        label_visibility="collapsed",
    )


def _take_belt(belt: str) -> None:
    state.select_thing(None)
    Choices.put("belt", belt)
    parameters.fly_to_belt()


def _show_parks(chosen: Choices) -> None:
    say = chosen.say
    st.subheader(say("Verified parks of the territory by kind and level"))
    with peek_on_phone("belt-kinds", is_shut=True):
        plot.show_chart(
            profile_charts.chart_kinds(chosen.look, chosen.belt),
            say("Bar chart of verified parks by kind and level; its table holds the numbers."),
            f"{chosen.belt}-parks",
            profile_charts.tabulate_kinds(chosen.belt, chosen.lang),
        )
