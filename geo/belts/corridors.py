"""What lies within so many kilometres of a belt's axis, and how sure that is.

A park known only by its county is somewhere in that county. So each thing has the area in which
it may lie, and a corridor holds it certainly (the whole area), possibly (part of it) or not.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame, GeoSeries
from pandas import DataFrame, Series
from shapely import LineString
from shapely.geometry.base import BaseGeometry

from geo import store
from geo.belts import belt_shapes
from geo.belts.axis_distances import measure_areas
from geo.crs import METRIC, to_metric
from geo.geocoding import list_radii

NARROWEST, WIDEST = 10.0, 80.0
STEP = 50.0  # metres along an axis that tell its way
VERDICTS = ("certain", "possible", "outside")
# How far a thing may lie from its recorded point, km. The atlas has no boundaries of towns: 10 km
# is its assumption. A seat given to 0.1 degree may be off by half the diagonal of such a cell.
SPREAD_KM: dict[str, float] = {"site": 0.0, "town": 10.0, "coarse": 7.0}
COARSE_DEGREES = 0.1
Places = tuple[GeoSeries, GeoSeries]  # where each may lie, and its point; measuring projection


@dataclass(frozen=True)
class Reach:
    """How many things a corridor holds: certainly, possibly, not; `at_point` as recorded."""

    certain: int
    possible: int
    outside: int
    at_point: int

    @property
    def counts(self) -> dict[str, int]:
        """The counts by verdict, in the order of `VERDICTS`."""
        return {verdict: getattr(self, verdict) for verdict in VERDICTS}

    @property
    def most(self) -> int:
        """The largest number that may lie inside."""
        return self.certain + self.possible

    @property
    def total(self) -> int:
        """Everything that was asked about."""
        return self.most + self.outside

    def __add__(self, other: "Reach") -> "Reach":
        """Return the counts of both."""
        return Reach(
            self.certain + other.certain,
            self.possible + other.possible,
            self.outside + other.outside,
            self.at_point + other.at_point,
        )


def spread_positions(things: GeoDataFrame, counties: GeoDataFrame) -> GeoSeries:
    """Return where each thing may lie, in the measuring projection, on the index of `things`.

    `things` has geometry, location_precision and county_adcode; `counties` id and geometry. A site
    is its point; a town the part of its county within 10 km of the point; what is geocoded the part
    within the radius of its geocode_level; `county_seat` the whole county. The recorded point
    always belongs to the area. A thing without position has none.
    """
    points = to_metric(things.geometry)
    shapes = to_metric(counties.set_index("id").geometry).to_dict()
    areas = [
        _area(point, shapes.get(county), km)
        for point, county, km in zip(
            points, things.county_adcode, measure_spread_km(things), strict=True
        )
    ]
    return GeoSeries(areas, index=things.index, crs=METRIC)


def measure_spread_km(things: DataFrame) -> list[float | None]:
    """Return how far each thing may lie from its point, km; None where all of its county may be.

    Columns needed: location_precision, and geocode_level where something is geocoded.
    """
    by_word = SPREAD_KM | dict(list_radii())
    words = things.location_precision
    if "geocode_level" in things:
        words = words.where(words != "geocoded", things.geocode_level)
    return [by_word.get(word) for word in words]


def _area(
    point: BaseGeometry | None, county: BaseGeometry | None, km: float | None
) -> BaseGeometry | None:
    if point is None or point.is_empty or km == 0:
        return point
    if km is None:
        return None if county is None else shapely.union(county, point)
    disc = shapely.buffer(point, km * 1000, quad_segs=16)
    inside = None if county is None else shapely.intersection(disc, county)
    return disc if inside is None or inside.is_empty else shapely.union(inside, point)


def judge_areas(areas: GeoSeries, axis: BaseGeometry, km: float) -> Series:
    """Return for each area whether it lies within `km` of an axis: a word of `VERDICTS`.

    All in the measuring projection; a thing without area gets a missing value.
    """
    return judge_distances(measure_areas(areas, axis), km)


def judge_distances(distances: DataFrame, km: float) -> Series:
    """Return a word of `VERDICTS` for each near_km and far_km; a missing one for missing ones."""
    verdicts = np.select(
        [distances.far_km <= km, distances.near_km <= km], ["certain", "possible"], "outside"
    )
    has_area = distances.near_km.notna().to_numpy()
    return Series(verdicts, index=distances.index, dtype=object).where(has_area, None)


def count_verdicts(verdict: Series, at_point: Series) -> Reach:
    """Return the counts of verdicts, and of recorded points inside; missing ones are left out."""
    counts = verdict.value_counts()
    numbers = [int(counts.get(word, 0)) for word in VERDICTS]
    return Reach(numbers[0], numbers[1], numbers[2], int(at_point.sum()))


def locate_along_axis(axis: LineString, points: GeoSeries) -> DataFrame:
    """Return where points stand along an axis: along_km from its start, off_km beside it.

    All in the measuring projection; beyond an end, off_km is the distance to that end.
    """
    shapes = points.to_numpy()
    return DataFrame(
        {
            "along_km": shapely.line_locate_point(axis, shapes) / 1000,
            "off_km": shapely.distance(axis, shapes) / 1000,
        },
        index=points.index,
    )


def locate_beside_axis(axis: LineString, points: GeoSeries) -> DataFrame:
    """Return where points stand: along_km, and side_km, the distance, negative on the right.

    All in the measuring projection; right and left are those of who travels along the axis.
    """
    places = locate_along_axis(axis, points)
    along = places.along_km.to_numpy() * 1000
    start, end = (
        shapely.get_coordinates(shapely.line_interpolate_point(axis, along + step))
        for step in (-STEP, STEP)
    )
    way, aside = end - start, shapely.get_coordinates(points.to_numpy()) - start
    is_right = way[:, 0] * aside[:, 1] - way[:, 1] * aside[:, 0] < 0
    side = np.where(is_right, -places.off_km, places.off_km)
    return DataFrame({"along_km": places.along_km, "side_km": side}, index=points.index)


def measure_overlaps(shapes: GeoSeries) -> DataFrame:
    """Return the area that each pair of shapes shares, km²; the diagonal is a shape's own area.

    The index of `shapes` names rows and columns; any CRS.
    """
    metric = to_metric(shapes)
    areas = [[shapely.area(shapely.intersection(a, b)) / 1e6 for b in metric] for a in metric]
    return DataFrame(areas, index=shapes.index, columns=shapes.index)


def measure_shared_ground(shapes: GeoSeries) -> Series:
    """Return the area covered by at least 1, 2, ... of the shapes, km²; any CRS."""
    metric = to_metric(shapes).to_list()
    areas = {
        least: shapely.area(
            shapely.union_all(
                [shapely.intersection_all(group) for group in combinations(metric, least)]
            )
        )
        / 1e6
        for least in range(1, len(metric) + 1)
    }
    return Series(areas, dtype=float)


@cache
def project_axes() -> GeoSeries:
    """Return every belt's axis in the measuring projection, by belt id."""
    shapes = store.load_layer("belts")
    lines = shapes[shapes.geometry_kind == "axis"].set_index("id").geometry
    return to_metric(GeoSeries(lines, crs=shapes.crs))


