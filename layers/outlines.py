"""The true shapes of a reader's rows, as their map outlines them.

They are simplified for display only, as `layers.payload` does it, but finer: a plot of theirs may
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
    drawn = shapes.to_numpy()
    for tolerance in TOLERANCES:
        drawn = shapely.simplify(drawn, tolerance)
        if shapely.get_num_coordinates(drawn).sum() <= MOST:
            break
    lines, part, closed = _lines(drawn)
    made = [
        (int(row), ring, int(area))
        for row, ring, area in zip(rows[part], encode_steps(lines, UNIT), closed, strict=True)
        if ring
    ]
    of, rings, areas = ([one[at] for one in made] for at in range(3))
    return {"unit": UNIT, "rows": of, "rings": rings, "closed": areas}


def _lines(
    shapes: NDArray[np.object_],
) -> tuple[NDArray[np.object_], NDArray[np.intp], NDArray[np.bool_]]:
    """Return lines and rings of shapes, the place of the shape of each, and which are rings."""
    parts, place = shapely.get_parts(shapes, return_index=True)
    kind = shapely.get_type_id(parts)
    area, line = kind == AREAS, np.isin(kind, LINES)
    rings, of = shapely.get_rings(parts[area], return_index=True)
    found = np.concatenate([rings, parts[line]])
    places = np.concatenate([place[area][of], place[line]])
    order = np.argsort(places, kind="stable")
    closed = np.arange(len(found)) < len(rings)
    return found[order], places[order], closed[order]
