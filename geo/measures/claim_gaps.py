"""Where what documents name and what parks list do not meet; an unknown is never a gap."""

from collections.abc import Collection, Iterable, Mapping
from functools import partial
from typing import Any

from pandas import DataFrame, Series

# The columns of `find_gaps` that decide the status.
COUNTS = ("documents", "parks", "related", "known", "total")


def count_known_parks(parks: DataFrame) -> DataFrame:
    """Return how many parks each place has, and of how many the industries are known.

    Parameters
    ----------
    parks : DataFrame
        Columns place, items (tuple of ids, empty when unknown).

    Returns
    -------
    DataFrame
        Indexed by place: total, known.
    """
    counted = parks.assign(known=parks["items"].map(bool).astype(int))
    totals = counted.groupby("place").known.agg(["size", "sum"])
    return totals.set_axis(["total", "known"], axis=1)


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
        Columns place, items (tuple of ids, empty when unknown): a row a park.
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
    listed = parks[["place", "items"]].explode("items").dropna()
    listing = listed.rename(columns={"items": "item"}).value_counts(["place", "item"])
    pairs = DataFrame({"documents": named, "parks": listing}).fillna(0).astype(int).reset_index()
    coverage = count_known_parks(parks).reindex(pairs.place, fill_value=0)
    keys = list(zip(pairs.place, pairs.item, strict=True))
    kin = partial(_kin, sector={} if sectors is None else dict(sectors))
    lists = parks.groupby("place")["items"].agg(list).to_dict()
    names = {
        place: [{item} for item in set(group)] for place, group in claims.groupby("place").item
    }
    pairs["related"] = [kin(item, lists.get(place, [])) for place, item in keys]
    pairs["related_named"] = [kin(item, names.get(place, [])) for place, item in keys]
    pairs["known"], pairs["total"] = coverage.known.to_numpy(), coverage.total.to_numpy()
    pairs["status"] = [_status(*row) for row in zip(*(pairs[name] for name in COUNTS), strict=True)]
    return pairs


def _kin(item: str, lists: Iterable[Collection[str]], sector: Mapping[Any, str]) -> int:
    """Return how many of `lists` hold another item of the item's sector."""
    own = sector.get(item)
    return sum(
        own is not None and any(other != item and sector.get(other) == own for other in listed)
        for listed in lists
    )


def _status(documents: int, parks: int, related: int, parks_known: int, total: int) -> str:
    if not documents:
        return "unnamed"
    if parks:
        return "both"
    if related:
        return "related"
    return "gap" if total and parks_known == total else "unknown"
