"""Geodesic distances with bounds: a place known only by its county may lie anywhere in it.

Where a thing may lie is `geo.belts.corridors.spread_positions`. The least distance of two things is
that of the nearest points of their areas, the greatest that of the farthest. Pairs of points are
found in the measuring projection and measured on the ellipsoid.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame, GeoSeries
from numpy.typing import NDArray
from pandas import DataFrame
from pyproj import Geod
from shapely.geometry.base import BaseGeometry

from geo import store
from geo.belts.corridors import spread_positions
from geo.crs import METRIC, STORED
from geo.memory import remembered
from geo.siting.own_rows import OwnRows, select_parks

GEOD = Geod(ellps="WGS84")
CHANGCHUN = "220100"
Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Spread:
    """Distances in km, rows by columns: least possible, measured, greatest possible."""

    low: DataFrame
    value: DataFrame
    high: DataFrame


def measure_geodesics(lon: Numbers, lat: Numbers, to_lon: Numbers, to_lat: Numbers) -> Numbers:
    """Return the length of the geodesic between points of EPSG:4326, in kilometres."""
    metres: Numbers = np.asarray(GEOD.inv(lon, lat, to_lon, to_lat)[2])
    # To the millimetre: what is left below that is rounding of the projection.
    return np.round(metres / 1000, 6)


def measure_spread(origins: GeoDataFrame, targets: GeoDataFrame) -> Spread:
    """Return distances from every origin to every target, with their bounds.

    Columns needed: id, county_adcode, location_precision and a point geometry, EPSG:4326.
    """
    counties = store.load_layer("counties")
    low, high = _between(*(spread_positions(points, counties) for points in (origins, targets)))
    value = _matrix(origins.geometry, targets.geometry)
    distances = (np.minimum(low, value), value, np.maximum(high, value))
    return Spread(*(DataFrame(km, index=origins["id"], columns=targets["id"]) for km in distances))


def _matrix(origins: GeoSeries, targets: GeoSeries) -> Numbers:
    rows, columns = np.indices((len(origins), len(targets)))
    start, end = (shapely.get_coordinates(points.to_numpy()) for points in (origins, targets))
    return measure_geodesics(*start[rows].transpose(2, 0, 1), *end[columns].transpose(2, 0, 1))


def _between(origins: GeoSeries, targets: GeoSeries) -> tuple[Numbers, Numbers]:
    """Least and greatest distance of each pair; each distinct pair of shapes measured once."""
    rows, start = pd.factorize(origins.to_wkb())
    columns, end = pd.factorize(targets.to_wkb())
    first, second = shapely.from_wkb(start), shapely.from_wkb(end)
    near, far = _nearest(first, second), _farthest(first, second)
    pick = np.ix_(rows, columns)
    return near[pick], far[pick]


def _nearest(start: NDArray[np.object_], end: NDArray[np.object_]) -> Numbers:
    lines = shapely.shortest_line(start[:, None], end[None, :])
    pairs = shapely.get_coordinates(lines).reshape(len(start), len(end), 4)
    return _measured(pairs)


def _farthest(start: NDArray[np.object_], end: NDArray[np.object_]) -> Numbers:
    """Measure between corners of convex hulls: two of them are the farthest points."""
    firsts, seconds = ([_corners(shape) for shape in shapes] for shapes in (start, end))
    pairs = np.array([[_far_pair(first, second) for second in seconds] for first in firsts])
    return _measured(pairs)


def _corners(shape: BaseGeometry) -> Numbers:
    """Return the corners of a convex hull, from south-west on: which of equals comes first."""
    corners = np.unique(shapely.get_coordinates(shapely.convex_hull(shape)), axis=0)
    return np.asarray(corners, dtype=float)


def _far_pair(corners: Numbers, other_corners: Numbers) -> Numbers:
    lengths = np.sqrt(((corners[:, None, :] - other_corners[None, :, :]) ** 2).sum(axis=2))
    lengths = np.round(lengths, 3)  # metres: pairs equal to the millimetre are equally far
    first, second = np.unravel_index(lengths.argmax(), lengths.shape)
    return np.concatenate([corners[first], other_corners[second]])


def _measured(pairs: Numbers) -> Numbers:
    """Geodesic length of lines given as x, y, x, y in the measuring projection."""
    flat = pairs.reshape(-1, 2)
    points = GeoSeries(shapely.points(flat), crs=METRIC).to_crs(STORED)
    degrees = shapely.get_coordinates(points.to_numpy()).reshape(-1, 4)
    return measure_geodesics(*degrees.T).reshape(pairs.shape[:-1])


@remembered
def measure_to_hubs(*, own_rows: OwnRows | None = None) -> Spread:
    """Distances from every park to every hub that counts as the nearest of its kind."""
    hubs = store.load_layer("hubs")
    return measure_spread(select_parks(own_rows), hubs[hubs.counted == "yes"])


@remembered
def measure_to_parks(*, own_rows: OwnRows | None = None) -> Spread:
    """Distances from every park to every park of the atlas; its own distance is 0."""
    return measure_spread(select_parks(own_rows), store.load_layer("parks"))


@remembered
def measure_to_changchun(*, own_rows: OwnRows | None = None) -> Spread:
    """Distances from every park to the seat of Changchun, one column."""
    return measure_spread(select_parks(own_rows), _seat())


def _seat() -> GeoDataFrame:
    seats = store.load_layer("seats")
    seat = seats[seats.id == CHANGCHUN]
    return seat.assign(location_precision="site", county_adcode=CHANGCHUN)
