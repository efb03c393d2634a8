"""Industries that the 2013 document states for a belt, and who else says so, by prefecture."""

from typing import Any

import pandas as pd
import streamlit as st

from components import sheet
from components.belts import words
from components.belts.choices import Choices
from components.evidence import quotes, sources
from geo import belt_profiles, store
from geo.filters import label
from geo.i18n import pick
from geo.tables import table
from layers.cards import render


def show(chosen: Choices) -> None:
    """Draw one line an industry; opening it shows every quotation."""
    say, lang = chosen.say, chosen.lang
    support = belt_profiles.supported(chosen.belt)
    members = belt_profiles.members(chosen.belt)
    rows = [
        _row(chosen, str(industry), group)
        for industry, group in support.groupby("industry", sort=False)
    ]
    heads = [words.place(code, lang) for code in members]
    head = say("Industry as the 2013 document states it")
    st.html(render("belt_industries.html", lang, head=head, heads=heads, rows=rows))
    sheet.twin(say, frame(chosen, support), f"{chosen.belt}-industries")


def _row(chosen: Choices, industry: str, support: pd.DataFrame) -> dict[str, Any]:
    stated = belt_profiles.claims().query("place == @chosen.belt and industry == @industry")
    cells = [_cell(chosen, industry, pair) for pair in support.itertuples()]
    sector = table("industries").set_index("id").sector[industry]
    head = chosen.say("Other industries of the same sector ({sector}) named here")
    return {
        "name": label("industry", industry, chosen.lang),
        "phrase": stated.phrase.iloc[0],
        "remark": "",
        "stated": quotes(stated, chosen.lang),
        "cells": cells,
        "near": _near(chosen, industry),
        "near_head": head.format(sector=label("industry", sector, chosen.lang)),
    }


def _cell(chosen: Choices, industry: str, pair: Any) -> dict[str, Any]:
    lang = chosen.lang
    facts = table("specialities")
    return {
        "place": words.place(pair.prefecture, lang),
        "any": bool(pair.facts or pair.parks),
        "words": _said(chosen, pair),
        "evidence": quotes(facts[facts.id.isin(pair.facts)], lang),
        "parks": [_park(one, industry, lang) for one in pair.parks],
    }


def _said(chosen: Choices, pair: Any) -> str:
    parts = [words.documents(pair.facts, chosen.lang)] if pair.facts else []
    if pair.parks:
        parts.append(chosen.say("parks: {n}").format(n=len(pair.parks)))
    return " · ".join(parts) or "–"


def _park(one: str, industry: str, lang: str) -> dict[str, Any]:
    park = store.layer("parks").set_index("id").loc[one]
    listed = table("park_industries")
    listed = listed[(listed.park == one) & (listed.industry == industry)]
    return {
        "name": pick(park.name_zh, park.name_en, lang),
        "phrase": listed.phrase.iloc[0],
        "sources": sources(park.source),
    }


def _near(chosen: Choices, industry: str) -> str:
    lang = chosen.lang
    facts, parks = belt_profiles.same_sector(chosen.belt, industry)
    said = [
        f"{label('industry', str(one), lang)} "
        f"({words.listed([words.place(code, lang) for code in group.prefecture.unique()], lang)}"
        f"{pick('；', '; ', lang)}{words.documents(tuple(group.id), lang)})"
        for one, group in facts.groupby("industry", sort=False)
    ]
    if len(parks):
        said.append(chosen.say("parks: {n}").format(n=len(parks)))
    return pick("；", "; ", lang).join(said)


def frame(chosen: Choices, support: pd.DataFrame) -> pd.DataFrame:
    """Return the support as a table: one row an industry and prefecture."""
    say, lang = chosen.say, chosen.lang
    stated = belt_profiles.claims().query("place == @chosen.belt").set_index("industry").phrase
    parks = store.layer("parks").set_index("id")
    names = parks[pick("name_zh", "name_en", lang)]
    return pd.DataFrame(
        {
            say("facet.industry"): [label("industry", one, lang) for one in support.industry],
            say("Phrase as written"): support.industry.map(stated),
            say("facet.prefecture"): [words.place(one, lang) for one in support.prefecture],
            say("Other documents"): [words.documents(one, lang) or "–" for one in support.facts],
            say("Verified parks that list it"): [
                words.listed([names[park] for park in one], lang) or "–" for one in support.parks
            ],
        }
    )
