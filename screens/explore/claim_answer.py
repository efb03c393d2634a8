"""Who has the chosen industry: claimed by documents, and listed by parks, told apart."""

import streamlit as st
from geopandas import GeoDataFrame

from components.claim_sections import list_claim_sections
from components.share import offers
from components.state import State
from geo.ground import count_parks
from geo.measures.claimants import select_claims
from geo.search import is_in_atlas
from geo.select import select_rows
from layers.markup import render_template


def show_claim_answer(chosen: State, parks: GeoDataFrame) -> None:
    """Draw, while an industry is chosen, who claims it and how many parks list it."""
    if not chosen.filter.industry:
        return
    say, claims = chosen.say, select_claims(chosen.filter)
    listed = say(
        "Listed by parks: {n}. Clusters named: {clusters}. Brands named: {brands}."
    ).format(
        n=count_parks(parks),
        clusters=len(select_rows("clusters", chosen.filter)),
        brands=len(select_rows("brands", chosen.filter)),
    )
    st.html(
        render_template(
            "screens/explore/claim_answer.html",
            chosen.lang,
            sections=list_claim_sections(chosen, claims),
            listed=listed,
        )
    )
    for asked in chosen.filter.industry:
        if is_in_atlas("industries", asked):  # a sector has no brief
            offers.offer_brief("industries", asked)
