"""The download of what is shown, in any format."""

from functools import partial

import streamlit as st

from components.own_session import find_own_layer
from components.state import State
from geo.belts.belt_shapes import GEOMETRIES
from geo.export.formats import FORMATS
from geo.export.order import Order
from geo.filters import Filter
from geo.i18n import Translate
from geo.intake.own_export import NAME, export_own_layer, name_own_file
from geo.layers import LAYERS, list_exported
from geo.select import select_rows


def show_download(chosen: State) -> None:
    """Draw the choice of layer and format and the download button."""
    say = chosen.say
    layer = st.selectbox(
        say("Layer to download"),
        list_exported() if find_own_layer() is None else [*list_exported(), NAME],
        format_func=lambda layer: say(f"layer.{layer}"),
        key="download-layer",
    )
    geometry = (
        show_shape_choice(say, "download-geometry")
        if layer in LAYERS and LAYERS[layer].is_shaped
        else "territory"
    )
    kind = st.selectbox(
        say("Format"),
        list(FORMATS),
        format_func=lambda name: FORMATS[name].title,
        key="download-format",
        help=say("download.formats.help"),
    )
    if layer == NAME:
        _own(chosen, kind)
        return
    zipped = st.toggle(
        say("Zip with sources"),
        key="download-zip",
        help=say("With data package, list of sources, filter, data version and checksums."),
    )
    order = Order(layer, chosen.filter, kind, zipped, geometry, chosen.lang)
    show_download_button(say, order, "download")
    st.caption(say("WGS 84, what the filter shows, with licence and sources."))


def _own(chosen: State, kind: str) -> None:
    """Draw the download of the reader's own layer; it passes through no cache of the server."""
    layer = find_own_layer()
    if layer is None:
        return
    st.download_button(
        chosen.say("Download {format}").format(format=FORMATS[kind].title),
        data=partial(export_own_layer, layer, chosen.filter, kind, chosen.lang),
        file_name=name_own_file(kind),
        mime=FORMATS[kind].media_type,
        icon=":material/download:",
        on_click="ignore",
        key="download-own",
        width="stretch",
    )
    if len(layer.outlines):
        st.caption(
            chosen.say(
                "Every shape is kept; lon and lat are those of the point by which each is counted, "
                "which is all that Excel gets."
            )
        )


def show_shape_choice(say: Translate, key: str) -> str:
    """Draw the choice of the shape of belts and return it."""
    return st.selectbox(
        say("Shape of belts"), GEOMETRIES, format_func=lambda layer: say(f"layer.{layer}"), key=key
    )


def show_download_button(say: Translate, order: Order, key: str, *, full: bool = True) -> None:
    """Draw a download button that says how much it brings."""
    label = say("Download {format}") if full else "{format}"
    count = count_features(order.layer, order.filter, order.geometry)
    st.download_button(
        label.format(format=FORMATS[order.kind].title) + f" · {format_size(len(order.content()))}",
        data=order.content,
        file_name=order.file_name,
        mime=order.media_type,
        icon=":material/download:",
        on_click="ignore",
        key=key,
        width="stretch",
        disabled=not count,
        help=say("Features: {n}").format(n=count),
    )


def count_features(layer: str, chosen: Filter, geometry: str = "territory") -> int:
    """Return how many features a filter shows of a layer."""
    return len(select_rows(layer, chosen, geometry))


def format_size(length: int) -> str:
    """Return a file's length as a reader says it, in decimal units."""
    for unit, power in (("MB", 6), ("kB", 3)):
        if length >= 10**power:
            return f"{length / 10**power:.3g} {unit}"
    return f"{length} B"
