"""A corridor of the reader's width as GeoJSON, light enough to travel with each change."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import shapely

from geo.belts.corridors import clip_corridor

TOLERANCE = 0.002  # degrees, about 200 m: for display only
DECIMALS = 1e-4


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
