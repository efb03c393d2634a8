"""What a corridor holds, on hand-made ground: squares of so many kilometres in the projection."""

import pandas as pd
import pytest
import shapely
from geopandas import GeoDataFrame, GeoSeries
from hypothesis import given
from hypothesis import strategies as st

from geo import store
from geo.belts import corridors
from geo.crs import METRIC, STORED
from geo.filters import list_options

AXIS = shapely.LineString([(0, 0), (100_000, 0)])  # 100 km due east


def square(x: float, y: float, side: float) -> shapely.Polygon:
    """A square by its lower left corner and side, km."""
    return shapely.box(x * 1000, y * 1000, (x + side) * 1000, (y + side) * 1000)


def metric(*shapes: shapely.Geometry | None) -> GeoSeries:
    return GeoSeries(list(shapes), crs=METRIC)


def things(*rows: tuple[float, float, str, str | None]) -> GeoDataFrame:
    """Things by x and y in km, precision and county."""
    points = [shapely.Point(x * 1000, y * 1000) for x, y, _, _ in rows]
    return GeoDataFrame(
        {"location_precision": [row[2] for row in rows], "county_adcode": [row[3] for row in rows]},
        geometry=points,
        crs=METRIC,
    ).to_crs(STORED)


COUNTIES = GeoDataFrame(
    {"id": ["near", "astride", "far"]},
    geometry=[square(10, 5, 20), square(40, 30, 20), square(60, 80, 20)],
    crs=METRIC,
).to_crs(STORED)


def test_a_site_is_its_point_a_town_ten_km_of_its_county_a_county_all_of_it() -> None:
    areas = corridors.spread_positions(
        things((20, 15, "site", "near"), (20, 15, "town", "near"), (20, 15, "county_seat", "near")),
        COUNTIES,
    )
    assert areas.iloc[0].geom_type == "Point"
    # The disc of 10 km around the middle of a square of 20 km just fits: π · 10² = 314 km².
    assert areas.iloc[1].area / 1e6 == pytest.approx(314, abs=2)
    assert areas.iloc[2].area / 1e6 == pytest.approx(400, abs=1)


def test_a_town_at_the_edge_stays_within_its_county() -> None:
    # The point stands on the lower left corner: a quarter of the disc is left, 78.5 km².
    areas = corridors.spread_positions(things((10, 5, "town", "near")), COUNTIES)
    assert areas.iloc[0].area / 1e6 == pytest.approx(78.5, abs=1)


def test_what_no_county_is_known_of_is_a_disc_or_nothing() -> None:
    areas = corridors.spread_positions(
        things((0, 0, "town", None), (0, 0, "county_seat", None)), COUNTIES
    )
    assert areas.iloc[0].area / 1e6 == pytest.approx(314, abs=2)
    assert areas.iloc[1] is None


def test_an_area_is_possible_from_its_nearest_point_on_and_certain_from_its_farthest() -> None:
    # The square lies 30 to 50 km north of the axis; beyond its end the nearest point is a corner.
    areas = metric(square(40, 30, 20), square(103, 4, 1), shapely.Point(0, -7000), None)
    measured = corridors.measure_areas(areas, AXIS)
    assert measured.near_km.tolist()[:3] == pytest.approx([30, 5, 7])
    assert measured.far_km.tolist()[:3] == pytest.approx([50, 41**0.5, 7])
    assert measured.iloc[3].isna().all()


def test_rows_that_share_an_area_are_measured_as_each_alone() -> None:
    shared, other = square(40, 30, 20), square(103, 4, 1)
    rows = [shared, other, shared, None, shapely.Point(0, -7000), shared, None]
    together = corridors.measure_areas(metric(*rows), AXIS)
    alone = pd.concat([corridors.measure_areas(metric(row), AXIS) for row in rows])
    pd.testing.assert_frame_equal(together, alone.reset_index(drop=True))


def test_the_farthest_point_may_lie_between_two_corners() -> None:
    # Between the arms of a right angle the middle of this side is as far as can be: 10 km.
    angle = shapely.LineString([(0, 50_000), (0, 0), (50_000, 0)])
    side = metric(shapely.Polygon([(0, 20_000), (20_000, 0), (0, 0)]))
    assert corridors.measure_areas(side, angle).far_km.iloc[0] == pytest.approx(10, abs=0.05)


