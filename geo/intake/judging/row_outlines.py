"""True shapes of rows: damaged ones found, areas repaired, corners brought into WGS 84."""

from functools import partial

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.crs import Points, to_stored
from geo.intake.judging.interpretation import Interpretation
from geo.intake.judging.problem_collector import ProblemCollector

Flags = NDArray[np.bool_]
Shapes = NDArray[np.object_]
AREA_KINDS = (3, 6)  # Shapely's numbers: Polygon, MultiPolygon


def find_unfinished(shapes: Shapes) -> Flags:
    """Return which shapes have a corner that is no place."""
    places, row = shapely.get_coordinates(shapes, return_index=True)
    is_unfinished = np.zeros(len(shapes), dtype=bool)
    is_unfinished[row[~np.isfinite(places).all(axis=1)]] = True
    return is_unfinished


def mend_areas(
    shapes: Shapes, is_area: Flags, interpretation: Interpretation, problems: ProblemCollector
) -> None:
    """Repair invalid areas in place where the reader wants it, else say why they are invalid."""
    is_wrong = is_area.copy()
    is_wrong[is_area] = ~shapely.is_valid(shapes[is_area])
    if not is_wrong.any():
        return
    if interpretation.repair:
        repaired = shapes.copy()
        repaired[is_wrong] = _repair_areas(shapes[is_wrong])
        is_mended = is_wrong & ~shapely.is_empty(repaired)
        shapes[is_mended] = repaired[is_mended]
        problems.add(is_mended, "repaired")
        is_wrong &= ~is_mended
    reasons = np.full(len(shapes), "", dtype=object)
    reasons[is_wrong] = shapely.is_valid_reason(shapes[is_wrong])
    problems.add(is_wrong, "polygon", reasons)


def _repair_areas(areas: Shapes) -> Shapes:
    """Return areas as valid ones; one that covers no ground becomes empty."""
    mended: Shapes = shapely.make_valid(areas, method="structure", keep_collapsed=False)
    return mended


def _convert_corners(places: Points, turn: int, system: str) -> Points:
    return to_stored(places[:, ::turn], system)


def convert_shapes(
    shapes: Shapes, is_swapped: Flags, interpretation: Interpretation, problems: ProblemCollector
) -> Shapes:
    """Return shapes in WGS 84; numbers of the rows that are swapped change places first.

    A shape of which a corner has no place there is None: its row keeps its point.
    """
    converted = shapes.copy()
    for turn, is_chosen in ((1, ~is_swapped), (-1, is_swapped)):
        rows = is_chosen & ~shapely.is_missing(shapes)
        if rows.any():
            convert = partial(_convert_corners, turn=turn, system=interpretation.system or "")
            converted[rows] = shapely.transform(shapes[rows], convert)
    is_lost = find_unfinished(converted)
    converted[is_lost] = None
    problems.add(is_lost & ~problems.blocked, "vertex")
    is_bent = ~shapely.is_missing(converted) & np.isin(shapely.get_type_id(converted), AREA_KINDS)
    is_bent[is_bent] = ~shapely.is_valid(converted[is_bent])  # narrow ones, by the shift
    converted[is_bent] = _repair_areas(converted[is_bent])
    return converted
