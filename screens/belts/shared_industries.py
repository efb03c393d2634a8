"""Industries by the number of belts that claim them, each with the document's words."""

from functools import lru_cache, partial
from typing import Any

import streamlit as st
from pandas import DataFrame

from components import figure
from geo.belts import belt_profiles
from geo.belts.overlap import Overlap
from geo.filters import list_options
from geo.i18n import Language, translator
from geo.names import map_sectors, name_industry, name_place, name_sector
from geo.quotations import quote_facts
from layers.markup import render_template


def show_industries(overlap: Overlap, lang: Language) -> None:
    """Draw one line an industry, those of most belts first; opening it shows the quotations."""
    say, order = translator(lang), tuple(overlap.claims.index)
    st.caption(
        say(
            "{n} of {total} industries are claimed by more than one belt. Each cell holds the "
            "words of the 2013 document; open a line for the quotations."
        ).format(n=int((overlap.claims.sum(axis=1) > 1).sum()), total=len(order))
    )
    figure.show_figure(
        "belts-industries",
        partial(st.html, _render_lines(order, lang)),
        tabulate_industries(lang),
        label=say("List"),
    )


@lru_cache(maxsize=4)
def _render_lines(industries: tuple[str, ...], lang: Language) -> str:
    return render_template(
        "screens/belts/belt_industries.html",
        lang,
        head=translator(lang)("facet.industry"),
        heads=[name_place(belt, lang) for belt in list_options("belt")],
        rows=[_describe_industry(industry, lang) for industry in industries],
    )


def _describe_industry(industry: str, lang: Language) -> dict[str, Any]:
    say, facts = translator(lang), belt_profiles.select_belt_claims()
    facts = facts[facts.industry == industry]
    count = facts.place.nunique()
    remark = say("{n} belts") if count > 1 else say("{n} belt")
    return {
        "name": name_industry(industry, lang),
        "phrase": "",
        "remark": remark.format(n=count),
        "stated": [],
        "cells": [
            _describe_claim(belt, facts[facts.place == belt], lang) for belt in list_options("belt")
        ],
        "near": "",
        "near_head": "",
    }


def _describe_claim(belt: str, facts: DataFrame, lang: Language) -> dict[str, Any]:
    return {
        "place": name_place(belt, lang),
        "any": len(facts) > 0,
        "words": f"“{facts.phrase.iloc[0]}”" if len(facts) else "–",
        "evidence": quote_facts(facts, lang),
        "parks": [],
    }


@lru_cache(maxsize=4)
def tabulate_industries(lang: Language) -> DataFrame:
    """Return industry × belt with the document's words, sector by sector."""
    say, facts, belts = translator(lang), belt_profiles.select_belt_claims(), list_options("belt")
    order = [industry for industry in list_options("industry") if industry in set(facts.industry)]
    cells = facts.pivot_table(index="industry", columns="place", values="phrase", aggfunc="first")
    cells = cells.reindex(index=order, columns=list(belts)).fillna("–")
    table = cells.rename(columns={belt: name_place(belt, lang) for belt in belts})
    table = table.reset_index(drop=True)
    table.insert(0, say("facet.industry"), [name_industry(industry, lang) for industry in order])
    sectors = [name_sector(map_sectors()[industry], lang) for industry in order]
    table.insert(0, say("Sector"), sectors)
    table[say("Belts")] = (cells != "–").sum(axis=1).to_numpy()
    return table
