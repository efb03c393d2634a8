"""What every card is made of: its head, its rows, and what documents name in a place."""

from typing import Any

from components.quotations import quotes
from components.state import State
from geo.names import get_text, join_industries
from geo.search import hits_by_key
from geo.tables import load_table

Row = dict[str, Any]


def row(name: str, value: str, **more: Any) -> Row:
    """Return a row of a card; `more` adds basis, evidence, sources or kind."""
    blank: Row = {"kind": "", "basis": "", "evidence": [], "sources": []}
    return blank | {"name": name, "value": value} | more


def head(chosen: State, layer: str, key: str, badges: list[tuple[str, str]]) -> dict[str, Any]:
    """Return the head of a card: both names and badges (text, kind)."""
    hit = hits_by_key()[layer, key]
    other = {"zh": "en", "en": "zh"}[chosen.lang]
    return {
        "name": get_text(hit, "name", chosen.lang),
        "other": get_text(hit, "name", other),
        "other_lang": other,
        "badges": [{"text": text, "kind": kind} for text, kind in badges],
    }


def count_row(chosen: State, parks: Any) -> Row:
    """Return the row that counts the verified parks among `parks`."""
    verified = parks[parks.status == "verified"]
    national = int((verified.level == "national").sum())
    text = chosen.say("{n} verified, {national} of them national")
    return row(chosen.say("Parks"), text.format(n=len(verified), national=national))


def named_here(chosen: State, places: set[str]) -> list[Row]:
    """Return a row for each cluster and brand that documents give to one of `places`."""
    rows = []
    for layer in ("clusters", "brands"):
        name, facts = chosen.say(f"one.{layer}"), load_table(layer)
        here = facts[facts.place.isin(places)]
        rows += [
            row(
                name,
                get_text(fact, "name", chosen.lang),
                evidence=quotes(here.loc[[fact.Index]], chosen.lang),
            )
            for fact in here.itertuples()
        ]
    return rows


def industry_row(chosen: State, industries: tuple[str, ...]) -> Row:
    """Return the row that names industries."""
    joined = join_industries(industries, chosen.lang)
    return row(chosen.say("Industry"), joined or chosen.say("unknown"))
