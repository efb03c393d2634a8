"""Industries that the 2013 document states for a belt, and who else says so, by prefecture."""

from functools import lru_cache, partial
from typing import Any

import pandas as pd
import streamlit as st

from components import figure
from geo import store
from geo.belts import belt_profiles
from geo.citations import cite_sources
from geo.ground import count_parks
from geo.i18n import Language, pick, translator
from geo.names import (
    get_text,
    join_document_years,
    join_names,
    map_sectors,
    name_industry,
    name_place,
    name_sector,
)
from geo.quotations import quote_facts
from geo.tables import load_table
from layers.markup import render_template
from screens.belts.parameters import Choices


def show_industries(chosen: Choices) -> None:
    """Draw one line an industry; opening it shows every quotation."""
    figure.show_figure(
        f"{chosen.belt}-industries",
        partial(st.html, _render_lines(chosen.belt, chosen.lang)),
        tabulate_support(chosen.belt, chosen.lang),
        label=chosen.say("List"),
    )


@lru_cache(maxsize=16)
def _render_lines(belt: str, lang: Language) -> str:
    """Return the lines as HTML."""
    support = belt_profiles.find_belt_support(belt)
    rows = [
        _row(belt, lang, str(industry), group)
        for industry, group in support.groupby("industry", sort=False)
    ]
    heads = [name_place(code, lang) for code in belt_profiles.list_members(belt)]
    say = translator(lang)
    head = say("Industry as named in the 2013 document (original lost, official English)")
    return render_template(
        "screens/belts/belt_industries.html", lang, head=head, heads=heads, rows=rows
    )


def _row(belt: str, lang: Language, industry: str, support: pd.DataFrame) -> dict[str, Any]:
    facts = belt_profiles.select_belt_claims()
    stated = facts[(facts.place == belt) & (facts.industry == industry)]
    head = translator(lang)("Other industries of the same sector ({sector}) named here")
    return {
        "name": name_industry(industry, lang),
        "phrase": stated.phrase.iloc[0],
        "remark": "",
        "stated": quote_facts(stated, lang),
        "cells": [_cell(lang, industry, pair) for pair in support.itertuples()],
        "near": _near(belt, lang, industry),
        "near_head": head.format(sector=name_sector(map_sectors()[industry], lang)),
    }


def _cell(lang: Language, industry: str, pair: Any) -> dict[str, Any]:
    facts = load_table("specialities")
    return {
        "place": name_place(pair.prefecture, lang),
        "any": bool(pair.facts or pair.parks),
        "words": _sum_up(lang, pair),
        "evidence": quote_facts(facts[facts.id.isin(pair.facts)], lang),
        "parks": [_describe_park(park, industry, lang) for park in pair.parks],
    }


def _sum_up(lang: Language, pair: Any) -> str:
    parts = [_join_years(pair.facts, lang)] if pair.facts else []
    if pair.parks:
        parts.append(translator(lang)("parks: {n}").format(n=len(pair.parks)))
    return " · ".join(parts) or "–"


def _join_years(facts: tuple[str, ...], lang: Language) -> str:
    """Return the years of the documents behind specialities."""
    stated = load_table("specialities")
    return join_document_years(stated.document[stated.id.isin(facts)], lang)


def _describe_park(park_id: str, industry: str, lang: Language) -> dict[str, Any]:
    park = store.load_layer("parks").set_index("id").loc[park_id]
    listed = load_table("park_industries")
    listed = listed[(listed.park == park_id) & (listed.industry == industry)]
    return {
        "name": get_text(park, "name", lang),
        "phrase": listed.phrase.iloc[0],
        "sources": cite_sources(park.sources, lang),
    }


def _near(belt: str, lang: Language, industry: str) -> str:
    facts, parks = belt_profiles.find_same_sector(belt, industry)
    between = pick("；", "; ", lang)
    parts = []
    for kin, group in facts.groupby("industry", sort=False):
        places = join_names((name_place(code, lang) for code in group.prefecture.unique()), lang)
        documents = _join_years(tuple(group.id), lang)
        parts.append(f"{name_industry(str(kin), lang)} ({places}{between}{documents})")
    if len(parks):
        parts.append(translator(lang)("parks: {n}").format(n=count_parks(parks)))
    return between.join(parts)


@lru_cache(maxsize=16)
def tabulate_support(belt: str, lang: Language) -> pd.DataFrame:
    """Return the support as a table: one row an industry and prefecture."""
    say, support = translator(lang), belt_profiles.find_belt_support(belt)
    facts = belt_profiles.select_belt_claims()
    stated = facts[facts.place == belt].set_index("industry").phrase
    names = store.load_layer("parks").set_index("id")[f"name_{lang}"]
    return pd.DataFrame(
        {
            say("facet.industry"): [name_industry(industry, lang) for industry in support.industry],
            say("Phrase as written"): support.industry.map(stated),
            say("facet.prefecture"): [name_place(place, lang) for place in support.prefecture],
            say("Other documents"): [_join_years(ids, lang) or "–" for ids in support.facts],
            say("Verified parks that list it"): [
                join_names((names[park] for park in parks), lang) or "–" for parks in support.parks
            ],
        }
    )
