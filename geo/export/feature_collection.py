"""An extract as RFC 7946 GeoJSON."""

import json
from typing import Any

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame, GeoSeries
from shapely.geometry.base import BaseGeometry

from geo.export.extract import Extract, make_extract
from geo.filters import Filter
from geo.i18n import Language

MEDIA_TYPE = "application/geo+json"
DECIMALS = 6


def tidy_geometry(frame: GeoDataFrame) -> GeoDataFrame:
    """Return a frame with coordinates of 6 decimals and counter-clockwise exteriors.

    Degrees are expected: 6 decimals are about 0.1 m.
    """
    shapes = frame.geometry.to_numpy()
    # Facts share the shape of their place: each shape is worked on once.
    _, first, place = np.unique(
        [id(shape) for shape in shapes], return_index=True, return_inverse=True
    )
    precise = shapely.set_precision(shapes[first], 10**-DECIMALS)
    tidied = shapely.orient_polygons(precise, exterior_cw=False)[place]
    return frame.set_geometry(
        GeoSeries(tidied, index=frame.index, crs=frame.crs, name=frame.geometry.name)
    )


def plain_value(value: Any) -> Any:
    """Return a cell as JSON knows it: missing as null, lists as arrays, dates as text.

    >>> plain_value((1.0, float("nan"), "a"))
    [1, None, 'a']
    """
    if isinstance(value, tuple | list):
        return [plain_value(part) for part in value]
    if value is None or (np.isscalar(value) and pd.isna(value)) or value is pd.NA:
        return None
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, str | int | float | bool) else str(value)


def build_features(frame: GeoDataFrame) -> list[dict[str, Any]]:
    """Return a frame's rows as GeoJSON features: counter-clockwise exteriors, 6 decimals.

    The frame is EPSG:4326 with a column `id`, which becomes the feature's id; every other column
    is a property.

    >>> from geo import store
    >>> feature = build_features(store.load_layer("hubs").head(1))[0]
    >>> feature["geometry"]["type"], "id" in feature["properties"]
    ('Point', False)
    """
    shapes = tidy_geometry(frame).geometry
    names = [name for name in frame.columns if name not in {"id", frame.geometry.name}]
    columns = [[plain_value(value) for value in frame[name].tolist()] for name in names]
    geometries = {id(shape): _geometry(shape) for shape in shapes}
    return [
        {
            "type": "Feature",
            "id": key,
            "properties": {name: column[row] for name, column in zip(names, columns, strict=True)},
            "geometry": geometries[id(shape)],
        }
        for row, (key, shape) in enumerate(zip(frame["id"], shapes, strict=True))
    ]


def _geometry(shape: BaseGeometry | None) -> dict[str, Any] | None:
    if shape is None or shape.is_empty:
        return None
    mapping = shapely.geometry.mapping(shape)
    return {"type": mapping["type"], "coordinates": _rounded(mapping["coordinates"])}


def _rounded(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return [_rounded(part) for part in value]
    return round(float(value), DECIMALS)


def build_geojson(
    layer: str, chosen: Filter, *, geometry: str = "territory", lang: Language = "en"
) -> dict[str, Any]:
    """Return what a filter shows of a layer as an RFC 7946 FeatureCollection.

    Raises UnknownId for a layer or geometry that is not offered.
    """
    return build_collection(make_extract(layer, chosen, geometry=geometry, lang=lang))


def build_collection(extract: Extract) -> dict[str, Any]:
    """Return an extract as a FeatureCollection.

    Foreign members: title, filter, license, sources, data_version. There is a `bbox` when at
    least one feature has a place.
    """
    bounds = [round(float(edge), DECIMALS) for edge in extract.frame.total_bounds]
    return {
        "type": "FeatureCollection",
        **({} if np.isnan(bounds).any() else {"bbox": bounds}),
        **extract.notes(),
        "sources": list(extract.sources),
        "features": build_features(extract.frame),
    }


def dump_json(collection: dict[str, Any]) -> str:
    """Return a collection as text, UTF-8 ready, Chinese as written."""
    return json.dumps(collection, ensure_ascii=False, allow_nan=False) + "\n"
