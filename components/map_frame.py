"""One way to put the map on a page: the constant base map and the state that it shall show."""

from functools import partial

from streamlit_folium import st_folium

from components import state
from components.own_session import find_clicked
from components.share import offers
from components.share.offers import MapOffer
from layers.atlas_layer import MapState, state_group
from layers.basemap import base_map


def show_map(map_state: MapState, key: str, height: int, shows: str = "") -> None:
    """Draw the map in a state; a click on it selects.

    `key` is the widget's own; `shows` says in the reader's language what the map shows, for who
    takes it along; a map that does not say it is not offered.
    """
    if shows:
        offers.offer_map(MapOffer(key, shows, map_state))
    st_folium(
        base_map(),
        key=key,
        height=height,
        use_container_width=True,
        returned_objects=["last_active_drawing"],
        feature_group_to_add=state_group(map_state),
        on_change=partial(_take, key),
    )


def _take(key: str) -> None:
    state.select_thing(find_clicked(key))
