"""What is known of the belt itself, the clusters and brands inside it, and areas beside it."""

from dataclasses import replace
from functools import cache, lru_cache

import streamlit as st
from pandas import DataFrame

from components.cards.belt_card import make_shape_card
from components.cards.card_parts import render_card
from geo.belts import belt_profiles
from geo.citations import cite_place_of_brand
from geo.i18n import Language, translator
from geo.layers import list_fact_points
from geo.names import get_text, join_industries, name_document_year, name_place
from geo.quotations import quote_facts
from geo.tables import load_table
from layers.cards import Fact
from layers.markup import render_template
from screens.belts.parameters import Choices


def show_belt(chosen: Choices) -> None:
    """Draw the card of the belt's members and shapes."""
    st.html(render_card(make_shape_card(chosen, chosen.belt, chosen.width), chosen))


def show_named(chosen: Choices) -> None:
    """Draw the clusters and brands whose place lies in the belt."""
    st.html(_render_named(chosen.belt, chosen.lang))
    unplaced = int(load_table("brands").place.isna().sum())
    sentence = chosen.say("{n} brands whose place no source gives are in no belt.")
    st.caption(sentence.format(n=unplaced))


def show_areas(chosen: Choices) -> None:
    """Draw the areas that documents name beside the belts; none of them has an edge."""
    st.html(_render_areas(chosen.lang))


@cache
def _render_areas(lang: Language) -> str:
    say, areas = translator(lang), load_table("areas")
    facts = [
        Fact(
            get_text(row, "name", lang),
            f"{say(f'area_kind.{row.kind}')} · {name_document_year(row.document, lang)}",
            quotes=quote_facts(areas.loc[[row.Index]], lang),
        )
        for row in areas.itertuples()
    ]
    return render_template("screens/belts/belt_named.html", lang, facts=facts, nothing="")


@lru_cache(maxsize=16)
def _render_named(belt: str, lang: Language) -> str:
    facts = [
        _describe(layer, rows.loc[[key]], lang)
        for layer in list_fact_points()
        for rows in [belt_profiles.select_inside(layer, belt)]
        for key in rows.index
    ]
    nothing = translator(lang)("No document names a cluster or brand here.")
    return render_template("screens/belts/belt_named.html", lang, facts=facts, nothing=nothing)


def _describe(layer: str, rows: DataFrame, lang: Language) -> Fact:
    """Return a cluster or brand, the one row of `rows`, with its place and industries."""
    say, row = translator(lang), rows.iloc[0]
    industries = join_industries(row.industries, lang) or say("unknown")
    year = name_document_year(row.document, lang)
    parts = (say(f"one.{layer}"), year, name_place(row.place, lang), industries)
    fact = Fact(get_text(row, "name", lang), " · ".join(parts), quotes=quote_facts(rows, lang))
    if layer == "clusters":  # their place is the document's own
        return fact
    basis = get_text(row, "place_basis", lang)
    return replace(fact, basis=basis, sources=cite_place_of_brand(row, lang))
