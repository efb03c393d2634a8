"""What a geocoder hit once is drawn, counted and ranked with the radius that such hits have."""

import pandas as pd
import pytest
from pandas import DataFrame

from geo import store
from geo.belts.corridors import measure_spread_km, spread_positions
from geo.crs import to_metric
from geo.geocoding import derive_radii, list_radii
from geo.siting.distances import measure_geodesics
from geo.tables import load_table

PARKS = store.load_layer("parks").set_index("id")
GEOCODED = PARKS[PARKS.location_precision == "geocoded"]


def pair(level: str, other: str, degrees: float) -> dict[str, object]:
    """Two points on one meridian; a degree of latitude at 43° N is about 111.1 km."""
    return {
        "level": level,
        "other": other,
        "lon": 125.0,
        "lat": 43.0,
        "other_lon": 125.0,
        "other_lat": 43.0 + degrees,
    }


def test_the_radius_is_the_greatest_distance_rounded_up_for_either_kind() -> None:
    pairs = DataFrame(
        [
            pair("named_place", "statistical_unit", 0.01),  # 1.1 km
            pair("named_place", "town_centre", 0.05),  # 5.6 km
            pair("unstated", "statistical_unit", 0.02),  # 2.2 km
        ]
    )
    assert derive_radii(pairs) == {
        "named_place": 6, "statistical_unit": 3, "town_centre": 6, "unstated": 3,
    }  # fmt: skip


def test_the_real_pairs_lie_a_tenth_to_seven_kilometres_apart() -> None:
    pairs = load_table("position_pairs")
    columns = ("lon", "lat", "other_lon", "other_lat")
    km = measure_geodesics(*(pairs[name].to_numpy(float) for name in columns))
    assert (len(pairs), round(km.min(), 1), round(km.max(), 1)) == (20, 0.1, 7.0)
    assert list_radii() == dict.fromkeys(
        ("unstated", "named_place", "statistical_unit", "town_centre"), 7
    )


@pytest.mark.parametrize("park", GEOCODED.index)
def test_a_geocoded_point_lies_in_its_county_or_within_its_radius_of_it(park: str) -> None:
    row = GEOCODED.loc[park]
    counties = to_metric(store.load_layer("counties").set_index("id").geometry)
    point = to_metric(GEOCODED.geometry)[park]
    assert counties[row.county_adcode].distance(point) <= list_radii()[row.geocode_level] * 1000
    assert to_metric(store.load_layer("province").geometry).iloc[0].contains(point)


def test_its_area_is_the_disc_within_its_county() -> None:
    row = GEOCODED.loc[["huadian-edz"]]
    area = spread_positions(row, store.load_layer("counties")).iloc[0]
    point = to_metric(row.geometry).iloc[0]
    assert area.hausdorff_distance(point) == pytest.approx(7000, rel=0.01)
    assert measure_spread_km(pd.DataFrame(row)) == [7]


def test_a_geocoded_park_says_whose_point_it_is_and_on_what_terms() -> None:
    assert len(GEOCODED) == 52
    assert GEOCODED.location_basis_en.str.contains("AMap").all()
    assert GEOCODED.location_basis_en.str.contains("not read").all()
    assert GEOCODED.location_basis_zh.str.contains("GCJ-02").all()
    assert PARKS.geocode_level.notna().equals(PARKS.location_precision == "geocoded")


@pytest.mark.parametrize("park", ["yanji-hitech", "liuhe-edz", "jiangyuan-edz", "wangqing-edz"])
def test_a_hit_outside_the_province_is_not_taken(park: str) -> None:
    assert PARKS.location_precision[park] == "county_seat"
