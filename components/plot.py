"""Charts: worked out once, drawn with their text alternative, to be had as files and as a table.

Altair checks a chart each time it turns it into Vega-Lite; the text can be kept.
"""

import json
from functools import partial
from typing import Any

import altair as alt
import streamlit as st
from pandas import DataFrame

from components import state
from components.figure import show_figure
from layers.style import FONT, PALETTES, Palette

PIXELS = 3  # of a PNG for each of the page's


def to_vega_lite(chart: alt.Chart | alt.LayerChart) -> str:
    """Return a chart as Vega-Lite text, to keep and to draw again with `show_chart`.

    Names along an axis need neither ticks nor a line, and no chart has a frame.
    """
    plain = chart.configure_view(stroke=None).configure_axisDiscrete(ticks=False, domain=False)
    return str(plain.to_json(indent=None))


def show_chart(text: str, alt_text: str, name: str, table: DataFrame) -> None:
    """Draw a chart with its text alternative, the table that holds the same, and their files.

    The reader turns from one to the other at the chart's corner; `name` is that of the files.
    """
    palette = PALETTES[state.find_theme()]
    show_figure(
        name,
        partial(st.vega_lite_chart, spec=dress_chart(text, palette), alt=alt_text),
        table,
        files={
            "svg": ("image/svg+xml", partial(render_svg, text, palette)),
            "png": ("image/png", partial(render_png, text, palette)),
        },
    )


def dress_chart(text: str, palette: Palette) -> dict[str, Any]:
    """Return a chart, given as Vega-Lite text, with axes and legends in the colours of a theme.

    Streamlit's own grey for them has too little contrast in the light theme.
    """
    chart: dict[str, Any] = json.loads(text)
    names = {"labelColor": palette.text_soft, "titleColor": palette.text_soft}
    lines = {"gridColor": palette.panel_line, "domainColor": palette.panel_line}
    chart["config"] |= {
        "axis": names | lines | {"labelFlush": False},
        "axisY": {"labelBaseline": "middle"},
        "legend": names,
    }
    return chart


def render_svg(text: str, palette: Palette) -> str:
    """Return a chart as SVG in the colours of the reader's theme; words stay words."""
    from vl_convert import vegalite_to_svg  # a hundred milliseconds to load, only for a click

    return str(vegalite_to_svg(dress_chart(text, palette), config=_dress_page(palette)))


def render_png(text: str, palette: Palette) -> bytes:
    """Return a chart as PNG in the colours of the reader's theme, sharp enough for print."""
    from vl_convert import vegalite_to_png

    chart = dress_chart(text, palette)
    return bytes(vegalite_to_png(chart, config=_dress_page(palette), scale=PIXELS))


def _dress_page(palette: Palette) -> dict[str, str]:
    return {"background": palette.panel, "font": FONT}
