"""How well a park fits an industry: what the park lists, and what documents say of its place."""

import numpy as np
from numpy.typing import NDArray
from pandas import DataFrame, Series

from geo import store
from geo.evidence import stated_facts
from geo.filters import expand_industries
from geo.memory import remembered
from geo.names import map_sectors
from geo.siting.own_rows import OwnRows, select_parks

GRADES = {
    "listed": 1.0,
    "county": 0.75,
    "prefecture": 0.5,
    "belt": 0.35,
    "sector": 0.2,
    "none": 0.0,
}


@remembered
def find_grounds(industry: str, *, own_rows: OwnRows | None = None) -> Series:
    """Return the best ground for an industry or sector: a key of GRADES for each park id."""
    industries = expand_industries((industry,))
    sectors = map_sectors()
    family = {
        member
        for member, sector in sectors.items()
        if sector in {sectors[chosen] for chosen in industries}
    }
    facts = stated_facts()
    named = facts[facts.industry.isin(industries)]
    places = set(named.place)

    def ground(park: Series) -> str:
        tests = {
            "listed": not industries.isdisjoint(park.industries),
            "county": park.county_adcode in places,
            "prefecture": park.prefecture_adcode in places,
            "belt": not places.isdisjoint(park.belts),
            "sector": not family.isdisjoint(park.industries),
        }
        return next((name for name, holds in tests.items() if holds), "none")

    return select_parks(own_rows).set_index("id").apply(ground, axis=1)


def find_evidence(industry: str, park: Series) -> DataFrame:
    """Return the counted specialities behind a park's fit with an industry or sector."""
    places = {park.county_adcode, park.prefecture_adcode, *park.belts}
    facts = stated_facts()
    return facts[facts.place.isin(places) & facts.industry.isin(expand_industries((industry,)))]


@remembered
def measure_fit(industries: tuple[str, ...], *, own_rows: OwnRows | None = None) -> DataFrame:
    """Return low, value and high fit of each park (id) with the chosen industries, 0 to 1.

    A park whose industries are unknown keeps its documents' grade as value and lower bound; the
    upper bound is 1.
    """
    parks = select_parks(own_rows).set_index("id")
    grades = [find_grounds(name, own_rows=own_rows).map(GRADES) for name in industries]
    value = sum(grades, Series(0.0, index=parks.index)) / max(len(grades), 1)
    unknown = ~parks.industries.map(bool)
    return DataFrame({"low": value, "value": value, "high": value.where(~unknown, 1.0)})


def flag_listing_parks(industries: frozenset[str]) -> NDArray[np.bool_]:
    """Return which parks list one of `industries`, in the order of the layer."""
    listed = store.load_layer("parks").industries
    return np.array([not industries.isdisjoint(items) for items in listed], dtype=bool)


def list_related_industries(industries: tuple[str, ...]) -> frozenset[str]:
    """Return every industry of the sectors that the chosen ones belong to."""
    sectors = map_sectors()
    chosen = {sectors[industry] for industry in expand_industries(industries)}
    return frozenset(industry for industry, sector in sectors.items() if sector in chosen)
