"""What pictures for print lie on: the atlas's layers as SVG paths and points, in kilometres.

Drawn in the measuring projection, north up.
"""

from collections.abc import Iterable
from functools import cache
from os import environ
from typing import Any

import shapely
from geopandas import GeoSeries

from geo import store
from geo.crs import STORED, to_metric
from geo.i18n import Language
from geo.names import get_text

TOLERANCE_KM = 0.6
Box = tuple[float, float, float, float]  # x and y of the upper left corner, width, height; km


@cache
def project_layer(layer: str) -> GeoSeries:
    """Return the shapes of a layer by id, in kilometres of the drawing: y downwards."""
    frame = store.load_layer(layer).set_index("id")
    return project_shapes(frame.geometry)


def project_shapes(shapes: GeoSeries) -> GeoSeries:
    """Return shapes, whatever their CRS, in kilometres of the drawing: y downwards."""
    return to_metric(shapes).scale(1e-3, -1e-3, origin=(0, 0))


@cache
def write_outlines(layer: str) -> str:
    """Return all rings of a layer as one SVG path, simplified for display."""
    return write_path(project_layer(layer))


@cache
def write_rivers() -> str:
    """Return the lines of rivers as one SVG path."""
    shapes = shapely.get_parts(project_layer("waters").to_numpy())
    lines = [shape for shape in shapes if isinstance(shape, shapely.LineString)]
    return "".join(_write_line(line) for line in shapely.simplify(lines, TOLERANCE_KM))


def _write_line(line: shapely.LineString) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in shapely.get_coordinates(line))


def write_path(shapes: GeoSeries) -> str:
    """Return all rings of projected shapes as one SVG path, simplified for display."""
    simple = shapely.simplify(shapes.to_numpy(), TOLERANCE_KM)
    rings = [ring for shape in simple for ring in _rings(shape)]
    return "".join(
        "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in shapely.get_coordinates(ring)[:-1]) + "Z"
        for ring in rings
    )


def _rings(shape: Any) -> Iterable[Any]:
    for part in shapely.get_parts(shape):
        if isinstance(part, shapely.Polygon):
            yield part.exterior
            yield from part.interiors


@cache
def list_axes() -> tuple[tuple[str, str], ...]:
    """Return the belts with their axes as SVG paths."""
    belts = store.load_layer("belts")
    axes = belts[belts.geometry_kind == "axis"].set_index("id").geometry
    lines = project_shapes(axes)
    return tuple((str(belt), _write_line(line)) for belt, line in lines.items())


@cache
def place_points(layer: str) -> dict[str, tuple[float, float]]:
    """Return where the points of a layer lie on a drawing, by id."""
    frame = store.load_layer(layer).set_index("id")
    return {key: (point.x, point.y) for key, point in project_shapes(frame.geometry).items()}


def project_point(lon: float, lat: float) -> tuple[float, float]:
    """Return where a point of EPSG:4326 lies on a drawing."""
    point = project_shapes(GeoSeries([shapely.Point(lon, lat)], crs=STORED)).iloc[0]
    return point.x, point.y


def list_names(layer: str, lang: Language) -> list[dict[str, Any]]:
    """Return the names of areas, each with a point inside: text, x, y."""
    frame = store.load_layer(layer).set_index("id")
    shapes = project_layer(layer)
    return [
        {
            "text": get_text(row, "name", lang),
            "x": round(shapes[row.Index].representative_point().x, 1),
            "y": round(shapes[row.Index].representative_point().y, 1),
        }
        for row in frame.itertuples()
    ]


def choose_bar(width: float) -> int:
    """Return the length of the scale bar: a round number near a sixth of the width, km."""
    return max(km for km in (5, 10, 20, 50, 100, 200) if km <= width / 5 or km == 5)


def is_inside(box: Box, x: float, y: float) -> bool:
    """Return whether a point lies inside a box."""
    return box[0] < x < box[0] + box[2] and box[1] < y < box[1] + box[3]


def find_review_number() -> str:
    """Return the map review number that the operator gave, or nothing."""
    return environ.get("ATLAS_REVIEW_NUMBER", "").strip()
