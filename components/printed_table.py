"""A table as paper shows it: whole, or its first part with a word on how much that is.

On the screen a table scrolls in a canvas of which a print shows a window only.
"""

import re
from typing import Any

import streamlit as st
from pandas import DataFrame, RangeIndex, isna
from pandas.io.formats.style import Styler

from components import state
from geo.i18n import translator
from layers.markup import render_template

MOST_ROWS = 60  # on paper; a longer table is for a file
DIGITS = 6
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def show_printed_table(frame: DataFrame | Styler) -> None:
    """Draw the table that stands on paper in place of the one on the screen."""
    table = frame.data if isinstance(frame, Styler) else frame
    lang = state.find_language()
    if not isinstance(table.index, RangeIndex) and table.index.name is not None:
        table = table.reset_index()
    shown = table.head(MOST_ROWS)
    st.html(
        render_template(
            "components/templates/printed_table.html",
            lang,
            columns=[str(name or "") for name in shown.columns],
            rows=[[_write_cell(cell, lang) for cell in row] for row in _read_rows(shown)],
            is_chinese=lambda text: lang == "en" and bool(CHINESE.search(text)),
            total=len(table),
        )
    )


def _read_rows(frame: DataFrame) -> list[list[Any]]:
    rows: list[list[Any]] = frame.astype(object).to_numpy().tolist()
    return rows


def _write_cell(cell: Any, lang: str) -> str:
    if isinstance(cell, (list, tuple)):
        return translator(lang)(", ").join(str(part) for part in cell)
    if isna(cell):
        return "–"
    return f"{cell:.{DIGITS}g}" if isinstance(cell, float) else str(cell)
