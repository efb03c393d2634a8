"""What the map is asked and answers, over it: who has an industry, that nothing is left, hello."""

import streamlit as st
from geopandas import GeoDataFrame

from components import filters
from components.state import State
from geo.ground import count_parks
from screens.explore.claim_answer import show_claim_answer
from screens.explore.welcome import show_welcome


def show_answer(chosen: State, parks: GeoDataFrame, whole: GeoDataFrame) -> None:
    """Draw the answer to the filter, or three questions for who comes for the first time."""
    asks = bool(chosen.filter.industry)
    if not asks and not parks.empty and (chosen.selected or chosen.filter.to_params()):
        return
    with st.container(key="answer"):
        if parks.empty:
            filters.show_empty(chosen, whole)
        if asks:
            show_claim_answer(chosen, parks)
        elif not parks.empty:
            show_welcome(chosen, count_parks(parks))
