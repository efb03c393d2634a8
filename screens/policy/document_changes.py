"""Two documents side by side: what the later one drops, repeats and adds for a place.

The counting is that of `geo.measures.trace_changes`, as on the time line of Industries.
"""

from dataclasses import dataclass
from functools import cache

from pandas import DataFrame

from geo import claims
from geo.i18n import Language, translator
from geo.measures import trace_changes
from geo.names import name_document_year, name_industry
from geo.quotations import quote_facts
from layers.cards import Chip

COLUMNS = ("drops", "repeats", "adds", "undated")


@dataclass(frozen=True)
class Part:
    """One kind of change of a place: items, each with its sentences, or a note in their stead."""

    title: str
    items: tuple[str, ...]
    chips: tuple[Chip, ...]
    note: str = ""


@cache
def pair_documents() -> tuple[str, str]:
    """Return the first and the last dated document that speak of prefectures."""
    facts = claims.of_kind(claims.list_claims(), "prefecture")
    dates = claims.document_dates().dropna().sort_values(kind="stable")
    speaking = [str(document) for document in dates.index if document in set(facts.document)]
    return speaking[0], speaking[-1]


def name_column(name: str, lang: Language) -> str:
    """Return the words for a kind of change."""
    say = translator(lang)
    earlier, later = (name_document_year(key, lang) for key in pair_documents())
    words = {
        "drops": say("Named in {earlier}, no longer in {later}"),
        "repeats": say("Named in both"),
        "adds": say("New in {later}"),
        "undated": say("Only in an undated document: order not known"),
    }
    return words[name].format(earlier=earlier, later=later)


@cache
def compare_place(place: str, by: str, lang: Language) -> tuple[Part, ...]:
    """Return the parts of the comparison in the order of `COLUMNS`."""
    facts = claims.list_claims(by)
    facts = facts[facts.place == place]
    changes = trace_changes(facts, claims.document_dates())
    earlier, later = pair_documents()
    of_later = changes[changes.document == later]
    named = set(of_later["item"][of_later.change != "drops"])
    unordered = changes[(changes.change == "undated") & ~changes["item"].isin(named)]
    return tuple(
        _make_part(
            name,
            facts,
            tuple(unordered["item"])
            if name == "undated"
            else tuple(of_later["item"][of_later.change == name]),
            _note_silence(name, facts, earlier, lang),
            lang,
        )
        for name in COLUMNS
    )


def _make_part(
    name: str, facts: DataFrame, items: tuple[str, ...], note: str, lang: Language
) -> Part:
    chips = tuple(
        Chip(
            name_industry(item, lang),
            quotes=quote_facts(facts[facts["item"] == item], lang),
        )
        for item in items
    )
    return Part(name_column(name, lang), items, chips, note)


def _note_silence(name: str, facts: DataFrame, earlier: str, lang: Language) -> str:
    """Return that the earlier document is silent on the place, where nothing can be dropped."""
    if name != "drops" or earlier in set(facts.document):
        return ""
    sentence = translator(lang)("{earlier} does not speak of this place")
    return sentence.format(earlier=name_document_year(earlier, lang))
