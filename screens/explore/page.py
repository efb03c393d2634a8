"""The map with filters: the front door."""

import streamlit as st

from components import download, filters, panel, state
from components.own_session import list_parks
from screens.explore import atlas_map, map_signal, result_summary, search_box, table_twin

MAP_HEIGHT = 620

chosen = state.current()
parks = list_parks()
shown = chosen.filter.apply(parks)

search_box.show(chosen)
with st.container(key="explore"):  # the style sheet gives the map all the width it can have
    left, right = st.columns([5, 2], gap="medium")
with left:
    atlas_map.show(chosen, MAP_HEIGHT)  # first, so that it changes before the rest is computed
if map_signal.is_map_drawn():
    with left:
        st.caption(result_summary.sentence(chosen, shown, parks))
    with st.sidebar:
        filters.show(chosen, parks)
        st.divider()
        download.show(chosen)
    with right:
        if shown.empty:
            filters.show_empty(chosen, parks)
        panel.show(chosen)
        result_summary.counts(chosen, shown)
        result_summary.chart(chosen, shown)
    table_twin.show(chosen)
