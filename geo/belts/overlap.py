"""What lies in more than one belt: prefectures, industries, ground, parks."""

from dataclasses import dataclass
from functools import lru_cache

import pandas as pd
from geopandas import GeoSeries
from pandas import DataFrame, Series

from geo.belts import belt_profiles, corridors
from geo.crs import STORED
from geo.filters import list_options
from geo.intake.own_layer import OwnLayer
from geo.tables import load_table


@dataclass(frozen=True, eq=False)
class Overlap:
    """What belts share, their corridors reaching `km` to either side of the axes.

    Attributes
    ----------
    members
        By prefecture the belts that it belongs to, a list; those of most belts first.
    claims
        Industry × belt, True where the belt's document states it; those of most belts first.
    shared_km2
        Belt × belt: the ground that two corridors share; on the diagonal a corridor's own.
    covered_km2
        By number of belts the ground that at least so many corridors cover.
    verdicts
        Park × belt, the parks in more than one corridor, possibly or certainly: a word of
        `corridors.VERDICTS`; own rows of the reader's last.
    """

    km: float
    members: Series
    claims: DataFrame
    shared_km2: DataFrame
    covered_km2: Series
    verdicts: DataFrame

    @property
    def certain(self) -> Series:
        """By park whether it lies in more than one corridor certainly."""
        return (self.verdicts == "certain").sum(axis=1) > 1


def find_overlap(km: float, own: OwnLayer | None = None) -> Overlap:
    """Return what the belts share; verified parks, ground counted once, and a reader's own rows.

    Examples
    --------
    >>> overlap = find_overlap(40)
    >>> overlap.members.map(len).head(1).to_dict()
    {'220100': 4}
    """
    shared_km2, covered_km2 = measure_ground(km)
    members = load_table("belt_members").groupby("adcode", sort=False).belt.agg(list)
    claims = belt_profiles.tabulate_claims(belt_profiles.select_belt_claims(), list_options("belt"))
    counts = claims.sum(axis=1).sort_values(ascending=False, kind="stable")
    return Overlap(
        km=km,
        members=members.iloc[members.map(len).argsort(kind="stable")[::-1]],
        claims=claims.loc[counts.index],
        shared_km2=shared_km2,
        covered_km2=covered_km2,
        verdicts=_find_shared_parks(km, own),
    )


@lru_cache(maxsize=128)
def measure_ground(km: float) -> tuple[DataFrame, Series]:
    """Return the ground that corridors share by pairs, and by how many cover it, km²."""
    belts = list_options("belt")
    shapes = GeoSeries({belt: corridors.clip_corridor(belt, km) for belt in belts}, crs=STORED)
    return corridors.measure_overlaps(shapes), corridors.measure_shared_ground(shapes)


def _find_shared_parks(km: float, own: OwnLayer | None) -> DataFrame:
    counted = belt_profiles.list_counted_parks()
    verdicts = DataFrame(
        {
            belt: corridors.judge_layer("parks", belt, km).verdict.loc[counted]
            for belt in list_options("belt")
        }
    )
    if own:
        own_verdicts = {belt: own.judge_corridor(belt, km).verdict for belt in verdicts}
        verdicts = pd.concat([verdicts, DataFrame(own_verdicts)])
    return verdicts[verdicts.isin(["certain", "possible"]).sum(axis=1) > 1]
