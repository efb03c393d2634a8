"""Which document says what of which place: the ground of every claim on screen."""

from functools import cache

import pandas as pd
from pandas import DataFrame, Series

from geo.tables import load_table


@cache
def stated_facts() -> DataFrame:
    """Return the specialities that count: stated, not disputed by the documents themselves."""
    facts = load_table("specialities")
    return facts[facts.status == "stated"]


@cache
def places_of(prefecture: str, county: str) -> frozenset[str]:
    """Return the places whose specialities bear on a park: county, prefecture and its belts."""
    members = load_table("belt_members")
    return frozenset({county, prefecture, *members.belt[members.adcode == prefecture]})


def park_documents(parks: DataFrame) -> Series:
    """Documents that speak of each park, as tuples of ids, on the index of `parks`.

    A document speaks of a park when it counts it among the national zones, or when it gives an
    industry that the park lists to the park's county, prefecture or belt.
    Columns needed: prefecture_adcode, county_adcode, industries, national_zone.
    """
    order = list(load_table("policies").id)
    facts = stated_facts()
    named = set(zip(facts.place, facts.industry, facts.document, strict=True))

    def documents(park: Series) -> tuple[str, ...]:
        places = places_of(park.prefecture_adcode, park.county_adcode)
        listed = set(park.industries)
        matches = {
            document
            for place, industry, document in named
            if place in places and industry in listed
        }
        if pd.notna(park.national_zone):
            matches.add("national-zones-2021")
        return tuple(sorted(matches, key=order.index))

    return parks.apply(documents, axis=1)


def of_place(place: str) -> DataFrame:
    """Return every speciality of a place, disputed ones included, in the documents' order."""
    facts = load_table("specialities")
    return facts[facts.place == place]
