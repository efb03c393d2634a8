"""The OpenAPI document, and what it says of the query parameters of an address."""

from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from api.routing import PATHS
from geo import store
from geo.conditions import PARSERS
from geo.datapackage import LICENCE
from geo.export.catalogue import COLLECTIONS, Collection
from geo.export.formats import FORMATS
from geo.filters import list_options

#: What `f` may ask for beside JSON and HTML; GeoJSON is what `json` gives.
FILE_KINDS = tuple(kind for kind in FORMATS if kind != "geojson")


def describe_api(base: str) -> dict[str, Any]:
    """Return the OpenAPI 3.0 document of the API at the address `base`."""
    return {**_write_document(), "servers": [{"url": base}]}


@cache
def list_parameters(path: str, collection: str) -> dict[str, dict[str, Any]]:
    """Return the schema of each query parameter of a path of `PATHS` by its name."""
    document, address = _write_document(), PATHS[path].replace("{collection}", collection)
    shared = document["components"]["parameters"]
    entries = document["paths"][address]["get"]["parameters"]
    parameters = [shared.get(entry.get("$ref", "").split("/")[-1], entry) for entry in entries]
    return {entry["name"]: entry["schema"] for entry in parameters if entry["in"] == "query"}


@cache
def _write_document() -> dict[str, Any]:
    document = dict(yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8")))
    templates, components = document.pop("x-collection"), document["components"]
    licence = {"name": LICENCE["name"], "url": LICENCE["path"]}
    document["info"] |= {"version": store.data_version(), "license": licence}
    components["parameters"]["filter-lang"]["schema"]["enum"] = list(PARSERS)
    components["parameters"]["itemsFormat"]["schema"]["enum"] += FILE_KINDS
    components["responses"]["Features"]["content"] |= {
        FORMATS[kind].media_type: {"schema": {"type": "string", "format": "binary"}}
        for kind in FILE_KINDS
    }
    for place, collection in COLLECTIONS.items():
        document["tags"].append({"name": place, "description": collection.describe("en")})
        for suffix, template in templates.items():
            operation = deepcopy(template)
            operation["get"] |= {"tags": [place]}
            operation["get"]["operationId"] += f"-{place}"
            document["paths"][f"/collections/{place}{suffix}"] = operation
        items = document["paths"][f"/collections/{place}/items"]["get"]
        items["parameters"] += _describe_parameters(collection)
    return document


def _describe_parameters(collection: Collection) -> list[dict[str, Any]]:
    """Return the parameters that a collection alone has: its facets and its properties."""
    text, names = {"type": "string"}, {"type": "string", "enum": list(collection.fields)}
    schemas: dict[str, tuple[dict[str, Any], str]] = {
        "properties": ({"type": "array", "items": names}, "Properties of the features"),
        **{name: ({"type": kind}, "A property") for name, kind in collection.fields.items()},
        **{name: (text, _describe_facet(name)) for name in collection.facets},
    }
    return [
        {"name": name, "in": "query", "style": "form", "explode": False, "required": False}
        | {"description": description, "schema": schema}
        for name, (schema, description) in schemas.items()
    ]


def _describe_facet(name: str) -> str:
    if name == "unverified":
        return "1: with the parks not yet confirmed by a source"
    return f"Ids joined with `.`, as in the app's links: {', '.join(list_options(name)[:4])} …"
