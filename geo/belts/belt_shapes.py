"""The three geometries of a belt, each with how it was made.

No document draws a belt's edge: `belts-2013` names cities. So a belt is its `territory` (union of
the member prefectures), its `axis` (a line through county seats in travel order) and a `corridor`
(the axis buffered by a chosen width, clipped to the province).
"""

import shapely
from geopandas import GeoDataFrame, GeoSeries
from pandas import DataFrame
from shapely.geometry.base import BaseGeometry

from geo.crs import METRIC, STORED

GEOMETRIES = ("territory", "axis", "corridor")
CORRIDOR_KM = 40.0


def unite_territories(members: DataFrame, prefectures: GeoDataFrame) -> GeoSeries:
    """Union of each belt's member prefectures, indexed by belt id, EPSG:4326.

    `members` has columns belt and adcode; `prefectures` has id and geometry.
    """
    shapes = prefectures.set_index("id").geometry
    unions = {
        belt: shapely.coverage_union_all(shapes.loc[group.adcode].to_numpy())
        for belt, group in members.groupby("belt")
    }
    return GeoSeries(unions, crs=STORED)


def connect_axes(stops: DataFrame, seats: GeoDataFrame) -> GeoSeries:
    """Line through each belt's stops in order, indexed by belt id, EPSG:4326.

    `stops` has columns belt, sort and adcode; `seats` is a point frame with id (adcode).
    """
    points = seats.set_index("id").geometry
    lines = {
        belt: shapely.LineString(points.loc[group.adcode].to_list())
        for belt, group in stops.sort_values("sort").groupby("belt")
    }
    return GeoSeries(lines, crs=STORED)


def buffer_axes(
    axes: GeoSeries, province: BaseGeometry, width_km: float = CORRIDOR_KM
) -> GeoSeries:
    """Area within `width_km` of each axis, clipped to the province, EPSG:4326.

    The buffer is made in the measuring projection; `province` is in EPSG:4326.
    """
    buffered = axes.to_crs(METRIC).buffer(width_km * 1000).to_crs(STORED)
    return GeoSeries(shapely.set_precision(buffered.intersection(province), 1e-6), crs=STORED)
