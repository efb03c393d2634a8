"""Belts: the profile of one, several side by side, and what they share."""

import streamlit as st

from components.belts import choices, compare, overlap, profile

PARTS = {"profile": profile.show, "compare": compare.show, "overlap": overlap.show}

st.html(profile.STYLE)
chosen = choices.current()
choices.section(chosen)
PARTS[chosen.section](chosen)
