"""The marks in the matrix: a document as two digits of its year in its own colour."""

from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from pandas import DataFrame

from geo import claims
from geo.i18n import Language, translator
from geo.measures import measure_agreement
from geo.names import map_sectors, name_document, name_document_year, name_industry, name_sector
from geo.tables import load_table
from layers.shades import DOCUMENT_SHADES
from screens.industries.industry_wording import mark_document

Marks = dict[str, dict[str, tuple["Mark", ...]]]


@dataclass(frozen=True)
class Mark:
    """What stands in a cell: its text, its colour, and what it says at length."""

    text: str
    title: str
    colour: str = ""
    disputed: bool = False


@cache
def mark_cells(by: str, counties: bool, content: str, lang: Language) -> Marks:
    """Return the marks by item and place; what nobody names is not in it.

    `content` is "documents", a mark each, or "agreement": naming documents of those that speak.
    """
    cells: Marks = {}
    if content == "agreement":
        agreement = measure_agreement(claims.list_claims(by, counties=counties))
        for row in agreement.itertuples():
            mark = Mark(f"{row.n}/{row.of}", "")
            cells.setdefault(str(row.item), {})[str(row.place)] = (mark,)
        return cells
    facts = claims.list_claims(by, counties=counties, disputed=True)
    for (item, place), group in facts.groupby(["item", "place"]):
        cells.setdefault(str(item), {})[str(place)] = _mark_documents(group, lang)
    return cells


def list_named(by: str, *, counties: bool) -> tuple[str, ...]:
    """Return the items that a document names for any place, in their order."""
    named = set(claims.list_claims(by, counties=counties, disputed=True)["item"])
    return tuple(item for item in claims.list_items(by) if item in named)


def list_rows(by: str, counties: bool, content: str, lang: Language) -> list[dict[str, Any]]:
    """Return the rows of the matrix for the browser: id, name, sector and marks by place."""
    cells = mark_cells(by, counties, content, lang)
    return [
        {
            "id": item,
            "name": name_industry(item, lang),
            "group": name_sector(map_sectors()[item], lang) if by == "industry" else "",
            "marks": {
                place: [asdict(mark) for mark in marks]
                for place, marks in cells.get(item, {}).items()
            },
        }
        for item in list_named(by, counties=counties)
    ]


def list_keys(lang: Language) -> list[dict[str, Any]]:
    """Return the key: the mark of each document that names industries, with its name."""
    documents = set(claims.list_claims().document)
    return [
        asdict(_mark_document(document, lang)) | {"meaning": name_document_year(document, lang)}
        for document in load_table("policies").id
        if document in documents
    ]


def _mark_document(document: str, lang: Language) -> Mark:
    order = list(load_table("policies").id)
    colour = DOCUMENT_SHADES[order.index(document) % len(DOCUMENT_SHADES)]
    return Mark(mark_document(document, lang), name_document(document, lang), colour)


def _mark_documents(facts: DataFrame, lang: Language) -> tuple[Mark, ...]:
    """Return the marks of the documents, `c` behind one that names a county, ( ) if disputed."""
    order, say = list(load_table("policies").id), translator(lang)
    marks = []
    for document, group in sorted(facts.groupby("document"), key=lambda pair: order.index(pair[0])):
        mark = _mark_document(str(document), lang)
        text = mark.text
        text += say("mark.county") if (group.source_kind == "county").all() else ""
        disputed = bool((group.status == "disputed").all())
        marks.append(Mark(f"({text})" if disputed else text, mark.title, mark.colour, disputed))
    return tuple(marks)
