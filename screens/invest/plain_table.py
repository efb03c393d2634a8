"""A table in plain HTML, all columns in sight, and its download."""

from numbers import Number

import streamlit as st
from pandas import DataFrame

from components import sheet
from components.peek import peek_on_phone
from geo.i18n import Language, translator
from layers.markup import render_template


def show_plain_table(lang: Language, frame: DataFrame, name: str) -> None:
    """Draw a table that wraps within its column; `name` is that of the file and the widget."""
    rows = frame.astype(object).to_numpy().tolist()
    with peek_on_phone(f"{name}-rows"):
        st.html(
            render_template(
                "screens/invest/plain_table.html",
                lang,
                columns=list(frame.columns),
                rows=[[_lay_out_cell(value) for value in row] for row in rows],
            )
        )
    sheet.show_table_download(translator(lang), frame, name)


def _lay_out_cell(value: object) -> tuple[str, bool]:
    """Return the words of a cell, none for what is unknown, and whether it is a number."""
    if not isinstance(value, Number):
        return str(value), False
    return ("" if value != value else f"{value:g}"), True  # NaN is not itself
