"""Recorded discrepancies, shown where the number or the document is."""

from typing import Any

import streamlit as st
from pandas import DataFrame

from components.wording import short
from geo.i18n import pick
from layers.cards import render
from screens.policy import policy_wording


def rows(found: DataFrame, lang: str) -> list[dict[str, Any]]:
    """Return discrepancies for the templates."""
    return [
        {
            "title": pick(one.title_zh, one.title_en, lang),
            "detail": pick(one.detail_zh, one.detail_en, lang),
            "treatment": pick(one.treatment_zh, one.treatment_en, lang),
            "documents": pick("、", ", ", lang).join(short(each, lang) for each in one.documents),
            "refs": [policy_wording.reference(ref, lang) for ref in one.refs],
        }
        for one in found.itertuples()
    ]


def show(found: DataFrame, lang: str) -> None:
    """Draw discrepancies, each closed with its title as the summary."""
    if len(found):
        st.html(render("screens/policy/policy_notes.html", lang, notes=rows(found, lang)))


def touching(found: DataFrame, ref: str) -> DataFrame:
    """Return the discrepancies that refer to a row, as `table:id`."""
    return found[found.refs.map(lambda refs: ref in refs)]
