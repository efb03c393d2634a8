"""How near to a belt's axis things may lie, and how far: their verdict at any width follows."""

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoSeries
from pandas import DataFrame
from shapely.geometry.base import BaseGeometry

STEP = 100.0  # metres: along a boundary the farthest point is looked for so often


def measure_areas(areas: GeoSeries, axis: BaseGeometry) -> DataFrame:
    """Return near_km and far_km of each area from an axis: of its nearest, its farthest point.

    All in the measuring projection; a thing without area gets missing values. A corridor holds an
    area possibly where it is at least near_km wide, certainly from far_km on.
    """
    # Many rows of a reader's may share a county, which is then one object: it is measured once.
    every = areas.to_numpy()
    number, _ = pd.factorize(np.array([id(shape) for shape in every]))
    shapes = every[np.unique(number, return_index=True)[1]]
    places, row = shapely.get_coordinates(shapely.segmentize(shapes, STEP), return_index=True)
    farthest = pd.Series(shapely.distance(shapely.points(places), axis)).groupby(row).max()
    distances = DataFrame(
        {
            "near_km": shapely.distance(shapes, axis) / 1000,
            "far_km": farthest.reindex(np.arange(len(shapes))).to_numpy() / 1000,
        }
    )
    return distances.iloc[number].set_axis(areas.index)
