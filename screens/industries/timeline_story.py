"""The time line in words: document by document, each name with the sentence it rests on."""

from functools import cache
from typing import Any

import pandas as pd
from pandas import DataFrame

from components.quotations import quotes
from geo import claims
from geo.filters import belts_of
from geo.i18n import pick, translator
from geo.measures import trace_changes
from geo.names import name_document_year, name_industry, name_place
from geo.tables import load_table
from screens.industries.parameters import Choices

CHANGES = ("adds", "repeats", "drops", "undated", "belt")
Line = dict[str, Any]


@cache
def changes(chosen: Choices) -> DataFrame:
    """Return the changes of the place or item that is followed.

    For a prefecture also what its belts are given. Columns as of `geo.measures.timeline`, with one
    more change, `belt`: the document names the item for a belt that the place belongs to, not for
    the place itself.
    """
    axis, one = chosen.axis, chosen.place if chosen.axis == "place" else chosen.item
    facts = claims.list_claims(chosen.by, counties=chosen.counties)
    found = trace_changes(facts, claims.document_dates())
    found = found[found[axis] == one]
    if axis == "item" or one in claims.list_places("belt"):
        return found.reset_index(drop=True)
    around = facts[facts.place.isin(belts_of(one)) & facts["item"].isin(set(found["item"]))]
    around = around[["item", "document"]].drop_duplicates().assign(place=one, change="belt")
    return pd.concat([found, around], ignore_index=True)[found.columns]


@cache
def story(chosen: Choices) -> list[dict[str, Any]]:
    """Return, document by document, what is added, repeated and dropped."""
    found = changes(chosen)
    policies, dates = load_table("policies").set_index("id"), claims.document_dates()
    dated = list(dates.dropna().sort_values(kind="stable").index)
    return [
        {
            "year": name_document_year(one, chosen.lang),
            "title": pick(policies.title_zh[one], policies.title_en[one], chosen.lang),
            "lines": _of_place(found, one, chosen)
            if chosen.axis == "place"
            else _changes(found, one, chosen),
        }
        for one in [*dated, *(one for one in dates.index if one not in dated)]
    ]


def _changes(found: DataFrame, document: str, chosen: Choices) -> list[Line]:
    """Return a line for each kind of change that a document makes."""
    say, here = chosen.say, found[found.document == document]
    if here.empty:
        return [_line("", say("does not name it"))]
    return [
        _line(say(f"change.{change}"), chips=_chips(here[here.change == change], chosen))
        for change in CHANGES
        if (here.change == change).any()
    ]


def _of_place(found: DataFrame, document: str, chosen: Choices) -> list[Line]:
    """Return the lines of a document on one place, with why it drops nothing or is silent."""
    say, made = chosen.say, set(found.change[found.document == document])
    lines = _changes(found, document, chosen) if made else []
    if made & {"adds", "repeats"} and "drops" not in made:
        lines.append(_line(say("change.drops"), _nothing(found, document, chosen.lang)))
    if not made - {"belt"}:
        lines.append(_line("", _silent(document, chosen)))
    if "undated" in made:
        lines += _unplaced(found, chosen)
    return lines


def _line(change: str, words: str = "", chips: list[Line] | None = None) -> Line:
    return {"change": change, "words": words, "chips": chips or []}


def _chips(here: DataFrame, chosen: Choices) -> list[Line]:
    """Return each name with its quotations; what is dropped, with those of earlier documents."""
    return [
        {"name": _name(one, chosen), "evidence": quotes(_facts(one, chosen), chosen.lang)}
        for one in here.itertuples()
    ]


def _name(change: Any, chosen: Choices) -> str:
    if chosen.axis == "place":
        return name_industry(change.item, chosen.lang)
    return name_place(change.place, chosen.lang)


def _facts(change: Any, chosen: Choices) -> DataFrame:
    facts = claims.list_claims(chosen.by, counties=chosen.counties)
    around = belts_of(change.place) if change.change == "belt" else {change.place}
    facts = facts[facts.place.isin(around) & (facts["item"] == change.item)]
    return facts if change.change == "drops" else facts[facts.document == change.document]


def _nothing(found: DataFrame, document: str, lang: str) -> str:
    """Return why a document drops nothing: it is the first on the place, or it keeps all."""
    say, dates = translator(lang), claims.document_dates()
    speaking = set(found.document[found.change.isin(["adds", "repeats"])])
    first = dates[sorted(speaking)].sort_values(kind="stable").index[0] == document
    return (
        say("nothing (the first dated document to speak of this place)")
        if first
        else say("nothing")
    )


def _silent(document: str, chosen: Choices) -> str:
    say, facts = chosen.say, claims.list_claims()
    kinds = set(facts.place_kind[facts.document == document])
    if not kinds:
        return say("names no industry for any place")
    if kinds == {"belt"} and chosen.kind != "belt":
        return say("speaks of belts only, not of this place by itself; it can drop nothing here")
    return say("does not speak of this place; it can drop nothing here")


def _unplaced(found: DataFrame, chosen: Choices) -> list[Line]:
    """Return what the undated document names and the latest dated one does not: no drop."""
    named = found[found.change.isin(["adds", "repeats"])]
    if named.empty:
        return []
    last = claims.document_dates()[sorted(set(named.document))].sort_values(kind="stable").index[-1]
    kept = set(named["item"][named.document == last])
    missing = found[(found.change == "undated") & ~found["item"].isin(kept)]
    words = chosen.say(
        "not in the {year} document; called no drop, because the order of the two is not known"
    )
    chips = _chips(missing, chosen)
    return (
        [_line(words.format(year=name_document_year(last, chosen.lang)), chips=chips)]
        if chips
        else []
    )
