"""What came after the documents: context with date and page, never one of the documents."""

from functools import cache
from typing import Any

import streamlit as st

from geo.citations import cite_sources
from geo.i18n import Language, translator
from geo.names import get_text, join_document_years
from geo.tables import load_table
from layers.cards import Fact
from layers.markup import render_template


def show_context(lang: Language) -> None:
    """Draw what came later, the earliest first."""
    st.html(_render_context(lang))


@cache
def _render_context(lang: Language) -> str:
    facts = [_describe(row, lang) for row in load_table("context").sort_values("date").itertuples()]
    return render_template("components/templates/context.html", lang, facts=facts)


def _describe(row: Any, lang: Language) -> Fact:
    say = translator(lang)
    after = say("treats anew what these documents are about: {documents}").format(
        documents=join_document_years(row.documents, lang)
    )
    return Fact(
        get_text(row, "name", lang),
        f"{row.date} · {get_text(row, 'issuer', lang)}",
        basis=" ".join(
            filter(None, (get_text(row, "what", lang), after, get_text(row, "note", lang)))
        ),
        sources=cite_sources(row.sources, lang),
    )
