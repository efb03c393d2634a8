"""The maps of the Belts page: the same base map as everywhere, showing one belt or several."""

import streamlit as st

from components.map_frame import show_map
from components.own_session import find_address, find_own_layer, to_map_selection
from geo import store
from geo.belts.belt_contents import select_belt_rows
from geo.names import join_names
from layers.atlas_layer import Focus, MapState
from layers.corridor import corridor_outlines, find_reach
from screens.belts import parameters
from screens.belts.parameters import Choices

FLIGHTS = 1000  # numbers of flights that no other page uses


def show_belt_map(chosen: Choices, belts: tuple[str, ...], key: str, height: int) -> None:
    """Draw belts, their corridors of the chosen width and what may lie in them.

    Of one belt alone the parks outside stay, hollow.
    """
    alone = len(belts) == 1
    map_state = MapState(
        lang=chosen.lang,
        theme=chosen.theme,
        shown=select_belt_rows(
            belts,
            chosen.width,
            unverified=chosen.filter.unverified,
            outside=alone,
            own=find_own_layer(),
        ),
        reach=find_reach(belts[0], chosen.width) if alone else None,
        own=find_address(),
        layers={"territory": alone, "clusters": alone, "brands": alone},
        selected=to_map_selection(chosen.selected),
        focus=_focus(belts[0]) if chosen.part == "profile" else None,
        extra=None if alone else corridor_outlines(belts, chosen.width),
        together=chosen.part == "compare",
        bare=chosen.part == "compare",
    )
    sentence = chosen.say("{belts}: axis buffer of {km} km on each side")
    names = join_names(map(chosen.name, belts), chosen.lang)
    show_map(map_state, key, height, sentence.format(belts=names, km=f"{chosen.width:g}"))


def _focus(belt: str) -> Focus | None:
    if not parameters.count_flights() and "view" in st.query_params:
        return None  # the link says where to look
    belts = store.load_layer("belts")
    shape = belts[(belts.id == belt) & (belts.geometry_kind == "territory")]
    west, south, east, north = (float(edge) for edge in shape.total_bounds)
    return Focus((west, south, east, north), FLIGHTS + parameters.count_flights())
