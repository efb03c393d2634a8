"""The map on a page: the constant base map, and the reader's choices as a few bytes."""

from collections import defaultdict

import numpy as np
from geopandas import GeoDataFrame

from components import state
from components.map_frame import show_map
from components.own_session import find_address, find_own_layer, list_parks, to_map_selection
from components.state import State
from geo import store
from geo.filters import Filter
from geo.layers import LAYERS, list_fact_points, list_layers
from geo.names import name_document_year
from geo.select import asks_documents, select_facts, select_rows
from geo.tables import load_table
from layers.atlas_layer import Focus, MapState
from layers.style import OWN

POINTS = tuple(layer.id for layer in list_layers(lambda layer: layer.is_points and layer.exported))
KEY = "map"
LINES = 4


def show_atlas_map(chosen: State, height: int) -> None:
    """Draw the map of what the reader's filter shows; a click selects."""
    map_state = MapState(
        lang=chosen.lang,
        theme=state.find_theme(),
        shown=_find_rows_to_draw(chosen.filter),
        shaded=_find_phrases(chosen.filter, chosen.lang),
        layers=dict.fromkeys(list_fact_points(), asks_documents(chosen.filter)),  # they speak of it
        selected=to_map_selection(chosen.selected),
        focus=_focus(chosen),
        pick_areas=True,
        own=find_address(),
    )
    show_map(map_state, KEY, height)


def _rows(layer: str, selection: GeoDataFrame) -> list[int]:
    whole = store.load_layer(layer)
    return np.flatnonzero(whole.id.isin(selection.id)).tolist()


def _find_rows_to_draw(wish: Filter) -> dict[str, list[int]]:
    rows = {layer: _rows(layer, select_rows(layer, wish)) for layer in POINTS}
    if (layer := find_own_layer()) is not None:
        rows[OWN] = np.flatnonzero(wish.mask(layer.frame)).tolist()
    belts = load_table("belts").id
    return rows | {"belts": np.flatnonzero(belts.isin(_belts(wish))).tolist()}


def _belts(wish: Filter) -> set[str]:
    return set(wish.belt) if wish.belt else set(load_table("belts").id)


def _find_phrases(wish: Filter, lang: str) -> dict[str, list[str]]:
    """Places whose documents name what is asked for, with the phrases that say so."""
    if not asks_documents(wish):
        return {}
    lines: dict[str, list[str]] = defaultdict(list)
    layers = {"belt": "belts", "prefecture": "prefectures", "county": "counties"}
    for fact in select_facts(wish).itertuples():
        if layer := layers.get(fact.place_kind):
            year = name_document_year(fact.document, lang)
            lines[f"{layer}:{fact.place}"].append(f"{fact.phrase} ({year})")
    return {place: phrases[:LINES] for place, phrases in lines.items()}


def _focus(chosen: State) -> Focus | None:
    if chosen.selected is None or not state.count_flights():
        return None
    layer, key = chosen.selected
    if layer not in LAYERS:
        return None
    shapes = list_parks() if layer == "parks" else store.load_layer(layer)
    bounds = shapes[shapes.id == key].geometry.dropna().total_bounds
    if not np.isfinite(bounds).all():
        return None
    west, south, east, north = (float(edge) for edge in bounds)
    return Focus(
        (west, south, east, north) if west < east else (west, south), state.count_flights()
    )
