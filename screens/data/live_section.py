"""The data by its address: for QGIS, notebooks and other programs."""

import streamlit as st

from geo.export.address import items_address
from geo.layers import list_exported
from layers.markup import render_template
from screens.data import parameters
from screens.data.filter_line import show_filter_line
from screens.data.parameters import Choices
from screens.data.server_address import find_server


def show_live_addresses(chosen: Choices) -> None:
    """Draw the address of the API, of each layer under the filter, and how to use them."""
    say = chosen.say
    base = f"{find_server()}/api"
    show_filter_line(chosen)
    parameters.show_shapes(chosen)
    rows = [
        {
            "name": say(f"layer.{layer}"),
            "url": items_address(base, layer, chosen.filter, chosen.shape),
        }
        for layer in list_exported()
    ]
    rows.append({"name": say("Tables without geometry"), "url": f"{base}/tables?f=html"})
    example = items_address(base, "parks", chosen.filter)
    st.html(
        render_template("screens/data/data_links.html", chosen.lang, base=base, rows=rows),
        unsafe_allow_javascript=True,
    )
    st.markdown(say("In Python:"))
    st.code(f'import geopandas as gpd\n\nparks = gpd.read_file("{example}")', language="python")
