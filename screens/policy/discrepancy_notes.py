"""Recorded discrepancies, shown where the number or the document is."""

from typing import Any

import streamlit as st
from pandas import DataFrame

from geo.names import get_text, join_document_years
from layers.markup import render_template
from screens.policy import policy_wording


def rows(found: DataFrame, lang: str) -> list[dict[str, Any]]:
    """Return discrepancies for the templates."""
    return [
        {
            "title": get_text(one, "title", lang),
            "detail": get_text(one, "detail", lang),
            "treatment": get_text(one, "treatment", lang),
            "documents": join_document_years(one.documents, lang),
            "refs": [policy_wording.reference(ref, lang) for ref in one.refs],
        }
        for one in found.itertuples()
    ]


def show(found: DataFrame, lang: str) -> None:
    """Draw discrepancies, each closed with its title as the summary."""
    if len(found):
        st.html(render_template("screens/policy/policy_notes.html", lang, notes=rows(found, lang)))


def touching(found: DataFrame, ref: str) -> DataFrame:
    """Return the discrepancies that refer to a row, as `table:id`."""
    return found[found.refs.map(lambda refs: ref in refs)]
