"""The document that answers an inquiry, but for the features themselves."""

from pathlib import Path
from typing import Any

import yaml

from api.inquiry import Inquiry
from geo.datapackage import LICENCE
from geo.export.catalogue import COLLECTIONS, Collection
from geo.i18n import translator

TEMPLATES = yaml.load(Path(__file__).with_suffix(".yaml").read_bytes(), yaml.CSafeLoader)


def fill_document(
    inquiry: Inquiry, name: str, collection: Collection | None = None, **values: Any
) -> Any:
    """Return a document of `documents.yaml`, perhaps about a collection, filled in for who asks."""
    say = translator(inquiry.lang)
    values |= {"json": "alternate", "html": "alternate", inquiry.format: "self"}
    values |= {f"as_{form}": inquiry.write_query(f=form) for form in ("json", "html")}
    values |= {"atlas": say("Jilin Belt Atlas"), "licence": LICENCE}
    values |= {"about": say("Industrial belts, cities and parks of Jilin Province, China")}
    if collection is not None:
        url = f"{inquiry.base}/collections/{collection.id}"
        values |= {"url": url, "title": collection.name(inquiry.lang)}
    return _fill(TEMPLATES[name], values | {"base": inquiry.base, "path": inquiry.path})


def _fill(part: Any, values: dict[str, str]) -> Any:
    if isinstance(part, dict):
        return {name: _fill(value, values) for name, value in part.items()}
    if isinstance(part, list):
        return [_fill(value, values) for value in part]
    return part.format_map(values)


def describe_collections(inquiry: Inquiry) -> dict[str, Any]:
    """Return what each collection is."""
    described = [describe_collection(inquiry, collection) for collection in COLLECTIONS.values()]
    return {"collections": described, **fill_document(inquiry, "collections")}


def describe_collection(inquiry: Inquiry, collection: Collection) -> dict[str, Any]:
    """Return what a collection is."""
    facts = {"id": collection.id, "description": collection.describe(inquiry.lang)}
    edges = [round(float(edge), 6) for edge in collection.whole.frame.total_bounds]
    document = fill_document(inquiry, "collection", collection, **facts)
    document["extent"]["spatial"]["bbox"] = [edges]
    return dict(document)


def describe_schema(inquiry: Inquiry) -> dict[str, Any]:
    """Return the properties of a collection and their types, as JSON Schema."""
    collection = inquiry.collection
    properties: dict[str, dict[str, str]] = {
        "geometry": {"format": "geometry-any", "x-ogc-role": "primary-geometry"},
        **{name: {"title": name, "type": kind} for name, kind in collection.fields.items()},
    }
    properties["id"]["x-ogc-role"] = "id"
    return {**fill_document(inquiry, "schema", collection), "properties": properties}
