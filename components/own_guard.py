"""A reader's own rows never go without a word: a warning before, a notice after."""

import streamlit as st

from components.own_session import find_own_layer, has_dropped_own_layer
from geo.i18n import Language
from layers.markup import render_template


def show_own_guard(lang: Language) -> None:
    """Warn before the page with own rows is left, and tell when a session has ended with them."""
    layer = find_own_layer()
    held = layer and {"rows": len(layer.frame), "file": str(layer.frame.source.iloc[0])}
    st.html(
        render_template(
            "components/templates/own_guard.html",
            lang,
            held=held,
            dropped=has_dropped_own_layer(),
        ),
        unsafe_allow_javascript=True,
    )
