"""The reader's own layer: its rows, and what is worked out for them, which goes with them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache, partial

import pandas as pd
from geopandas import GeoDataFrame, GeoSeries
from pandas import DataFrame

from geo import store
from geo.belts import corridors
from geo.crs import STORED
from geo.intake.name_index import NameIndex
from geo.siting.own_rows import OwnRows

PREFIX = "own-"
STATUS = "own"
MOST_CORRIDORS = 16  # the last ones asked for


def is_own_id(key: str) -> bool:
    """Return whether an id is that of a row of the reader's own."""
    return key.startswith(PREFIX)


@dataclass(frozen=True, eq=False)
class OwnLayer:
    """Rows that a reader brought, in use; nothing about them is kept anywhere else.

    Attributes
    ----------
    frame
        At least one row; columns of ``geo.store.load_layer("parks")``, points in EPSG:4326.
    outlines
        By id the true shapes of the rows that are more than a point, EPSG:4326.
    """

    frame: GeoDataFrame
    outlines: GeoSeries = field(default_factory=lambda: GeoSeries([], crs=STORED))

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of the rows."""
        return frozenset(self.frame.id)

    @cached_property
    def with_atlas_parks(self) -> GeoDataFrame:
        """The atlas's parks, and these rows below them; read-only."""
        return pd.concat([store.load_layer("parks"), self.frame], ignore_index=True)

    @cached_property
    def ranked_rows(self) -> OwnRows:
        """The rows as they take part in a ranking."""
        return OwnRows(self.frame)

    @cached_property
    def name_index(self) -> NameIndex:
        """The rows as the search finds them."""
        return NameIndex(self.frame.id.tolist(), self.frame.name_zh.fillna("").tolist())

    def judge_corridor(self, belt: str, km: float) -> DataFrame:
        """Return for each row its verdict, at_point and off_km, by id.

        The corridor reaches `km` to either side of the axis of `belt`.
        """
        return self._corridors(belt, km)

    def measure_corridor(self, belt: str) -> DataFrame:
        """Return near_km, far_km and off_km of each row from a belt's axis, by id."""
        return self._measures(belt)

    def count_in_corridor(self, belt: str, km: float) -> corridors.Reach:
        """Return how many rows a corridor holds, certainly and possibly."""
        verdicts = self.judge_corridor(belt, km)
        return corridors.count_verdicts(verdicts.verdict, verdicts.at_point)

    @cached_property
    def _corridors(self) -> Callable[[str, float], DataFrame]:
        measures = self._measures
        return lru_cache(maxsize=MOST_CORRIDORS)(
            lambda belt, km: corridors.judge_measures(measures(belt), km)
        )

    @cached_property
    def _measures(self) -> Callable[[str], DataFrame]:
        return cache(partial(corridors.measure_places, corridors.spread_things(self.frame)))
