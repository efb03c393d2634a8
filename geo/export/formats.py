"""An extract in each format: bytes that the format's own tools read."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pyarrow.parquet as pq
import pyogrio
from geopandas import GeoDataFrame

from geo.export import spreadsheets
from geo.export.extract import Extract, require_offered
from geo.export.feature_collection import MEDIA_TYPE, build_collection, dump_json, tidy_geometry
from geo.export.spreadsheets import flatten_frame

#: 1.4 is newer than the QGIS of many readers, who would be warned.
GEOPACKAGE = {"VERSION": "1.3"}


@dataclass(frozen=True)
class Format:
    """A way to write an extract; `title` is its name, the same in every language."""

    title: str
    suffix: str
    media_type: str
    write: Callable[[Extract], bytes]


def _geojson(extract: Extract) -> bytes:
    return dump_json(build_collection(extract)).encode()


def _gdal(frame: GeoDataFrame, driver: str, name: str, **options: Any) -> bytes:
    buffer = BytesIO()
    pyogrio.write_dataframe(frame, buffer, driver=driver, layer=name, **options)
    return buffer.getvalue()


def _geopackage(extract: Extract) -> bytes:
    notes = extract.notes()
    return _gdal(
        flatten_frame(extract.frame),
        "GPKG",
        extract.name,
        dataset_metadata=notes,
        layer_metadata=notes,
    )


def _flatgeobuf(extract: Extract) -> bytes:
    frame = flatten_frame(extract.frame)
    # The spatial index has no room for a feature without a place; and a feature is not dropped.
    index = "NO" if frame.geometry.isna().any() else "YES"
    about = {"TITLE": extract.title, "DESCRIPTION": json.dumps(extract.notes(), ensure_ascii=False)}
    return _gdal(frame, "FlatGeobuf", extract.name, layer_options={"SPATIAL_INDEX": index, **about})


def _kml(extract: Extract) -> bytes:
    frame = flatten_frame(extract.frame)
    frame["Name"] = label_rows(frame)
    notes = "\n".join(f"{name}: {text}" for name, text in extract.notes().items())
    about = {"NAME": extract.title, "DESCRIPTION": notes}
    return _gdal(frame, "LIBKML", extract.name, dataset_options=about)


def label_rows(frame: GeoDataFrame) -> list[str]:
    """Return what a map may write beside each row: its names, or the words of its fact."""
    pairs = (("name_zh", "name_en"), ("place_phrase", "phrase"), ("name",))
    columns = next((pair for pair in pairs if set(pair) <= set(frame.columns)), ("id",))
    return [" ".join(dict.fromkeys(map(str, row))) for row in frame[list(columns)].to_numpy()]


def _geoparquet(extract: Extract) -> bytes:
    frame, buffer, annotated = tidy_geometry(extract.frame), BytesIO(), BytesIO()
    frame.to_parquet(buffer, index=False, write_covering_bbox=True, schema_version="1.1.0")
    table = pq.read_table(buffer)
    about = json.dumps(extract.notes(), ensure_ascii=False)
    metadata = table.schema.metadata | {b"atlas": about.encode()}
    pq.write_table(table.replace_schema_metadata(metadata), annotated, compression="zstd")
    return annotated.getvalue()


FORMATS: dict[str, Format] = {
    "geojson": Format("GeoJSON", ".geojson", MEDIA_TYPE, _geojson),
    "gpkg": Format("GeoPackage", ".gpkg", "application/geopackage+sqlite3", _geopackage),
    "parquet": Format("GeoParquet", ".parquet", "application/vnd.apache.parquet", _geoparquet),
    "fgb": Format("FlatGeobuf", ".fgb", "application/flatgeobuf", _flatgeobuf),
    "kml": Format("KML", ".kml", "application/vnd.google-earth.kml+xml", _kml),
    "csv": Format("CSV", ".csv", "text/csv", spreadsheets.to_csv),
    "xlsx": Format(
        "Excel",
        ".xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        spreadsheets.to_xlsx,
    ),
}


def encode_extract(extract: Extract, kind: str) -> bytes:
    """Return an extract in a format, a key of `FORMATS`: the bytes of a file.

    Degrees of EPSG:4326 in each of them. Raises UnknownId for a format that is not offered.

    >>> from geo.export.extract import make_extract
    >>> from geo.filters import Filter
    >>> encode_extract(make_extract("parks", Filter()), "gpkg")[:15]
    b'SQLite format 3'
    """
    require_offered("format", kind, tuple(FORMATS))
    return FORMATS[kind].write(extract)
