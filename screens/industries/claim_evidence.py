"""The evidence of a cell: what each document says of this place and industry, and who else."""

from functools import cache
from typing import Any

import streamlit as st
from pandas import DataFrame

from components.quotations import quotes, sources
from geo import claims
from geo.names import join_document_years, map_sectors, name_industry, name_place
from geo.tables import load_table
from layers.markup import render_template
from screens.industries.parameters import Choices

Chip = dict[str, Any]


@cache
def card(chosen: Choices) -> str:
    """Return the card of the chosen place and item, with every quotation, as HTML."""
    place, item = chosen.place, chosen.item
    every = claims.list_claims(chosen.by, counties=True, disputed=True)
    named = every[every["item"] == item]
    own = named[(named.place if chosen.counties else named.source_place) == place]
    say = chosen.say
    counties = named[named.source_kind == "county"]
    blocks = [
        (
            say("All belts that claim it"),
            _chips(claims.of_kind(named, "belt"), "place", chosen.lang),
        ),
        (
            say("All prefectures that claim it"),
            _chips(named[named.source_kind == "prefecture"], "place", chosen.lang),
        ),
    ]
    if len(counties):
        blocks.append((say("Counties named for it"), _chips(counties, "source_place", chosen.lang)))
    blocks.append((say("Parks there that list it"), _parks(place, item, chosen.lang)))
    return render_template(
        "screens/industries/claim.html",
        chosen.lang,
        item=name_industry(item, chosen.lang),
        place=name_place(place, chosen.lang),
        verdict=verdict(chosen),
        here=quotes(own, chosen.lang),
        blocks=[{"title": title, "chips": chips} for title, chips in blocks],
    )


def verdict(chosen: Choices) -> str:
    """Return, in a sentence, how many of the documents that speak of the place name the item."""
    say, facts = chosen.say, claims.list_claims(chosen.by, counties=chosen.counties)
    here = facts[facts.place == chosen.place]
    speaking = set(here.document)
    naming = here[here["item"] == chosen.item].document.nunique()
    words = say("Named by {n} of the {of} documents that speak of this place ({documents}).")
    names = join_document_years(speaking, chosen.lang)
    return words.format(n=naming, of=len(speaking), documents=names)


def _chips(facts: DataFrame, column: str, lang: str) -> list[Chip]:
    return [
        {
            "name": name_place(str(place), lang),
            "evidence": quotes(group, lang),
            "count": group.document.nunique(),
            "disputed": bool((group.status == "disputed").all()),
            "chosen": False,
        }
        for place, group in facts.groupby(column, sort=False)
    ]


def expander(chosen: Choices) -> None:
    """Draw the same card, folded, under what only counts."""
    lang = chosen.lang
    title = chosen.say("Evidence: {item}, {place}")
    names = {"item": name_industry(chosen.item, lang), "place": name_place(chosen.place, lang)}
    with st.expander(title.format(**names)):
        st.html(card(chosen))


def _parks(place: str, item: str, lang: str) -> list[Chip]:
    """Return the parks of a place that list an item, with the words of their source."""
    held = claims.parks_by_place()
    held = held[held.place == place]
    facts = load_table("park_industries")
    facts = facts[facts.park.isin(held.park)]
    facts = facts[(facts.industry == item) | (facts.industry.map(map_sectors()) == item)]
    parks = load_table("parks").set_index("id")
    return [
        {
            "name": parks[f"name_{lang}"][park],
            "listed": list(dict.fromkeys(group.phrase)),
            "sources": sources(parks.source[park]),
            "count": 0,
            "disputed": False,
            "chosen": False,
        }
        for park, group in facts.groupby("park", sort=False)
    ]
