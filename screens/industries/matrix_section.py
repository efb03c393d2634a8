"""The matrix place × industry: which documents say so; a cell opens the evidence."""

from typing import Any

import streamlit as st
from pandas import DataFrame

from components import sheet
from components.state import State
from geo import claims
from geo.i18n import translator
from geo.names import name_document_year, name_place
from geo.tables import load_table
from screens.industries import claim_evidence, parameters
from screens.industries.industry_wording import mark_document, shorten_place
from screens.industries.parameters import Asked
from screens.industries.timeline_marks import grid, rows

HEIGHT = 640
WIDTHS = {"zh": 66, "en": 78}  # px; a column holds the longest short name or set of marks


def show(chosen: State, asked: Asked) -> None:
    """Draw the matrix with its key, the evidence of the chosen cell, and the same as a table."""
    say, lang = chosen.say, chosen.lang
    left, right = st.columns([7, 2], gap="medium")
    with left:
        parameters.cells(chosen, asked)
        _grid(chosen, asked)
        st.caption(_key(lang, asked.cells))
    with right:
        st.html(claim_evidence.card(asked, lang))
    st.subheader(say("The same as a table, with agreement"))
    st.caption(
        say(
            "Agreement: how many of the documents that speak of a place name the industry for it."
            " A document that is silent on a place neither agrees nor disagrees."
        )
    )
    frame = rows(asked.by, asked.counties, lang)
    sheet.show(chosen.say, frame, f"agreement-by-{asked.by}", height=360)


def _grid(chosen: State, asked: Asked) -> None:
    frame = grid(asked.by, asked.counties, asked.cells, chosen.lang)
    items, columns = list(frame.attrs["items"]), parameters.places()
    names = [shorten_place(one, chosen.lang) for one in columns]
    # A new key whenever the choice comes from elsewhere, so that the cell is marked anew.
    key = f"matrix-{asked.by}-{asked.counties}-{asked.cells}-{chosen.lang}-{_marks(asked)}"
    place = names[columns.index(asked.place)]
    cells = [(items.index(asked.item), place)] if asked.item in items else []
    marked: Any = {"selection": {"rows": [], "columns": [], "cells": cells}}
    st.dataframe(
        _shaded(frame, names),
        key=key,
        height=min(HEIGHT, 38 + 35 * len(frame)),
        placeholder="",
        on_select=lambda: _take(key, items, dict(zip(names, columns, strict=True))),
        selection_mode="single-cell",
        selection_default=marked,
        column_config={
            name: st.column_config.TextColumn(
                name, help=name_place(one, chosen.lang), width=WIDTHS[chosen.lang]
            )
            for name, one in zip(names, columns, strict=True)
        },
        alt=chosen.say("Matrix of places and industries; the table below holds the same."),
    )


def _marks(asked: Asked) -> int:
    held = st.session_state
    if held.get("matrix-cell") != (asked.place, asked.item):
        held["matrix-marks"] = held.get("matrix-marks", 0) + 1
    held["matrix-cell"] = (asked.place, asked.item)
    return int(held["matrix-marks"])


def _take(key: str, items: list[str], columns: dict[str, str]) -> None:
    for row, name in st.session_state[key].selection.cells:
        if name in columns:
            parameters.choose(columns[name], items[row])
            st.session_state["matrix-cell"] = (columns[name], items[row])


def _shaded(frame: DataFrame, names: list[str]):  # type: ignore[no-untyped-def]  # noqa: ANN202
    """Return the matrix with cells shaded by how many documents; the text says it too."""

    def shade(text: object) -> str:
        if not isinstance(text, str):
            return ""
        count = sum(not one.startswith("(") for one in text.split())
        return f"background-color: rgba(0, 114, 178, {0.1 * count})" if count else ""

    return frame.style.map(shade, subset=names)


def _key(lang: str, cells: str) -> str:
    """Return what the marks mean."""
    say = translator(lang)
    if cells == "agreement":
        return say(
            "2/3: two of the three documents that speak of this place name the industry. Empty:"
            " none does."
        )
    parts = [
        say("{mark}: {year}").format(
            mark=mark_document(one, lang), year=name_document_year(one, lang)
        )
        for one in load_table("policies").id
        if one in set(claims.list_claims().document)
    ]
    parts += [
        say("( ): disputed, not counted"),
        say("06c: the document names a county of the prefecture"),
        say("empty: no document names it"),
        say(
            "belts are named by the 2013 document only; that of 2021 names no industry for a place"
        ),
    ]
    return say("; ").join(parts)
