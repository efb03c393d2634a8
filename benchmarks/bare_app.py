"""The floor: a Streamlit rerun that does nothing but change a word."""

import streamlit as st

presses = st.session_state.setdefault("presses", 0)
if st.button("Change the word", key="change"):
    presses = st.session_state.presses = presses + 1
st.html(f'<b id="word">{presses}</b>')
