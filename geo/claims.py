"""What the documents state, as frames that `geo.measures` counts; read once and shared.

A claim is one statement of one document: this place, this industry. See `claims`.
"""

from functools import cache

import pandas as pd
from pandas import DataFrame, Series

from geo import store
from geo.names import map_sectors
from geo.tables import load_table

KINDS = ("prefecture", "belt")
LEVELS = ("industry", "sector")
UNRANKED = "unranked"
#: What documents call industries of the whole province, the highest first.
RANKS = ("pillar", "advantage", "special", "pillar_or_advantage", UNRANKED)


@cache
def list_claims(
    by: str = "industry", *, counties: bool = False, disputed: bool = False
) -> DataFrame:
    """Return the claims about prefectures and belts.

    Parameters
    ----------
    by : {"industry", "sector"}
        What `item` names: an industry, or the sector that it belongs to.
    counties : bool
        Whether statements about counties are rolled into their prefecture (of today).
    disputed : bool
        Whether disputed statements are there too, with `status` "disputed"; no measure counts them.

    Returns
    -------
    DataFrame
        place, place_kind, item, industry, document, source_place and source_kind (what the
        document names: `place` itself, or a county in it), and the other columns of
        `specialities`.
    """
    facts = load_table("specialities")
    kinds = (*KINDS, "county") if counties else KINDS
    facts = facts[facts.place_kind.isin(kinds)]
    facts = facts if disputed else facts[facts.status == "stated"]
    parents = load_table("places").set_index("adcode").parent
    county = facts.place_kind == "county"
    return facts.assign(
        source_place=facts.place,
        source_kind=facts.place_kind,
        place=facts.place.where(~county, facts.place.map(parents)),
        place_kind=facts.place_kind.where(~county, "prefecture"),
        item=facts.industry.map(map_sectors()) if by == "sector" else facts.industry,
    ).reset_index(drop=True)


@cache
def list_priorities(ranks: tuple[str, ...] = ()) -> DataFrame:
    """Return what documents name for the province as a whole; no measure counts it for a place.

    Parameters
    ----------
    ranks : tuple of str
        The ranks asked for, `UNRANKED` for those without one; nothing asks for all.
    """
    facts = load_table("specialities")
    facts = facts[(facts.place_kind == "province") & (facts.status == "stated")]
    facts = facts.assign(rank=facts["rank"].where(facts["rank"].notna(), UNRANKED))
    return facts[facts["rank"].isin(ranks or RANKS)].reset_index(drop=True)


def of_kind(frame: DataFrame, kind: str) -> DataFrame:
    """Return the claims about places of one kind: "prefecture" or "belt"."""
    return frame[frame.place_kind == kind]


@cache
def list_items(by: str = "industry") -> tuple[str, ...]:
    """Return the ids of industries or sectors, sector by sector as the documents order them."""
    order = load_table("sectors").sort_values("sort").id
    if by == "sector":
        return tuple(order)
    industries = load_table("industries")
    return tuple(
        industry for sector in order for industry in industries.id[industries.sector == sector]
    )


@cache
def list_places(kind: str) -> tuple[str, ...]:
    """Return the ids of the belts in their order, or of the prefectures by code."""
    if kind == "belt":
        return tuple(load_table("belts").sort_values("sort").id)
    facts = load_table("places")
    return tuple(facts.adcode[facts.level == "prefecture"])


@cache
def document_dates() -> Series:
    """Return the date of each document, indexed by its id; None for an undated one."""
    return load_table("policies").set_index("id").date


@cache
def parks_by_place(by: str = "industry") -> DataFrame:
    """Return the verified parks, once for each place they lie in (prefecture, its belts).

    Columns: place, place_kind, park, items (ids of what the park's source lists; empty when no
    source lists anything, which is unknown and not none).
    """
    parks = store.load_layer("parks")
    parks = parks[parks.status == "verified"]
    listed = parks.industries
    if by == "sector":
        listed = listed.map(
            lambda ids: tuple(dict.fromkeys(map_sectors()[industry] for industry in ids))
        )
    facts = DataFrame({"park": parks.id, "items": listed})
    inside = facts.assign(place=parks.prefecture_adcode, place_kind="prefecture")
    crossing = facts.assign(place=parks.belts, place_kind="belt").explode("place")
    return pd.concat([inside, crossing.dropna(subset="place")], ignore_index=True)
