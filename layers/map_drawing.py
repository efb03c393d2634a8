"""What a drawing of the map holds, from the same state as the map itself; places in kilometres."""

from __future__ import annotations

from typing import Any, Final

import shapely
from geopandas import GeoSeries

from geo import store
from geo.crs import STORED
from geo.filters import list_options
from geo.intake.own_layer import OwnLayer
from geo.layers import OWN
from layers import style
from layers.atlas_layer import MapState
from layers.corridor import corridor_outline
from layers.drawn_points import PlacedSign, place_signs
from layers.map_ground import (
    Box,
    choose_bar,
    find_review_number,
    is_inside,
    list_axes,
    list_names,
    project_layer,
    project_shapes,
    write_outlines,
    write_path,
    write_rivers,
)
from layers.text_lines import measure_text

MARGIN_KM: Final = 14
CLOSEST_KM: Final = 150  # width of a fitted map at least
HIGH: Final = 0.66  # of a map by its width at least
WORD: Final = 14  # size of the letters of a name
PALETTE: Final = style.PALETTES["light"]


def draw_map(state: MapState, own: OwnLayer | None, width: float) -> dict[str, Any]:
    """Return what the template draws of a map so many pixels wide; all places in kilometres."""
    box = _fit_box(state)
    unit = box[2] / width
    signs = place_signs(state, own, box, unit)
    claims = state.claims
    return {
        "box": box,
        "unit": unit,
        "width": width,
        "height": width * box[3] / box[2],
        "land": write_outlines("land"),
        "province": write_outlines("province"),
        "rivers": write_rivers(),
        "lakes": write_outlines("waters"),
        "prefectures": write_outlines("prefectures"),
        "counties": write_outlines("counties"),
        "claimed": _write_some("counties", claims.get("counties", {})),
        "selected": _write_selected(state),
        "corridors": _list_corridors(state),
        "belts": list_belts(state),
        "names": _list_names(state, box, signs, unit),
        "signs": signs,
        "bar": choose_bar(box[2]),
        "review": find_review_number(),
    }


def _fit_box(state: MapState) -> Box:
    """Return what a drawing shows: what the map was asked to fly to, else its results, else all."""
    west, north, east, south = (float(edge) for edge in _find_shapes(state).total_bounds)
    width = max(east - west + 2 * MARGIN_KM, CLOSEST_KM)
    height = south - north + 2 * MARGIN_KM
    width, height = max(width, height), max(height, width * HIGH)
    return ((west + east - width) / 2, (north + south - height) / 2, width, height)


def _find_shapes(state: MapState) -> GeoSeries:
    if state.focus is not None and len(state.focus.to) == 4:
        return project_shapes(GeoSeries([shapely.box(*state.focus.to)], crs=STORED))
    leaders = [key for layer, key in state.pins if layer != OWN]
    return project_layer("parks")[leaders] if leaders else project_layer("province")


def _write_some(layer: str, ids: Any) -> str:
    shapes = project_layer(layer)
    return write_path(shapes[shapes.index.isin(list(ids))])


def _write_selected(state: MapState) -> str:
    layer, key = state.selected or ("", "")
    return _write_some(layer, [key]) if layer in {"prefectures", "counties"} else ""


def _list_shown_belts(state: MapState) -> list[str]:
    belts, rows = list_options("belt"), state.shown.get("belts")
    return list(belts) if rows is None else [belts[row] for row in rows]


def list_belts(state: MapState) -> list[dict[str, Any]]:
    """Return the axes shown with colour, dash in pixels and whether they claim what is asked."""
    claiming, order = state.claims.get("belts"), list_options("belt")
    shown = _list_shown_belts(state) if state.layers.get("axis", True) else []
    return [
        {
            "id": belt,
            "path": path,
            "colour": PALETTE.belts[order.index(belt)],
            "dash": style.BELT_STYLES[order.index(belt)].dash,
            "faint": claiming is not None and belt not in claiming,
        }
        for belt, path in list_axes()
        if belt in shown
    ]


def _list_corridors(state: MapState) -> list[dict[str, Any]]:
    """Return the corridors of the width asked for, and the usual ones of belts that are chosen."""
    features = list((state.extra or {}).get("features", []))
    if state.reach is not None:
        features.append(corridor_outline(state.reach.belt, state.reach.km))
    shapes = {
        feature["properties"]["belt"]: shapely.geometry.shape(feature["geometry"])
        for feature in features
    }
    belts = store.load_layer("belts")
    usual = belts[belts.geometry_kind == "corridor"].set_index("id").geometry
    shapes = {belt: usual[belt] for belt in _list_chosen_belts(state)} | shapes
    order = list_options("belt")
    return [
        {
            "path": write_path(project_shapes(GeoSeries([shape], crs=STORED))),
            "colour": PALETTE.belts[order.index(belt)],
        }
        for belt, shape in shapes.items()
    ]


def _list_chosen_belts(state: MapState) -> list[str]:
    """Return the belts whose usual corridor the map draws: what `layers/js/belts.js` draws."""
    if not state.layers.get("corridor", style.LAYERS["corridor"].on):
        return []
    shown, claiming = _list_shown_belts(state), state.claims.get("belts")
    if len(shown) == len(list_options("belt")):
        shown = [belt for belt in shown if state.selected == ("belts", belt)]
    return [
        belt
        for belt in shown
        if claiming is None or belt in claiming or state.selected == ("belts", belt)
    ]


def _list_names(
    state: MapState, box: Box, signs: list[PlacedSign], unit: float
) -> list[dict[str, Any]]:
    """Return the names of prefectures inside the box, with the years of the documents claiming."""
    claims = state.claims.get("prefectures", {})
    ids = project_layer("prefectures").index
    names = [
        name | {"claim": claims.get(key, "")}
        for key, name in zip(ids, list_names("prefectures", state.lang), strict=True)
        if is_inside(box, name["x"], name["y"])
    ]
    return [name | {"y": _find_room(name, signs, unit)} for name in names]


def _find_room(name: dict[str, Any], signs: list[PlacedSign], unit: float) -> float:
    """Return how far down a name stands: where fewest signs lie under it, as near as can be."""
    half = measure_text(name["text"], WORD) / 2 * unit
    steps = sorted(range(-4, 5), key=abs)

    def count_covered(step: int) -> int:
        y = name["y"] + step * 12 * unit
        return sum(
            abs(sign.x - name["x"]) < half + 6 * unit and abs(sign.y - y + 5 * unit) < 12 * unit
            for sign in signs
        )

    return float(name["y"] + min(steps, key=count_covered) * 12 * unit)
