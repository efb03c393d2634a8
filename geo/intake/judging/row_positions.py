"""Geometry of an upload → one point a row, in WGS 84, and the shape that it stands for."""

from dataclasses import dataclass, replace

import numpy as np
import shapely
from geopandas import GeoSeries
from numpy.typing import NDArray

from geo.crs import Points, to_stored
from geo.intake.judging.coordinate_text import parse_numbers, split_pairs
from geo.intake.judging.interpretation import Interpretation
from geo.intake.judging.problem_collector import ProblemCollector
from geo.intake.judging.row_outlines import AREA_KINDS, Flags, Shapes, find_unfinished, mend_areas
from geo.intake.reading.upload import Upload

Texts = NDArray[np.object_]
POINT_KINDS = (0, 4)  # Shapely's numbers: Point, MultiPoint
LINE_KINDS = (1, 5)  # LineString, MultiLineString


@dataclass(frozen=True)
class Positions:
    """A point a row, (n, 2) in WGS 84, NaN where there is none, and which rows give a position.

    `raw` are the numbers as written, in the `system` that they are in; `shapes` those of more than
    a point, without heights and in that system too, else None.
    """

    points: Points
    raw: Points
    is_given: Flags
    system: str
    shapes: Shapes | None = None

    def turn(self, rows: Flags) -> Points:
        """Return where the flagged rows lie if their numbers are swapped; of the others NaN.

        That must come before the conversion, since a shift is that of the true place, and X is
        the northing in Chinese surveys.
        """
        turned = np.full(self.raw.shape, np.nan)
        if rows.any():
            turned[rows] = to_stored(self.raw[rows][:, ::-1], self.system)
        return turned


def place_rows(
    upload: Upload, interpretation: Interpretation, problems: ProblemCollector
) -> Positions:
    """Return where the file says that each row is."""
    if upload.shapes is not None:
        return _place_shapes(upload.shapes, interpretation, problems)
    columns, cells = interpretation.columns, upload.cells
    if "pair" in columns:
        first, second = split_pairs(cells[columns["pair"]])
    elif {"lon", "lat"} <= set(columns):
        first, second = cells[columns["lon"]], cells[columns["lat"]]
    else:
        nothing = np.full((len(upload), 2), np.nan)
        return Positions(nothing, nothing, np.zeros(len(upload), dtype=bool), "")
    is_filled = np.column_stack([(first != "").to_numpy(bool), (second != "").to_numpy(bool)])
    raw = np.column_stack([parse_numbers(first), parse_numbers(second)])
    is_wrong = is_filled & np.isnan(raw)
    problems.add(is_wrong[:, 0], "number", first)
    problems.add(is_wrong[:, 1] & ~is_wrong[:, 0], "number", second)
    is_half: Flags = np.logical_xor(is_filled[:, 0], is_filled[:, 1])
    problems.add(is_half & ~is_wrong.any(axis=1), "half")
    is_given: Flags = np.logical_or(is_filled[:, 0], is_filled[:, 1])
    return _convert_positions(raw, is_given, interpretation)


def _place_shapes(
    geometry: GeoSeries, interpretation: Interpretation, problems: ProblemCollector
) -> Positions:
    shapes = shapely.force_2d(geometry.to_numpy())
    is_given = ~(shapely.is_missing(shapes) | shapely.is_empty(shapes))
    is_usable, is_area = _judge_kinds(shapes, is_given, problems)
    is_damaged = is_usable & find_unfinished(shapes)
    problems.add(is_damaged, "geometry", np.full(len(shapes), "NaN", dtype=object))
    is_usable &= ~is_damaged
    mend_areas(shapes, is_usable & is_area, interpretation, problems)
    points = np.full((len(shapes), 2), np.nan)
    inner = shapely.point_on_surface(shapes[is_usable])
    points[is_usable] = np.column_stack([shapely.get_x(inner), shapely.get_y(inner)])
    shapes[~is_usable | (shapely.get_num_coordinates(shapes) < 2)] = None
    return replace(_convert_positions(points, is_given, interpretation), shapes=shapes)


def _judge_kinds(
    shapes: Shapes, is_given: Flags, problems: ProblemCollector
) -> tuple[Flags, Flags]:
    """Return which shapes are of a kind that is taken, and which are areas."""
    number = shapely.get_type_id(shapes)
    kinds = [is_given & np.isin(number, kind) for kind in (AREA_KINDS, LINE_KINDS, POINT_KINDS)]
    is_usable: Flags = np.logical_or.reduce(kinds)
    names = np.array([shape.geom_type if shape else "" for shape in shapes], dtype=object)
    problems.add(is_given & ~is_usable, "kind", names)
    rarer_kinds = sorted(kinds, key=lambda kind: int(kind.sum()))[:-1]
    problems.add(np.logical_or.reduce(rarer_kinds), "mixed", names)
    return is_usable, kinds[0]


def _convert_positions(raw: Points, is_given: Flags, interpretation: Interpretation) -> Positions:
    system = interpretation.system or ""
    return Positions(to_stored(raw, system), raw, is_given, system)
