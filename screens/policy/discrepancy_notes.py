"""Recorded discrepancies, shown where the number or the document is."""

from dataclasses import dataclass

import streamlit as st
from pandas import DataFrame

from geo.i18n import Language
from geo.names import get_text, join_document_years
from layers.markup import render_template
from screens.policy.policy_wording import describe_reference


@dataclass(frozen=True)
class Note:
    """A discrepancy in the reader's words, with what it touches."""

    title: str
    detail: str
    treatment: str
    documents: str
    refs: tuple[str, ...]


def make_notes(discrepancies: DataFrame, lang: Language) -> tuple[Note, ...]:
    """Return discrepancies for the templates."""
    return tuple(
        Note(
            get_text(row, "title", lang),
            get_text(row, "detail", lang),
            get_text(row, "treatment", lang),
            join_document_years(row.documents, lang),
            tuple(describe_reference(ref, lang) for ref in row.refs),
        )
        for row in discrepancies.itertuples()
    )


def show_notes(discrepancies: DataFrame, lang: Language) -> None:
    """Draw discrepancies, each closed with its title as the summary."""
    notes = make_notes(discrepancies, lang)
    if notes:
        st.html(render_template("screens/policy/policy_notes.html", lang, notes=notes))


def select_touching(discrepancies: DataFrame, ref: str) -> DataFrame:
    """Return the discrepancies that refer to a row, as `table:id`."""
    return discrepancies[discrepancies.refs.map(lambda refs: ref in refs)]
