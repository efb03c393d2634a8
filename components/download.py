"""The download of what is shown, written on the click and never before."""

from functools import partial

import streamlit as st

from components.state import State
from geo import export
from geo.belts import GEOMETRIES
from geo.filters import Filter
from geo.select import LAYERS


def show(chosen: State) -> None:
    """Draw the choice of layer and the download button."""
    say = chosen.say
    layer = st.selectbox(
        say("Layer to download"),
        LAYERS,
        format_func=lambda one: say(f"layer.{one}"),
        key="download-layer",
    )
    geometry = "territory"
    if layer in {"belts", "specialities"}:
        geometry = st.selectbox(
            say("Shape of belts"),
            GEOMETRIES,
            format_func=lambda one: say(f"layer.{one}"),
            key="download-geometry",
        )
    st.download_button(
        say("Download GeoJSON"),
        data=partial(_made, layer, chosen.filter, geometry, chosen.lang),
        file_name=export.file_name(layer, chosen.filter),
        mime=export.MEDIA_TYPE,
        icon=":material/download:",
        on_click="ignore",
        key="download",
        width="stretch",
    )
    st.caption(say("RFC 7946, WGS 84, what the filter shows, with licence and sources."))


def _made(layer: str, asked: Filter, geometry: str, lang: str) -> str:
    return export.dumps(export.geojson(layer, asked, geometry=geometry, lang=lang))
