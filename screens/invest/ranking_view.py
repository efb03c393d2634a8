"""The ranking: the list, the map beside it, and the facts of the selected park in place."""

import streamlit as st

from components import linked_widgets, panel
from geo.siting.wording.answer import Answer
from screens.invest import excluded_parks, ranking_list, ranking_map, report_download
from screens.invest.parameters import Choices

MAP_HEIGHT = 560  # until the page's style sheet fits it to the window


def show_ranking_view(chosen: Choices, answer: Answer) -> None:
    """Draw list and map; the selected park's facts lie over the map's lower half."""
    if answer.own_rows:
        linked_widgets.show_toggle(chosen, "owned", chosen.say("Only mine"))
    with st.container(key="invest-pair"):
        with st.container(key="invest-ranked"):
            ranking_list.show_ranking(chosen, answer)
        with st.container(key="invest-side"):
            ranking_map.show_ranking_map(chosen, answer.ranking, MAP_HEIGHT)
            if chosen.park:
                with st.container(key="invest-facts"):
                    panel.show_panel(chosen)
    excluded_parks.show_excluded_parks(answer)
    report_download.show_more_downloads(chosen, answer.ranking)
