"""What a belt is made of: the industries stated for it and their support, parks, brands, hubs.

The functions at the top take frames; those at the end answer for the atlas's own tables.
"""

from collections.abc import Iterable
from functools import cache, lru_cache

import pandas as pd
import shapely
from pandas import DataFrame, Series
from shapely.geometry.base import BaseGeometry

from geo import store
from geo.belts import corridors
from geo.crs import METRIC, area_km2, length_km, to_metric
from geo.evidence import stated_facts
from geo.filters import belts_of, prefecture_of
from geo.ground import select_counted
from geo.names import map_sectors
from geo.tables import load_table
from geo.ties import sort_rows

DOCUMENT = "belts-2013"


def tabulate_claims(facts: DataFrame, belts: Iterable[str]) -> DataFrame:
    """Return industry × belt, True where a belt's document states the industry for the belt.

    `facts` has place and industry; rows in the order in which the facts first name an industry.
    """
    columns = list(belts)
    claims = facts[facts.place.isin(columns)]
    rows = list(dict.fromkeys(claims.industry))
    named = set(zip(claims.industry, claims.place, strict=True))
    cells = [[(industry, belt) in named for belt in columns] for industry in rows]
    return DataFrame(cells, index=Series(rows, dtype=object, name="industry"), columns=columns)


def find_support(
    industries: Iterable[str], prefectures: Iterable[str], facts: DataFrame, parks: DataFrame
) -> DataFrame:
    """Return who else names each industry in each prefecture: one row a pair.

    `facts` has id, prefecture, industry; `parks` id, prefecture_adcode, industries (tuples).
    Columns: industry, prefecture, facts and parks (tuples of ids, empty when nobody does).
    """
    rows = []
    for industry in industries:
        named = facts[facts.industry == industry]
        lists = parks.industries.map(lambda ids, industry=industry: industry in ids).astype(bool)
        listing = parks[lists]
        rows += [
            {
                "industry": industry,
                "prefecture": place,
                "facts": tuple(named.id[named.prefecture == place]),
                "parks": tuple(listing.id[listing.prefecture_adcode == place]),
            }
            for place in prefectures
        ]
    return DataFrame(rows, columns=["industry", "prefecture", "facts", "parks"])


def count_by_kind(parks: DataFrame) -> DataFrame:
    """Return how many parks count of each kind and level: kind, level, parks; most first.

    Those of a kind are counted together: a part of another kind than its whole counts for its own.
    Columns needed: id, kind, level.
    """
    of_kind = pd.concat([select_counted(group) for _, group in parks.groupby("kind")])
    counts = of_kind.groupby(["kind", "level"]).size().rename("parks").reset_index()
    counts["all"] = counts.groupby("kind").parks.transform("sum")
    order = counts.sort_values(["all", "kind", "level"], ascending=[False, True, True])
    return order.drop(columns="all").reset_index(drop=True)


def list_members(belt: str) -> list[str]:
    """Return the member prefectures of a belt in travel order."""
    rows = load_table("belt_members")
    return rows[rows.belt == belt].sort_values("sort").adcode.tolist()


@lru_cache(maxsize=8)
def locate_stops(belt: str) -> DataFrame:
    """Return the stops of a belt's axis in travel order, with along_km from the first."""
    rows = load_table("belt_axes")
    rows = rows[rows.belt == belt].sort_values("sort").reset_index(drop=True)
    points = store.load_layer("seats").set_index("id").geometry.loc[rows.adcode].to_crs(METRIC)
    steps = points.distance(points.shift().set_axis(points.index), align=False).fillna(0)
    return rows.assign(along_km=steps.cumsum().to_numpy() / 1000)


@cache
def select_belt_claims() -> DataFrame:
    """Return what `belts-2013` states for the belts, as specialities."""
    facts = stated_facts()
    return facts[(facts.place_kind == "belt") & (facts.document == DOCUMENT)]


