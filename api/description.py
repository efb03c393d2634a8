"""The OpenAPI document: pygeoapi's own, with nothing that has to be fetched from elsewhere."""

from typing import Any

from pygeoapi.openapi import get_oas

from api.configuration import COLLECTIONS, CRS84
from api.files import KINDS
from api.provider import facets
from geo.export import FORMATS
from geo.filters import list_options

JSON: dict[str, Any] = {"schema": {"type": "object"}}
LINKS = {"type": "array", "items": {"$ref": "#/components/schemas/link"}}
SCHEMAS: dict[str, Any] = {
    "link": {
        "type": "object",
        "required": ["href", "rel"],
        "properties": {name: {"type": "string"} for name in ("href", "rel", "type", "title")},
    },
    "linked": {"type": "object", "required": ["links"], "properties": {"links": LINKS}},
    "conformance": {
        "type": "object",
        "required": ["conformsTo"],
        "properties": {"conformsTo": {"type": "array", "items": {"type": "string"}}},
    },
    "collections": {
        "type": "object",
        "required": ["links", "collections"],
        "properties": {
            "links": LINKS,
            "collections": {"type": "array", "items": {"$ref": "#/components/schemas/collection"}},
        },
    },
    "collection": {
        "type": "object",
        "required": ["id", "links", "extent"],
        "properties": {"id": {"type": "string"}, "links": LINKS},
    },
    "feature": {
        "type": "object",
        "required": ["type", "id", "geometry", "properties", "provenance"],
        "properties": {
            "type": {"type": "string", "enum": ["Feature"]},
            "id": {"type": "string"},
            "geometry": {"type": "object", "nullable": True},
            "properties": {"type": "object"},
            "provenance": {"type": "array", "items": {"type": "object"}},
        },
    },
    "features": {
        "type": "object",
        "required": ["type", "features", "numberMatched", "numberReturned", "links"],
        "properties": {
            "type": {"type": "string", "enum": ["FeatureCollection"]},
            "features": {"type": "array", "items": {"$ref": "#/components/schemas/feature"}},
            "numberMatched": {"type": "integer", "minimum": 0},
            "numberReturned": {"type": "integer", "minimum": 0},
            "links": LINKS,
        },
    },
    "exception": {
        "type": "object",
        "required": ["code", "description"],
        "properties": {"code": {"type": "string"}, "description": {"type": "string"}},
    },
}


def _answer(words: str, schema: str | None = None, media_type: str = "application/json") -> Any:
    shape = {"schema": {"$ref": f"#/components/schemas/{schema}"}} if schema else JSON
    return {
        "description": words,
        "content": {media_type: shape, "text/html": {"schema": {"type": "string"}}},
    }


def _features() -> Any:
    """Return the answer with features: as JSON, as a page, or as a file of any format."""
    answer = _answer("Features", "features", "application/geo+json")
    file = {"schema": {"type": "string", "format": "binary"}}
    answer["content"] |= {FORMATS[kind].media_type: file for kind in KINDS}
    return answer


RESPONSES: dict[str, Any] = {
    "200": _answer("This document", None, "application/vnd.oai.openapi+json;version=3.0"),
    "LandingPage": _answer("Where to go from here", "linked"),
    "Conformance": _answer("What the API conforms to", "conformance"),
    "Collections": _answer("Every collection", "collections"),
    "Collection": _answer("One collection", "collection"),
    "Queryables": _answer("Properties and their types", None, "application/schema+json"),
    "Features": _features(),
    "Feature": _answer("One feature", "feature", "application/geo+json"),
    "InvalidParameter": _answer("A parameter is unknown or wrong", "exception"),
    "NotFound": _answer("There is no such thing", "exception"),
    "NotAcceptable": _answer("Neither JSON nor HTML is asked for", "exception"),
    "ServerError": _answer("A defect of the server", "exception"),
    "default": _answer("Something else", "exception"),
}


def _parameter(name: str, words: str, schema: dict[str, Any], place: str = "query") -> Any:
    # A comma belongs to the value: to a filter, to an id.
    return {
        "name": name,
        "in": place,
        "description": words,
        "required": place == "path",
        "schema": schema,
        **({"style": "form", "explode": False} if place == "query" else {}),
    }


