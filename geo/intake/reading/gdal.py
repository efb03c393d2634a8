"""GeoPackage and Shapefile, through GDAL, from memory: nothing touches the disk."""

from dataclasses import replace
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any
from zipfile import ZipFile

import numpy as np
import pandas as pd
import pyogrio
from geopandas import GeoSeries
from pandas import DataFrame

from geo.intake.reading.archives import unpack_archive
from geo.intake.reading.file_limits import Refused, require_columns, require_features
from geo.intake.reading.table_grid import make_unique_names, to_text
from geo.intake.reading.upload import Progress, ReadingOptions, Recognised, Upload

SQLITE = b"SQLite format 3\0"
PARTS = (".shp", ".shx", ".dbf", ".prj", ".cpg")
NEEDED = (".shp", ".shx", ".dbf")


def read_geopackage(name: str, data: bytes, options: ReadingOptions, progress: Progress) -> Upload:
    """Return the layer of a GeoPackage that is asked for, else its first with geometry."""
    if not data.startswith(SQLITE):
        raise Refused("damaged", format="GeoPackage", detail="SQLite ?")
    # Under a name that GDAL expects, else it warns of the file's ending.
    data = _pack_parts({".gpkg": data})
    layers = _list_layers(data)
    if options.part and options.part not in layers:
        raise Refused("layer", name=options.part, known=", ".join(layers))
    part = options.part or next(iter(layers), None)
    if part is None:
        raise Refused("no_layer", format="GeoPackage")
    progress(0.1)
    upload = _read_layer(name, "gpkg", data, {"layer": part})
    return replace(upload, recognised=Recognised(part=part), parts=tuple(layers))


def read_shapefile(name: str, data: bytes, options: ReadingOptions, progress: Progress) -> Upload:
    """Return the one Shapefile inside an archive."""
    files = unpack_archive(data)
    paths = [PurePosixPath(path) for path in files if path.lower().endswith(".shp")]
    if not paths:
        raise Refused("no_layer", format="Shapefile")
    if len(paths) > 1:
        raise Refused("several", known=", ".join(path.stem for path in paths)[:80])
    stem = str(paths[0].with_suffix("")).lower()
    parts = {
        suffix: content
        for path, content in files.items()
        for suffix in PARTS
        if path.lower() == stem + suffix
    }
    for suffix in NEEDED:
        if suffix not in parts:
            raise Refused("shapefile", name=suffix)
    progress(0.1)
    encoding = options.encoding or _find_table_encoding(parts)
    return _read_layer(name, "shp", _pack_parts(parts), {"encoding": encoding} if encoding else {})


def _list_layers(data: bytes) -> list[str]:
    try:
        layers = pyogrio.list_layers(BytesIO(data))
    except Exception as error:  # GDAL raises several kinds for a damaged file
        raise Refused("damaged", format="GeoPackage", detail=str(error)[:80]) from error
    return [str(layer) for layer, geometry in layers if geometry is not None]


def _pack_parts(parts: dict[str, bytes]) -> bytes:
    """Return the parts under plain names, in an archive that GDAL reads from memory."""
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for suffix, content in parts.items():
            archive.writestr(f"layer{suffix}", content)
    return packed.getvalue()


def _find_table_encoding(parts: dict[str, bytes]) -> str | None:
    """Return the encoding of a table that does not name its own: UTF-8, else GB 18030."""
    if ".cpg" in parts:
        return None
    try:
        parts[".dbf"].decode("utf-8")
    except UnicodeDecodeError:
        return "GB18030"
    return "UTF-8"


def _read_layer(name: str, kind: str, data: bytes, options: dict[str, Any]) -> Upload:
    """Return a layer that GDAL reads, every attribute as text."""
    title = {"gpkg": "GeoPackage", "shp": "Shapefile"}[kind]
    try:
        about = pyogrio.read_info(BytesIO(data), force_feature_count=True, **options)
        require_columns(len(about["fields"]))
        require_features(int(about["features"]))
        frame = pyogrio.read_dataframe(
            BytesIO(data), fid_as_index=kind == "gpkg", on_invalid="ignore", **options
        )
    except Refused:
        raise
    except Exception as error:  # as above
        raise Refused("damaged", format=title, detail=str(error)[:80]) from error
    attributes = pd.DataFrame(frame.drop(columns="geometry", errors="ignore"))
    cells = {column: [to_text(value) for value in attributes[column]] for column in attributes}
    lines = frame.index.to_numpy() if kind == "gpkg" else np.arange(1, len(frame) + 1)
    table = DataFrame(cells, dtype=object, index=pd.RangeIndex(len(frame)))
    code = frame.crs.to_epsg(20) if getattr(frame, "crs", None) else None
    return Upload(
        name=name,
        format=kind,
        cells=table.set_axis(make_unique_names(attributes.columns), axis=1),
        lines=lines.astype(np.int64),
        shapes=GeoSeries(frame.geometry.to_numpy()),
        crs=f"EPSG:{code}" if code else None,
    )
