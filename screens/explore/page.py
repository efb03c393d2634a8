"""The map with filters: the front door. The map fills the window; all else lies over or below."""

import streamlit as st

from components import state
from components.own_session import list_parks
from components.page_title import show_page_title
from geo.names import join_industries
from screens.explore import answer_strip, atlas_map, map_signal, panels, table_twin
from screens.explore.result_summary import show_counts, show_sector_chart

MAP_HEIGHT = 620  # until the style sheet has come, which makes it as high as the window

chosen = state.read_state()
industries = join_industries(chosen.filter.industry, chosen.lang)
show_page_title(chosen.say("Where in Jilin is which industry at home?"), industries, hidden=True)
parks = list_parks()
matching_parks = chosen.filter.apply(parks)

with st.container(key="explore"):
    # First of all, so that the map changes before the rest is computed.
    atlas_map.show_atlas_map(chosen, MAP_HEIGHT)
    if map_signal.is_map_drawn():
        with st.container(key="sheet"):
            panels.show_handle(chosen, matching_parks, parks)
            panels.show_card(chosen)
            answer_strip.show_answer(chosen, matching_parks, parks)
            panels.show_choices(chosen, parks)
            with st.container(key="below"):
                show_counts(chosen, matching_parks)
                show_sector_chart(chosen, matching_parks)
                table_twin.show_layer_table(chosen)