@pytest.mark.parametrize(
    ("km", "wanted"),
    [
        (26, ["certain", "outside", "outside"]),  # the near county reaches 25 km north
        (20, ["possible", "outside", "outside"]),
        (4, ["outside", "outside", "outside"]),
        (40, ["certain", "possible", "outside"]),  # the second lies 30 to 50 km north
        (80.5, ["certain", "certain", "possible"]),
    ],
)
def test_a_county_counts_by_how_much_of_it_is_inside(km: float, wanted: list[str]) -> None:
    areas = COUNTIES.geometry.to_crs(METRIC)
    assert corridors.judge_areas(areas, AXIS, km).tolist() == wanted


def test_what_has_no_position_has_no_verdict() -> None:
    found = corridors.judge_areas(metric(shapely.Point(0, 0), None), AXIS, 40)
    assert found.tolist() == ["certain", None]
    assert corridors.count_verdicts(found, pd.Series([True, False])) == corridors.Reach(1, 0, 0, 1)


def test_reach_is_a_range() -> None:
    words = pd.Series(["certain", "possible", "possible", "outside"])
    found = corridors.count_verdicts(words, pd.Series([True, True, False, False]))
    assert (found.certain, found.most, found.total, found.at_point) == (1, 3, 4, 2)


def test_along_the_axis_and_beside_it() -> None:
    points = metric(shapely.Point(30_000, 4_000), shapely.Point(103_000, -4_000))
    placed = corridors.locate_along_axis(AXIS, points)
    assert placed.along_km.tolist() == [30, 100]  # beyond the end is at the end
    assert placed.off_km.tolist() == [4, 5]  # 3, 4, 5


def test_overlaps_and_shared_ground() -> None:
    # Two squares of 2 km that share 1 km², and a third within the first.
    shapes = GeoSeries(
        [square(0, 0, 2), square(1, 1, 2), square(0, 0, 1)], index=["a", "b", "c"], crs=METRIC
    )
    pairs = corridors.measure_overlaps(shapes).round(6)
    assert pairs.loc["a"].tolist() == [4, 1, 1]
    assert pairs.loc["b"].tolist() == [1, 4, 0]
    assert pairs.equals(pairs.T)
    assert corridors.measure_shared_ground(shapes).round(6).tolist() == [7, 2, 0]


@given(st.floats(10, 79), st.floats(0.1, 1))
def test_a_wider_corridor_never_holds_less(km: float, more: float) -> None:
    belt = "changchun-siping"
    order = {"outside": 0, "possible": 1, "certain": 2}
    narrow = corridors.judge_layer("parks", belt, km).verdict.map(order)
    wide = corridors.judge_layer("parks", belt, km + more).verdict.map(order)
    assert (wide >= narrow).all()


@given(st.floats(10, 80), st.sampled_from(["changchun-jilin-tumen", "changchun-songyuan-baicheng"]))
def test_the_recorded_points_lie_within_the_range(km: float, belt: str) -> None:
    found = corridors.judge_layer("parks", belt, km)
    counted = corridors.count_verdicts(found.verdict, found.at_point)
    assert counted.certain <= counted.at_point <= counted.most
    assert counted.total == len(found)


def test_the_seat_known_to_a_tenth_of_a_degree_is_uncertain() -> None:
    # GeoNames gives Da'an's seat as 45.5 N, 124.3 E; every other seat is exact.
    areas, _ = corridors._seats()
    assert areas.index[areas.geom_type != "Point"].tolist() == ["220882"]


@pytest.mark.parametrize("belt", list_options("belt"))
def test_rows_of_a_reader_are_judged_as_our_own_parks_are(belt: str) -> None:
    # The atlas's parks twice over, as if a reader had brought them: two at each place.
    ours = store.load_layer("parks")
    twice = pd.concat([ours, ours.assign(id="own-" + ours.id)], ignore_index=True)
    found = corridors.judge_places(corridors.spread_things(twice), belt, 40)
    expected = corridors.judge_layer("parks", belt, 40)
    pd.testing.assert_frame_equal(found.loc[ours.id], expected, check_index_type=False)
    assert found.verdict.loc["own-" + ours.id].tolist() == expected.verdict.tolist()


def test_the_readers_rows_are_counted_apart(my_rows) -> None:
    belt = "changchun-songyuan-baicheng"
    found = corridors.judge_places(corridors.spread_things(my_rows), belt, 40)
    assert found.verdict.to_dict() == {
        "own-2": "certain", "own-3": "possible", "own-4": "outside",
    }  # fmt: skip
