"""A reader's own rows in a ranking: beside the atlas's parks, and in nobody else's answer."""

from functools import cached_property

import pandas as pd
from geopandas import GeoDataFrame

from geo import store
from geo.memory import AnswerHolder

MOST = 500  # rows that a ranked list still shows to the eye; 5,000 would take ten seconds more


class OwnRows(AnswerHolder):
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
        super().__init__()
        self.parks: GeoDataFrame = rows.head(MOST)
        self.beyond = len(rows) - len(self.parks)

    @cached_property
    def names(self) -> dict[str, str]:
        """The names of the rows by id, as the reader wrote them."""
        return dict(zip(self.parks.id, self.parks.name_zh.fillna(""), strict=True))

    @cached_property
    def with_atlas_parks(self) -> GeoDataFrame:
        """The atlas's parks and these rows, indexed by id; status tells whose a row is."""
        return pd.concat([store.load_layer("parks"), self.parks], ignore_index=True).set_index("id")


def select_parks(own_rows: OwnRows | None) -> GeoDataFrame:
    """Return the reader's own rows, else the atlas's parks; columns as the layer, EPSG:4326."""
    return store.load_layer("parks") if own_rows is None else own_rows.parks


def join_parks(own_rows: OwnRows | None) -> GeoDataFrame:
    """Return every park that a ranking compares, indexed by id, EPSG:4326."""
    return select_parks(None).set_index("id") if own_rows is None else own_rows.with_atlas_parks
