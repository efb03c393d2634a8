"""Answers as a client gets them: JSON, a page for people, a file, each with its entity tag."""

import hashlib
import re
from collections.abc import Callable
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from typing import Any

import orjson
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from api.documents import describe_collection, describe_collections, describe_schema, fill_document
from api.inquiry import Inquiry
from api.items import find_item, find_items
from api.openapi import describe_api
from api.routing import PREFIX
from api.table_rows import describe_tables, find_rows, select_asked
from geo.datapackage import LICENCE
from geo.errors import UnknownId, WrongCondition
from geo.export.formats import FORMATS
from geo.export.plain_tables import write_table
from geo.i18n import translator

TEMPLATES = FileSystemLoader(Path(__file__).parent / "templates")
PAGES = Environment(loader=TEMPLATES, autoescape=True, undefined=StrictUndefined)
JSON, GEOJSON, SCHEMA = "application/json", "application/geo+json", "application/schema+json"
OPENAPI = "application/vnd.oai.openapi+json;version=3.0"
#: Path → media type of its JSON, and what makes its document.
DOCUMENTS: dict[str, tuple[str, Callable[[Inquiry], dict[str, Any]]]] = {
    "landing": (JSON, lambda inquiry: fill_document(inquiry, "landing")),
    "openapi": (OPENAPI, lambda inquiry: describe_api(inquiry.base)),
    "conformance": (JSON, lambda inquiry: fill_document(inquiry, "conformance")),
    "collections": (JSON, describe_collections),
    "collection": (JSON, lambda inquiry: describe_collection(inquiry, inquiry.collection)),
    "queryables": (SCHEMA, describe_schema),
    "schema": (SCHEMA, describe_schema),
    "items": (GEOJSON, find_items),
    "item": (GEOJSON, find_item),
    "tables": (JSON, describe_tables),
    "table": (JSON, find_rows),
}


#: Error of an inquiry → HTTP status; the router and `Inquiry` raise HTTPException.
STATUS: dict[type[Exception], int] = {UnknownId: 400, WrongCondition: 400}
REFUSALS: tuple[type[Exception], ...] = (HTTPException, *STATUS)
#: HTTP status → code of the exception document, else the name of the status.
CODES = {400: "InvalidParameterValue", 500: "NoApplicableCode"}


def answer_request(request: Request, path: str) -> Response:
    """Answer a request to a path of `PATHS`, or say why it is not answered."""
    try:
        return _answer(Inquiry(request, path))
    except REFUSALS as error:
        return refuse_request(request, error)


def _answer(inquiry: Inquiry) -> Response:
    content, media_type = _write_answer(inquiry)
    tag = f'W/"{hashlib.sha256(content).hexdigest()[:16]}"'
    headers = {"Vary": "Accept, Accept-Language", "Cache-Control": "no-cache", "ETag": tag}
    if tag in re.split(r",\s*", inquiry.headers.get("if-none-match", "")):
        return Response(status_code=304, headers=headers)
    if inquiry.format in FORMATS:
        name = inquiry.table if inquiry.path == "table" else inquiry.collection.id
        file_name = f"jilin-{name}.{inquiry.format}"
        headers["Content-Disposition"] = f'attachment; filename="{file_name}"'
    if inquiry.path == "items" and inquiry.format == "json":  # the time is no part of the tag
        now = datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
        content = content[:-1] + f',"timeStamp":"{now}"}}'.encode()
    return Response(content, headers=headers, media_type=media_type)


def _write_answer(inquiry: Inquiry) -> tuple[bytes, str]:
    """Return the content and the media type of the answer to an inquiry."""
    media_type, describe = DOCUMENTS[inquiry.path]
    form = inquiry.format  # before the work: it may not be offered
    document = describe(inquiry)
    if form == "json":
        return orjson.dumps(document), media_type
    if form == "html":
        return _render_page(inquiry, document), "text/html"
    if inquiry.path == "table":
        return write_table(select_asked(inquiry), form), FORMATS[form].media_type
    keys = [feature["id"] for feature in document["features"]]  # columns are always whole
    content = inquiry.collection.write_file(keys, document["filter"], form)
    return content, FORMATS[form].media_type


def refuse_request(request: Request, error: Exception) -> Response:
    """Say why a request is not answered; as a page to who asks for pages."""
    status, reason = STATUS.get(type(error), 500), str(error)
    if isinstance(error, HTTPException):
        status, reason = error.status_code, error.detail
    elif status == 500:
        reason = "The log of the server says why."
    code = CODES.get(status, HTTPStatus(status).phrase.replace(" ", ""))
    document = {"code": code, "type": code, "description": reason}
    inquiry, headers = Inquiry(request, "exception"), getattr(error, "headers", None)
    if inquiry.accepted == "html":
        return Response(_render_page(inquiry, document), status, headers, "text/html")
    return Response(orjson.dumps(document), status, headers, JSON)


def _render_page(inquiry: Inquiry, document: dict[str, Any]) -> bytes:
    """Return the page of a document, by the template of its path."""
    base, lang = inquiry.base, inquiry.lang
    values = {"base": base, "home": base.removesuffix(PREFIX), "lang": lang, "licence": LICENCE}
    page = PAGES.get_template(f"{inquiry.path}.html")
    return page.render(values, document=document, _=translator(lang)).encode()
