"""What the atlas can prove: rows with a position of their own and a source that bears a date."""

import re
from functools import cache

import numpy as np
from geopandas import GeoDataFrame
from pandas import Series

from geo import store
from geo.layers import list_fact_points

LAYERS = ("parks", "hubs", *list_fact_points())
#: A year that stands alone or begins a date, as in 2023, t20190128_178 or 2020-06/24.
DATE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])")


@cache
def select_proven_rows() -> dict[str, list[int]]:
    """Return by layer the row numbers, from 0, of what is proven."""
    return {
        layer: np.flatnonzero(find_proven(store.load_layer(layer))).tolist() for layer in LAYERS
    }


def find_proven(rows: GeoDataFrame) -> Series:
    """Return for each row whether its place is a site and one of its sources bears a date.

    The date may stand in the source's words or in its address. Rows of a layer without the columns
    `location_precision` and `source` have no position of their own: nothing of it is proven.
    """
    if not {"location_precision", "source"} <= set(rows.columns):
        return Series(data=False, index=rows.index)
    is_dated = rows.source.fillna("").map(lambda source: bool(DATE.search(source)))
    return (rows.location_precision == "site") & is_dated.astype(bool)
