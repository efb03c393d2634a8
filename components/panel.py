"""The panel of the selection: everything known of it, each fact with its evidence."""

import streamlit as st

from components import link, state
from components.cards.card_parts import render_card
from components.cards.make_card import make_card
from components.share import offers
from components.state import State
from geo.ground import list_relatives
from geo.intake.own_layer import is_own_id
from geo.names import name_park
from geo.park_promises import select_incentives
from geo.store import load_layer
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
    if is_own_id(key):
        return
    if layer == "parks":
        _show_ways_to_promises(chosen, key)
        _show_relatives(chosen, key)
    offers.offer_brief(layer, key)


def _show_ways_to_promises(chosen: State, park: str) -> None:
    """Lead to all that is promised a park, on Invest, and to the documents' rows, on Policy."""
    row = load_layer("parks").set_index("id", drop=False).loc[park]
    documents = select_incentives(row).document.unique()
    for page, label, asks in (
        ("invest", chosen.say("All that is promised here, on Invest"),
         {"invest-part": "promised", "selected": f"parks.{park}"}),
        ("policy", chosen.say("The documents' offers as a table, on Policy"),
         {"policy-part": "offered", "policy-documents": ".".join(documents)}),
    ):  # fmt: skip
        st.page_link(
            f"screens/{page}/page.py",
            label=label,
            icon=":material/arrow_forward:",
            query_params=link.list_carried(page) | asks,
        )


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
