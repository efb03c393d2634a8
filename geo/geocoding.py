"""How far a geocoder's single hit may be off: as far as second sources are from such hits.

Where two sources give a point for the same zone, nothing says which of the two is off, so each
pair counts for the kind of either point. The radius of a kind is the greatest distance of its
pairs, rounded up to whole kilometres: with so few pairs no smaller share of them would be sound.
"""

import math
from collections.abc import Mapping
from functools import cache
from typing import Final

from pandas import DataFrame
from pyproj import Geod

from geo.tables import load_table

GEOD: Final = Geod(ellps="WGS84")


def derive_radii(pairs: DataFrame) -> Mapping[str, float]:
    """Return by kind of point how far a hit may be off, km; columns as `position_pairs`.

    >>> from geo.tables import load_table
    >>> derive_radii(load_table("position_pairs"))["named_place"]
    7.0
    """
    ends = (pairs[name].to_numpy(dtype=float) for name in ("lon", "lat", "other_lon", "other_lat"))
    metres = GEOD.inv(*ends)[2]
    radii: dict[str, float] = {}
    for kinds in (pairs.level, pairs.other):
        for kind, far in zip(kinds, metres, strict=True):
            radii[kind] = max(radii.get(kind, 0.0), float(math.ceil(far / 1000)))
    return radii


@cache
def list_radii() -> Mapping[str, float]:
    """Return by `geocode_level` the radius within which the zone may lie, km."""
    return derive_radii(load_table("position_pairs"))