TEXT = {"type": "string"}
RESULTS = {"type": "string", "enum": ["results", "hits"]}
BOX = {"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 6}
PARAMETERS: dict[str, Any] = {
    "f": _parameter("f", "Format of the answer", {"type": "string", "enum": ["json", "html"]}),
    "featureId": _parameter("featureId", "Id of a feature", TEXT, "path"),
    "bbox": _parameter("bbox", "West, south, east, north in degrees", BOX),
    "crs": _parameter("crs", "The only one is CRS84", {"type": "string", "enum": [CRS84]}),
    "bbox-crs": _parameter("bbox-crs", "As crs", {"type": "string", "enum": [CRS84]}),
    "sortby": _parameter("sortby", "Properties, each with + or - before it", TEXT),
}
FORMAT_REF = "#/components/parameters/f"
ITEMS_FORMAT = _parameter(
    "f", "Format of the answer", {"type": "string", "enum": ["json", "html", *KINDS]}
)
QUERY: list[dict[str, Any]] = [
    _parameter("filter", "A condition in CQL2 text", TEXT),
    _parameter("filter-lang", "The only one", {"type": "string", "enum": ["cql2-text"]}),
    _parameter("filter-crs", "The only one is CRS84", {"type": "string", "enum": [CRS84]}),
    _parameter("resulttype", "hits: numbers alone", RESULTS),
    _parameter("datetime", "Features have no time: each meets it", TEXT),
]


def describe(config: dict[str, Any]) -> dict[str, Any]:
    """Return the OpenAPI 3.0 document of a configuration, complete in itself."""
    document: dict[str, Any] = get_oas(config)
    document["components"]["schemas"] = SCHEMAS
    document["components"]["responses"] = RESPONSES
    document["components"]["parameters"] = {
        name: one
        for name, one in (document["components"]["parameters"] | PARAMETERS).items()
        if name in {*PARAMETERS, "lang", "offset", "skipGeometry"}
    }
    document["paths"] = {
        path: {"get": _local(methods["get"])}
        for path, methods in document["paths"].items()
        if path.split("/")[1] in {"", "openapi", "conformance", "collections"}
    }
    _name_answers(document["paths"])
    for collection in COLLECTIONS:
        _add_query(document["paths"][f"/collections/{collection}/items"]["get"], collection)
    return document


def _local(value: Any) -> Any:
    """Return a part of the document whose references stay within it."""
    if isinstance(value, list):
        return [_local(one) for one in value if "vendorSpecific" not in str(one)]
    if not isinstance(value, dict):
        return value
    if "$ref" not in value:
        return {key: _local(one) for key, one in value.items()}
    name = value["$ref"].split("/")[-1].removesuffix(".yaml")
    room = "responses" if "/responses/" in value["$ref"] else "parameters"
    return {"$ref": f"#/components/{room}/{name}"}


def _name_answers(paths: dict[str, Any]) -> None:
    """Give each path the answer that it really gives, and the ones that all have."""
    named = {"/conformance": "Conformance", "/collections": "Collections", "/openapi": "200"}
    for path, methods in paths.items():
        answers = methods["get"]["responses"]
        if path in named:
            answers["200"] = {"$ref": f"#/components/responses/{named[path]}"}
        elif path.count("/") == 2:
            answers["200"] = {"$ref": "#/components/responses/Collection"}
        for status, name in (("400", "InvalidParameter"), ("406", "NotAcceptable")):
            answers[status] = {"$ref": f"#/components/responses/{name}"}


def _add_query(operation: dict[str, Any], collection: str) -> None:
    """Declare the facets of the app's links and the language of filters."""
    kept = [one for one in operation["parameters"] if one.get("$ref") != FORMAT_REF]
    operation["parameters"] = [*kept, ITEMS_FORMAT]
    known = {one.get("name") for one in operation["parameters"]}
    added = [_parameter(name, _words(name), TEXT) for name in facets(collection)]
    operation["parameters"] += [one for one in [*added, *QUERY] if one["name"] not in known]


def _words(facet: str) -> str:
    if facet == "unverified":
        return "1: with the parks that are known only from recollection"
    return f"Ids joined with `.`, as in the app's links: {', '.join(list_options(facet)[:4])} …"
