"""What is built is what is committed, and is sound as geometry."""

import json

import geopandas as gpd
import pytest
import shapely
from geopandas import GeoDataFrame

from geo import build, store
from geo.crs import METRIC, area_km2
from geo.errors import AtlasError, DataError
from geo.layers import built_models


@pytest.fixture(scope="module")
def built() -> dict[str, GeoDataFrame]:
    return build.build_layers()


def test_a_rebuild_equals_what_is_committed() -> None:
    assert build.find_stale() == [], "run `make build`"


def test_a_build_writes_everything_and_leaves_nothing_else(tmp_path) -> None:
    folder = tmp_path / "data" / "built"
    paths = build.write_outputs(folder)
    assert sorted(path.name for path in paths) == sorted(
        [*(f"{name}.geojson" for name in built_models()), "README.md", "datapackage.json"]
    )
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == set(paths)
    paths[0].write_text("changed")
    paths[-1].unlink()
    assert build.find_stale(folder) == [paths[0].as_posix(), paths[-1].as_posix()]


def test_a_folder_that_cannot_be_written_is_named(tmp_path) -> None:
    (tmp_path / "data").write_text("a file, no folder")
    with pytest.raises(AtlasError, match=r"data/built/counties\.geojson cannot be written"):
        build.write_outputs(tmp_path / "data" / "built")


@pytest.mark.parametrize("name", ["counties", "prefectures"])
def test_units_share_their_edges(built, name: str) -> None:
    assert shapely.coverage_is_valid(built[name].geometry.to_numpy())


def test_counts_and_crs(built) -> None:
    assert {name: len(frame) for name, frame in built.items() if name != "land"} == {
        "counties": 60,
        "prefectures": 9,
        "province": 1,
        "waters": 13,
    }
    assert all(frame.crs.to_epsg() == 4326 for frame in built.values())
    assert all(frame.id.is_unique and frame.is_valid.all() for frame in built.values())


def test_a_prefecture_is_the_union_of_its_counties(built) -> None:
    unions = built["counties"].to_crs(METRIC).dissolve("parent").geometry
    prefectures = built["prefectures"].to_crs(METRIC).set_index("id").geometry
    assert (unions.symmetric_difference(prefectures[unions.index]).area < 1).all()


def test_the_province_has_a_plausible_area(built) -> None:
    province = area_km2(built["province"].geometry).item()
    # 187,400 km² is the figure in general use; this outline gives about 2 % more.
    assert 187_000 <= province <= 191_500
    assert area_km2(built["counties"].geometry).sum() == pytest.approx(province, rel=1e-9)
    assert shapely.get_num_interior_rings(built["province"].geometry.item()) == 0


def test_the_backdrop_does_not_cover_the_province(built) -> None:
    land = built["land"]
    neighbours = land[land.id != "land"].to_crs(METRIC).union_all()
    province = built["province"].to_crs(METRIC).geometry.item()
    # Generalised to about 2 km, so it may overlap by a rim, no more.
    assert neighbours.intersection(province).area < 0.01 * province.area


def test_rivers_and_lakes_touch_the_province(built) -> None:
    waters, province = built["waters"], built["province"].geometry.item()
    assert waters.intersects(province.buffer(0.05)).all()
    assert waters.geom_type[waters.kind == "lake"].str.contains("Polygon").all()
    assert waters.geom_type[waters.kind == "river"].str.contains("LineString").all()
    flowing = (
        waters[waters.kind == "river"]
        .to_crs(METRIC)
        .intersection(built["province"].to_crs(METRIC).geometry.item())
    )
    assert 1_000 < flowing.length.sum() / 1e3 < 2_500  # km inside, generalised


def test_a_feature_stands_on_a_line(built) -> None:
    text = build.render_geojson(built["prefectures"])
    lines = text.splitlines()
    assert len(lines) == 9 + 2
    features = [json.loads(line.rstrip(",")) for line in lines[1:-1]]
    assert [feature["properties"]["id"] for feature in features] == list(built["prefectures"].id)
    assert "长春市" in text
    for feature in features:
        assert shapely.geometry.shape(feature["geometry"]).exterior.is_ccw


def test_coordinates_have_six_decimals(built) -> None:
    coordinates = shapely.get_coordinates(built["counties"].geometry.to_numpy())
    assert abs(coordinates - coordinates.round(6)).max() < 1e-12


def test_a_layer_is_read_as_it_was_built(built) -> None:
    read = store.read_built("counties")
    assert read.id.to_list() == built["counties"].id.to_list()
    assert read.crs.to_epsg() == 4326
    assert shapely.equals_exact(
        gpd.GeoSeries(read.geometry).normalize().to_numpy(),
        built["counties"].geometry.normalize().to_numpy(),
        tolerance=1e-9,
    ).all()


def test_a_layer_that_is_missing_is_named(tmp_path) -> None:
    with pytest.raises(DataError, match=r"counties\.geojson: file is missing; run `make build`"):
        store.read_built("counties", tmp_path)
