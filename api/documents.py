"""The document that answers a question, but for the features themselves."""

from pathlib import Path
from typing import Any

import yaml

from api.question import Question
from geo.datapackage import LICENCE
from geo.export.catalogue import COLLECTIONS, Collection
from geo.i18n import translator

TEMPLATES = yaml.load(Path(__file__).with_suffix(".yaml").read_bytes(), yaml.CSafeLoader)


def fill_document(
    question: Question, name: str, collection: Collection | None = None, **values: Any
) -> Any:
    """Return a document of `documents.yaml`, perhaps about a collection, filled in for who asks."""
    say = translator(question.lang)
    values |= {"json": "alternate", "html": "alternate", question.format: "self"}
    values |= {f"as_{form}": question.write_query(f=form) for form in ("json", "html")}
    values |= {"atlas": say("Jilin Belt Atlas"), "licence": LICENCE}
    values |= {"about": say("Industrial belts, cities and parks of Jilin Province, China")}
    if collection is not None:
        url = f"{question.base}/collections/{collection.id}"
        values |= {"url": url, "title": collection.name(question.lang)}
    return _fill(TEMPLATES[name], values | {"base": question.base, "path": question.path})


def _fill(part: Any, values: dict[str, str]) -> Any:
    if isinstance(part, dict):
        return {name: _fill(value, values) for name, value in part.items()}
    if isinstance(part, list):
        return [_fill(value, values) for value in part]
    return part.format_map(values)


def describe_collections(question: Question) -> dict[str, Any]:
    """Return what each collection is."""
    described = [describe_collection(question, collection) for collection in COLLECTIONS.values()]
    return {"collections": described, **fill_document(question, "collections")}


def describe_collection(question: Question, collection: Collection) -> dict[str, Any]:
    """Return what a collection is."""
    facts = {"id": collection.id, "description": collection.describe(question.lang)}
    edges = [round(float(edge), 6) for edge in collection.whole.frame.total_bounds]
    document = fill_document(question, "collection", collection, **facts)
    document["extent"]["spatial"]["bbox"] = [edges]
    return dict(document)


def describe_schema(question: Question) -> dict[str, Any]:
    """Return the properties of a collection and their types, as JSON Schema."""
    collection = question.collection
    properties: dict[str, dict[str, str]] = {
        "geometry": {"format": "geometry-any", "x-ogc-role": "primary-geometry"},
        **{name: {"title": name, "type": kind} for name, kind in collection.fields.items()},
    }
    properties["id"]["x-ogc-role"] = "id"
    return {**fill_document(question, "schema", collection), "properties": properties}
