"""Rows of a layer narrowed by place and by value, and sorted: for the API and the command line."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import shapely
from geopandas import GeoDataFrame
from pandas import Series

from geo.errors import UnknownId, WrongCondition


def read_box(edges: Sequence[float]) -> shapely.Polygon:
    """Return the box of west, south, east, north; of six numbers two are heights, which are left.

    Raises WrongCondition for other numbers of edges, and for a south that is north of the north.

    >>> read_box([125, 43, 126, 44]).bounds
    (125.0, 43.0, 126.0, 44.0)
    """
    if len(edges) not in {4, 6}:
        raise WrongCondition("A box has four edges, or six with heights.")
    half = len(edges) // 2
    west, south, east, north = *edges[:2], *edges[half : half + 2]
    if south > north:
        raise WrongCondition("The south of the box is north of its north.")
    return shapely.box(west, south, east, north)


def match_values(rows: GeoDataFrame, values: Mapping[str, Any]) -> Series:
    """Return which rows have each of the values by its column, alone or in a list of the cell.

    >>> from geo import store
    >>> parks = store.load_layer("parks")
    >>> set(parks[match_values(parks, {"level": "national", "kind": "high_tech"})].level)
    {'national'}
    """
    matches = Series(True, index=rows.index)
    for name, value in values.items():
        hits = [value in cell if isinstance(cell, tuple) else cell == value for cell in rows[name]]
        matches &= np.array(hits, dtype=bool)
    return matches


def sort_rows(rows: GeoDataFrame, keys: Sequence[str]) -> GeoDataFrame:
    """Return rows sorted by columns, each name with `-` before it for descending, or `+`.

    Equals stay in their order, unknown values come last. Raises UnknownId for another column.
    """
    for key in reversed(keys):
        name = key[1:] if key[:1] in {"+", "-"} else key
        if name not in rows.columns or name == rows.geometry.name:
            raise UnknownId(f"There is no property {name!r} to sort by.")
        rows = rows.sort_values(name, ascending=key[:1] != "-", kind="stable", na_position="last")
    return rows
