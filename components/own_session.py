"""The reader's own layer: in this session and nowhere else, gone with it or when they say so."""

import streamlit as st
from geopandas import GeoDataFrame

from geo import store
from geo.intake.own_layer import OwnLayer, is_own_id
from geo.layers import OWN
from geo.search import is_in_atlas
from layers.own_payload import offer_layer

KEY = "own-layer"
DROPPED = "own-layer-dropped"
Selection = tuple[str, str]  # layer, id


def find_own_layer() -> OwnLayer | None:
    """Return the reader's own layer while it is in use."""
    layer: OwnLayer | None = st.session_state.get(KEY)
    return layer


def keep_own_layer(layer: OwnLayer) -> None:
    """Take a layer into use; the one before is gone."""
    st.session_state[KEY] = layer


def drop_own_layer() -> None:
    """Take the layer off the map and out of the counts; for callbacks."""
    if st.session_state.pop(KEY, None):
        st.session_state[DROPPED] = True


def has_dropped_own_layer() -> bool:
    """Return whether the reader had a layer in this session and took it out of use."""
    return bool(st.session_state.get(DROPPED))


def list_parks() -> GeoDataFrame:
    """Return the atlas's parks, and the reader's rows below them; read-only."""
    layer = find_own_layer()
    return store.load_layer("parks") if layer is None else layer.with_atlas_parks


def is_known(layer: str, key: str) -> bool:
    """Return whether the atlas has a thing of this id, or the reader's own layer a row."""
    own = find_own_layer()
    is_own_row = own is not None and layer == "parks" and key in own.ids
    return is_own_row or is_in_atlas(layer, key)


def find_address() -> str:
    """Return where the map finds the reader's layer; empty while there is none."""
    layer = find_own_layer()
    return "" if layer is None else offer_layer(layer).url


def to_map_selection(selected: Selection | None) -> Selection | None:
    """Return a selection as the map knows it: the reader's own rows are a layer there."""
    if selected and selected[0] == "parks" and is_own_id(selected[1]):
        return OWN, selected[1]
    return selected


def find_clicked(key: str) -> Selection | None:
    """Return what was clicked on the map of this key; the reader's own rows are among the parks."""
    drawing = (st.session_state.get(key) or {}).get("last_active_drawing") or {}
    properties = drawing.get("properties", {})
    layer, clicked = str(properties.get("layer")), str(properties.get("id"))
    selected = ("parks" if layer == OWN else layer), clicked
    return selected if is_known(*selected) else None
