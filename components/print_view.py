"""What a page needs to stand on paper; how it looks there is in `components/print.css`."""

from datetime import date

import streamlit as st

from geo import store
from layers.markup import render_template


def show_print_view(lang: str) -> None:
    """Draw the line that says where a printed page came from, and fit the maps to the paper."""
    st.html(
        render_template(
            "components/templates/print_view.html",
            lang,
            day=date.today().isoformat(),
            version=store.data_version(),
        ),
        unsafe_allow_javascript=True,
    )
