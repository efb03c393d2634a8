"""Systems of coordinates by name, against pairs that others publish."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.crs import DATUMS, from_stored, parse_datum, to_stored
from geo.errors import UnknownId

# WGS 84, GCJ-02 and BD-09 of one place each, as map services gave them: the fixtures of gcoord
# (MIT), test/fixtures/china-cities.json.
SERVICES = {
    "Shenyang": ((123.4253306, 41.8032629), (123.4314787, 41.8057023), (123.438095, 41.8114013)),
    "Liaoyang": ((123.2312099, 41.2651725), (123.2369518, 41.2672464), (123.2433178, 41.2736074)),
    "Xilinhot": ((116.0414035, 43.9312805), (116.0482308, 43.9334573), (116.0546232, 43.9397782)),
    "Xingtai": ((114.498916, 37.0700925), (114.5048503, 37.0705911), (114.5113116, 37.0766797)),
}
# What the formula gives, from the tests of eviltransform (MIT, go/transform_test.go).
FORMULA = [
    ((121.5272106, 31.1774276), (121.531541859215, 31.17530398364597)),
    ((113.912316, 22.543847), (113.9171764808363, 22.540796131694766)),
    ((116.377817, 39.911954), (116.38404722455657, 39.91334545536069)),
]


def metres(one: np.ndarray, two: tuple[float, float]) -> float:
    scale = [111_320 * np.cos(np.radians(two[1])), 111_130]
    return float(np.hypot(*((one.ravel() - two) * scale)))


@pytest.mark.parametrize("place", SERVICES)
def test_published_places_come_back_within_a_metre(place: str) -> None:
    wgs, gcj, baidu = SERVICES[place]
    assert metres(to_stored(np.array([gcj]), "GCJ-02"), wgs) < 1
    assert metres(to_stored(np.array([baidu]), "BD-09"), wgs) < 1
    assert metres(from_stored(np.array([wgs]), "GCJ-02"), gcj) < 1
    assert metres(from_stored(np.array([wgs]), "BD-09"), baidu) < 1


@pytest.mark.parametrize(("wgs", "gcj"), FORMULA)
def test_the_formula_is_the_published_one(
    wgs: tuple[float, float], gcj: tuple[float, float]
) -> None:
    assert metres(from_stored(np.array([wgs]), "GCJ-02"), gcj) < 0.05
    assert metres(to_stored(np.array([gcj]), "GCJ-02"), wgs) < 0.05


def test_a_point_of_jilin_from_gcoord() -> None:
    # test/unit/crs/GCJ02.spec.ts of gcoord: 123° E 45° N lies in the west of Jilin.
    assert metres(to_stored(np.array([[123.0, 45.0]]), "GCJ-02"), (122.99395597, 44.99804071)) < 0.1


@given(
    st.floats(121.6, 131.4), st.floats(40.8, 46.4), st.sampled_from(["GCJ-02", "BD-09"])
)  # fmt: skip
def test_both_ways_end_where_they_began(lon: float, lat: float, system: str) -> None:
    there = from_stored(np.array([[lon, lat]]), system)
    assert 300 < metres(there, (lon, lat)) < 1500
    assert metres(to_stored(there, system), (lon, lat)) < 0.001


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("wgs84", "WGS 84"), ("EPSG:4326", "WGS 84"), ("gcj02", "GCJ-02"), ("bd-09", "BD-09"),
        ("CGCS 2000", "CGCS2000"), ("4490", "CGCS2000"), ("epsg:4547", "EPSG:4547"),
        ("4547", "EPSG:4547"), ("EPSG:1", None), ("", None), ("火星", None), ("9" * 40, None),
    ],
)  # fmt: skip
def test_names_are_understood_or_not_at_all(words: str, name: str | None) -> None:
    assert parse_datum(words) == name


def test_projected_coordinates_come_by_their_code() -> None:
    # Gauss-Kruger zone 42, central meridian 126° E, scale 1: along the meridian of GRS 80 it is
    # 4 984 944.378 m from the equator to 45° N.
    back = to_stored(np.array([[42_500_000.0, 4_984_944.378]]), "EPSG:4530")
    assert metres(back, (126.0, 45.0)) < 0.01
    with pytest.raises(UnknownId):
        to_stored(np.array([[0.0, 0.0]]), "nonsense")


@pytest.mark.parametrize("system", DATUMS)
def test_nonsense_gives_nowhere_and_nothing_breaks(system: str) -> None:
    wild = np.array([[np.nan, 1], [np.inf, -np.inf], [43.9, 125.3], [1e300, 1e300], [0, 0]])
    assert to_stored(wild, system).shape == wild.shape
    assert to_stored(np.empty((0, 2)), system).shape == (0, 2)
