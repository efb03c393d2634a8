"""Charts: worked out once, drawn with their text alternative, downloadable as SVG.

Altair checks a chart each time it turns it into Vega-Lite; the text can be kept.
"""

import json
from functools import partial
from typing import Any

import altair as alt
import streamlit as st

from components import state
from geo.i18n import translator
from layers.style import FONT, PALETTES, Palette


def to_vega_lite(chart: alt.Chart | alt.LayerChart) -> str:
    """Return a chart as Vega-Lite text, to keep and to draw again with `show_chart`.

    Names along an axis need neither ticks nor a line, and no chart has a frame.
    """
    plain = chart.configure_view(stroke=None).configure_axisDiscrete(ticks=False, domain=False)
    return str(plain.to_json(indent=None))


def show_chart(text: str, alt_text: str, name: str) -> None:
    """Draw a chart with its text alternative and its download; `name` is the file's."""
    palette = PALETTES[state.find_theme()]
    st.vega_lite_chart(spec=dress_chart(text, palette), alt=alt_text)
    st.download_button(
        translator(state.find_language())("Download SVG"),
        data=partial(render_svg, text, palette),
        file_name=f"jilin-{name}.svg",
        mime="image/svg+xml",
        icon=":material/download:",
        on_click="ignore",
        type="tertiary",
        key=f"{name}-svg",
    )


def dress_chart(text: str, palette: Palette) -> dict[str, Any]:
    """Return a chart, given as Vega-Lite text, with axes and legends in the colours of a theme.

    Streamlit's own grey for them has too little contrast in the light theme.
    """
    chart: dict[str, Any] = json.loads(text)
    names = {"labelColor": palette.text_soft, "titleColor": palette.text_soft}
    lines = {"gridColor": palette.panel_line, "domainColor": palette.panel_line}
    chart["config"] |= {"axis": names | lines, "legend": names}
    return chart


def render_svg(text: str, palette: Palette) -> str:
    """Return a chart as SVG in the colours of the reader's theme; words stay words."""
    from vl_convert import vegalite_to_svg  # a hundred milliseconds to load, only for a click

    config = {"background": palette.panel, "font": FONT}
    return str(vegalite_to_svg(dress_chart(text, palette), config=config))
