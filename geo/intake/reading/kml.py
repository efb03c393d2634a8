"""KML and KMZ: placemarks with their folders; links, scripts and entities are never followed."""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

import numpy as np
import shapely
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring
from geopandas import GeoSeries
from shapely.geometry.base import BaseGeometry

from geo.intake.reading.archives import members, require_plain_xml
from geo.intake.reading.file_limits import Refused, require_features
from geo.intake.reading.geojson import STANDARD, table
from geo.intake.reading.upload import STEP, Fault, Progress, Upload, Wish, text

FOLDER = "folder"
MULTIPLE: dict[str, Any] = {
    "Point": shapely.MultiPoint,
    "LineString": shapely.MultiLineString,
    "Polygon": shapely.MultiPolygon,
}


def read_zipped(name: str, data: bytes, wish: Wish, progress: Progress) -> Upload:
    """Return the placemarks of the one KML file inside a KMZ."""
    inside = [content for path, content in members(data).items() if path.lower().endswith(".kml")]
    if not inside:
        raise Refused("no_layer", format="KML")
    return read(name, inside[0], wish, progress)


def read(name: str, data: bytes, wish: Wish, progress: Progress) -> Upload:  # noqa: ARG001
    """Return the placemarks of a KML file.

    Raises Refused when it is no KML, defines entities, or has too many placemarks.
    """
    require_plain_xml({"it.kml": data})
    try:
        root = fromstring(data, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    except DefusedXmlException as error:
        raise Refused("entities") from error
    except (ParseError, ValueError, LookupError) as error:
        raise Refused("damaged", format="KML", detail=str(error)[:80]) from error
    shapes: list[BaseGeometry | None] = []
    records: list[dict[str, str]] = []
    faults: list[Fault] = []
    for row, (folders, mark) in enumerate(_placemarks(root)):
        try:
            shapes.append(_geometry(mark))
        except (ValueError, IndexError, shapely.errors.ShapelyError) as error:
            shapes.append(None)
            faults.append(Fault(row, "geometry", str(error)[:60]))
        records.append(_record(folders, mark))
        if row % STEP == 0:
            progress(0.5)
    require_features(len(records))
    return Upload(
        name, "kml", table(records), np.arange(1, len(records) + 1), GeoSeries(shapes), STANDARD,
        faults=tuple(faults),
    )  # fmt: skip


def _tag(node: Element) -> str:
    return str(node.tag).rsplit("}", 1)[-1]


def _placemarks(root: Element) -> Iterator[tuple[tuple[str, ...], Element]]:
    """Yield placemarks in the order of the file, with the names of the folders they lie in."""
    waiting: list[tuple[tuple[str, ...], Element]] = [((), root)]
    while waiting:
        folders, node = waiting.pop()
        if _tag(node) == "Placemark":
            yield folders, node
            continue
        if _tag(node) == "Folder":
            folders = (*folders, _child_text(node, "name"))
        waiting += [(folders, child) for child in reversed(node)]


def _child_text(node: Element, tag: str) -> str:
    return next((text(child.text) for child in node if _tag(child) == tag), "")


def _record(folders: tuple[str, ...], mark: Element) -> dict[str, str]:
    record = {"name": _child_text(mark, "name")}
    if any(folders):
        record[FOLDER] = " / ".join(filter(None, folders))
    for tag in ("address", "description"):
        if words := _child_text(mark, tag):
            record[tag] = words
    for node in mark.iter():
        if _tag(node) == "Data":
            record[node.get("name", "")] = _child_text(node, "value")
        elif _tag(node) == "SimpleData":
            record[node.get("name", "")] = text(node.text)
    return record


def _geometry(mark: Element) -> BaseGeometry | None:
    shapes: list[Any] = [made for node in mark.iter() if (made := _shape(node)) is not None]
    if len(shapes) < 2:
        return shapes[0] if shapes else None
    kinds = {one.geom_type for one in shapes}
    joined = MULTIPLE[kinds.pop()] if len(kinds) == 1 else shapely.GeometryCollection
    return joined(shapes)


def _shape(node: Element) -> BaseGeometry | None:
    if _tag(node) == "Point":
        return shapely.Point(_coordinates(node)[0])
    if _tag(node) == "LineString":
        return shapely.LineString(_coordinates(node))
    if _tag(node) == "Polygon":
        outer, *_ = [_coordinates(child) for child in node if _tag(child) == "outerBoundaryIs"]
        inner = [_coordinates(child) for child in node if _tag(child) == "innerBoundaryIs"]
        return shapely.Polygon(outer, inner)
    return None


def _coordinates(node: Element) -> list[tuple[float, float]]:
    words = next((child.text or "" for child in node.iter() if _tag(child) == "coordinates"), "")
    return [(float(one[0]), float(one[1])) for pair in words.split() if (one := pair.split(","))]
