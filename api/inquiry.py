"""A request, understood: of which collection, by which parameters, in which format and language."""

import re
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from jsonschema import Draft202012Validator
from starlette.exceptions import HTTPException
from starlette.requests import Request

from api.openapi import list_parameters
from api.routing import PREFIX
from geo.export.atlas import TABLES
from geo.export.catalogue import COLLECTIONS, Collection
from geo.i18n import Language

INTEGER = re.compile(r"[+-]?\d{1,15}", re.ASCII)
NUMBER = re.compile(r"[+-]?\d{1,15}(\.\d*)?(e[+-]?\d\d?)?", re.ASCII | re.IGNORECASE)
#: Media range → format. Whichever JSON a client names, it gets that of the address.
JSON = ("json", "geo+json", "schema+json", "vnd.oai.openapi+json", "*")
OFFERED = {f"application/{name}": "json" for name in JSON} | {"*/*": "json"}
OFFERED |= {"text/html": "html", "text/*": "html"}


class Inquiry:
    """What a request to a path asks; what it asks wrongly is an HTTPException when it is read."""

    def __init__(self, request: Request, path: str) -> None:
        self.path = path
        self.base = str(request.base_url).rstrip("/") + PREFIX
        self.place: dict[str, str] = request.path_params
        self.query = dict(request.query_params)  # of two alike the last counts
        self.headers = request.headers

    @cached_property
    def collection(self) -> Collection:
        """The collection that is asked for."""
        if self.place["collection"] not in COLLECTIONS:
            raise HTTPException(404, "Collection not found")
        return COLLECTIONS[self.place["collection"]]

    @cached_property
    def table(self) -> str:
        """The table without geometry that is asked for."""
        if self.place["table"] not in TABLES:
            raise HTTPException(404, "Table not found")
        return self.place["table"]

    @cached_property
    def parameters(self) -> dict[str, Any]:
        """The value of each query parameter, or its default."""
        collection = self.collection.id if "collection" in self.place else ""
        return read_parameters(self.query, list_parameters(self.path, collection))

    @property
    def accepted(self) -> str | None:
        """The format that the `Accept` header likes best, if any is offered: "json" or "html"."""
        choices = rank_choices(self.headers.get("accept", "*/*"))
        return next((OFFERED[choice] for choice in choices if choice in OFFERED), None)

    @cached_property
    def format(self) -> str:
        """The format of the answer: "json", "html" or a kind of file."""
        chosen = self.parameters.get("f") or self.accepted
        if chosen is None:
            raise HTTPException(406, f"Offered are {', '.join(OFFERED)}.")
        return str(chosen)

    @cached_property
    def lang(self) -> Language:
        """The language of the answer: English, if neither is asked for."""
        choices = self.query.get("lang") or self.headers.get("accept-language", "")
        tags = [tag[:2] for tag in rank_choices(choices) if tag[:2] in {"zh", "en"}]
        return "zh" if tags[:1] == ["zh"] else "en"

    def write_query(self, **first: object) -> str:
        """Return the query of a link to the same in another format, or on another page."""
        others = {name: text for name, text in self.query.items() if name not in {"f", "offset"}}
        return "?" + urlencode(first | others, safe=",")


def rank_choices(header: str) -> list[str]:
    """Return the choices of an `Accept` or `Accept-Language` header, best first.

    >>> rank_choices("text/html;q=0.5, application/json, image/png;q=0")
    ['application/json', 'text/html']
    """
    parts = re.findall(r"([^\s,;]+)(?:[^,]*;\s*q=([01](?:\.\d*)?))?[^,]*", header.lower())
    ranks = [(float(quality or 1), choice) for choice, quality in parts]
    return [choice for rank, choice in sorted(ranks, key=lambda pair: -pair[0]) if rank]


def read_parameters(query: dict[str, str], schemas: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Return the value of each parameter, or its default, as its schema types it.

    Raises HTTPException for one that is not described, or is not as it is described.
    """
    values = {name: schema["default"] for name, schema in schemas.items() if "default" in schema}
    for name, text in query.items():
        if name not in schemas:
            raise HTTPException(400, f"Unknown parameter {name!r}. Known: {', '.join(schemas)}.")
        values[name] = _read_value(text, schemas[name])
    for error in Draft202012Validator({"properties": schemas}).iter_errors(values):
        raise HTTPException(400, f"{error.path[0]}: {error.message:.500}")
    return values


def _read_value(text: str, schema: dict[str, Any]) -> Any:
    """Return a value as its schema types it; a text that is none of that type stays as it is."""
    match schema["type"]:
        case "array":
            return [_read_value(part, schema["items"]) for part in text.split(",")]
        case "integer" if INTEGER.fullmatch(text):
            return int(text)
        case "number" if NUMBER.fullmatch(text):
            return float(text)
        case "boolean":
            return {"true": True, "false": False}.get(text, text)
    return text
