"""The only place that decides about coordinates.

Stored and exported is EPSG:4326; measured is one Albers equal-area projection centred on the
province, exact in area and within ±0.07 % in distance there.
"""

from typing import TypeVar

from geopandas import GeoDataFrame, GeoSeries
from pandas import Series
from pyproj import CRS

from geo.errors import MissingCRS

STORED = CRS.from_epsg(4326)
METRIC = CRS.from_proj4(
    "+proj=aea +lat_1=42 +lat_2=45.5 +lat_0=43.5 +lon_0=126.5 +datum=WGS84 +units=m +no_defs"
)

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
