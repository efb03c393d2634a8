"""A corridor of the reader's width, light enough to travel with each change.

Its outline is GeoJSON; what lies inside follows in the browser from distances.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
import shapely
from pandas import Series

from geo import store
from geo.belts.corridors import NARROWEST, WIDEST, clip_corridor, measure_layer
from layers.atlas_layer import Reach

TOLERANCE = 0.002  # degrees, about 200 m: for display only
DECIMALS = 1e-4
METRES = 1000


@lru_cache(maxsize=256)
def corridor_outline(belt: str, km: float) -> dict[str, Any]:
    """Return a belt's corridor as a feature that names its belt, EPSG:4326."""
    shape = shapely.simplify(clip_corridor(belt, km), TOLERANCE)
    return {
        "type": "Feature",
        "properties": {"belt": belt},
        "geometry": shapely.geometry.mapping(shapely.set_precision(shape, DECIMALS)),
    }


def corridor_outlines(belts: tuple[str, ...], km: float) -> dict[str, Any]:
    """Return the corridors of belts as a FeatureCollection."""
    return {"type": "FeatureCollection", "features": [corridor_outline(belt, km) for belt in belts]}


@lru_cache(maxsize=8)
def _park_distances(belt: str) -> tuple[list[float | None], list[float | None]]:
    distances = measure_layer("parks", belt).loc[store.load_layer("parks").id]
    return round_up_metres(distances.near_km), round_up_metres(distances.far_km)


def round_up_metres(km: Series) -> list[float | None]:
    """Return distances rounded up to whole metres: a width of whole metres holds the same rows."""
    rounded = np.ceil(km.to_numpy() * METRES) / METRES
    return [None if np.isnan(number) else float(number) for number in rounded]


def find_reach(belt: str, km: float) -> Reach:
    """Return how far the atlas's parks may lie from a belt's axis, in the order of their layer."""
    return Reach(belt, km, {"parks": _park_distances(belt)}, (NARROWEST, WIDEST))
