"""Answers as a client gets them: JSON, a page for people, a file."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from api.documents import describe_collection, describe_collections, describe_schema, fill_document
from api.items import find_item, find_items
from api.openapi import PREFIX, describe_api
from api.question import Question
from geo.datapackage import LICENCE
from geo.export.formats import FORMATS
from geo.i18n import translator

TEMPLATES = FileSystemLoader(Path(__file__).parent / "templates")
PAGES = Environment(loader=TEMPLATES, autoescape=True, undefined=StrictUndefined)
JSON, GEOJSON, SCHEMA = "application/json", "application/geo+json", "application/schema+json"
OPENAPI = "application/vnd.oai.openapi+json;version=3.0"
#: Path → media type of its JSON, and what makes its document.
DOCUMENTS: dict[str, tuple[str, Callable[[Question], dict[str, Any]]]] = {
    "landing": (JSON, lambda question: fill_document(question, "landing")),
    "openapi": (OPENAPI, lambda question: describe_api(question.base)),
    "conformance": (JSON, lambda question: fill_document(question, "conformance")),
    "collections": (JSON, describe_collections),
    "collection": (JSON, lambda question: describe_collection(question, question.collection)),
    "queryables": (SCHEMA, describe_schema),
    "schema": (SCHEMA, describe_schema),
    "items": (GEOJSON, find_items),
    "item": (GEOJSON, find_item),
}


def answer_question(question: Question) -> tuple[bytes, str]:
    """Return the content and the media type of the answer to a question."""
    media_type, describe = DOCUMENTS[question.path]
    form = question.format  # before the work: it may not be offered
    document = describe(question)
    if form == "json":
        return orjson.dumps(document), media_type
    if form == "html":
        return render_page(question, document), "text/html"
    keys = [feature["id"] for feature in document["features"]]  # columns are always whole
    content = question.collection.write_file(keys, document["filter"], form)
    return content, FORMATS[form].media_type


def stamp_features(content: bytes) -> bytes:
    """Return a FeatureCollection with the time at which it is given."""
    now = datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    return content[:-1] + f',"timeStamp":"{now}"}}'.encode()


def render_page(question: Question, document: dict[str, Any]) -> bytes:
    """Return the page of a document, by the template of its path."""
    base, lang = question.base, question.lang
    values = {"base": base, "home": base.removesuffix(PREFIX), "lang": lang, "licence": LICENCE}
    page = PAGES.get_template(f"{question.path}.html")
    return page.render(values, document=document, _=translator(lang)).encode()
