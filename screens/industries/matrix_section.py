"""The matrix place × industry: which documents say so; a cell opens the evidence."""

import streamlit as st
from pandas import DataFrame
from pandas.io.formats.style import Styler

from components import linked_widgets, sheet
from geo import claims
from geo.i18n import Language, translator
from geo.names import name_document_year, name_place
from geo.tables import load_table
from layers.style import PALETTES
from screens.industries import claim_evidence, parameters
from screens.industries.industry_wording import mark_document, shorten_place
from screens.industries.matrix_frames import tabulate_agreement, tabulate_matrix
from screens.industries.parameters import Choices

HEIGHT = 640
MOST_SHADED = 0.5  # of the colour: more would leave the text too little contrast
WIDTHS = {"zh": 66, "en": 78}  # px; a column holds the longest short name or set of marks


def show_matrix(chosen: Choices) -> None:
    """Draw the matrix with its key, the evidence of the chosen cell, and the same as a table."""
    say, lang = chosen.say, chosen.lang
    left, right = st.columns([7, 2], gap="medium")
    with left:
        parameters.show_cell_contents(chosen)
        _show_grid(chosen)
        st.caption(_explain_marks(lang, chosen.cells))
    with right:
        st.html(claim_evidence.render_claim(chosen))
    st.subheader(say("The same as a table, with agreement"))
    st.caption(
        say(
            "Agreement: how many of the documents that speak of a place name the industry for it."
            " A document that is silent on a place neither agrees nor disagrees."
        )
    )
    frame = tabulate_agreement(chosen.by, chosen.counties, lang)
    sheet.show_table(chosen.say, frame, f"agreement-by-{chosen.by}", height=360)


def _show_grid(chosen: Choices) -> None:
    frame = tabulate_matrix(chosen.by, chosen.counties, chosen.cells, chosen.lang)
    items, columns = list(frame.attrs["items"]), parameters.list_places()
    names = [shorten_place(place, chosen.lang) for place in columns]
    cells = {
        (row, name): (place, item)
        for row, item in enumerate(items)
        for name, place in zip(names, columns, strict=True)
    }
    linked_widgets.show_cells(
        _shade_cells(frame, names, PALETTES[chosen.theme].shade),
        cells,
        (chosen.place, chosen.item),
        parameters.choose_cell,
        stem=f"matrix-{chosen.by}-{chosen.counties}-{chosen.cells}-{chosen.lang}",
        height=min(HEIGHT, 38 + 35 * len(frame)),
        placeholder="",
        column_config={
            name: st.column_config.TextColumn(
                name, help=name_place(place, chosen.lang), width=WIDTHS[chosen.lang]
            )
            for name, place in zip(names, columns, strict=True)
        },
        alt=chosen.say("Matrix of places and industries; the table below holds the same."),
    )


def _shade_cells(frame: DataFrame, columns: list[str], colour: str) -> Styler:
    """Return the matrix with cells shaded by how many documents; the text says it too."""

    def shade(text: object) -> str:
        marks = text.split() if isinstance(text, str) else []
        strength = min(sum(not mark.startswith("(") for mark in marks) * 0.1, MOST_SHADED)
        return f"background-color: {colour}{round(strength * 255):02x}" if strength else ""

    return frame.style.map(shade, subset=columns)


def _explain_marks(lang: Language, cells: str) -> str:
    """Return what the marks mean."""
    say = translator(lang)
    if cells == "agreement":
        return say(
            "2/3: two of the three documents that speak of this place name the industry. Empty:"
            " none does."
        )
    parts = [
        say("{mark}: {year}").format(
            mark=mark_document(document, lang), year=name_document_year(document, lang)
        )
        for document in load_table("policies").id
        if document in set(claims.list_claims().document)
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
