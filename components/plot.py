"""Charts: worked out once, drawn with their text alternative, to be had as files and as a table.

Altair checks a chart each time it turns it into Vega-Lite; the text can be kept.
"""

import json
from collections.abc import Callable
from functools import partial
from typing import Any

import altair as alt
import streamlit as st
from pandas import DataFrame

from components import state
from geo.csvout import csv_bytes
from geo.i18n import translator
from layers.style import FONT, PALETTES, Palette

File = tuple[str, Callable[[], str | bytes]]  # media type, what writes it
PIXELS = 3  # of a PNG for each of the page's


def to_vega_lite(chart: alt.Chart | alt.LayerChart) -> str:
    """Return a chart as Vega-Lite text, to keep and to draw again with `show_chart`.

    Names along an axis need neither ticks nor a line, and no chart has a frame.
    """
    plain = chart.configure_view(stroke=None).configure_axisDiscrete(ticks=False, domain=False)
    return str(plain.to_json(indent=None))


def show_chart(text: str, alt_text: str, name: str, table: DataFrame | None = None) -> None:
    """Draw a chart with its text alternative and its files; `name` is the files'.

    With a table that holds the same, the reader turns from one to the other at the chart's corner.
    """
    palette = PALETTES[state.find_theme()]
    say = translator(state.find_language())
    spec = dress_chart(text, palette)
    with st.container(key=f"figure-{name}"):
        if table is None:
            st.vega_lite_chart(spec=spec, alt=alt_text)
        else:
            drawn, listed = st.tabs([say("Chart"), say("Table")], key=f"{name}-twins")
            drawn.vega_lite_chart(spec=spec, alt=alt_text)
            listed.dataframe(table, hide_index=True, placeholder=say("unknown"))
        with st.container(horizontal=True, gap="small", key=f"{name}-files"):
            for kind, (media_type, write) in _list_files(text, palette, table).items():
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


def _list_files(text: str, palette: Palette, table: DataFrame | None) -> dict[str, File]:
    """Return by ending what a chart is offered as: media type, and what writes it."""
    files: dict[str, File] = {
        "svg": ("image/svg+xml", partial(render_svg, text, palette)),
        "png": ("image/png", partial(render_png, text, palette)),
    }
    return files if table is None else files | {"csv": ("text/csv", partial(csv_bytes, table))}


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
