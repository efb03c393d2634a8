"""Where each feature comes from: the sentences and pages that prove it."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from geo import evidence, store
from geo.citations import cite_sources, split_citation
from geo.export.extract import SOURCES, USES
from geo.filters import Filter
from geo.layers import LAYERS, Proof
from geo.select import select_rows
from geo.tables import load_table, rows_where

Evidence = dict[str, str]
EVERYTHING = Filter(unverified=True)


@cache
def find_proofs(layer: str) -> dict[str, list[Evidence]]:
    """Return the proofs of each feature of a layer by id.

    A proof is a sentence of a document (document, title, date, section, phrase) or a source.

    >>> sorted(find_proofs("belts")["changchun-siping"][0])
    ['date', 'document', 'phrase', 'section', 'title_en', 'title_zh']
    """
    return {key: list(proofs) for key, proofs in PROOFS[LAYERS[layer].proof](layer)}


@cache
def _documents() -> dict[str, Evidence]:
    return {
        document.id: {
            "title_zh": document.title_zh,
            "title_en": document.title_en,
            **({"date": document.date.isoformat()} if document.date else {}),
        }
        for document in load_table("policies").itertuples()
    }


def _quote(fact: Any) -> Evidence:
    return {
        "document": fact.document,
        **_documents()[fact.document],
        "section": fact.section,
        "phrase": fact.phrase,
    }


def _stated(layer: str) -> Iterator[tuple[str, list[Evidence]]]:
    """Facts of documents: the sentence itself."""
    for fact in select_rows(layer, EVERYTHING).itertuples():
        yield fact.id, [_quote(fact)]


def _pages(citations: tuple[str, ...]) -> list[Evidence]:
    """Return what a row cites: words and kind, address and date where it has them."""
    return [_describe_source(citation) for citation in citations]


def _describe_source(citation: str) -> Evidence:
    said, key = cite_sources((citation,), "en")[0], split_citation(citation)[0]
    rows = rows_where("sources", "id", key)
    told = rows[["kind", "address", "date"]].to_dict("records")[0] if len(rows) else {}
    return {"source": said.text} | {name: text for name, text in told.items() if text}


def _cited(layer: str) -> Iterator[tuple[str, list[Evidence]]]:
    """Rows that cite the pages they rest on."""
    for row in store.load_layer(layer).itertuples():
        yield row.id, _pages(row.sources)


def _units(layer: str) -> Iterator[tuple[str, list[Evidence]]]:
    """Prefectures and counties: where the boundary is from, and what documents say of them."""
    named = defaultdict(list)
    for fact in evidence.stated_facts().itertuples():
        named[fact.place].append(_quote(fact))
    sources = [{"source": SOURCES[name]} for name in USES[layer]]
    for key in store.load_layer(layer).id:
        yield key, [*sources, *named[key]]


def _parks(layer: str) -> Iterator[tuple[str, list[Evidence]]]:
    """Parks: the pages that tell of them, and what documents say of their place and industries."""
    facts = list(evidence.stated_facts().itertuples())
    for park in store.load_layer(layer).itertuples():
        places = evidence.places_of(park.prefecture_adcode, park.county_adcode)
        quotes = [
            _quote(fact)
            for fact in facts
            if fact.place in places and fact.industry in park.industries
        ]
        yield park.id, [*_pages(park.sources), *quotes]


PROOFS: dict[Proof | None, Callable[[str], Iterator[tuple[str, list[Evidence]]]]] = {
    "park": _parks,
    "boundary": _units,
    "sentence": _stated,
    "pages": _cited,
}
