"""Frames → the one JSON file that the browser fetches, once per version of the data.

Shapes are simplified for display only and written as whole numbers, each the difference from the
vertex before (unit 1e-4 degree, about 10 m); points keep five decimals. Rows stay in the order of
their frame, so that a filter is one bit per row (see `layers.bits`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame
from numpy.typing import NDArray
from pandas import DataFrame
from shapely.geometry.base import BaseGeometry

from geo import store
from geo.belts.corridors import SPREAD_KM
from geo.geocoding import list_radii
from geo.tables import load_table
from layers import style
from layers.html import script_json
from layers.map_texts import map_texts

TOLERANCE = 0.002  # degrees, about 200 m
SHAPE_UNIT = 1e-4
POINT_DECIMALS = 5
AREAS = ("counties", "prefectures", "province")
GROUND = ("land", "waters")  # drawn, and nothing else
COLUMNS = ("kind", "level", "location_precision", "geocode_level", "status")
AREA_COLUMNS = ("county_adcode", "place")  # where a row is known to lie, the first that it has


def payload_name() -> str:
    """File name of the payload; it changes when the data changes, so it can be cached for ever."""
    return f"atlas-{store.data_version()}.json"


@cache
def atlas_payload() -> bytes:
    """Return the payload of the atlas's own layers, UTF-8 JSON."""
    names = (*AREAS, *GROUND, "belts", *style.point_layers())
    frames = {name: store.load_layer(name) for name in names}
    return build_payload(frames, load_table("industries"), store.data_version())


def build_payload(frames: Mapping[str, GeoDataFrame], industries: DataFrame, version: str) -> bytes:
    """Payload of any frames of the same shape.

    Parameters
    ----------
    frames
        EPSG:4326, by layer name. All have `id`; areas `name_zh`, `name_en`, and counties
        `parent`; belts one row per belt and `geometry_kind`; point layers those of
        `kind`, `level`, `location_precision`, `status` and `industries` that they know.
    industries
        `id`, `name_zh`, `name_en`: the names behind the ids in the frames' `industries`.
    version
        Carried along, so that the browser can say what it draws.
    """
    return script_json(
        {
            "version": version,
            "unit": SHAPE_UNIT,
            "style": style.as_dict(),
            "texts": {"zh": map_texts("zh"), "en": map_texts("en")},
            "industries": {
                row.id: [row.name_zh, row.name_en] for row in industries.itertuples(index=False)
            },
            "spread": {**SPREAD_KM, **list_radii()},
            "land": [encode_rings(shape) for shape in _simplified(frames["land"].geometry)],
            "waters": _waters(frames["waters"]),
            "areas": _areas(frames),
            "belts": _belts(frames["belts"]),
            "points": {name: encode_points(frames[name]) for name in style.point_layers()},
        }
    ).encode()


def _waters(waters: GeoDataFrame) -> dict[str, list[list[list[int]]]]:
    """Lines of rivers and rings of lakes."""
    return {
        kind: [encode_rings(shape) for shape in waters.geometry[waters.kind == kind]]
        for kind in ("river", "lake")
    }


def encode_rings(shape: BaseGeometry | None) -> list[list[int]]:
    """Rings or lines of a shape as ``[x, y, dx, dy, dx, dy, ...]`` in units of 1e-4 degree.

    The order of vertices is kept; fills use the even-odd rule, so winding does not matter.
    Holes are rings like any other. Parts that shrink to nothing are left out.
    """
    if shape is None or shape.is_empty:
        return []
    lines = []
    for part in shapely.get_parts(shape):
        if isinstance(part, shapely.Polygon):
            lines += [part.exterior, *part.interiors]
        elif isinstance(part, shapely.LineString):
            lines.append(part)
    return [ring for ring in encode_steps(np.array(lines, dtype=object), SHAPE_UNIT) if ring]


def encode_steps(lines: NDArray[np.object_], unit: float) -> list[list[int]]:
    """Return each line as `encode_rings` does, in units of `unit` degrees; empty if it shrinks."""
    places, line = shapely.get_coordinates(lines, return_index=True)
    vertices = np.rint(places / unit).astype(np.int64)
    first = np.diff(line, prepend=-1) != 0
    moves = np.where(first[:, None], vertices, np.diff(vertices, axis=0, prepend=0))
    moving = first | moves.any(axis=1)
    counts = np.bincount(line[moving], minlength=len(lines)).tolist()
    numbers = moves[moving].ravel().tolist()
    ends = np.cumsum(counts) * 2
    return [
        numbers[end - 2 * count : end] if count > 1 else []
        for end, count in zip(ends.tolist(), counts, strict=True)
    ]


