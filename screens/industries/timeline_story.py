"""The time line in words: document by document, each name with the sentence it rests on."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd
from pandas import DataFrame

from geo import claims
from geo.filters import belts_of
from geo.measures import trace_changes
from geo.names import get_text, name_document_year, name_industry, name_place
from geo.quotations import quote_facts
from geo.tables import load_table
from layers.cards import Chip
from screens.industries.parameters import Choices

CHANGES = ("adds", "repeats", "drops", "undated", "belt")


@dataclass(frozen=True)
class Line:
    """A kind of change in the reader's words, what is to be said of it, and what it concerns."""

    change: str
    text: str = ""
    chips: tuple[Chip, ...] = ()


@dataclass(frozen=True)
class Chapter:
    """What one document adds, repeats and drops."""

    year: str
    title: str
    lines: tuple[Line, ...]


@cache
def find_changes(chosen: Choices) -> DataFrame:
    """Return the changes of the place or item that is followed.

    For a prefecture also what its belts are given. Columns as of `geo.measures.trace_changes`,
    with one more change, `belt`: the document names the item for a belt that the place belongs to,
    not for the place itself.
    """
    axis, key = chosen.axis, chosen.place if chosen.axis == "place" else chosen.item
    facts = claims.list_claims(chosen.by, counties=chosen.counties)
    changes = trace_changes(facts, claims.document_dates())
    changes = changes[changes[axis] == key]
    if axis == "item" or key in claims.list_places("belt"):
        return changes.reset_index(drop=True)
    around = facts[facts.place.isin(belts_of(key)) & facts["item"].isin(set(changes["item"]))]
    around = around[["item", "document"]].drop_duplicates().assign(place=key, change="belt")
    return pd.concat([changes, around], ignore_index=True)[changes.columns]


def order_documents() -> tuple[list[str], list[str]]:
    """Return the dated documents by date, and the undated ones as `policies` orders them."""
    dates = claims.document_dates()
    return list(dates.dropna().sort_values(kind="stable").index), list(dates.index[dates.isna()])


@cache
def tell_story(chosen: Choices) -> tuple[Chapter, ...]:
    """Return, document by document, what is added, repeated and dropped."""
    changes = find_changes(chosen)
    policies = load_table("policies").set_index("id")
    tell = _tell_of_place if chosen.axis == "place" else _tell_changes
    dated, undated = order_documents()
    return tuple(
        Chapter(
            name_document_year(document, chosen.lang),
            get_text(policies.loc[document], "title", chosen.lang),
            tuple(tell(changes, document, chosen)),
        )
        for document in (*dated, *undated)
    )


def _tell_changes(changes: DataFrame, document: str, chosen: Choices) -> list[Line]:
    """Return a line for each kind of change that a document makes."""
    say, changes = chosen.say, changes[changes.document == document]
    if changes.empty:
        return [Line("", say("does not name it"))]
    return [
        Line(
            say(f"change.{change}"),
            chips=_make_chips(changes[changes.change == change], chosen),
        )
        for change in CHANGES
        if (changes.change == change).any()
    ]


def _tell_of_place(changes: DataFrame, document: str, chosen: Choices) -> list[Line]:
    """Return the lines of a document on one place, with why it drops nothing or is silent."""
    say, kinds = chosen.say, set(changes.change[changes.document == document])
    lines = _tell_changes(changes, document, chosen) if kinds else []
    if kinds & {"adds", "repeats"} and "drops" not in kinds:
        lines.append(Line(say("change.drops"), _explain_no_drop(changes, document, chosen)))
    if not kinds - {"belt"}:
        lines.append(Line("", _explain_silence(document, chosen)))
    if "undated" in kinds:
        lines += _list_unordered(changes, document, chosen)
    return lines


def _make_chips(changes: DataFrame, chosen: Choices) -> tuple[Chip, ...]:
    """Return each name with its quotations; what is dropped, with those of earlier documents."""
    return tuple(
        Chip(
            name_industry(change.item, chosen.lang)
            if chosen.axis == "place"
            else name_place(change.place, chosen.lang),
            quotes=quote_facts(_select_facts(change, chosen), chosen.lang),
        )
        for change in changes.itertuples()
    )


def _select_facts(change: Any, chosen: Choices) -> DataFrame:
    facts = claims.list_claims(chosen.by, counties=chosen.counties)
    around = belts_of(change.place) if change.change == "belt" else {change.place}
    facts = facts[facts.place.isin(around) & (facts["item"] == change.item)]
    return facts if change.change == "drops" else facts[facts.document == change.document]


def _explain_no_drop(changes: DataFrame, document: str, chosen: Choices) -> str:
    """Return why a document drops nothing: it is the first on the place, or it keeps all."""
    say = chosen.say
    speaking = set(changes.document[changes.change.isin(["adds", "repeats"])])
    dated, _ = order_documents()
    is_first = next(key for key in dated if key in speaking) == document
    return (
        say("nothing (the first dated document to speak of this place)")
        if is_first
        else say("nothing")
    )


def _explain_silence(document: str, chosen: Choices) -> str:
    say, facts = chosen.say, claims.list_claims()
    kinds = set(facts.place_kind[facts.document == document])
    if not kinds:
        return say("names no industry for any place")
    if kinds == {"belt"} and chosen.kind != "belt":
        return say("speaks of belts only, not of this place by itself; it can drop nothing here")
    return say("does not speak of this place; it can drop nothing here")


def _list_unordered(changes: DataFrame, document: str, chosen: Choices) -> tuple[Line, ...]:
    """Return what an undated document names and the latest dated one does not: no drop."""
    dated, _ = order_documents()
    naming = changes[changes.change.isin(["adds", "repeats"])]
    last = next((key for key in reversed(dated) if key in set(naming.document)), None)
    if last is None:
        return ()
    items = naming["item"][naming.document == last]
    missing = changes[
        (changes.change == "undated")
        & (changes.document == document)
        & ~changes["item"].isin(items)
    ]
    sentence = chosen.say(
        "not in the {year} document; called no drop, because the order of the two is not known"
    )
    chips = _make_chips(missing, chosen)
    year = name_document_year(last, chosen.lang)
    return (Line(sentence.format(year=year), chips=chips),) if chips else ()
