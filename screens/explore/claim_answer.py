"""Who has the chosen industry: claimed by documents, and listed by parks, told apart."""

import streamlit as st
from geopandas import GeoDataFrame
from pandas import DataFrame

from components.evidence_chips import make_chip
from components.state import State
from geo.measures.claimants import KINDS, select_claims
from geo.names import join_document_years, name_place
from geo.select import select_rows
from layers.cards import Chip, ChipGroup, Section
from layers.markup import render_template

TITLES = {"belt": "layer.belts", "prefecture": "layer.prefectures", "county": "layer.counties"}


def show_claim_answer(chosen: State, parks: GeoDataFrame) -> None:
    """Draw, while an industry is chosen, who claims it and how many parks list it."""
    if not chosen.filter.industry:
        return
    say, claims = chosen.say, select_claims(chosen.filter)
    listed = say(
        "Listed by parks: {n}. Clusters named: {clusters}. Brands named: {brands}."
    ).format(
        n=len(parks),
        clusters=len(select_rows("clusters", chosen.filter)),
        brands=len(select_rows("brands", chosen.filter)),
    )
    st.html(
        render_template(
            "screens/explore/claim_answer.html",
            chosen.lang,
            sections=[_make_section(chosen, claims, kind) for kind in KINDS],
            listed=listed,
        )
    )


def _make_section(chosen: State, claims: DataFrame, kind: str) -> Section:
    of_kind = claims[claims.place_kind == kind]
    chips = tuple(
        _make_chip(chosen, str(place), facts)
        for place, facts in of_kind.groupby("place", sort=True)
    )
    nothing = chosen.say("none")
    return Section(chosen.say(TITLES[kind]), (ChipGroup(chips),) if chips else (), nothing)


def _make_chip(chosen: State, place: str, facts: DataFrame) -> Chip:
    years = join_document_years(facts.document, chosen.lang)
    name = chosen.say("{name} ({years})").format(name=name_place(place, chosen.lang), years=years)
    return make_chip(name, facts, chosen.lang)
