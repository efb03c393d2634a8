"""Data: take it away, ask it live, judge it, bring your own, cite it."""

from pathlib import Path

import streamlit as st

from components import intake, state
from components.data import choice, cite, judge, live, take

SECTIONS = {
    "take": take.show,
    "live": live.show,
    "quality": judge.show,
    "own": lambda chosen, _: intake.show(chosen),
    "cite": cite.show,
}

chosen = state.current()
asked = choice.current()

st.html(Path(choice.__file__).parents[1] / "data.css")
choice.show(chosen, asked)
SECTIONS[asked.section](chosen, asked)
