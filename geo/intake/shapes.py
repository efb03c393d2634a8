"""Geometry of an upload → one point a row, in WGS 84."""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.crs import Points, to_stored
from geo.intake.choice import Choice
from geo.intake.issues import Issues
from geo.intake.numbers import numbers, pairs
from geo.intake.upload import Upload

Flags = NDArray[np.bool_]
POINT_KINDS = (0, 4)  # Shapely's numbers: Point, MultiPoint
AREA_KINDS = (3, 6)  # Polygon, MultiPolygon


@dataclass(frozen=True)
class Placed:
    """A point a row, (n, 2) in WGS 84, NaN where there is none, and which rows give a position.

    `raw` are the numbers as written, in the `system` that they are in.
    """

    points: Points
    raw: Points
    given: Flags
    system: str

    def turned(self, rows: Flags) -> Points:
        """Return where the flagged rows lie if their numbers are swapped; of the others NaN.

        That must come before the conversion, since a shift is that of the true place, and X is
        the northing in Chinese surveys.
        """
        found = np.full(self.raw.shape, np.nan)
        if rows.any():
            found[rows] = to_stored(self.raw[rows][:, ::-1], self.system)
        return found


def place(upload: Upload, choice: Choice, issues: Issues) -> Placed:
    """Return where the file says that each row is."""
    if upload.shapes is not None:
        return _of_shapes(upload, choice, issues)
    columns, cells = choice.columns, upload.cells
    if "pair" in columns:
        first, second = pairs(cells[columns["pair"]])
    elif {"lon", "lat"} <= set(columns):
        first, second = cells[columns["lon"]], cells[columns["lat"]]
    else:
        nothing = np.full((len(upload), 2), np.nan)
        return Placed(nothing, nothing, np.zeros(len(upload), dtype=bool), "")
    filled = np.column_stack([(one != "").to_numpy(dtype=bool) for one in (first, second)])
    raw = np.column_stack([numbers(one) for one in (first, second)])
    wrong = filled & np.isnan(raw)
    issues.add(wrong[:, 0], "number", first)
    issues.add(wrong[:, 1] & ~wrong[:, 0], "number", second)
    given: Flags = np.logical_or(filled[:, 0], filled[:, 1])
    half: Flags = np.logical_xor(filled[:, 0], filled[:, 1])
    issues.add(half & ~wrong[:, 0] & ~wrong[:, 1], "half")
    return _placed(raw, given, choice)


def _of_shapes(upload: Upload, choice: Choice, issues: Issues) -> Placed:
    assert upload.shapes is not None  # noqa: S101 - for the type checker
    shapes = upload.shapes.to_numpy(copy=True)
    there = ~(shapely.is_missing(shapes) | shapely.is_empty(shapes))
    kind = shapely.get_type_id(shapes)
    area, point = there & np.isin(kind, AREA_KINDS), there & np.isin(kind, POINT_KINDS)
    names = np.array([one.geom_type if one is not None else "" for one in shapes], dtype=object)
    issues.add(there & ~area & ~point, "line", names)
    if area.any() and point.any():
        issues.add(area if point.sum() >= area.sum() else point, "mixed", names)
    _mend(shapes, area, choice, issues)
    found = np.full((len(shapes), 2), np.nan)
    usable = area | point
    inner = shapely.point_on_surface(shapes[usable])
    found[usable] = shapely.get_coordinates(inner)[:, :2] if usable.any() else found[usable]
    return _placed(found, there, choice)


def _placed(raw: Points, given: Flags, choice: Choice) -> Placed:
    system = choice.system or ""
    return Placed(to_stored(raw, system), raw, given, system)


def _mend(shapes: NDArray[np.object_], area: Flags, choice: Choice, issues: Issues) -> None:
    """Repair invalid areas in place where the reader wants it, else say why they are invalid."""
    wrong = area.copy()
    wrong[area] = ~shapely.is_valid(shapes[area])
    if not wrong.any():
        return
    if choice.repair:
        shapes[wrong] = shapely.make_valid(shapes[wrong])
        issues.add(wrong, "repaired")
        return
    reasons = np.full(len(shapes), "", dtype=object)
    reasons[wrong] = shapely.is_valid_reason(shapes[wrong])
    issues.add(wrong, "polygon", reasons)
