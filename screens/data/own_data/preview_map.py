"""The rows on a small map at once: where they are, and where a shift of datum took them from."""

from dataclasses import replace
from typing import Any
from zlib import crc32

import numpy as np
import streamlit as st

from components import map_frame
from components.own_session import find_own_layer, to_map_selection
from components.state import State
from geo.crs import from_stored
from geo.intake.judging.hints import find_hint
from geo.intake.judging.row_judgement import judge_rows
from geo.intake.own_frame import make_own_layer
from geo.intake.own_layer import OwnLayer
from geo.intake.reading.file_limits import MEGABYTE
from geo.intake.reading.upload import Upload
from geo.siting.distances import measure_geodesics
from layers import style
from layers.atlas_layer import Focus, MapState
from layers.own_payload import offer_layer
from screens.data.own_data.own_file import OwnFile
from screens.data.own_data.row_verdicts import show_hint

HEIGHT = 360
SHIFTED = ("GCJ-02", "BD-09")
MOST_LINES = 200  # of the shift: more would be a grey field


def show_points_in_use(chosen: State, file: OwnFile) -> None:
    """Draw the rows in use; where their system is shifted, with lines from where they stood."""
    layer, system = find_own_layer(), file.interpretation.system
    if layer is None:
        return
    shift = _draw_shift(layer, system) if system in SHIFTED else None
    _show_map(chosen, file, layer, shift)
    if shift:
        told = chosen.say(
            "{system} → WGS 84: the points moved by about {n} m. A line leads from where the file "
            "has each."
        )
        st.caption(told.format(system=system, n=round(_measure_shift(shift))))


def show_points_as_written(chosen: State, file: OwnFile, upload: Upload) -> None:
    """Draw the points as the file has them while nobody has named their system; used nowhere."""
    if len(file.data) > MEGABYTE:
        return  # judging twice would keep the reader waiting
    if file.as_written is None:
        assumed = judge_rows(upload, replace(file.interpretation, system="WGS 84"))
        if assumed.rows.empty:
            return
        file.as_written = make_own_layer(assumed)
        file.first_hint = find_hint(assumed)
    if file.first_hint and file.first_hint.system:
        show_hint(chosen, file.first_hint)
    _show_map(chosen, file, file.as_written, None)
    st.caption(chosen.say("As the file has them, read as WGS 84; not used until you say it."))


def _show_map(chosen: State, file: OwnFile, layer: OwnLayer, shift: dict[str, Any] | None) -> None:
    if layer not in file.previewed:
        file.previewed.append(layer)
    west, south, east, north = map(float, layer.frame.total_bounds)
    address = offer_layer(layer).url
    wish = MapState(
        lang=chosen.lang,
        theme=chosen.theme,
        layers={name: name == "parks" for name in (*style.point_layers(), "belts")},
        own=address,
        selected=to_map_selection(chosen.selected),
        focus=Focus.on((west, south, east, north), crc32(address.encode())),  # once a layer
        extra=shift,
    )
    map_frame.show_map(wish, "map-own", HEIGHT)


def _draw_shift(layer: OwnLayer, system: str) -> dict[str, Any] | None:
    """Return lines from where the file has the points to where they are, as GeoJSON; None of none.

    The map outlines areas, so each line is a ring that leads there and back.
    """
    rows = layer.frame[layer.frame.location_precision == "site"].head(MOST_LINES)
    if rows.empty:
        return None  # all stand at a county's seat
    points = rows[["lon", "lat"]].to_numpy()
    written = from_stored(points, system)
    rings = np.stack([written, points, written], axis=1).round(6)
    return {"type": "MultiPolygon", "coordinates": rings[:, np.newaxis].tolist()}


def _measure_shift(shift: dict[str, Any]) -> float:
    """Return the median length of the lines, metres."""
    starts, ends, _ = np.asarray(shift["coordinates"])[:, 0].transpose(1, 2, 0)
    return float(np.median(measure_geodesics(*starts, *ends)) * 1000)
