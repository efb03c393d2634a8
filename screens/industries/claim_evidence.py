"""The evidence of an industry: what documents say of it here, or everywhere, and who else."""

from functools import cache

import streamlit as st
from pandas import DataFrame

from components.evidence_chips import make_chip
from geo import claims
from geo.citations import cite_sources
from geo.i18n import Language, translator
from geo.names import get_text, join_document_years, map_sectors, name_industry, name_place
from geo.quotations import quote_facts
from geo.tables import load_table, rows_where
from layers.cards import Chip, ChipGroup, Section
from layers.markup import render_template
from screens.industries.parameters import Choices, name_chosen_place


@cache
def render_evidence(chosen: Choices) -> str:
    """Return the card of the chosen item, in one place or in all, with every quotation, as HTML."""
    every = claims.list_claims(chosen.by, counties=True, disputed=True)
    naming = every[every["item"] == chosen.item]
    of_place = naming[(naming.place if chosen.counties else naming.source_place) == chosen.place]
    return render_template(
        "screens/industries/claim.html",
        chosen.lang,
        item=name_industry(chosen.item, chosen.lang),
        place=name_chosen_place(chosen.place, chosen.lang),
        verdict=_count_places(naming, chosen) if chosen.is_everywhere else count_documents(chosen),
        quotes=quote_facts(of_place, chosen.lang),
        sections=_list_sections(naming, chosen),
        open=chosen.is_everywhere,
    )


def _count_places(naming: DataFrame, chosen: Choices) -> str:
    """Return, in a sentence, which documents name the item for any place."""
    stated = naming[naming.status == "stated"]
    sentence = chosen.say("Documents that name it for a place: {documents}.")
    years = join_document_years(stated.document, chosen.lang) or chosen.say("none")
    return sentence.format(documents=years)


def _list_sections(naming: DataFrame, chosen: Choices) -> list[Section]:
    """Return who else claims the item: belts, prefectures, counties, and parks of the place."""
    say = chosen.say
    belts = claims.of_kind(naming, "belt")
    prefectures = naming[naming.source_kind == "prefecture"]
    counties = naming[naming.source_kind == "county"]
    sections = [
        (say("All belts that claim it"), _list_places(belts, "place", chosen.lang)),
        (say("All prefectures that claim it"), _list_places(prefectures, "place", chosen.lang)),
        (say("Counties named for it"), _list_places(counties, "source_place", chosen.lang)),
        (
            say("Parks that list it") if chosen.is_everywhere else say("Parks there that list it"),
            _list_parks(chosen),
        ),
    ]
    if counties.empty:
        del sections[2]
    return [_make_section(title, chips, chosen.lang) for title, chips in sections]


def _make_section(title: str, chips: tuple[Chip, ...], lang: Language) -> Section:
    """Return a section whose title counts the chips that are not disputed."""
    count = sum(not chip.disputed for chip in chips)
    return Section(
        f"{title} · {count}" if chips else title,
        (ChipGroup(chips),) if chips else (),
        translator(lang)("none known"),
    )


def count_documents(chosen: Choices) -> str:
    """Return, in a sentence, how many of the documents that speak of the place name the item."""
    say, facts = chosen.say, claims.list_claims(chosen.by, counties=chosen.counties)
    of_place = facts[facts.place == chosen.place]
    naming = of_place[of_place["item"] == chosen.item].document.nunique()
    sentence = say("Named by {n} of the {of} documents that speak of this place ({documents}).")
    years = join_document_years(of_place.document, chosen.lang)
    return sentence.format(n=naming, of=of_place.document.nunique(), documents=years)


def show_folded_claim(chosen: Choices) -> None:
    """Draw the same card, folded, under what only counts."""
    title = chosen.say("Evidence: {item}, {place}")
    names = {
        "item": name_industry(chosen.item, chosen.lang),
        "place": name_chosen_place(chosen.place, chosen.lang),
    }
    with st.expander(title.format(**names)):
        st.html(render_evidence(chosen))


def _list_places(facts: DataFrame, column: str, lang: Language) -> tuple[Chip, ...]:
    """Return the places that a column of claims holds, each with its quotations."""
    return tuple(
        make_chip(name_place(place, lang), group, lang)
        for place, group in facts.groupby(column, sort=False)
    )


def _list_parks(chosen: Choices) -> tuple[Chip, ...]:
    """Return the parks of the place that list the item, with the words of their source."""
    parks = claims.parks_by_place()
    inside = parks if chosen.is_everywhere else parks[parks.place == chosen.place]
    rows = load_table("park_industries")
    rows = rows[rows.park.isin(inside.park)]
    is_item = (rows.industry == chosen.item) | (rows.industry.map(map_sectors()) == chosen.item)
    return tuple(
        _make_park_chip(str(park), group, chosen.lang)
        for park, group in rows[is_item].groupby("park", sort=False)
    )


def _make_park_chip(key: str, rows: DataFrame, lang: Language) -> Chip:
    park = rows_where("parks", "id", key).iloc[0]
    return Chip(
        get_text(park, "name", lang),
        phrases=tuple(dict.fromkeys(rows.phrase)),
        sources=cite_sources(park.sources, lang),
    )
