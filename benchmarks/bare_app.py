"""The floor: a Streamlit rerun that does nothing but change a word."""

import streamlit as st


def count() -> None:
    """Change the word."""
    st.session_state.word += 1


st.session_state.setdefault("word", 0)
st.button("Change the word", key="change", on_click=count)
st.html(f'<b id="word">{st.session_state.word}</b>')
