"""The filter of what is taken along, folded away below its own sentence."""

import streamlit as st

from components import filters
from components.markdown import escape_markdown
from components.own_session import list_parks
from components.state import State


def show_filter_line(chosen: State) -> None:
    """Draw the filter's sentence; the filter opens below it."""
    sentence = escape_markdown(chosen.filter.describe(chosen.lang))
    label = chosen.say("Filter: **{sentence}**").format(sentence=sentence)
    with st.expander(label, icon=":material/filter_alt:", key="data-filter"):
        filters.show_filters(chosen, list_parks())
