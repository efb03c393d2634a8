"""A reader's own rows in a ranking: beside the atlas's parks, and in nobody else's answer.

Whatever is worked out for them is kept in the object that holds them and goes with it; the
caches of the atlas never see them.
"""

from collections.abc import Callable, Hashable
from functools import cached_property, lru_cache
from typing import Any, TypeVar

import pandas as pd
from geopandas import GeoDataFrame

from geo import store
from geo.siting.distances import Spreads, spreads

T = TypeVar("T")
MOST = 500  # rows that a ranked list still shows to the eye; 5,000 would take ten seconds more
KEPT = 64  # answers of each kind


class Own:
    """Rows that compete with the atlas's parks.

    They are ranked like parks, and ends of scales reach to them; but as neighbours
    (`same_industry`, `related_parks`) only parks of the atlas count, so that no raw value of ours
    changes.

    Attributes
    ----------
    parks
        The first `MOST` rows; columns as `geo.store.layer("parks")`, EPSG:4326.
    beyond
        How many further rows take no part.
    """

    def __init__(self, rows: GeoDataFrame) -> None:
        self.parks: GeoDataFrame = rows.head(MOST)
        self.beyond = len(rows) - len(self.parks)
        self._answers: dict[Callable[..., Any], Callable[..., Any]] = {}

    def kept(self, make: Callable[..., T], *asked: Hashable) -> T:
        """Return `make(*asked, self)`, worked out once."""
        if make not in self._answers:
            self._answers[make] = lru_cache(maxsize=KEPT)(lambda *given: make(*given, self))
        found: T = self._answers[make](*asked)
        return found

    @cached_property
    def names(self) -> dict[str, str]:
        """The names of the rows by id, as the reader wrote them."""
        return dict(zip(self.parks.id, self.parks.name_zh.fillna(""), strict=True))

    @cached_property
    def spreads(self) -> Spreads:
        """Distances of these rows to hubs, to the atlas's parks and to Changchun."""
        return spreads(self.parks)

    @cached_property
    def with_ours(self) -> GeoDataFrame:
        """The atlas's parks and these rows, indexed by id."""
        return joined(self)


def joined(own: Own | None) -> GeoDataFrame:
    """Return every park that a ranking compares, indexed by id; status tells whose it is."""
    ours = store.layer("parks")
    both = ours if own is None else pd.concat([ours, own.parks], ignore_index=True)
    return both.set_index("id")
