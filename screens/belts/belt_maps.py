"""The maps of the Belts page: the same base map as everywhere, showing one belt or several."""

from functools import cache

import numpy as np
import streamlit as st

from components.map_frame import show_map
from components.own_session import find_address, find_own_layer, to_map_selection
from geo import store
from geo.belts import belt_profiles, corridors
from geo.layers import list_fact_points
from geo.tables import load_table
from layers.atlas_layer import Focus, MapState
from layers.corridor import corridor_outlines
from layers.style import OWN
from screens.belts import parameters
from screens.belts.parameters import Choices

FLIGHTS = 1000  # numbers of flights that no other page uses


def show_belt_map(chosen: Choices, belts: tuple[str, ...], key: str, height: int) -> None:
    """Draw belts, their corridors of the chosen width and what may lie in them."""
    alone = len(belts) == 1
    map_state = MapState(
        lang=chosen.lang,
        theme=chosen.theme,
        shown=_list_rows(chosen, belts),
        own=find_address(),
        layers={"territory": alone, "clusters": alone, "brands": alone},
        selected=to_map_selection(chosen.selected),
        focus=_focus(belts[0]) if chosen.part == "profile" else None,
        extra=corridor_outlines(belts, chosen.width),
        together=chosen.part == "compare",
    )
    show_map(map_state, key, height)


@cache
def _ids(layer: str) -> list[str]:
    return [str(key) for key in store.load_layer(layer).id]


def _rows(layer: str, ids: set[str]) -> list[int]:
    return [row for row, key in enumerate(_ids(layer)) if key in ids]


@cache
def _verified() -> frozenset[str]:
    parks = store.load_layer("parks")
    return frozenset(parks.id[parks.status == "verified"])


@cache
def _prefecture_seats() -> frozenset[str]:
    seats = store.load_layer("seats")
    return frozenset(seats.id[seats.level == "prefecture"])


def _list_rows(chosen: Choices, belts: tuple[str, ...]) -> dict[str, list[int]]:
    """Return by layer the rows that may lie in one of the corridors or belong to its belt."""
    ids = {layer: set[str]() for layer in ("parks", "seats", "hubs", *list_fact_points())}
    for belt in belts:
        for layer in ("parks", "seats"):
            verdict = corridors.judge_layer(layer, belt, chosen.width).verdict
            ids[layer] |= set(verdict.index[verdict != "outside"])
        ids["hubs"] |= set(belt_profiles.find_hubs_along(belt, chosen.width).id)
        for layer in list_fact_points():
            ids[layer] |= set(belt_profiles.select_inside(layer, belt).id)
    if not chosen.filter.unverified:
        ids["parks"] &= _verified()
    ids["seats"] |= _prefecture_seats()
    rows = {layer: _rows(layer, keys) for layer, keys in ids.items()}
    rows["belts"] = np.flatnonzero(load_table("belts").id.isin(belts)).tolist()
    return rows | _list_own_rows(chosen.width, belts)


def _list_own_rows(km: float, belts: tuple[str, ...]) -> dict[str, list[int]]:
    """Return the places of the reader's own rows that may lie in one of the corridors."""
    layer = find_own_layer()
    if layer is None:
        return {}
    verdicts = [layer.judge_corridor(belt, km).verdict for belt in belts]
    inside = np.logical_or.reduce([(verdict != "outside").to_numpy() for verdict in verdicts])
    return {OWN: np.flatnonzero(inside).tolist()}


def _focus(belt: str) -> Focus | None:
    if not parameters.count_flights() and "view" in st.query_params:
        return None  # the link says where to look
    belts = store.load_layer("belts")
    shape = belts[(belts.id == belt) & (belts.geometry_kind == "territory")]
    west, south, east, north = (float(edge) for edge in shape.total_bounds)
    return Focus((west, south, east, north), FLIGHTS + parameters.count_flights())
