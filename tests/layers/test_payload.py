import gzip
import json

import numpy as np
import pytest
import shapely
from shapely import MultiPolygon, Polygon, box

from geo import store
from layers import payload, style


@pytest.fixture
def built(frames, industries):
    return json.loads(payload.build_payload(frames, industries, "v1"))


def unroll(steps):
    """The inverse of `payload.encode_rings` for one ring."""
    return np.cumsum(np.reshape(steps, (-1, 2)), axis=0) * payload.SHAPE_UNIT


def test_rows_keep_the_order_of_their_frames(built, frames):
    for name in style.point_layers():
        assert built["points"][name]["id"] == frames[name]["id"].tolist()
        assert built["points"][name]["zh"] == frames[name]["name_zh"].tolist()


def test_positions_come_back_or_are_null(built):
    assert built["points"]["parks"]["at"] == [[125.5, 43.5], [125.5, 43.5], [126.12346, 44.5]]
    assert built["points"]["clusters"]["at"] == [[125.5, 43.5], None]
    assert built["points"]["brands"]["at"] == [None]


def test_coded_columns_come_back(built, frames):
    for column in ("kind", "level", "location_precision", "status"):
        coded = built["points"]["parks"][column]
        decoded = [coded["words"][code] for code in coded["rows"]]
        assert decoded == frames["parks"][column].tolist()


def test_industries_are_ids_with_names_once(built, hostile):
    assert built["points"]["parks"]["industries"] == [
        ["automotive"],
        [],
        ["automotive", "biomedicine"],
    ]
    assert built["points"]["clusters"]["industries"] == [["automotive"], []]
    assert built["industries"]["biomedicine"] == ["生物医药", hostile]


def test_unknown_cells_have_no_code(frames, industries):
    frames["parks"]["status"] = [None, "verified", "unverified"]
    built = json.loads(payload.build_payload(frames, industries, "v1"))
    assert built["points"]["parks"]["status"]["rows"] == [-1, 0, 1]


def test_coarser_units_are_unions_of_the_drawn_counties(built):
    ring = unroll(built["areas"]["prefectures"][0]["rings"][0])
    assert Polygon(ring).equals(box(125, 43, 127, 44))
    assert [area["id"] for area in built["areas"]["counties"]] == ["c1", "c2", "c3"]
    assert built["areas"]["counties"][2]["parent"] == "p2"


def test_a_belt_has_its_three_shapes(built):
    (belt,) = built["belts"]
    assert belt["id"] == "b"
    assert unroll(belt["axis"][0]).round(4).tolist() == [[125, 44], [127, 45]]
    assert belt["territory"]
    assert belt["corridor"]


def test_labels_lie_inside(built, frames):
    for area, shape in zip(built["areas"]["counties"], frames["counties"].geometry, strict=True):
        assert shape.contains(shapely.Point(area["at"]))


def test_winding_does_not_matter():
    ring = box(125, 43, 126, 44)
    area = sum(Polygon(unroll(steps)).area for steps in payload.encode_rings(ring))
    assert area == pytest.approx(1)
    back = sum(Polygon(unroll(steps)).area for steps in payload.encode_rings(ring.reverse()))
    assert back == pytest.approx(1)


def test_holes_and_parts_are_rings():
    holed = box(0, 0, 3, 3).difference(box(1, 1, 2, 2))
    assert len(payload.encode_rings(MultiPolygon([holed, box(5, 5, 6, 6)]))) == 3


@pytest.mark.parametrize("nothing", [None, Polygon(), box(0, 0, 1e-6, 1e-6)])
def test_nothing_gives_no_rings(nothing):
    assert payload.encode_rings(nothing) == []


def test_frames_are_left_as_they_were(frames, industries):
    before = {name: frame.copy() for name, frame in frames.items()}
    payload.build_payload(frames, industries, "v1")
    for name, frame in frames.items():
        assert frame.equals(before[name]), name


def test_hostile_names_cannot_leave_a_script(frames, industries, hostile):
    frames["parks"].loc[0, "name_zh"] = hostile
    text = payload.build_payload(frames, industries, "v1").decode()
    assert "<" not in text
    assert json.loads(text)["points"]["parks"]["zh"][0] == hostile


def test_the_atlas_fits_its_budget():
    content = payload.atlas_payload()
    assert len(content) < 320_000  # 110 parks and 60 hubs; what travels is the line below
    assert len(gzip.compress(content)) < 100_000


@pytest.mark.parametrize("name", style.point_layers())
def test_the_atlas_sends_every_row(name):
    sent = json.loads(payload.atlas_payload())["points"][name]
    assert sent["id"] == store.load_layer(name)["id"].tolist()
    assert len(set(sent["id"])) == len(sent["id"])
