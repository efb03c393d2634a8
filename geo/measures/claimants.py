"""Who claims an industry by document, told apart from who has parks that list it.

A claim is a sentence of a document; a listing is what a park's own source says. A belt may claim
what no park in it lists, and the other way round: the two are never added up.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from pandas import DataFrame

from geo.filters import Filter
from geo.select import select_facts
from geo.tables import load_table

#: The kinds of place that documents speak of, by the facet or layer that shows them.
KINDS = ("belt", "prefecture", "county", "province")
Claimants = Mapping[str, Mapping[str, tuple[str, ...]]]


def select_claims(chosen: Filter) -> DataFrame:
    """Return the stated specialities of the industries and documents that a filter asks for.

    Of every place, since a place may claim what is looked for elsewhere: belts and prefectures of
    the filter are left aside. Columns as the table `specialities`.
    """
    return select_facts(replace(chosen, belt=(), prefecture=()))


@lru_cache(maxsize=64)
def list_claimants(chosen: Filter) -> Claimants:
    """Return by kind of place and place the documents that claim the filter's industries for it.

    Places and documents come in the order of their tables. Without an industry nothing is asked,
    and nobody claims it.

    >>> claimants = list_claimants(Filter(industry=("textiles-general",)))
    >>> sorted(claimants["belt"].items())  # doctest: +NORMALIZE_WHITESPACE
    [('changchun-liaoyuan-tonghua-baishan', ('belts-2013',)),
     ('changchun-songyuan-baicheng', ('belts-2013',))]
    """
    nobody: dict[str, dict[str, tuple[str, ...]]] = {kind: {} for kind in KINDS}
    if not chosen.industry:
        return nobody
    claims = select_claims(chosen)
    order = list(load_table("policies").id)
    for kind in KINDS:
        of_kind = claims[claims.place_kind == kind]
        for place, documents in of_kind.groupby("place", sort=True).document:
            nobody[kind][str(place)] = tuple(sorted(set(documents), key=order.index))
    return nobody
