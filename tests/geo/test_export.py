"""What is exported is RFC 7946, whatever the layer and the filter."""

import json
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely
from geojson_pydantic import FeatureCollection
from geopandas import GeoDataFrame
from shapely import LineString, Point, Polygon, box

from geo import store
from geo.belts.belt_shapes import GEOMETRIES
from geo.crs import STORED
from geo.errors import AtlasError, UnknownId
from geo.export.feature_collection import build_features, build_geojson, dump_json
from geo.export.files import file_name, write_file
from geo.filters import Filter
from geo.layers import list_exported
from geo.select import select_rows

WHOLE = [(layer, "territory") for layer in list_exported()]
WHOLE += [("belts", geometry) for geometry in GEOMETRIES[1:]]
NOTHING = Filter(prefecture=("220400",), industry=("mineral-water",))


def coordinates(value: object) -> list[float]:
    if isinstance(value, list):
        return [one for part in value for one in coordinates(part)]
    return [value]  # type: ignore[list-item]


@pytest.fixture(scope="module", params=WHOLE, ids="-".join)
def exported(request: pytest.FixtureRequest) -> tuple[str, str, dict]:
    layer, geometry = request.param
    text = dump_json(build_geojson(layer, Filter(unverified=True), geometry=geometry))
    return layer, geometry, json.loads(text)


def test_it_is_a_valid_feature_collection(exported) -> None:
    _, _, collection = exported
    FeatureCollection.model_validate(collection)
    assert "crs" not in collection
    assert all(
        set(one) == {"type", "id", "properties", "geometry"} for one in collection["features"]
    )


def test_ids_are_texts_and_unique(exported) -> None:
    layer, geometry, collection = exported
    ids = [feature["id"] for feature in collection["features"]]
    assert ids == select_rows(layer, Filter(unverified=True), geometry).id.to_list()
    assert all(isinstance(one, str) for one in ids)
    assert len(set(ids)) == len(ids) > 0


def test_rings_turn_counter_clockwise(exported) -> None:
    _, _, collection = exported
    shapes = [
        shapely.geometry.shape(one["geometry"]) for one in collection["features"] if one["geometry"]
    ]
    polygons = [part for part in shapely.get_parts(shapes) if isinstance(part, Polygon)]
    assert all(polygon.exterior.is_ccw for polygon in polygons)
    assert not any(ring.is_ccw for polygon in polygons for ring in polygon.interiors)
    assert shapely.is_valid(shapes).all()


def test_coordinates_have_six_decimals_and_stand_in_the_bbox(exported) -> None:
    _, _, collection = exported
    west, south, east, north = collection["bbox"]
    assert 117 < west < east < 136
    assert 37 < south < north < 49
    for feature in collection["features"]:
        numbers = coordinates(feature["geometry"]["coordinates"]) if feature["geometry"] else []
        assert all(round(number, 6) == number for number in numbers)
        assert all(west <= number <= east for number in numbers[::2])
        assert all(south <= number <= north for number in numbers[1::2])


def test_it_says_what_it_is(exported) -> None:
    layer, _, collection = exported
    assert layer in collection["title"].lower() or layer[:-1] in collection["title"].lower()
    shared = " AND ODbL-1.0 AND CC-BY-SA-4.0" if layer == "hubs" else ""
    assert collection["license"] == "CC-BY-4.0" + shared
    assert collection["sources"]
    assert all(isinstance(source, str) and source for source in collection["sources"])
    assert collection["filter"] == "unverified parks included"
    assert collection["data_version"] == store.data_version()


def test_it_is_read_again_as_it_was(exported, tmp_path: Path) -> None:
    layer, geometry, collection = exported
    path = tmp_path / "shown.geojson"
    write_file(path, dump_json(collection))
    read = gpd.read_file(path)
    shown = select_rows(layer, Filter(unverified=True), geometry)
    assert read.crs.to_epsg() == 4326
    assert read["id"].to_list() == shown.id.to_list()
    assert read.geometry.isna().to_list() == shown.geometry.isna().to_list()
    for measure in (shapely.area, shapely.length, shapely.bounds):
        before, after = measure(shown.geometry.to_numpy()), measure(read.geometry.to_numpy())
        assert np.allclose(before, after, atol=1e-4, rtol=1e-5, equal_nan=True)
    if "name_zh" in shown:
        assert read.name_zh.to_list() == shown.name_zh.to_list()


