"""What is long shows its beginning on a phone, and a button for the rest; elsewhere it is whole."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from components import state
from layers.markup import render_template


@contextmanager
def peek_on_phone(name: str, *, is_shut: bool = False) -> Iterator[None]:
    """Draw what follows in a place that a phone cuts short until the reader asks for all.

    The width is the browser's to know, so the style sheet decides and no run is needed. Paper and
    wider windows show all. Where a sentence above says the answer, the rest may be quite shut.
    """
    with st.container(key=f"peek-{name}"):
        with st.container(key=f"peeked-{'shut-' if is_shut else ''}{name}"):
            yield
        st.html(render_template("components/templates/peek.html", state.find_language()))
