"""One question, one answer of pygeoapi: status, media type and body."""

import copy
import json
import logging
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from pygeoapi import api as core
from pygeoapi.api import API, APIRequest, itemtypes
from pygeofilter.parsers.cql2_text import parse as parse_cql2
from starlette.requests import Request

from api import files, parameters
from api.configuration import configuration
from api.description import describe

# pygeoapi 0.21 reads `filter` as ECQL; the standard's language, and the clients', is CQL2 text.
itemtypes.parse_ecql_text = parse_cql2
# It logs each wrong question as an error; the answer says it to the one who asked.
logging.getLogger("pygeoapi").setLevel(logging.CRITICAL)

CQL2 = "http://www.opengis.net/spec/cql2/1.0/conf/"
FILTERS = "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/"
CONFORMS = (
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
    f"{FILTERS}filter",
    f"{FILTERS}features-filter",
    f"{FILTERS}queryables",
    f"{FILTERS}queryables-query-parameters",
    f"{CQL2}cql2-text",
    f"{CQL2}basic-cql2",
    f"{CQL2}advanced-comparison-operators",
    f"{CQL2}basic-spatial-functions",
)
# Parts of pygeoapi that are not offered here: nobody should be sent there.
ABSENT = ("/processes", "/jobs", "/TileMatrixSets")
LINKED_DATA = "application/ld+json"
Answer = tuple[int, str, bytes]


@lru_cache(maxsize=8)  # one for each address under which the server is reached
def service(base: str) -> API:
    """Return pygeoapi for the API at the address `base`, without final slash."""
    config = configuration(base)
    return API(config, describe(copy.deepcopy(config)))


def answer(base: str, name: str, path: Mapping[str, str], request: Request) -> Answer:
    """Return the answer to a request for one of the paths of `api.server`."""
    api = service(base)
    problem = parameters.fault(api.openapi, name, path, request.query_params.multi_items())
    if problem:
        return 400, "application/json", _dumps(parameters.refusal(problem))
    asked = APIRequest(request, api.locales)
    # The standard's own name of the only language that we speak; pygeoapi knows an older one.
    asked._args = {key: text for key, text in asked.params.items() if key != "filter-lang"}
    file = asked.format if name == "items" and asked.format in files.KINDS else None
    if file or asked.format == "jsonld":
        asked._format = "json"
    headers, status, content = ANSWERS[name](api, asked, *path.values())
    media_type = headers["Content-Type"]
    if media_type == "text/html":
        return int(status), media_type, content.encode()
    if status == 200 and file:
        return 200, *files.write(path["collection"], json.loads(content), file)
    if status == 200 and name in {"items", "item"}:
        media_type = "application/geo+json"
    return int(status), media_type, _dumps(_cleaned(json.loads(content), base))


def _dumps(document: Any) -> bytes:
    return json.dumps(document, ensure_ascii=False, allow_nan=False).encode()


def _cleaned(document: Any, base: str) -> Any:
    """Return a document without links to what is not offered here."""
    if isinstance(document, dict) and "links" in document:
        document["links"] = [link for link in document["links"] if _offered(link, base)]
    for one in document.get("collections", []):
        _cleaned(one, base)
    return document


def _offered(link: Mapping[str, str], base: str) -> bool:
    there = link["href"].removeprefix(base).split("?")[0]
    return link.get("type") != LINKED_DATA and not there.startswith(ABSENT)


def _conformance(api: API, asked: APIRequest) -> tuple[dict[str, str], int, str]:
    """Return what we conform to; pygeoapi's own list grows with each request and knows no CQL2."""
    headers, status, content = core.conformance(api, asked)
    if headers["Content-Type"] == "text/html":
        return headers, status, content
    return headers, status, json.dumps({"conformsTo": list(CONFORMS)})


ANSWERS = {
    "landing": core.landing_page,
    "openapi": core.openapi_,
    "conformance": _conformance,
    "collections": core.describe_collections,
    "collection": core.describe_collections,
    "queryables": itemtypes.get_collection_queryables,
    "schema": core.get_collection_schema,
    "items": itemtypes.get_collection_items,
    "item": itemtypes.get_collection_item,
}
