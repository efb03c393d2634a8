"""What lies over the map: the filters at the left and the card at the right; on a phone one sheet.

Where each stands is the style sheet's business. Open or shut is the browser's: no run is needed.
"""

import streamlit as st
from geopandas import GeoDataFrame

from components import download, filters, panel, state
from components.state import State
from layers.markup import render_template
from screens.explore.result_summary import describe_count, describe_result

PROVINCE = ("province", "220000")


def show_handle(chosen: State, parks: GeoDataFrame, whole: GeoDataFrame) -> None:
    """Draw the button that opens and shuts the filters, with the count, and the sentence below."""
    st.html(
        render_template(
            "screens/explore/handle.html",
            chosen.lang,
            count=describe_count(chosen, parks, whole),
            sentence=describe_result(chosen, parks, whole),
        ),
        unsafe_allow_javascript=True,
    )


def show_card(chosen: State) -> None:
    """Draw the card of what is selected, over the map; what was selected below comes into view."""
    selected = ".".join(chosen.selected or ())
    st.html(
        render_template("screens/explore/card_view.html", chosen.lang, selected=selected),
        unsafe_allow_javascript=True,
    )
    if selected:
        with st.container(key="card"):
            panel.show_panel(chosen)


def show_choices(chosen: State, parks: GeoDataFrame) -> None:
    """Draw the filters, the way to the province's card, and the download of what they leave."""
    with st.container(key="choices"):
        filters.show_filters(chosen, parks)
        st.divider()
        st.button(
            chosen.say("Jilin Province: what documents name for all of it"),
            icon=":material/flag:",
            type="tertiary",
            on_click=state.select_thing,
            args=(PROVINCE,),
            kwargs={"fly": True},
        )
        download.show_download(chosen)
