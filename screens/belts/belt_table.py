"""The tables of the Belts page: rows in groups, a mark where the columns differ."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import streamlit as st

from geo.i18n import Language
from layers.markup import render_template


@dataclass(frozen=True)
class Cell:
    """A value as text; `mark` says what sets it apart, `kind` "text" puts it to the left."""

    text: str
    mark: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Row:
    """A line of a table, a cell a column."""

    name: str
    cells: tuple[Cell, ...]
    remark: str = ""
    differs: bool = False


@dataclass(frozen=True)
class Group:
    """Rows under a name; with an empty one they stand alone."""

    name: str
    rows: tuple[Row, ...]


def show_table(heads: Sequence[str], groups: Iterable[Group], lang: Language) -> None:
    """Draw groups of rows below the names of their columns."""
    table = render_template(
        "screens/belts/belt_table.html", lang, heads=heads, groups=tuple(groups)
    )
    st.html(table)
