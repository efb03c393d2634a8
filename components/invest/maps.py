"""The map beside the list: the parks that stay, and the hubs that distances go to."""

from functools import partial

import numpy as np
import streamlit as st
from streamlit_folium import st_folium

from components import state
from components.invest.choices import Choices
from geo import store
from geo.filters import options
from geo.search import known
from geo.siting.ranking import Ranking
from layers.atlas_layer import Focus, MapState, state_group
from layers.basemap import base_map

KEY = "invest-map"
FLIGHTS = 5000  # numbers of flights that no other page uses


def show(chosen: Choices, ranking: Ranking, height: int) -> None:
    """Draw the parks that stay; a click selects."""
    belts = chosen.state.filter.belt or options("belt")
    parks = store.layer("parks")
    drawn = MapState(
        lang=chosen.lang,
        theme=state.theme(),
        shown={
            "parks": np.flatnonzero(parks.id.isin(ranking.table.index)).tolist(),
            "belts": [row for row, belt in enumerate(options("belt")) if belt in belts],
        },
        selected=chosen.state.selected,
        focus=_focus(chosen),
    )
    st_folium(
        base_map(),
        key=KEY,
        height=height,
        use_container_width=True,
        returned_objects=["last_active_drawing"],
        feature_group_to_add=state_group(drawn),
        on_change=partial(_take, KEY),
    )


def _focus(chosen: Choices) -> Focus | None:
    if chosen.park is None or (state.flights() == 1 and "view" in st.query_params):
        return None  # the link says where to look
    park = store.layer("parks").set_index("id").geometry[chosen.park]
    return Focus((park.x, park.y), FLIGHTS + state.flights())


def _take(key: str) -> None:
    clicked = (st.session_state.get(key) or {}).get("last_active_drawing") or {}
    found = clicked.get("properties", {})
    layer, one = str(found.get("layer")), str(found.get("id"))
    state.select((layer, one) if known(layer, one) else None)
