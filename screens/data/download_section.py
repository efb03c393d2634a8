"""Every layer in every format, and the whole atlas."""

from functools import partial

import streamlit as st

from components import download
from geo.export import atlas
from geo.export.formats import FORMATS
from geo.layers import list_exported
from screens.data import parameters
from screens.data.filter_line import show_filter_line
from screens.data.parameters import Choices


def show_downloads(chosen: Choices) -> None:
    """Draw the filter, the choice of format, a line for each layer, and the whole atlas."""
    say = chosen.say
    show_filter_line(chosen)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        parameters.show_formats(chosen)
        parameters.show_shapes(chosen)
        parameters.show_zip(chosen)
    st.caption(say("download.formats.help"))
    for layer in list_exported():
        _layer(chosen, layer)
    _whole(chosen)


def _layer(chosen: Choices, layer: str) -> None:
    """Draw a line: what the layer is, how many there are of it, the button with its size."""
    say = chosen.say
    count = download.count_features(layer, chosen.filter, chosen.shape)
    with st.container(horizontal=True, vertical_alignment="center", key=f"data-line-{layer}"):
        label = say("{layer}: {n}").format(layer=say(f"layer.{layer}"), n=count)
        st.markdown(label, width="stretch", help=say(f"about.{layer}"))
        download.show_download_button(say, chosen.order(layer), f"data-{layer}", full=False)


def _whole(chosen: Choices) -> None:
    say, lang = chosen.say, chosen.lang
    st.subheader(say("The whole atlas"))
    st.caption(
        say(
            "All layers, unverified parks marked as such, and the tables they refer to, in one "
            "GeoPackage. The zip has a QGIS project beside it that draws and labels them as here."
        )
    )
    offers = {
        "GeoPackage": (atlas.write_geopackage, atlas.GEOPACKAGE, FORMATS["gpkg"].media_type),
        "QGIS (zip)": (atlas.bundle_atlas, f"{atlas.NAME}.zip", "application/zip"),
    }
    with st.container(horizontal=True, key="data-whole"):
        for title, (make_file, name, media_type) in offers.items():
            st.download_button(
                f"{title} · {download.format_size(len(make_file(lang)))}",
                data=partial(make_file, lang),
                file_name=name,
                mime=media_type,
                icon=":material/download:",
                on_click="ignore",
                key=f"data-{name}",
            )
