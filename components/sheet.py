"""A table on the page with its download."""

from functools import partial

import streamlit as st
from pandas import DataFrame

from components.printed_table import show_printed_table
from geo.csvout import csv_bytes
from geo.i18n import Translate


def show_table(say: Translate, frame: DataFrame, name: str, *, height: int | None = None) -> None:
    """Draw a table and its CSV download; `name` is the file's name and the widget's key."""
    st.dataframe(
        frame, hide_index=True, placeholder=say("unknown"), height=height or "auto", key=name
    )
    show_printed_table(frame)
    show_table_download(say, frame, name)


def show_table_download(say: Translate, frame: DataFrame, name: str) -> None:
    """Draw the CSV download of a table."""
    st.download_button(
        say("Download CSV"),
        data=partial(csv_bytes, frame),
        file_name=f"{name}.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
        key=f"{name}-csv",
    )
