"""Who names which industry for which place, and what that can and cannot show."""

from pathlib import Path

import streamlit as st

from components import state
from components.industries import choice, emphasis, gaps, likeness, matrix, timeline

SECTIONS = {
    "matrix": matrix.show,
    "timeline": timeline.show,
    "likeness": likeness.show,
    "emphasis": emphasis.show,
    "gaps": gaps.show,
}

chosen = state.current()
asked = choice.current()

st.html(Path(choice.__file__).parents[1] / "industries.css")
choice.show(chosen, asked)
SECTIONS[asked.section](chosen, asked)
