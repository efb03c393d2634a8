"""The floor: a Streamlit rerun that does nothing but change a word.

A button starts it; with `?by=list` in the address, a pick from a list as that of the atlas.
"""

from functools import partial

import streamlit as st

from geo.filters import label, options


def count() -> None:
    """Change the word."""
    st.session_state.word += 1


def clear() -> None:
    """Empty the list."""
    st.session_state["filter-industry"] = []
    count()


st.session_state.setdefault("word", 0)
if st.query_params.get("by") == "list":
    st.button("Clear", key="clear", on_click=clear)
    st.multiselect(
        "Industry",
        options("industry"),
        format_func=partial(label, "industry", lang="en"),
        key="filter-industry",
        on_change=count,
    )
else:
    st.button("Change the word", key="change", on_click=count)
st.html(f'<b id="word">{st.session_state.word}</b>')
