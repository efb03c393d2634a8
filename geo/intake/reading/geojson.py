"""GeoJSON, feature by feature: one that is damaged costs no other."""

import json
from typing import Any

import numpy as np
from geopandas import GeoSeries
from pandas import DataFrame
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geo.intake.reading.encoding import decode
from geo.intake.reading.file_limits import Refused, require_columns, require_features
from geo.intake.reading.upload import STEP, Fault, Progress, Upload, Wish, headings, text

STANDARD = "EPSG:4326"


def read(name: str, data: bytes, wish: Wish, progress: Progress) -> Upload:
    """Return the features of a collection, or a single feature or geometry.

    Raises Refused when it is no GeoJSON, or has too many features or properties.
    """
    words, encoding = decode(data, wish.encoding)
    try:
        content = json.loads(words)
    except (ValueError, RecursionError) as error:
        raise Refused("damaged", format="GeoJSON", detail=str(error)[:80]) from error
    features = _features(content)
    require_features(len(features))
    shapes, records, faults = [], [], []
    for row, feature in enumerate(features):
        known = feature if isinstance(feature, dict) else {}
        geometry, fault = _geometry(known.get("geometry"), row)
        faults += [fault] if fault else []
        shapes.append(geometry)
        records.append(_properties(known, feature))
        if row % STEP == 0:
            progress(row / len(features))
    return Upload(
        name=name,
        format="geojson",
        cells=table(records),
        lines=np.arange(1, len(features) + 1),
        shapes=GeoSeries(shapes),
        crs=_crs(content),
        found={"encoding": encoding},
        faults=tuple(faults),
    )


def table(records: list[dict[str, str]]) -> DataFrame:
    """Return records of text as a frame, columns in the order in which they first appear."""
    columns = list(dict.fromkeys(key for record in records for key in record))
    require_columns(len(columns))
    rows = [[record.get(key, "") for key in columns] for record in records]
    return DataFrame(rows, columns=headings(columns), dtype=object)


def _features(content: Any) -> list[Any]:
    kind = content.get("type") if isinstance(content, dict) else None
    if kind == "FeatureCollection" and isinstance(content.get("features"), list):
        return list(content["features"])
    if kind == "Feature":
        return [content]
    if kind and "coordinates" in content:
        return [{"geometry": content, "properties": {}}]
    raise Refused("damaged", format="GeoJSON", detail="FeatureCollection ?")


def _geometry(given: Any, row: int) -> tuple[BaseGeometry | None, Fault | None]:
    if given is None:
        return None, None
    try:
        return shape(given), None
    except Exception as error:  # Shapely raises many kinds for a damaged geometry
        return None, Fault(row, "geometry", str(error)[:60])


def _properties(known: dict[str, Any], feature: Any) -> dict[str, str]:
    properties = known.get("properties")
    if isinstance(properties, dict):
        found = {str(key): _text(value) for key, value in properties.items()}
    else:
        found = {} if known else {"?": _text(feature)}
    if "id" in known and "id" not in found:
        found = {"id": _text(known["id"])} | found
    return found


def _text(value: Any) -> str:
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    return text(value)


def _crs(content: dict[str, Any]) -> str:
    """Return the CRS of the old `crs` member, which some programs still write, else WGS 84."""
    try:
        code = str(content["crs"]["properties"]["name"]).rsplit(":", 1)[-1]
    except (KeyError, TypeError):
        return STANDARD
    return f"EPSG:{code}" if code.isdigit() else STANDARD
