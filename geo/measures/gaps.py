"""Where what documents name and what parks list do not meet; an unknown is never a gap."""

from collections.abc import Collection, Iterable, Mapping
from functools import partial
from typing import Any

from pandas import DataFrame, Series


def coverage(parks: DataFrame) -> DataFrame:
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
    known = parks["items"].map(bool).astype(int)
    found = parks.assign(known=known).groupby("place").known.agg(["size", "sum"])
    return found.set_axis(["total", "known"], axis=1)


def gaps(
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
    shown = listed.rename(columns={"items": "item"}).value_counts(["place", "item"])
    found = DataFrame({"documents": named, "parks": shown}).fillna(0).astype(int).reset_index()
    held = coverage(parks).reindex(found.place, fill_value=0)
    pairs = list(zip(found.place, found.item, strict=True))
    kin = partial(_kin, sector={} if sectors is None else dict(sectors))
    lists = parks.groupby("place")["items"].agg(list).to_dict()
    names = {place: [{one} for one in set(group)] for place, group in claims.groupby("place").item}
    found["related"] = [kin(item, lists.get(place, [])) for place, item in pairs]
    found["related_named"] = [kin(item, names.get(place, [])) for place, item in pairs]
    found["known"], found["total"] = held.known.to_numpy(), held.total.to_numpy()
    found["status"] = [_status(*row) for row in zip(*(found[name] for name in COUNTS), strict=True)]
    return found


COUNTS = ("documents", "parks", "related", "known", "total")


def _kin(item: str, lists: Iterable[Collection[str]], sector: Mapping[Any, str]) -> int:
    """Return how many of `lists` hold another item of the item's sector."""
    own = sector.get(item)
    return sum(
        own is not None and any(one != item and sector.get(one) == own for one in held)
        for held in lists
    )


def _status(documents: int, parks: int, related: int, known: int, total: int) -> str:
    if not documents:
        return "unnamed"
    if parks:
        return "both"
    if related:
        return "related"
    return "gap" if total and known == total else "unknown"
