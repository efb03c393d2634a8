"""The map beside the list: the parks that stay, and the hubs that distances go to."""

import numpy as np
import streamlit as st
from geopandas import GeoDataFrame

from components import state
from components.map_frame import show_map
from components.own_session import find_address, find_own_layer, to_map_selection
from components.share import offers
from geo import store
from geo.filters import list_options
from geo.intake.own_layer import is_own_id
from geo.layers import OWN
from geo.siting.ranking import Ranking
from geo.siting.wording.limit_wording import tell_question
from layers.atlas_layer import Focus, MapState
from screens.invest.parameters import Choices

KEY = "invest-map"
PINS = 10  # of the leading parks
FLIGHTS = 5000  # numbers of flights that no other page uses


def show_ranking_map(chosen: Choices, ranking: Ranking, height: int) -> None:
    """Draw the parks that stay; a click selects."""
    belts, layer = chosen.filter.belt or list_options("belt"), find_own_layer()
    drawing = MapState(
        lang=chosen.lang,
        theme=state.find_theme(),
        shown={
            "parks": [] if chosen.owned else _list_rows(store.load_layer("parks"), ranking),
            "belts": [row for row, belt in enumerate(list_options("belt")) if belt in belts],
        }
        | ({} if layer is None else {OWN: _list_rows(layer.frame, ranking)}),
        selected=to_map_selection(chosen.selected),
        focus=_focus(chosen, ranking),
        pins=_number_leaders(ranking, owned=chosen.owned),
        own=find_address(),
    )
    leader = chosen.park or str(ranking.winner)
    if not is_own_id(leader):
        offers.offer_brief("parks", leader)
    show_map(drawing, KEY, height, tell_question(ranking.question, chosen.lang))


def _list_rows(parks: GeoDataFrame, ranking: Ranking) -> list[int]:
    rows: list[int] = np.flatnonzero(parks.id.isin(ranking.table.index)).tolist()
    return rows


def _number_leaders(ranking: Ranking, *, owned: bool) -> list[tuple[str, str]]:
    # A sign says the place in the whole ranking, so own rows alone have none.
    parks = () if owned else ranking.table.index[:PINS]
    leaders = (to_map_selection(("parks", park)) for park in parks)
    return [leader for leader in leaders if leader]


def _focus(chosen: Choices, ranking: Ranking) -> Focus | None:
    if chosen.park is None or (state.count_flights() == 1 and "view" in st.query_params):
        return None  # the link says where to look
    park = ranking.parks.geometry[chosen.park]
    return Focus((park.x, park.y), FLIGHTS + state.count_flights())