@pytest.mark.parametrize("layer", list_exported())
def test_nothing_shown_is_an_empty_collection(layer: str) -> None:
    collection = build_geojson(layer, NOTHING, lang="zh")
    if layer != "hubs":  # hubs have no industry
        assert collection["features"] == []
        assert "bbox" not in collection
    assert collection["filter"] == "产业：矿泉水；市（州）：辽源市"
    FeatureCollection.model_validate(collection)


def test_unknown_is_null_and_lists_are_arrays() -> None:
    collection = build_geojson("parks", Filter())
    parks = {one["id"]: one["properties"] for one in collection["features"]}
    park = parks["changchun-beihu"]
    assert park["area_ha"] is None
    assert park["area_kind"] is None
    assert park["industries"] == []
    assert park["approved_year"] is None
    assert park["name_zh"] == "长春北湖科技开发区"
    assert parks["jilin-hitech"]["approved_year"] == 1992
    assert isinstance(parks["jilin-hitech"]["approved_year"], int)


def test_a_filter_narrows_the_export() -> None:
    shown = build_geojson("parks", Filter(industry=("mineral-water",)))
    assert {one["id"] for one in shown["features"]} == {"antu-water"}
    assert shown["filter"] == "Industry: Mineral water"


def test_features_of_a_small_frame() -> None:
    # Clockwise on the way in, with a hole, seven decimals and a missing shape.
    frame = GeoDataFrame(
        {"id": ["a", "b", "c", "d"], "n": [1.0, np.nan, 2.5, 3.0]},
        geometry=[
            Polygon([(0, 0), (0, 2), (2, 2), (2, 0)], [[(0.5, 0.5), (1, 0.5), (1, 1), (0.5, 1)]]),
            Point(125.12345678, 43),
            LineString([(0, 0), (1, 1)]),
            None,
        ],
        crs=STORED,
    )
    first, second, third, fourth = build_features(frame)
    assert shapely.geometry.shape(first["geometry"]).exterior.is_ccw
    assert shapely.geometry.shape(first["geometry"]).area == 3.75
    assert second["geometry"] == {"type": "Point", "coordinates": [125.123457, 43.0]}
    assert third["geometry"]["coordinates"] == [[0, 0], [1, 1]]
    assert fourth["geometry"] is None
    assert [one["properties"]["n"] for one in (first, second, third, fourth)] == [1, None, 2.5, 3]
    assert box(0, 0, 2, 2).covers(shapely.geometry.shape(first["geometry"]))


@pytest.mark.parametrize(
    ("layer", "geometry", "wrong"), [("moons", "axis", "moons"), ("belts", "blob", "blob")]
)
def test_what_is_not_offered_is_refused(layer: str, geometry: str, wrong: str) -> None:
    with pytest.raises(UnknownId, match=wrong):
        build_geojson(layer, Filter(), geometry=geometry)


def test_an_existing_file_is_replaced_only_when_the_new_one_is_complete(tmp_path: Path) -> None:
    path = tmp_path / "parks.geojson"
    path.write_text("old")
    with pytest.raises(UnicodeEncodeError):
        write_file(path, "new \udc00")  # cannot be encoded: fails on the way
    assert path.read_text() == "old"
    write_file(path, "new")
    assert path.read_text() == "new"
    assert [one.name for one in tmp_path.iterdir()] == ["parks.geojson"]


@pytest.mark.parametrize("name", ["no/such/folder/x.geojson", "."])
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(AtlasError, match="cannot be written"):
        write_file(tmp_path / name, "new")
    assert list(tmp_path.iterdir()) == []


def test_a_file_name_says_what_is_in_it() -> None:
    assert file_name("parks", Filter()) == "jilin-parks.geojson"
    asked = Filter(belt=("changchun-siping",), level=("national",))
    assert file_name("hubs", asked) == "jilin-hubs-changchun-siping-national.geojson"
    long = file_name("parks", Filter(industry=tuple(f"industry-{n}" for n in range(99))))
    assert len(long) <= 120
    assert long.endswith(".geojson")
