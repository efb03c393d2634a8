"""The investor's page: a short list of parks, and whether it stands."""

from pathlib import Path

import streamlit as st

from components import panel
from components.invest import (
    alike,
    asking,
    choices,
    comparing,
    excluded,
    listing,
    maps,
    method,
    reporting,
    safe,
    weighing,
)
from components.invest.parts import heading, section
from geo.siting.ranking import rank

MAP_HEIGHT = 560
PARTS = {
    "safe": safe.show,
    "compare": comparing.show,
    "similar": alike.show,
    "criteria": method.show,
}

st.html(Path(choices.__file__).with_name("invest.css"))
chosen = choices.current()
ranking = rank(chosen.question, chosen.own)

with st.sidebar:
    asking.show(chosen)
    st.divider()
    weighing.show(chosen)
heading(chosen, ranking)
if ranking.winner is None:
    excluded.nothing_left(chosen, ranking)
else:
    left, right = st.columns([6, 5], gap="medium")
    with left:
        listing.show(chosen, ranking)
    with right:
        maps.show(chosen, ranking, MAP_HEIGHT)
        reporting.show(chosen, ranking)
    listing.twin(chosen)
excluded.show(chosen, ranking)
if chosen.park:
    with st.expander(chosen.marked(chosen.park), icon=":material/factory:", expanded=True):
        panel.show(chosen.state)
section(chosen)
PARTS[chosen.part](chosen, ranking)
method.notice(chosen)
