"""The map on a page: the constant base map, and the reader's choices as a few bytes."""

from collections import defaultdict

import numpy as np
import streamlit as st
from geopandas import GeoDataFrame
from streamlit_folium import st_folium

from components import state
from components.state import State
from geo import store
from geo.filters import Filter
from geo.i18n import pick
from geo.search import known
from geo.select import asks, named, select
from geo.tables import table
from layers.atlas_layer import Focus, MapState, state_group
from layers.basemap import base_map

POINTS = ("parks", "hubs", "clusters", "brands")
KEY = "map"
LINES = 4


def show(chosen: State, height: int) -> None:
    """Draw the map of what the reader's filter shows; a click selects."""
    drawn = MapState(
        lang=chosen.lang,
        theme=state.theme(),
        shown=_shown(chosen.filter),
        shaded=_shaded(chosen.filter, chosen.lang),
        selected=chosen.selected,
        focus=_focus(chosen),
        pick_areas=True,
    )
    st_folium(
        base_map(),
        key=KEY,
        height=height,
        use_container_width=True,
        returned_objects=["last_active_drawing"],
        feature_group_to_add=state_group(drawn),
        on_change=_take,
    )


def _rows(layer: str, shown: GeoDataFrame) -> list[int]:
    whole = store.layer(layer)
    return np.flatnonzero(whole.id.isin(shown.id)).tolist()


def _shown(asked: Filter) -> dict[str, list[int]]:
    rows = {layer: _rows(layer, select(layer, asked)) for layer in POINTS}
    belts = table("belts").id
    return rows | {"belts": np.flatnonzero(belts.isin(_belts(asked))).tolist()}


def _belts(asked: Filter) -> set[str]:
    return set(asked.belt) if asked.belt else set(table("belts").id)


def _shaded(asked: Filter, lang: str) -> dict[str, list[str]]:
    """Places whose documents name what is asked for, with the phrases that say so."""
    if not asks(asked):
        return {}
    documents = table("policies").set_index("id").date
    undated = pick("无日期", "undated", lang)
    lines: dict[str, list[str]] = defaultdict(list)
    layers = {"belt": "belts", "prefecture": "prefectures", "county": "counties"}
    for fact in named(asked).itertuples():
        if layer := layers.get(fact.place_kind):
            date = documents[fact.document]
            line = f"{fact.phrase} ({undated if date is None else date.year})"
            lines[f"{layer}:{fact.place}"].append(line)
    return {place: found[:LINES] for place, found in lines.items()}


def _focus(chosen: State) -> Focus | None:
    if chosen.selected is None or not state.flights():
        return None
    layer, key = chosen.selected
    if layer not in store.LAYERS:
        return None
    shapes = store.layer(layer)
    bounds = shapes[shapes.id == key].geometry.dropna().total_bounds
    if not np.isfinite(bounds).all():
        return None
    west, south, east, north = (float(edge) for edge in bounds)
    return Focus((west, south, east, north) if west < east else (west, south), state.flights())


def _take() -> None:
    clicked = (st.session_state.get(KEY) or {}).get("last_active_drawing") or {}
    chosen = clicked.get("properties", {})
    layer, key = str(chosen.get("layer")), str(chosen.get("id"))
    state.select((layer, key) if known(layer, key) else None)
