"""The map comes first: the rest of the page waits until the map says that it is drawn.

The map and the page share one thread in the browser. Left to itself it would load what filters,
chart and table need before the map.
"""

import streamlit as st

from components import link
from components.scripted import declare_screen_component

KEY = "map-drawn"
_signal = declare_screen_component("atlas_map_signal", "map_signal")


def is_map_drawn() -> bool:
    """Return whether the map has been drawn in this tab; until then the page waits for it."""
    if not st.session_state.get(KEY):
        _signal(key="map-signal", on_drawn_change=_remember)
    return bool(st.session_state.get(KEY))


def _remember() -> None:
    st.session_state[KEY] = True
    link.repeat_notices()
