"""Made-up layers of the real shape: small enough to read, odd enough to break something."""

import geopandas as gpd
import pandas as pd
import pytest
from geopandas import GeoDataFrame
from shapely import LineString, Point, Polygon, box

HOSTILE = "</script><img src=x onerror=alert(1)>`${1}`\u2028'{{ 'a' }}{% raw %}{# \\\""


@pytest.fixture
def hostile():
    return HOSTILE


def points(ids, positions, **columns):
    names = {"name_zh": [f"名{one}" for one in ids], "name_en": [f"Name {one}" for one in ids]}
    geometry = gpd.GeoSeries([at and Point(at) for at in positions], crs=4326)
    return GeoDataFrame({"id": ids, **names, **columns}, geometry=geometry, crs=4326)


def areas(ids, shapes, parents):
    names = {"name_zh": [f"区{one}" for one in ids], "name_en": [f"Area {one}" for one in ids]}
    return GeoDataFrame({"id": ids, **names, "parent": parents}, geometry=shapes, crs=4326)


@pytest.fixture
def frames():
    north = Polygon([(125, 44), (126, 44), (127, 44), (127, 45), (125, 45)])
    squares = [box(125, 43, 126, 44), box(126, 43, 127, 44), north]
    kinds = ["territory", "axis", "corridor"]
    shapes = [squares[2], LineString([(125, 44), (127, 45)]), box(125, 44, 126, 45)]
    return {
        "counties": areas(["c1", "c2", "c3"], squares, ["p1", "p1", "p2"]),
        "prefectures": areas(["p1", "p2"], [box(125, 43, 127, 44), squares[2]], ["x", "x"]),
        "province": areas(["x"], [box(125, 43, 127, 45)], [""]),
        "land": GeoDataFrame({"id": ["land"]}, geometry=[box(117, 38, 135, 49)], crs=4326),
        "waters": GeoDataFrame(
            {"id": ["r", "l"], "kind": ["river", "lake"], "name": ["River", ""]},
            geometry=[LineString([(125, 43), (126, 44)]), box(126, 44, 126.2, 44.2)],
            crs=4326,
        ),
        "belts": GeoDataFrame(
            {
                "id": ["b"] * 3,
                "name_zh": ["带"] * 3,
                "name_en": ["Belt"] * 3,
                "short_zh": ["带"] * 3,
                "short_en": ["Belt"] * 3,
                "geometry_kind": kinds,
            },
            geometry=shapes,
            crs=4326,
        ),
        "parks": points(
            ["z", "a", "m"],
            [(125.5, 43.5), (125.5, 43.5), (126.123456789, 44.5)],
            kind=["high_tech", "new_area", "high_tech"],
            level=["national", "provincial", "national"],
            location_precision=["site", "town", "county_seat"],
            status=["verified", "unverified", "verified"],
            industries=[("automotive",), (), ("automotive", "biomedicine")],
        ),
        "clusters": points(["k1", "k2"], [(125.5, 43.5), None], industries=["automotive", ""]),
        "brands": points(["r1"], [None], kind=["product"]),
        "hubs": points(["h1"], [(125.1, 43.1)], kind=["airport"], location_precision=["site"]),
        "seats": points(["c1"], [(125.5, 43.5)], level=["county"]),
    }


@pytest.fixture
def industries():
    return pd.DataFrame(
        {
            "id": ["automotive", "biomedicine"],
            "name_zh": ["汽车", "生物医药"],
            "name_en": ["Automotive", HOSTILE],
        }
    )
