"""For who comes for the first time: what this is, and three questions that open their answer."""

from dataclasses import replace

import streamlit as st

from components import link, state
from components.state import State
from geo.tables import load_table
from layers.markup import render_template

TEXTILES = "textiles-general"
CAR_PARTS = {"industry": "auto-parts", "invest-limits": "rail_station<=30km"}
CHANGES = {"policy-part": "changes"}


def show_welcome(chosen: State, parks: int) -> None:
    """Draw one sentence and three questions; put away, it stays away on this device.

    `parks` is how many there are.
    """
    say = chosen.say
    with st.container(key="welcome"):
        st.html(
            render_template(
                "screens/explore/welcome.html",
                chosen.lang,
                documents=len(load_table("policies")),
                parks=parks,
            ),
            unsafe_allow_javascript=True,
        )
        with st.container(horizontal=True, gap="small", key="questions"):
            st.button(
                say("Which belts claim textiles?"),
                icon=":material/route:",
                on_click=_ask_for_textiles,
            )
            _show_way("invest", say("Where are car parts made near a railway?"), CAR_PARTS)
            _show_way("policy", say("What came and went from 2006 to 2015?"), CHANGES)


def _ask_for_textiles() -> None:
    before = state.read_state().filter
    state.choose_filter(replace(before, industry=(TEXTILES,)))


def _show_way(page: str, question: str, asks: dict[str, str]) -> None:
    st.page_link(
        f"screens/{page}/page.py",
        label=question,
        icon=":material/arrow_forward:",
        query_params=link.list_carried(page) | asks,
        width="content",
    )
