"""The map with filters: the front door."""

import streamlit as st

from components import download, filters, panel, state
from components.own_session import list_parks
from components.page_title import show_page_title
from geo.names import join_industries
from screens.explore import (
    atlas_map,
    claim_answer,
    map_signal,
    result_summary,
    search_box,
    table_twin,
)

MAP_HEIGHT = 620

chosen = state.read_state()
industries = join_industries(chosen.filter.industry, chosen.lang)
show_page_title(chosen.say("Where in Jilin is which industry at home?"), industries, hidden=True)
parks = list_parks()
matching_parks = chosen.filter.apply(parks)

search_box.show_search_box(chosen)
with st.container(key="explore"):  # the style sheet gives the map all the width it can have
    left, right = st.columns([5, 2], gap="medium")
with left:
    # First of all, so that the map changes before the rest is computed.
    atlas_map.show_atlas_map(chosen, MAP_HEIGHT)
if map_signal.is_map_drawn():
    with left:
        st.caption(result_summary.describe_result(chosen, matching_parks, parks))
        claim_answer.show_claim_answer(chosen, matching_parks)
    with st.sidebar:
        filters.show_filters(chosen, parks)
        st.divider()
        download.show_download(chosen)
    with right:
        if matching_parks.empty:
            filters.show_empty(chosen, parks)
        panel.show_panel(chosen)
        result_summary.show_counts(chosen, matching_parks)
        result_summary.show_sector_chart(chosen, matching_parks)
    table_twin.show_layer_table(chosen)