def _simplified(shapes: gpd.GeoSeries) -> Iterable[BaseGeometry]:
    return shapely.simplify(shapes.to_numpy(), TOLERANCE)


def _areas(frames: Mapping[str, GeoDataFrame]) -> dict[str, list[dict[str, Any]]]:
    counties = frames["counties"]
    # Coarser units are unions of the simplified counties: shared edges stay shared.
    shapes = gpd.GeoSeries(
        shapely.coverage_simplify(counties.geometry.to_numpy(), TOLERANCE), crs=counties.crs
    )
    unions = {
        parent: shapely.coverage_union_all(part.to_numpy())
        for parent, part in shapes.groupby(counties.parent.to_numpy())
    }
    prefectures = [
        unions.get(row.id, row.geometry) for row in frames["prefectures"].itertuples(index=False)
    ]
    province = [shapely.coverage_union_all(shapes.to_numpy())]
    outlines = dict(zip(AREAS, (shapes, prefectures, province), strict=True))
    return {name: _records(frames[name], outlines[name]) for name in AREAS}


def _records(frame: GeoDataFrame, shapes: Iterable[BaseGeometry]) -> list[dict[str, Any]]:
    return [
        {
            "id": row.id,
            "zh": row.name_zh,
            "en": row.name_en,
            "parent": str(getattr(row, "parent", "") or ""),
            "at": _inside(shape),
            "rings": encode_rings(shape),
        }
        for row, shape in zip(frame.itertuples(index=False), shapes, strict=True)
    ]


def _inside(shape: BaseGeometry) -> list[float]:
    """Where a label goes: the centre of the largest circle that fits into the shape."""
    (radius,) = shapely.maximum_inscribed_circle([shape], tolerance=0.02)
    centre = shapely.get_point(radius, 0)
    return [round(centre.x, 3), round(centre.y, 3)]


def _belts(frame: GeoDataFrame) -> list[dict[str, Any]]:
    belts: dict[str, dict[str, Any]] = {}
    for row in frame.itertuples(index=False):
        record = belts.setdefault(
            row.id,
            {
                "id": row.id,
                "zh": row.name_zh,
                "en": row.name_en,
                "short": {"zh": row.short_zh, "en": row.short_en},
            },
        )
        # Members of a belt share edges with nobody here, so plain simplification will do; the
        # axis bends only at its stops and stays as it is.
        shape = row.geometry
        if row.geometry_kind != "axis":
            shape = shapely.simplify(shape, TOLERANCE)
        record[row.geometry_kind] = encode_rings(shape)
    return list(belts.values())


def encode_points(frame: GeoDataFrame) -> dict[str, Any]:
    """Columns of a point layer, one list each; repeated words as indices into their own list."""
    points = frame.geometry
    has_place = (points.notna() & ~points.is_empty).to_numpy()
    numbers = np.round(shapely.get_coordinates(points[has_place].to_numpy()), POINT_DECIMALS)
    positions: list[list[float] | None] = [None] * len(frame)
    for row, position in zip(np.flatnonzero(has_place), numbers.tolist(), strict=True):
        positions[row] = position
    record: dict[str, Any] = {
        "id": frame["id"].astype(str).tolist(),
        "zh": frame["name_zh"].tolist(),
        "en": frame["name_en"].tolist(),
        "at": positions,
    }
    for column in COLUMNS:
        if column in frame:
            record[column] = _coded(frame[column])
    for column in AREA_COLUMNS:
        if column in frame and "area" not in record:
            record["area"] = _coded(frame[column])
    if "industries" in frame:
        record["industries"] = [_ids(value) for value in frame["industries"]]
    return record


def _coded(values: pd.Series) -> dict[str, list[Any]]:
    codes, cell_words = pd.factorize(values)  # unknown cells get -1
    return {"words": [str(word) for word in cell_words], "rows": codes.tolist()}


def _ids(value: object) -> Sequence[str]:
    if isinstance(value, tuple):
        return value
    if isinstance(value, str):
        return [part for part in value.split(";") if part]
    return list(value) if isinstance(value, Iterable) else []
