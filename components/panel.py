"""The panel of the selection: everything known of it, each fact with its evidence."""

from collections.abc import Callable

import streamlit as st

from components import state
from components.cards.belt_card import render_belt_card
from components.cards.named_cards import (
    render_brand_card,
    render_cluster_card,
    render_hub_card,
    render_industry_card,
)
from components.cards.own_row_card import render_own_card
from components.cards.park_card import render_park_card
from components.cards.place_cards import render_area_card
from components.cards.plain_card import render_plain_card
from components.state import State
from geo.intake.own_layer import is_own_id
from layers.markup import render_template

#: The cards written by hand; any other layer has a plain one.
CARDS: dict[str, Callable[[State, str], str]] = {
    "parks": render_park_card,
    "prefectures": render_area_card,
    "counties": render_area_card,
    "belts": render_belt_card,
    "clusters": render_cluster_card,
    "brands": render_brand_card,
    "hubs": render_hub_card,
    "industries": render_industry_card,
}


def show_panel(chosen: State) -> None:
    """Draw the card of the selected thing, or say how to select one."""
    say = chosen.say
    if chosen.selected is None:
        st.html(render_template("components/templates/nothing.html", chosen.lang))
        return
    layer, key = chosen.selected
    with st.container(horizontal=True, horizontal_alignment="right"):
        st.button(
            say("Close"),
            icon=":material/close:",
            type="tertiary",
            key="close",
            on_click=state.select_thing,
            args=(None,),
        )
    st.html(_render_card(chosen, layer, key))


def _render_card(chosen: State, layer: str, key: str) -> str:
    if is_own_id(key):
        return render_own_card(chosen, key)
    if layer in CARDS:
        return CARDS[layer](chosen, key)
    return render_plain_card(chosen, layer, key)
