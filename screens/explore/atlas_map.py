"""The map on a page: the constant base map, and the reader's choices as a few bytes."""

from components import state
from components.map_frame import show_map
from components.own_session import find_address, find_own_layer, to_map_selection
from components.state import State
from geo.layers import list_fact_points
from geo.map_rows import find_bounds, find_claim_badges, find_phrases, select_map_rows
from geo.proven import select_proven_rows
from geo.select import asks_documents
from layers.atlas_layer import Focus, MapState

KEY = "map"


def show_atlas_map(chosen: State, height: int) -> None:
    """Draw the map of what the reader's filter shows; a click selects."""
    own, selected = find_own_layer(), to_map_selection(chosen.selected)
    flights = state.count_flights()
    focus = None
    if chosen.selected and flights:
        focus = Focus.on(find_bounds(*chosen.selected, own=own), flights)
    map_state = MapState(
        lang=chosen.lang,
        theme=state.find_theme(),
        shown=select_map_rows(chosen.filter, own),
        shaded=find_phrases(chosen.filter, chosen.lang),
        claims=find_claim_badges(chosen.filter, chosen.lang),
        layers=dict.fromkeys(list_fact_points(), asks_documents(chosen.filter)),  # they speak of it
        selected=selected,
        focus=focus,
        pick_areas=True,
        proven=select_proven_rows(),
        own=find_address(),
    )
    show_map(map_state, KEY, height, chosen.filter.describe(chosen.lang))
