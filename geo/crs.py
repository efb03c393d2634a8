"""The only place that decides about coordinates.

Stored and exported is EPSG:4326; measured is one Albers equal-area projection centred on the
province, exact in area and within ±0.07 % in distance there.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

import numpy as np
import xyconvert
from geopandas import GeoDataFrame, GeoSeries
from numpy.typing import NDArray
from pandas import Series
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError

from geo.errors import MissingCRS, UnknownId

STORED = CRS.from_epsg(4326)
METRIC = CRS.from_proj4(
    "+proj=aea +lat_1=42 +lat_2=45.5 +lat_0=43.5 +lon_0=126.5 +datum=WGS84 +units=m +no_defs"
)

#: Systems of coordinates that a reader may name; any other by its EPSG code.
DATUMS = ("WGS 84", "CGCS2000", "GCJ-02", "BD-09")
CODES = {"WGS 84": "EPSG:4326", "CGCS2000": "EPSG:4490"}
_SHIFTS = {  # to the shifted system, and the one-step way back, which is up to 5 m off
    "GCJ-02": (xyconvert.wgs2gcj, xyconvert.gcj2wgs),
    "BD-09": (xyconvert.wgs2bd, xyconvert.bd2wgs),
}
_ROUNDS = 4  # of correction; three leave less than 0.1 mm in Jilin

Points = NDArray[np.float64]
Frame = TypeVar("Frame", GeoDataFrame, GeoSeries)


def to_metric(frame: Frame) -> Frame:
    """Project a frame or series of any CRS to the measuring projection, in metres.

    Raises MissingCRS when `frame` has no CRS.
    """
    if frame.crs is None:
        raise MissingCRS("The frame has no CRS: set it with set_crs() to what the source states.")
    return frame.to_crs(METRIC)


def area_km2(shapes: GeoSeries) -> Series:
    """Area of each shape in square kilometres, on the index of `shapes`."""
    return to_metric(shapes).area / 1e6


def length_km(lines: GeoSeries) -> Series:
    """Length of each line in kilometres, on the index of `lines`."""
    return to_metric(lines).length / 1e3


def parse_datum(text: str) -> str | None:
    """Return a system of coordinates by its name or EPSG code, as it is written here, else None.

    ``gcj02`` gives ``GCJ-02``, ``4547`` gives ``EPSG:4547``, ``4490`` gives ``CGCS2000``.
    """
    plain = "".join(sign for sign in text.upper() if sign.isalnum())
    named = {"".join(sign for sign in datum if sign.isalnum()): datum for datum in DATUMS}
    digits = plain.removeprefix("EPSG")
    if plain in named or not digits.isdecimal():
        return named.get(plain)
    try:
        code = f"EPSG:{CRS.from_epsg(int(digits)).to_epsg()}"
    except (CRSError, OverflowError):
        return None
    return next((name for name, alias in CODES.items() if alias == code), code)


@lru_cache(maxsize=8)
def _transformer(code: str) -> Transformer:
    return Transformer.from_crs(CRS.from_user_input(code), STORED, always_xy=True)


def to_stored(points: Points, system: str) -> Points:
    """Return points of a named system of coordinates as WGS 84, both (n, 2): x or lon, y or lat.

    GCJ-02 and BD-09 come back within a millimetre of what their published formulas shift; the
    map services themselves add up to a metre. What has no place in the system becomes NaN.
    Raises UnknownId when `system` is none of `DATUMS` and no EPSG code.
    """
    name = parse_datum(system)
    if name is None:
        raise UnknownId(f"Unknown system of coordinates: {system!r}.")
    if name in _SHIFTS:
        return _unshifted(points, *_SHIFTS[name])
    if not len(points):
        return points
    x, y = _transformer(CODES.get(name, name)).transform(points[:, 0], points[:, 1])
    return _finite(np.column_stack([x, y]))


def from_stored(points: Points, system: str) -> Points:
    """Return WGS 84 points in GCJ-02 or BD-09; the inverse of `to_stored`."""
    shift, _ = _SHIFTS[system]
    return np.asarray(shift(points))


def _unshifted(
    points: Points, shift: Callable[[Points], Points], back: Callable[[Points], Points]
) -> Points:
    """Return the points that `shift` moves to `points`, by fixed-point iteration."""
    with np.errstate(all="ignore"):  # far from China the formulas have no meaning
        moved = back(points)
        for _ in range(_ROUNDS):
            moved = moved - (shift(moved) - points)
    return _finite(moved)


def _finite(points: Points) -> Points:
    return np.where(np.isfinite(points).all(axis=1, keepdims=True), points, np.nan)