@cache
def select_other_claims() -> DataFrame:
    """Return what the other documents state for prefectures and counties, with prefecture."""
    facts = stated_facts()
    facts = facts[facts.place_kind.isin(["prefecture", "county"]) & (facts.document != DOCUMENT)]
    return facts.assign(prefecture=facts.place.map(prefecture_of))


@lru_cache(maxsize=8)
def find_belt_support(belt: str) -> DataFrame:
    """Return the support of a belt's industries by member prefecture; verified parks only."""
    facts = select_belt_claims()
    parks = store.load_layer("parks")
    return find_support(
        facts.industry[facts.place == belt].drop_duplicates(),
        list_members(belt),
        select_other_claims(),
        parks[parks.status == "verified"],
    )


@lru_cache(maxsize=8)
def select_territory_parks(belt: str) -> DataFrame:
    """Return the verified parks of a belt's member prefectures; columns as the parks layer."""
    parks = store.load_layer("parks")
    return parks[(parks.status == "verified") & parks.prefecture_adcode.isin(list_members(belt))]


@lru_cache(maxsize=32)
def select_inside(name: str, belt: str) -> DataFrame:
    """Return the clusters or brands whose place is the belt or lies in its member prefectures."""
    facts = load_table(name)
    return facts[facts.place.map(lambda place: belt in belts_of(place))]


@lru_cache(maxsize=512)
def find_hubs_along(belt: str, km: float) -> DataFrame:
    """Return the hubs recorded within `km` of a belt's axis, in travel order.

    Columns of the hubs table, and along_km, off_km (see `geo.belts.corridors.locate_along_axis`).
    """
    places = corridors.locate_along_axis(corridors.project_axes()[belt], corridors.project_hubs())
    near = sort_rows(places[places.off_km <= km], ["along_km"])
    return near.join(load_table("hubs").set_index("id")).rename_axis("id").reset_index()


@cache
def measure_territories() -> Series:
    """Return the area of each belt's territory, km²."""
    shapes = (
        store.load_layer("belts").query("geometry_kind == 'territory'").set_index("id").geometry
    )
    return area_km2(shapes)


@cache
def measure_axes() -> Series:
    """Return the length of each belt's axis, km."""
    return length_km(corridors.project_axes())


@lru_cache(maxsize=512)
def measure_corridor(belt: str, km: float) -> float:
    """Return the area of a belt's corridor, km²."""
    strip = shapely.buffer(corridors.project_axes()[belt], km * 1000, quad_segs=16)
    return float(shapely.area(shapely.intersection(strip, _province())) / 1e6)


@cache
def _province() -> BaseGeometry:
    shape: BaseGeometry = to_metric(store.load_layer("province").geometry).iloc[0]
    shapely.prepare(shape)
    return shape


def find_same_sector(belt: str, industry: str) -> tuple[DataFrame, DataFrame]:
    """Return the facts and verified parks that name another industry of the same sector there.

    Facts as `select_other_claims()`, parks with columns id and industries.
    """
    sectors = map_sectors()
    near = {kin for kin, sector in sectors.items() if sector == sectors[industry]} - {industry}
    facts, parks = select_other_claims(), select_territory_parks(belt)
    named = facts.prefecture.isin(list_members(belt)) & facts.industry.isin(near)
    listing = parks.industries.map(lambda ids: bool(near.intersection(ids)))
    return facts[named], parks.loc[listing, ["id", "industries"]]


@cache
def list_counted_parks() -> list[str]:
    """Return the ids of the verified parks that count in the whole province."""
    parks = store.load_layer("parks")
    return select_counted(parks[parks.status == "verified"]).id.tolist()


def count_corridor_reach(what: str, belt: str, km: float) -> corridors.Reach:
    """Return how many verified parks (or county seats) lie within `km` of a belt's axis.

    Parks as they count in the whole province, so that certain, possible and outside add up.
    """
    verdicts = corridors.judge_layer(what, belt, km)
    if what == "parks":
        verdicts = verdicts.loc[list_counted_parks()]
    return corridors.count_verdicts(verdicts.verdict, verdicts.at_point)
