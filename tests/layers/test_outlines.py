"""A reader's lines and areas as the map outlines them."""

import gzip
import json

import numpy as np
import pytest
import shapely
from geopandas import GeoDataFrame, GeoSeries, points_from_xy
from hypothesis import given
from hypothesis import strategies as st

from geo.intake.own_layer import OwnLayer
from layers import outlines as drawing
from layers.outlines import UNIT, encode_outlines
from layers.own_payload import find_asset, offer_layer
from layers.payload import encode_steps

PLOT = shapely.box(125.3, 43.9, 125.302, 43.901)
HOLED = PLOT.difference(shapely.box(125.3005, 43.9004, 125.301, 43.9008))
ROAD = shapely.LineString([(126.5, 43.8), (126.51, 43.81), (126.53, 43.81)])
POND = shapely.box(125.31, 43.9, 125.311, 43.901)


def lines(made: dict) -> list[np.ndarray]:
    return [np.reshape(one, (-1, 2)).cumsum(axis=0) * made["unit"] for one in made["rings"]]


def drawn(*shapes: object, rows: list[int] | None = None) -> dict:
    return encode_outlines(GeoSeries(list(shapes)), np.array(rows or range(len(shapes))))


def test_every_ring_and_line_knows_its_row() -> None:
    made = drawn(HOLED, ROAD, shapely.MultiPolygon([PLOT, POND]), rows=[2, 3, 7])
    assert made["rows"] == [2, 2, 3, 7, 7]
    assert made["closed"] == [1, 1, 0, 1, 1]
    assert np.allclose(lines(made)[2], ROAD.coords, atol=UNIT)
    back = shapely.Polygon(lines(made)[0], [lines(made)[1]])
    assert back.symmetric_difference(HOLED).area < UNIT * HOLED.length


def test_what_shrinks_to_nothing_and_points_are_left_out() -> None:
    tiny, wells = shapely.box(125, 43, 125 + 1e-7, 43 + 1e-7), shapely.MultiPoint([(1, 2), (3, 4)])
    assert drawn(tiny, wells) == {"unit": UNIT, "rows": [], "rings": [], "closed": []}


def test_many_corners_are_simplified_further(monkeypatch) -> None:
    round_ = shapely.Point(125, 43).buffer(0.05, quad_segs=500)
    fine = len(drawn(round_)["rings"][0])
    monkeypatch.setattr(drawing, "MOST", 100)
    coarse = drawn(round_)
    assert 8 < len(coarse["rings"][0]) <= 200 < fine
    assert shapely.Polygon(lines(coarse)[0]).hausdorff_distance(round_) < 2e-3


COORDINATE = st.integers(-5, 5).map(lambda one: one * UNIT)
LINE = st.lists(st.tuples(COORDINATE, COORDINATE), min_size=2, max_size=6)


@given(st.lists(LINE, max_size=5))
def test_steps_lead_along_each_line(given: list[list[tuple[float, float]]]) -> None:
    made = encode_steps(np.array([shapely.LineString(one) for one in given], dtype=object), UNIT)
    for line, found in zip(given, made, strict=True):
        places = [np.rint(np.array(one) / UNIT).astype(int).tolist() for one in line]
        changes = [one for one, before in zip(places, [None, *places], strict=False)
                   if one != before]  # fmt: skip
        wanted = changes if len(changes) > 1 else []
        assert np.reshape(found, (-1, 2)).cumsum(axis=0).tolist() == wanted


@pytest.fixture
def frame() -> GeoDataFrame:
    names = ["甲", "乙", "丙"]
    return GeoDataFrame(
        {"id": ["own-2", "own-3", "own-4"], "name_zh": names, "name_en": names},
        geometry=points_from_xy([125.3, 126.5, 126], [43.9, 43.8, 43]),
        crs=4326,
    )


def test_they_travel_with_the_points_to_their_reader_alone(frame: GeoDataFrame) -> None:
    shapes = GeoSeries([ROAD, PLOT], index=["own-4", "own-2"], crs=4326)
    layer = OwnLayer(frame, shapes)
    offered = offer_layer(layer)
    asset = find_asset(offered.path)
    assert asset is not None
    found = json.loads(asset.content)
    assert found["outlines"]["rows"] == [0, 2]
    assert found["outlines"]["closed"] == [1, 0]
    assert json.loads(gzip.decompress(asset.zipped)) == found
    assert asset.cache_control == "private, no-store"


def test_points_alone_have_none(frame: GeoDataFrame) -> None:
    assert b"outlines" not in offer_layer(OwnLayer(frame)).asset.content
