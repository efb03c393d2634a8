"""A figure: a picture, the same as a table in its own place, and the files of both."""

from collections.abc import Callable
from functools import partial

import streamlit as st
from pandas import DataFrame

from components import state
from components.printed_table import show_printed_table
from geo.csvout import csv_bytes
from geo.i18n import translator

File = tuple[str, Callable[[], str | bytes]]  # media type, what writes it


def show_figure(
    name: str,
    draw: Callable[[], object],
    table: DataFrame,
    *,
    label: str = "",
    files: dict[str, File] | None = None,
) -> None:
    """Draw a picture, or its table when the reader turns to it at the figure's corner.

    Parameters
    ----------
    name
        That of the files and of the widgets.
    draw
        What draws the picture.
    table
        The same in numbers and words; offered as CSV too.
    label
        What the picture is called beside "Table"; a chart when nothing is said.
    files
        By ending what else is offered.
    """
    say = translator(state.find_language())
    with st.container(key=f"figure-{name}"):
        drawn, listed = st.tabs([label or say("Chart"), say("Table")], key=f"{name}-twins")
        with drawn:
            draw()
        with listed:
            st.dataframe(table, hide_index=True, placeholder=say("unknown"), key=f"{name}-table")
            show_printed_table(table)
        _show_files(name, (files or {}) | {"csv": ("text/csv", partial(csv_bytes, table))})


def _show_files(name: str, files: dict[str, File]) -> None:
    with st.container(horizontal=True, gap="small", key=f"{name}-files"):
        for kind, (media_type, write) in files.items():
            st.download_button(
                kind.upper(),
                data=write,
                file_name=f"jilin-{name}.{kind}",
                mime=media_type,
                icon=":material/download:",
                on_click="ignore",
                type="tertiary",
                key=f"{name}-{kind}",
            )