@lru_cache(maxsize=512)
def clip_corridor(belt: str, km: float) -> BaseGeometry:
    """Return a belt's corridor, clipped to the province, EPSG:4326."""
    line = GeoSeries([project_axes()[belt]], crs=METRIC)
    return belt_shapes.buffer_axes(line, store.load_layer("province").geometry.iloc[0], km).iloc[0]


@cache
def _parks() -> Places:
    parks = store.load_layer("parks").set_index("id")
    return spread_positions(parks, store.load_layer("counties")), to_metric(parks.geometry)


@cache
def _seats() -> Places:
    seats = store.load_layer("seats").query("level == 'county'").set_index("id")
    tenths = np.column_stack([seats.lon, seats.lat]) / COARSE_DEGREES
    coarse = np.isclose(tenths, np.rint(tenths), atol=1e-6).all(axis=1)
    places = seats.assign(
        location_precision=np.where(coarse, "coarse", "site"), county_adcode=seats.index
    )
    return spread_positions(places, store.load_layer("counties")), to_metric(seats.geometry)


def spread_things(things: GeoDataFrame) -> Places:
    """Return where things that are not the atlas's own may lie, and their points, by id.

    Columns as `spread_positions`, and id. Each distinct place is worked out once; nothing is kept.
    """
    things = things.set_index("id")
    keys = DataFrame(
        {
            "point": things.geometry.to_wkb(),
            "county": things.county_adcode,
            "spread": measure_spread_km(things),
        }
    )
    first = ~keys.duplicated()
    number = keys.groupby(list(keys.columns), dropna=False, sort=False).ngroup()
    areas = spread_positions(things[first], store.load_layer("counties"))
    spread = areas.set_axis(number[first]).loc[number].set_axis(things.index)
    return spread, to_metric(things.geometry)


def measure_places(places: Places, belt: str) -> DataFrame:
    """Return near_km and far_km of places from a belt's axis, off_km of their points, by id."""
    areas, points = places
    axis = project_axes()[belt]
    off = locate_along_axis(axis, points).off_km.to_numpy()
    return measure_areas(areas, axis).assign(off_km=off)


def judge_measures(measures: DataFrame, km: float) -> DataFrame:
    """Return verdict, at_point and off_km by id of what `measure_places` measured."""
    off = measures.off_km
    return pd.DataFrame(
        {"verdict": judge_distances(measures, km), "at_point": off <= km, "off_km": off}
    )


def judge_places(places: Places, belt: str, km: float) -> DataFrame:
    """Return for each of some places its verdict, at_point and off_km, by id."""
    return judge_measures(measure_places(places, belt), km)


@cache
def measure_layer(what: str, belt: str) -> DataFrame:
    """Return what `measure_places` does for every park or county seat ("parks" or "seats")."""
    return measure_places({"parks": _parks, "seats": _seats}[what](), belt)


@cache
def locate_layer(what: str, belt: str) -> DataFrame:
    """Return along_km and side_km of every park, county seat or hub, by id."""
    points = project_hubs() if what == "hubs" else {"parks": _parks, "seats": _seats}[what]()[1]
    return locate_beside_axis(project_axes()[belt], points)


@lru_cache(maxsize=512)
def judge_layer(what: str, belt: str, km: float) -> DataFrame:
    """Return for every park or county seat its verdict, at_point and off_km, by id.

    `what` is "parks" or "seats"; at_point says whether the recorded point lies inside.
    """
    return judge_measures(measure_layer(what, belt), km)


@cache
def project_hubs() -> GeoSeries:
    """Return the points of transport hubs not out of use in the measuring projection, by id."""
    hubs = store.load_layer("hubs").set_index("id")
    serves = (hubs.kind != "research") & (hubs.operation != "not_in_use")
    return to_metric(hubs[serves].geometry)
