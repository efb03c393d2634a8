"""The data by its address: for QGIS, notebooks and other programs."""

from urllib.parse import urlsplit

import streamlit as st

from components import filters
from components.own_session import list_parks
from geo.export.address import items_address
from geo.layers import list_exported
from layers.markup import render_template
from screens.data import parameters
from screens.data.parameters import Choices


def show_live_addresses(chosen: Choices) -> None:
    """Draw the address of the API, of each layer under the filter, and how to use them."""
    say = chosen.say
    base = f"{_server()}/api"
    with st.sidebar:
        filters.show_filters(chosen, list_parks())
    st.markdown(say("Filter: **{sentence}**").format(sentence=chosen.filter.describe(chosen.lang)))
    parameters.show_shapes(chosen)
    rows = [
        {
            "name": say(f"layer.{layer}"),
            "url": items_address(base, layer, chosen.filter, chosen.shape),
            "key": layer,
        }
        for layer in list_exported()
    ]
    example = items_address(base, "parks", chosen.filter)
    st.html(
        render_template("screens/data/data_links.html", chosen.lang, base=base, rows=rows),
        unsafe_allow_javascript=True,
    )
    st.markdown(say("In Python:"))
    st.code(f'import geopandas as gpd\n\nparks = gpd.read_file("{example}")', language="python")


def _server() -> str:
    """Return the address of this server as the reader's browser knows it."""
    parts = urlsplit(str(st.context.url or ""))
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
