"""Territory, axis and corridor on a province of three squares, and on the real one."""

import pandas as pd
import pytest
import shapely
from geopandas import GeoDataFrame
from shapely import Point, box

from geo import store
from geo.belts import belt_shapes
from geo.crs import STORED, area_km2, length_km
from geo.tables import load_table

# Three squares of one degree side by side, A, B and C; the belt holds A and B.
SQUARES = GeoDataFrame(
    {"id": ["A", "B", "C"]},
    geometry=[box(125, 43, 126, 44), box(126, 43, 127, 44), box(127, 43, 128, 44)],
    crs=STORED,
)
SEATS = GeoDataFrame(
    {"id": ["A", "B", "C"]},
    geometry=[Point(125.5, 43.5), Point(126.5, 43.6), Point(127.5, 43.5)],
    crs=STORED,
)
MEMBERS = pd.DataFrame({"belt": ["one", "one", "two"], "adcode": ["A", "B", "C"]})
STOPS = pd.DataFrame(
    {
        "belt": ["one", "one", "two", "one", "two"],
        "sort": [3, 1, 1, 2, 2],
        "adcode": ["C", "A", "C", "B", "B"],
    }
)
PROVINCE = shapely.union_all(SQUARES.geometry.to_numpy())


def test_a_territory_is_the_union_of_the_members() -> None:
    found = belt_shapes.unite_territories(MEMBERS, SQUARES)
    assert found["one"].equals(box(125, 43, 127, 44))
    assert found["two"].equals(box(127, 43, 128, 44))
    assert found.crs == STORED


def test_an_axis_goes_through_the_seats_in_order() -> None:
    found = belt_shapes.connect_axes(STOPS, SEATS)
    assert list(found["one"].coords) == [(125.5, 43.5), (126.5, 43.6), (127.5, 43.5)]
    assert list(found["two"].coords) == [(127.5, 43.5), (126.5, 43.6)]
    assert found.crs == STORED


def test_a_corridor_is_clipped_to_the_province() -> None:
    axes = belt_shapes.connect_axes(STOPS, SEATS)
    found = belt_shapes.buffer_axes(axes, PROVINCE, 100)
    # A hundred kilometres reach beyond every edge but not into all of the east and west.
    assert found.within(PROVINCE.buffer(1e-6)).all()
    assert found.covers(axes.intersection(PROVINCE)).all()
    assert found.crs == STORED


def test_a_corridor_is_as_wide_as_asked() -> None:
    axes = belt_shapes.connect_axes(STOPS, SEATS)
    length = length_km(axes)["one"]
    area = area_km2(belt_shapes.buffer_axes(axes, PROVINCE, 10))["one"]
    # A strip of twice ten kilometres with a half circle at each end.
    assert area == pytest.approx(20 * length + 3.14159 * 100, rel=0.01)


def test_a_wider_corridor_covers_more() -> None:
    axes = belt_shapes.connect_axes(STOPS, SEATS)
    widths = (5, 10, 20, 40, 80)
    areas = [area_km2(belt_shapes.buffer_axes(axes, PROVINCE, width))["one"] for width in widths]
    assert areas == sorted(set(areas))


def test_the_real_belts_have_three_geometries_each() -> None:
    found = store.load_layer("belts")
    assert found.groupby("geometry_kind").id.apply(set).to_dict() == {
        kind: set(load_table("belts").id) for kind in belt_shapes.GEOMETRIES
    }
    assert found.is_valid.all()
    assert not found.is_empty.any()
    province = store.load_layer("province").geometry.item()
    areas = found[found.geometry_kind != "axis"]
    assert areas.within(province.buffer(1e-5)).all()


@pytest.mark.parametrize("belt", load_table("belts").id)
def test_a_real_axis_starts_at_changchun_and_visits_all_members(belt: str) -> None:
    stops = load_table("belt_axes")
    stops = stops[stops.belt == belt].sort_values("sort")
    members = set(load_table("belt_members").adcode[load_table("belt_members").belt == belt])
    assert stops.adcode.iloc[0] == "220100"
    # It may cross another prefecture on its way: Yitong, of Siping, lies before Liaoyuan.
    assert members <= {code[:4] + "00" for code in stops.adcode}
    assert stops.adcode.is_unique


def test_the_first_axis_goes_east() -> None:
    stops = load_table("belt_axes")
    codes = stops.adcode[stops.belt == "changchun-jilin-tumen"].to_list()
    wanted = ["220100", "220200", "220281", "222403", "222426", "222401", "222402", "222404"]
    assert codes == wanted
