"""What the atlas can prove: rows with a position of their own and a source that bears a date."""

from functools import cache

import numpy as np
from geopandas import GeoDataFrame
from pandas import Series

from geo import store
from geo.citations import date_sources
from geo.layers import list_fact_points

LAYERS = ("parks", "hubs", *list_fact_points())


@cache
def select_proven_rows() -> dict[str, list[int]]:
    """Return by layer the row numbers, from 0, of what is proven."""
    return {
        layer: np.flatnonzero(find_proven(store.load_layer(layer))).tolist() for layer in LAYERS
    }


def find_proven(rows: GeoDataFrame) -> Series:
    """Return for each row whether its place is a site and one of its sources bears a date.

    Rows of a layer without the columns `location_precision` and `sources` have no position of their
    own: nothing of it is proven.
    """
    if not {"location_precision", "sources"} <= set(rows.columns):
        return Series(data=False, index=rows.index)
    is_dated = rows.sources.map(lambda citations: date_sources(citations) is not None)
    return (rows.location_precision == "site") & is_dated.astype(bool)
