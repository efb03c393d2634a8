"""Belts side by side: every number of a comparison, made once and then drawn."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

import pandas as pd
from pandas import DataFrame, Series

from geo.belts import belt_profiles
from geo.belts.corridors import Reach
from geo.ground import count_parks
from geo.intake.own_layer import OwnLayer
from geo.measures.sector_counts import count_by_sector
from geo.ties import round_off

MEASURES = (
    "territory_km2", "prefectures", "parks", "national_parks", "axis_km", "stops", "corridor_km2",
    "parks_certain", "parks_possible", "seats", "hubs", "industries", "industries_documents",
    "industries_parks", "clusters", "brands",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Comparison:
    """Belts side by side; parks are the verified ones, a reader's own rows are counted apart.

    Attributes
    ----------
    km
        What the corridors reach to either side of the axes.
    measures
        `MEASURES` × belt.
    claims
        Industry × belt, True where the document of the belts states the industry for the belt.
    kinds
        A row a belt, kind and level of parks: belt, kind, level, parks.
    sectors
        Sector × belt: how many parks of the territory list an industry of the sector.
    reaches
        By belt how many parks the corridor holds.
    own_measures, own_reaches
        The same of the reader's own rows; empty where there are none.
    """

    belts: tuple[str, ...]
    km: float
    measures: DataFrame
    claims: DataFrame
    kinds: DataFrame
    sectors: DataFrame
    reaches: Mapping[str, Reach]
    own_measures: DataFrame = field(default_factory=DataFrame)
    own_reaches: Mapping[str, Reach] = field(default_factory=dict)

    @property
    def most_of_a_kind(self) -> int:
        """The largest number of parks of one kind in one belt."""
        return int(self.kinds.groupby(["belt", "kind"]).parks.sum().max())

    @property
    def most_of_a_sector(self) -> int:
        """The largest number of parks of one sector in one belt."""
        return int(self.sectors.to_numpy().max())


def compare_belts(belts: Iterable[str], km: float, own: OwnLayer | None = None) -> Comparison:
    """Return belts side by side, their corridors reaching `km` to either side of the axes.

    Examples
    --------
    >>> comparison = compare_belts(["changchun-siping", "changchun-jilin-tumen"], 40)
    >>> comparison.measures.loc["prefectures"].to_dict()
    {'changchun-siping': 2.0, 'changchun-jilin-tumen': 3.0}
    """
    order = tuple(belts)
    return Comparison(
        belts=order,
        km=km,
        measures=DataFrame({belt: measure_belt(belt, km) for belt in order}),
        claims=belt_profiles.tabulate_claims(belt_profiles.select_belt_claims(), order),
        kinds=pd.concat([_count_kinds(belt) for belt in order], ignore_index=True),
        sectors=DataFrame({belt: _count_sectors(belt) for belt in order}).fillna(0).astype(int),
        reaches={belt: belt_profiles.count_corridor_reach("parks", belt, km) for belt in order},
        own_measures=DataFrame({belt: measure_own_rows(own, belt, km) for belt in order})
        if own
        else DataFrame(),
        own_reaches={belt: own.count_in_corridor(belt, km) for belt in order} if own else {},
    )


@cache
def _count_kinds(belt: str) -> DataFrame:
    parks = belt_profiles.select_territory_parks(belt)
    return belt_profiles.count_by_kind(parks).assign(belt=belt)


@cache
def _count_sectors(belt: str) -> Series:
    counts = count_by_sector(belt_profiles.select_territory_parks(belt))
    return counts.set_index("sector").parks


@lru_cache(maxsize=128)
def measure_belt(belt: str, km: float) -> dict[str, float]:
    """Return a belt's numbers by the names in `MEASURES`: areas in km², lengths in km, counts."""
    reach = belt_profiles.count_corridor_reach("parks", belt, km)
    numbers = _measure_whatever_the_width(belt) | {
        "corridor_km2": belt_profiles.measure_corridor(belt, km),
        "parks_certain": reach.certain,
        "parks_possible": reach.possible,
        "seats": belt_profiles.count_corridor_reach("seats", belt, km).certain,
        "hubs": len(belt_profiles.find_hubs_along(belt, km)),
    }
    return {name: numbers[name] for name in MEASURES}


@lru_cache(maxsize=8)
def _measure_whatever_the_width(belt: str) -> dict[str, float]:
    parks = belt_profiles.select_territory_parks(belt)
    support = belt_profiles.find_belt_support(belt)
    return {
        "territory_km2": float(belt_profiles.measure_territories()[belt]),
        "axis_km": float(belt_profiles.measure_axes()[belt]),
        "prefectures": len(belt_profiles.list_members(belt)),
        "stops": len(belt_profiles.locate_stops(belt)),
        "parks": count_parks(parks),
        "national_parks": count_parks(parks[parks.national_zone.notna()]),
        "industries": support.industry.nunique(),
        "industries_documents": support.industry[support.facts.map(bool)].nunique(),
        "industries_parks": support.industry[support.parks.map(bool)].nunique(),
        "clusters": len(belt_profiles.select_inside("clusters", belt)),
        "brands": len(belt_profiles.select_inside("brands", belt)),
    }


def measure_own_rows(own: OwnLayer, belt: str, km: float) -> dict[str, float]:
    """Return how many of a reader's own rows a belt and its corridor hold."""
    reach = own.count_in_corridor(belt, km)
    members = sum(belt in belts for belts in own.frame.belts)
    return {"own": members, "own_certain": reach.certain, "own_possible": reach.possible}


def find_extremes(row: Series) -> tuple[frozenset[str], frozenset[str]]:
    """Return which labels of a row hold its highest and its lowest value; none when all agree.

    Missing values take no part.
    """
    values = Series(round_off(row.dropna()), index=row.dropna().index)
    if values.nunique() < 2:
        return frozenset(), frozenset()
    highest, lowest = values == values.max(), values == values.min()
    return frozenset(values.index[highest]), frozenset(values.index[lowest])
