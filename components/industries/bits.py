"""Tables with their download, and the look that the charts share."""

from functools import partial
from typing import Literal

import altair as alt
import streamlit as st
from pandas import DataFrame

from components.state import State
from geo.csvout import csv_bytes
from layers.style import PALETTES, Palette


def table(
    chosen: State, frame: DataFrame, name: str, height: int | Literal["auto"] = "auto"
) -> None:
    """Draw a table and its download as CSV; `name` is also the file's."""
    st.dataframe(
        frame,
        hide_index=True,
        height=height,
        placeholder=chosen.say("unknown"),
        key=f"table-{name}",
    )
    download(chosen, frame, name)


def download(chosen: State, frame: DataFrame, name: str) -> None:
    """Draw the button that downloads a table as CSV."""
    st.download_button(
        chosen.say("Download this table (CSV)"),
        data=partial(csv_bytes, frame),
        file_name=f"jilin-{name}.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
        key=f"download-{name}",
        type="tertiary",
    )


def palette() -> Palette:
    """Return the colours of the reader's theme."""
    return PALETTES[st.context.theme.type or "light"]


def draw(chart: alt.Chart | alt.LayerChart, words: str) -> None:
    """Draw a chart with its text alternative; its own menu saves it as PNG."""
    st.altair_chart(chart.configure_view(stroke=None), alt=words)
