"""The panel of the selection: everything known of it, each fact with its evidence."""

from collections.abc import Callable

import streamlit as st

from components import state
from components.cards.named_cards import brand_card, cluster_card, hub_card, industry_card
from components.cards.own_row_card import own_card
from components.cards.park_cards import park_card
from components.cards.place_cards import area_card, belt_card
from components.state import State
from geo.intake.own_layer import is_own_id
from layers.markup import render_template

CARDS: dict[str, Callable[[State, str], str]] = {
    "parks": park_card,
    "prefectures": area_card,
    "counties": area_card,
    "belts": belt_card,
    "clusters": cluster_card,
    "brands": brand_card,
    "hubs": hub_card,
    "industries": industry_card,
}


def show(chosen: State) -> None:
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
            on_click=state.select,
            args=(None,),
        )
    card = own_card if is_own_id(key) else CARDS[layer]
    st.html(card(chosen, key))
