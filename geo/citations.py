"""What facts rest on: sources and documents, cited by id, with the place in them after a `#`."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from geo.i18n import Language, translator
from geo.names import get_text
from geo.tables import load_table

#: Kinds of sources whose pages may be trusted to stay what they were, so that they are linked.
TRUSTED: Final = frozenset(
    {"official", "statistics", "dataset", "academic", "press", "encyclopaedia"}
)


@dataclass(frozen=True)
class Citation:
    """A source as a reader sees it; `url` is empty where none may be opened.

    `address` is that of a page which is printed and not linked, empty otherwise.
    """

    text: str
    lang: Language
    url: str = ""
    address: str = ""

    @property
    def in_print(self) -> str:
        """What paper shows, where nothing can be opened: words and address."""
        return " ".join(filter(None, (self.text, self.url or self.address)))


def split_citation(citation: str) -> tuple[str, str]:
    """Return the id of a source and the place in it, empty where the whole is meant.

    >>> split_citation("catalogue-2018#no. 33")
    ('catalogue-2018', 'no. 33')
    """
    key, _, place = citation.partition("#")
    return key, place


def cite_sources(citations: Iterable[str], lang: Language) -> tuple[Citation, ...]:
    """Return citations as a reader sees them: kind, publisher, title, place in it, date."""
    return tuple(_cite(citation, lang) for citation in citations)


def _cite(citation: str, lang: Language) -> Citation:
    key, place = split_citation(citation)
    if key in _map_documents():
        title = get_text(_map_documents()[key], "title", lang)
        return Citation(" · ".join(filter(None, (title, place, date_document(key)))), lang)
    source = _map_sources()[key]
    kind = translator(lang)(f"source.{source.kind}")
    words = (kind, get_text(source, "publisher", lang), source.title, place, source.date)
    text = " · ".join(filter(None, words))
    address = source.address or ""
    is_linked = source.kind in TRUSTED and source.copied is None
    return Citation(
        text, lang, url=address if is_linked else "", address="" if is_linked else address
    )


def date_sources(citations: Iterable[str]) -> str | None:
    """Return the date of the first of these sources that bears one; None where none does."""
    known = (_date_citation(split_citation(citation)[0]) for citation in citations)
    return next(filter(None, known), None)


def _date_citation(key: str) -> str | None:
    date: str | None = date_document(key) if key in _map_documents() else _map_sources()[key].date
    return date


def cite_place_of_brand(brand: Any, lang: Language) -> tuple[Citation, ...]:
    """Return what says where a brand is: parks and designations, documents and sources."""
    named = (_map_named()[key] for key in brand.place_parks)
    return (
        *(Citation(get_text(row, "name", lang), lang) for row in named),
        *cite_sources(brand.place_sources, lang),
    )


def date_document(document: str) -> str | None:
    """Return the date of a policy document, which is that of its facts; None for an undated one."""
    dated = _map_documents()[document].date
    return dated.isoformat() if dated else None


@cache
def _map_named() -> dict[str, Any]:
    tables = (load_table(name) for name in ("parks", "designations"))
    return {row.id: row for rows in tables for row in rows.itertuples()}


@cache
def _map_documents() -> dict[str, Any]:
    return {document.id: document for document in load_table("policies").itertuples()}


@cache
def _map_sources() -> dict[str, Any]:
    return {source.id: source for source in load_table("sources").itertuples()}
