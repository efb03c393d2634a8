"""KML and KMZ: placemarks with their folders; links, scripts and entities are never followed.

Read here and not by GDAL: with LIBKML one damaged placemark or one undeclared prefix costs the
whole file, and of the folders that a placemark lies in only the last is known.
"""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

import numpy as np
import shapely
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring
from geopandas import GeoSeries
from shapely.geometry.base import BaseGeometry

from geo.intake.reading.archives import require_plain_xml, unpack_archive
from geo.intake.reading.file_limits import Refused, require_features
from geo.intake.reading.geojson import STANDARD, tabulate_records
from geo.intake.reading.table_grid import to_text
from geo.intake.reading.upload import STEP, Fault, Progress, ReadingOptions, Upload

FOLDER = "folder"
MULTIPLE: dict[str, Any] = {
    "Point": shapely.MultiPoint,
    "LineString": shapely.MultiLineString,
    "Polygon": shapely.MultiPolygon,
}


def read_kmz(name: str, data: bytes, options: ReadingOptions, progress: Progress) -> Upload:
    """Return the placemarks of the one KML file inside a KMZ."""
    files = unpack_archive(data)
    contents = [content for path, content in files.items() if path.lower().endswith(".kml")]
    if not contents:
        raise Refused("no_layer", format="KML")
    return read_kml(name, contents[0], options, progress)


def read_kml(name: str, data: bytes, options: ReadingOptions, progress: Progress) -> Upload:  # noqa: ARG001
    """Return the placemarks of a KML file.

    Raises Refused when it is no KML, defines entities, or has too many placemarks.
    """
    shapes: list[BaseGeometry | None] = []
    records: list[dict[str, str]] = []
    faults: list[Fault] = []
    for row, (folders, placemark) in enumerate(_list_placemarks(_parse_xml(data))):
        try:
            shapes.append(_read_geometry(placemark))
        except (ValueError, IndexError, shapely.errors.ShapelyError) as error:
            shapes.append(None)
            faults.append(Fault(row, "geometry", str(error)[:60]))
        records.append(_read_record(folders, placemark))
        if row % STEP == 0:
            progress(0.5)
    require_features(len(records))
    return Upload(
        name=name,
        format="kml",
        cells=tabulate_records(records),
        lines=np.arange(1, len(records) + 1),
        shapes=GeoSeries(shapes),
        crs=STANDARD,
        faults=tuple(faults),
    )


def _parse_xml(data: bytes) -> Element:
    require_plain_xml({"it.kml": data})
    try:
        root: Element = fromstring(
            data, forbid_dtd=True, forbid_entities=True, forbid_external=True
        )
    except DefusedXmlException as error:
        raise Refused("entities") from error
    except (ParseError, ValueError, LookupError) as error:
        raise Refused("damaged", format="KML", detail=str(error)[:80]) from error
    return root


def _name_tag(node: Element) -> str:
    return str(node.tag).rsplit("}", 1)[-1]


def _list_placemarks(root: Element) -> Iterator[tuple[tuple[str, ...], Element]]:
    """Yield placemarks in the order of the file, with the names of the folders they lie in."""
    waiting: list[tuple[tuple[str, ...], Element]] = [((), root)]
    while waiting:
        folders, node = waiting.pop()
        if _name_tag(node) == "Placemark":
            yield folders, node
            continue
        if _name_tag(node) == "Folder":
            folders = (*folders, _find_child_text(node, "name"))
        waiting += [(folders, child) for child in reversed(node)]


def _find_child_text(node: Element, tag: str) -> str:
    return next((to_text(child.text) for child in node if _name_tag(child) == tag), "")


def _read_record(folders: tuple[str, ...], placemark: Element) -> dict[str, str]:
    record = {"name": _find_child_text(placemark, "name")}
    if any(folders):
        record[FOLDER] = " / ".join(filter(None, folders))
    for tag in ("address", "description"):
        if text := _find_child_text(placemark, tag):
            record[tag] = text
    for node in placemark.iter():
        if _name_tag(node) == "Data":
            record[node.get("name", "")] = _find_child_text(node, "value")
        elif _name_tag(node) == "SimpleData":
            record[node.get("name", "")] = to_text(node.text)
    return record


def _read_geometry(placemark: Element) -> BaseGeometry | None:
    parts = map(_read_shape, placemark.iter())
    shapes: list[Any] = [part for part in parts if part is not None]
    if len(shapes) < 2:
        return shapes[0] if shapes else None
    kinds = {shape.geom_type for shape in shapes}
    joined = MULTIPLE[kinds.pop()] if len(kinds) == 1 else shapely.GeometryCollection
    return joined(shapes)


def _read_shape(node: Element) -> BaseGeometry | None:
    if _name_tag(node) == "Point":
        return shapely.Point(_read_coordinates(node)[0])
    if _name_tag(node) == "LineString":
        return shapely.LineString(_read_coordinates(node))
    if _name_tag(node) == "Polygon":
        outer, *_ = _read_rings(node, "outerBoundaryIs")
        return shapely.Polygon(outer, _read_rings(node, "innerBoundaryIs"))
    return None


def _read_rings(node: Element, tag: str) -> list[list[tuple[float, float]]]:
    return [_read_coordinates(child) for child in node if _name_tag(child) == tag]


def _read_coordinates(node: Element) -> list[tuple[float, float]]:
    children = (child for child in node.iter() if _name_tag(child) == "coordinates")
    text = next((child.text or "" for child in children), "")
    numbers = [corner.split(",") for corner in text.split()]
    return [(float(corner[0]), float(corner[1])) for corner in numbers]
