"""Where what documents name and what parks list do not meet; an unknown is never a gap."""

from collections.abc import Collection, Iterable, Mapping
from functools import partial
from typing import Any

from pandas import DataFrame, Index, Series

from geo.ground import find_doubles, mark_counted

# The columns of `find_gaps` that decide the status.
COUNTS = ("documents", "parks", "related", "known", "total")


def count_known_parks(parks: DataFrame) -> DataFrame:
    """Return how many parks each place has, and of how many the industries are known.

    Ground is counted once: the industries of a park are known when its list is, and that of each
    part of it which is not counted beside it.

    Parameters
    ----------
    parks : DataFrame
        Columns place, park, items (tuple of ids, empty when unknown).

    Returns
    -------
    DataFrame
        Indexed by place: total, known.
    """
    rows = [_count_known(group) for _, group in parks.groupby("place")]
    places = Index(sorted(parks.place.unique()), name="place")
    return DataFrame(rows, index=places, columns=["total", "known"], dtype=int)


def _count_known(parks: DataFrame) -> tuple[int, int]:
    doubles, silent = find_doubles(parks.park), set(parks.park[~parks["items"].map(bool)])
    counted = set(parks.park) - set(doubles)
    for part in silent & set(doubles):
        silent |= doubles[part]
    return len(counted), len(counted - silent)


def find_gaps(
    claims: DataFrame, parks: DataFrame, sectors: Mapping[str, str] | Series | None = None
) -> DataFrame:
    """Return each item that documents name or parks list for a place, and how the two meet.

    `status` is
    both : documents name it and a park there lists it;
    related : documents name it; no park lists it, but one lists another item of its sector;
    gap : documents name it, and no park does, though the industries of every park are known;
    unknown : documents name it and no known list does, but some parks' industries are unknown or
        there is no park: whether it is a gap cannot be said;
    unnamed : a park lists it and no document names it for this place.

    Parameters
    ----------
    claims : DataFrame
        Columns place, item, document.
    parks : DataFrame
        Columns place, park, items (tuple of ids, empty when unknown): a row a park; ground is
        counted once.
    sectors : Mapping or Series, optional
        Sector of each item by its id; without it nothing is `related`.

    Returns
    -------
    DataFrame
        place, item, documents (how many name it), parks (how many list it), related (how many
        parks list another item of its sector), related_named (how many other items of its sector
        documents name), known, total, status.
    """
    named = claims.drop_duplicates(["place", "item", "document"]).value_counts(["place", "item"])
    listed = parks[["place", "park", "items"]].explode("items").dropna()
    listing = listed.rename(columns={"items": "item"}).groupby(["place", "item"]).park.agg(_count)
    pairs = DataFrame({"documents": named, "parks": listing}).fillna(0).astype(int).reset_index()
    coverage = count_known_parks(parks).reindex(pairs.place, fill_value=0)
    keys = list(zip(pairs.place, pairs.item, strict=True))
    kin = partial(_kin, sector={} if sectors is None else dict(sectors))
    lists = {
        place: dict(zip(group.park, group["items"], strict=True))
        for place, group in parks.groupby("place")
    }
    names = {
        place: {item: (item,) for item in group} for place, group in claims.groupby("place").item
    }
    pairs["related"] = [_count(kin(item, lists.get(place, {}))) for place, item in keys]
    pairs["related_named"] = [len(kin(item, names.get(place, {}))) for place, item in keys]
    pairs["known"], pairs["total"] = coverage.known.to_numpy(), coverage.total.to_numpy()
    pairs["status"] = [_status(*row) for row in zip(*(pairs[name] for name in COUNTS), strict=True)]
    return pairs


def _count(parks: Iterable[str]) -> int:
    return int(mark_counted(parks).sum())


def _kin(item: str, lists: Mapping[str, Collection[str]], sector: Mapping[Any, str]) -> list[str]:
    """Return the keys of those `lists` that hold another item of the item's sector."""
    own = sector.get(item)
    return [
        key
        for key, listed in lists.items()
        if own is not None and any(other != item and sector.get(other) == own for other in listed)
    ]


def _status(documents: int, parks: int, related: int, parks_known: int, total: int) -> str:
    if not documents:
        return "unnamed"
    if parks:
        return "both"
    if related:
        return "related"
    return "gap" if total and parks_known == total else "unknown"
