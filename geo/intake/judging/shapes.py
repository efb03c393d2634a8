"""Geometry of an upload → one point a row, in WGS 84, and the shape that it stands for."""

from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.crs import Points, to_stored
from geo.intake.judging.interpretation import Choice
from geo.intake.judging.numbers import numbers, pairs
from geo.intake.judging.problem_collector import Issues
from geo.intake.reading.upload import Upload

Flags = NDArray[np.bool_]
Shapes = NDArray[np.object_]
POINT_KINDS = (0, 4)  # Shapely's numbers: Point, MultiPoint
LINE_KINDS = (1, 5)  # LineString, MultiLineString
AREA_KINDS = (3, 6)  # Polygon, MultiPolygon


@dataclass(frozen=True)
class Placed:
    """A point a row, (n, 2) in WGS 84, NaN where there is none, and which rows give a position.

    `raw` are the numbers as written, in the `system` that they are in; `shapes` those of more than
    a point, without heights and in that system too, else None.
    """

    points: Points
    raw: Points
    given: Flags
    system: str
    shapes: Shapes | None = None

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
    shapes = shapely.force_2d(upload.shapes.to_numpy())
    there = ~(shapely.is_missing(shapes) | shapely.is_empty(shapes))
    number = shapely.get_type_id(shapes)
    kinds = [there & np.isin(number, one) for one in (AREA_KINDS, LINE_KINDS, POINT_KINDS)]
    usable = np.logical_or.reduce(kinds)
    names = np.array([one.geom_type if one is not None else "" for one in shapes], dtype=object)
    issues.add(there & ~usable, "kind", names)
    rarer = sorted(kinds, key=lambda one: int(one.sum()))[:-1]
    issues.add(np.logical_or.reduce(rarer), "mixed", names)
    damaged = usable & _unfinished(shapes)
    issues.add(damaged, "geometry", np.full(len(shapes), "NaN", dtype=object))
    usable &= ~damaged
    _mend(shapes, usable & kinds[0], choice, issues)
    found = np.full((len(shapes), 2), np.nan)
    inner = shapely.point_on_surface(shapes[usable])
    found[usable] = np.column_stack([shapely.get_x(inner), shapely.get_y(inner)])
    shapes[~usable | (shapely.get_num_coordinates(shapes) < 2)] = None
    return replace(_placed(found, there, choice), shapes=shapes)


def _unfinished(shapes: Shapes) -> Flags:
    """Return which shapes have a corner that is no place."""
    places, row = shapely.get_coordinates(shapes, return_index=True)
    found = np.zeros(len(shapes), dtype=bool)
    found[row[~np.isfinite(places).all(axis=1)]] = True
    return found


def _placed(raw: Points, given: Flags, choice: Choice) -> Placed:
    system = choice.system or ""
    return Placed(to_stored(raw, system), raw, given, system)


def _mend(shapes: Shapes, area: Flags, choice: Choice, issues: Issues) -> None:
    """Repair invalid areas in place where the reader wants it, else say why they are invalid."""
    wrong = area.copy()
    wrong[area] = ~shapely.is_valid(shapes[area])
    if not wrong.any():
        return
    if choice.repair:
        repaired = shapes.copy()
        repaired[wrong] = _repaired(shapes[wrong])
        mended = wrong & ~shapely.is_empty(repaired)
        shapes[mended] = repaired[mended]
        issues.add(mended, "repaired")
        wrong &= ~mended
    reasons = np.full(len(shapes), "", dtype=object)
    reasons[wrong] = shapely.is_valid_reason(shapes[wrong])
    issues.add(wrong, "polygon", reasons)


def _repaired(areas: Shapes) -> Shapes:
    """Return areas as valid ones; one that covers no ground becomes empty."""
    mended: Shapes = shapely.make_valid(areas, method="structure", keep_collapsed=False)
    return mended


def _converted(places: Points, turn: int, system: str) -> Points:
    return to_stored(places[:, ::turn], system)


def stored(shapes: Shapes, swapped: Flags, choice: Choice, issues: Issues) -> Shapes:
    """Return shapes in WGS 84; numbers of the rows that are `swapped` change places first.

    A shape of which a corner has no place there is None: its row keeps its point.
    """
    system = choice.system or ""
    made = shapes.copy()
    for turn, chosen in ((1, ~swapped), (-1, swapped)):
        rows = chosen & ~shapely.is_missing(shapes)
        if rows.any():
            convert = partial(_converted, turn=turn, system=system)
            made[rows] = shapely.transform(shapes[rows], convert)
    lost = _unfinished(made)
    made[lost] = None
    issues.add(lost & ~issues.blocked, "vertex")
    bent = ~shapely.is_missing(made) & np.isin(shapely.get_type_id(made), AREA_KINDS)
    bent[bent] = ~shapely.is_valid(made[bent])  # narrow ones, by the shift
    made[bent] = _repaired(made[bent])
    return made
