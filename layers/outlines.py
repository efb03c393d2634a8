"""The true shapes of a reader's rows, as their map outlines them.

They are simplified for display only, as `layers.payload` does it, but finer: a plot may
be smaller than the tolerance of a county.
"""

from typing import Any, Final

import numpy as np
import shapely
from geopandas import GeoSeries
from numpy.typing import NDArray

from layers.payload import encode_steps

UNIT: Final = 1e-5  # degrees, about 1 m
TOLERANCES: Final = (2e-5, 2e-4, 2e-3)  # degrees; the coarser ones for more than `MOST` corners
MOST: Final = 400_000
LINES, AREAS = (1, 2), 3  # Shapely's numbers


def encode_outlines(shapes: GeoSeries, rows: NDArray[np.intp]) -> dict[str, Any]:
    """Return lines and rings of shapes, EPSG:4326, each with the row that it belongs to.

    Keys: unit; rows, rings (see `layers.payload.encode_rings`) and closed (1 = of an area), one
    value a line, in the order of the rows. What shrinks to nothing is left out: its
    point stands for it.
    """
    simple = shapes.to_numpy()
    for tolerance in TOLERANCES:
        simple = shapely.simplify(simple, tolerance)
        if shapely.get_num_coordinates(simple).sum() <= MOST:
            break
    lines, part, is_closed = _split_lines(simple)
    rings = encode_steps(lines, UNIT)
    visible = [number for number, ring in enumerate(rings) if ring]
    return {
        "unit": UNIT,
        "rows": rows[part[visible]].tolist(),
        "rings": [rings[number] for number in visible],
        "closed": is_closed[visible].astype(int).tolist(),
    }


def _split_lines(
    shapes: NDArray[np.object_],
) -> tuple[NDArray[np.object_], NDArray[np.intp], NDArray[np.bool_]]:
    """Return lines and rings of shapes, the place of the shape of each, and which are rings."""
    parts, place = shapely.get_parts(shapes, return_index=True)
    kind = shapely.get_type_id(parts)
    is_area, is_line = kind == AREAS, np.isin(kind, LINES)
    rings, area = shapely.get_rings(parts[is_area], return_index=True)
    lines = np.concatenate([rings, parts[is_line]])
    places = np.concatenate([place[is_area][area], place[is_line]])
    order = np.argsort(places, kind="stable")
    is_ring = np.arange(len(lines)) < len(rings)
    return lines[order], places[order], is_ring[order]
