"""GeoJSON, feature by feature: one that is damaged costs no other."""

import json
from typing import Any

import numpy as np
from geopandas import GeoSeries
from pandas import DataFrame
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geo.intake.reading.encoding import decode_text
from geo.intake.reading.file_limits import Refused, require_columns, require_features
from geo.intake.reading.table_grid import make_unique_names, to_text
from geo.intake.reading.upload import STEP, Fault, Progress, ReadingOptions, Recognised, Upload

STANDARD = "EPSG:4326"


def read_geojson(name: str, data: bytes, options: ReadingOptions, progress: Progress) -> Upload:
    """Return the features of a collection, or a single feature or geometry.

    Raises Refused when it is no GeoJSON, or has too many features or properties.
    """
    text, encoding = decode_text(data, options.encoding)
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused("damaged", format="GeoJSON", detail=str(error)[:80]) from error
    features = _list_features(content)
    require_features(len(features))
    shapes, records, faults = [], [], []
    for row, feature in enumerate(features):
        members = feature if isinstance(feature, dict) else {}
        geometry, fault = _read_geometry(members.get("geometry"), row)
        faults += [fault] if fault else []
        shapes.append(geometry)
        records.append(_read_properties(members, feature))
        if row % STEP == 0:
            progress(row / len(features))
    return Upload(
        name=name,
        format="geojson",
        cells=tabulate_records(records),
        lines=np.arange(1, len(features) + 1),
        shapes=GeoSeries(shapes),
        crs=_find_crs(content),
        recognised=Recognised(encoding=encoding),
        faults=tuple(faults),
    )


def tabulate_records(records: list[dict[str, str]]) -> DataFrame:
    """Return records of text as a frame, columns in the order in which they first appear."""
    columns = list(dict.fromkeys(key for record in records for key in record))
    require_columns(len(columns))
    rows = [[record.get(key, "") for key in columns] for record in records]
    return DataFrame(rows, columns=make_unique_names(columns), dtype=object)


def _list_features(content: Any) -> list[Any]:
    kind = content.get("type") if isinstance(content, dict) else None
    if kind == "FeatureCollection" and isinstance(content.get("features"), list):
        return list(content["features"])
    if kind == "Feature":
        return [content]
    if kind and "coordinates" in content:
        return [{"geometry": content, "properties": {}}]
    raise Refused("damaged", format="GeoJSON", detail="FeatureCollection ?")


def _read_geometry(geometry: Any, row: int) -> tuple[BaseGeometry | None, Fault | None]:
    if geometry is None:
        return None, None
    try:
        return shape(geometry), None
    except Exception as error:  # Shapely raises many kinds for a damaged geometry
        return None, Fault(row, "geometry", str(error)[:60])


def _read_properties(members: dict[str, Any], feature: Any) -> dict[str, str]:
    properties = members.get("properties")
    if isinstance(properties, dict):
        record = {str(key): _to_cell(value) for key, value in properties.items()}
    else:
        record = {} if members else {"?": _to_cell(feature)}
    if "id" in members and "id" not in record:
        record = {"id": _to_cell(members["id"])} | record
    return record


def _to_cell(value: Any) -> str:
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    return to_text(value)


def _find_crs(content: dict[str, Any]) -> str:
    """Return the CRS of the old `crs` member, which some programs still write, else WGS 84."""
    try:
        code = str(content["crs"]["properties"]["name"]).rsplit(":", 1)[-1]
    except (KeyError, TypeError):
        return STANDARD
    return f"EPSG:{code}" if code.isdigit() else STANDARD
