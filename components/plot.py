"""Charts that are worked out once: Altair checks a chart each time it turns it into Vega-Lite."""

import json

import altair as alt
import streamlit as st


def spec(chart: alt.LayerChart) -> str:
    """Return a chart as Vega-Lite text, to keep and to draw again with `show`."""
    return str(chart.to_json(indent=None))


def show(text: str, words: str) -> None:
    """Draw a chart with its text alternative; its toolbar saves it as PNG."""
    st.vega_lite_chart(spec=json.loads(text), alt=words)
