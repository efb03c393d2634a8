"""The panel of the selection: everything known of it, each fact with its evidence."""

import streamlit as st

from components import state
from components.cards.card_parts import render_card
from components.cards.make_card import make_card
from components.share import offers
from components.state import State
from geo.ground import list_relatives
from geo.intake.own_layer import is_own_id
from geo.names import name_park
from layers.markup import render_template


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
    st.html(render_card(make_card(chosen, layer, key), chosen))
    if layer == "parks" and not is_own_id(key):
        _show_relatives(chosen, key)
    if not is_own_id(key):
        offers.offer_brief(layer, key)


def _show_relatives(chosen: State, park: str) -> None:
    """Draw the ways to the parks on the same ground, which the card names."""
    for other in sorted(list_relatives(park)):
        st.button(
            name_park(other, chosen.lang),
            icon=":material/arrow_forward:",
            type="tertiary",
            key=f"ground-{other}",
            on_click=state.select_thing,
            args=(("parks", other),),
        )
