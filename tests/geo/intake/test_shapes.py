"""Lines and areas stay what they are: counted by a point on them, exported and drawn whole."""

import csv
import json
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path

import geopandas as gpd
import numpy as np
import openpyxl
import pytest
import shapely
from geopandas import GeoDataFrame
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from geo.crs import from_stored
from geo.export.formats import FORMATS
from geo.filters import Filter
from geo.intake.judging.interpretation import suggest_interpretation
from geo.intake.judging.row_judgement import judge_rows
from geo.intake.judging.upload_verdicts import Verdicts
from geo.intake.own_export import export_own_layer
from geo.intake.own_frame import make_own_layer
from geo.intake.reading import readers
from tests.geo.intake.conftest import Judge

PLOT = shapely.Polygon(
    [(125.30, 43.90), (125.304, 43.90), (125.304, 43.905), (125.30, 43.903)],
    [[(125.301, 43.901), (125.302, 43.901), (125.302, 43.902)]],
)
TWO = shapely.MultiPolygon([PLOT, shapely.box(125.31, 43.91, 125.312, 43.913)])
ROAD = shapely.LineString([(126.5, 43.8), (126.51, 43.81), (126.53, 43.81)])
WELLS = shapely.MultiPoint([(127.1, 42.5), (127.2, 42.6)])
SITE = shapely.Point(125.5, 44.1)
GIVEN = {"地块": PLOT, "两块": TWO, "道路": ROAD, "水源": WELLS, "厂址": SITE}
READ_BY_GDAL = ("geojson", "gpkg", "fgb", "kml")
KIND = {"type": "FeatureCollection"}


def text(shapes: dict[str, BaseGeometry], crs: str = "") -> str:
    """Return shapes by name as GeoJSON, in whatever coordinates they are."""
    features = [
        {"type": "Feature", "properties": {"name": name}, "geometry": mapping(one)}
        for name, one in shapes.items()
    ]
    named = {"crs": {"properties": {"name": crs}}} if crs else {}
    return json.dumps(KIND | named | {"features": features}) + "\n"


def judged(judge: Judge, shapes: dict[str, BaseGeometry], **choice: object) -> Verdicts:
    crs = str(choice.pop("crs", ""))
    return judge(text(shapes, crs), name="a.geojson", **choice)


def converted(system: str) -> dict[str, BaseGeometry]:
    return {
        name: shapely.transform(one, lambda xy: from_stored(xy, system))
        for name, one in GIVEN.items()
    }


def codes(verdicts: Verdicts) -> list[tuple[int, str]]:
    told = verdicts.problems[verdicts.problems.code != "mixed"]
    return [(one.line, one.code) for one in told.itertuples()]


def test_what_is_more_than_a_point_keeps_its_shape(judge: Judge) -> None:
    verdicts = judged(judge, GIVEN)
    shapes = make_own_layer(verdicts).outlines
    assert shapes.index.tolist() == ["own-1", "own-2", "own-3", "own-4"]
    assert shapes.crs == 4326
    assert all(shapely.equals_exact(shapes, [PLOT, TWO, ROAD, WELLS], 1e-9))
    points = make_own_layer(verdicts).frame.set_index("id").geometry
    assert set(points.geom_type) == {"Point"}
    assert (shapely.distance(points.loc[shapes.index], shapes) < 1e-9).all()


@pytest.mark.parametrize("system", ["GCJ-02", "BD-09"])
def test_every_corner_is_converted(system: str) -> None:
    upload = readers.read_upload("a.geojson", text(converted(system)).encode())
    verdicts = judge_rows(upload, replace(suggest_interpretation(upload), system=system))
    assert all(
        shapely.equals_exact(make_own_layer(verdicts).outlines, [PLOT, TWO, ROAD, WELLS], 1e-8)
    )


def test_a_projected_drawing_is_drawn_in_degrees(judge: Judge) -> None:
    drawn = gpd.GeoSeries(list(GIVEN.values()), crs=4326).to_crs(4530)
    verdicts = judged(judge, dict(zip(GIVEN, drawn, strict=True)), crs="EPSG:4530")
    shapes = make_own_layer(verdicts).outlines
    assert all(shapely.equals_exact(shapes, [PLOT, TWO, ROAD, WELLS], 1e-7))


def test_swapped_corners_are_swapped_back(judge: Judge) -> None:
    turned = {n: shapely.transform(one, lambda xy: xy[:, ::-1]) for n, one in GIVEN.items()}
    assert codes(judged(judge, turned)) == [(line, "swapped") for line in range(1, 6)]
    verdicts = judged(judge, turned, swap=True)
    assert codes(verdicts) == []
    assert all(
        shapely.equals_exact(make_own_layer(verdicts).outlines, [PLOT, TWO, ROAD, WELLS], 1e-9)
    )


def test_a_repaired_area_keeps_its_ground(judge: Judge) -> None:
    x, y = 125.3, 43.9
    bow = shapely.Polygon([(x, y), (x + 0.02, y + 0.02), (x + 0.02, y), (x, y + 0.02)])
    flat = shapely.Polygon([(x, y), (x + 0.02, y), (x, y)])
    shapes = {"bow": bow, "flat": flat}
    assert codes(judged(judge, shapes)) == [(1, "polygon"), (2, "polygon")]
    verdicts = judged(judge, shapes, repair=True)
    assert codes(verdicts) == [(1, "repaired"), (2, "polygon")]
    mended = make_own_layer(verdicts).outlines["own-1"]
    assert mended.is_valid
    assert mended.area == pytest.approx(0.02 * 0.02 / 2)


def test_corners_that_are_no_place_are_told(judge: Judge) -> None:
    drawn = text({"line": ROAD}).replace("126.53, 43.81", "126.53, NaN")
    assert codes(judge(drawn, name="a.geojson")) == [(1, "geometry")]
    far = gpd.GeoSeries([ROAD], crs=4326).to_crs(4530).iloc[0]
    far = shapely.LineString([*far.coords, (1e30, 1e30)])
    verdicts = judged(judge, {"line": far}, crs="EPSG:4530")
    assert codes(verdicts) == [(1, "vertex")]
    assert len(verdicts.rows) == 1
    assert make_own_layer(verdicts).outlines.empty


def test_collections_are_refused(judge: Judge) -> None:
    both = shapely.GeometryCollection([ROAD, SITE])
    assert codes(judged(judge, {"both": both})) == [(1, "kind")]


def test_a_table_has_no_shapes(judge: Judge) -> None:
    verdicts = judge("forty-sites-gcj02.xlsx", system="GCJ-02")
    assert make_own_layer(verdicts).outlines.empty
    assert not make_own_layer(verdicts).frame.location_basis_en.str.contains("shape").any()


def test_a_card_says_that_a_point_stands_for_the_shape(judge: Judge) -> None:
    made = make_own_layer(judged(judge, GIVEN)).frame
    assert made.location_basis_en[0].startswith("Point on the shape in the file a.geojson, line 1")
    assert made.location_basis_zh[0].endswith("代表该图形")
    assert made.location_basis_en[4].startswith("Position as in the file")


# Out again


def written(judge: Judge, kind: str, chosen: Filter = Filter()) -> bytes:  # noqa: B008
    verdicts = judged(judge, GIVEN)
    return export_own_layer(make_own_layer(verdicts), chosen, kind, "en")


def back(made: bytes, kind: str, folder: Path) -> GeoDataFrame:
    if kind == "parquet":
        return gpd.read_parquet(BytesIO(made))
    path = folder / f"made{FORMATS[kind].suffix}"
    path.write_bytes(made)
    return gpd.read_file(path, engine="pyogrio")


def same(found: list[BaseGeometry]) -> bool:
    """Return whether shapes are those given, be they multiple or not, wherever rings begin."""
    given = list(GIVEN.values())
    apart = shapely.hausdorff_distance(found, given)
    uncommon = shapely.area(shapely.symmetric_difference(found, given))
    return bool((apart < 1e-6).all() and (uncommon < 1e-9).all())


@pytest.mark.parametrize("kind", [*READ_BY_GDAL, "parquet"])
def test_the_true_shapes_come_back(judge: Judge, kind: str, tmp_path: Path) -> None:
    found = back(written(judge, kind), kind, tmp_path).set_index("name_zh").loc[list(GIVEN)]
    assert same(list(found.geometry))
    assert found.crs == 4326


def test_csv_has_the_counted_point_and_the_true_shape(judge: Judge) -> None:
    made = list(csv.DictReader(StringIO(written(judge, "csv").decode("utf-8-sig"))))
    assert same([shapely.from_wkt(one["wkt"]) for one in made])
    points = make_own_layer(judged(judge, GIVEN)).frame.geometry
    at = np.array([[float(one["lon"]), float(one["lat"])] for one in made])
    assert np.allclose(at, shapely.get_coordinates(points.to_numpy()), atol=1e-6)


def test_excel_has_the_counted_point(judge: Judge) -> None:
    sheet = openpyxl.load_workbook(BytesIO(written(judge, "xlsx"))).worksheets[0]
    head, *rows = sheet.iter_rows(values_only=True)
    points = shapely.get_coordinates(make_own_layer(judged(judge, GIVEN)).frame.geometry.to_numpy())
    places = [head.index("lon"), head.index("lat")]
    assert np.allclose([[row[at] for at in places] for row in rows], points, atol=1e-6)


def test_filters_ask_the_point(judge: Judge) -> None:
    made = json.loads(written(judge, "geojson", Filter(prefecture=("220100",))))
    assert [one["properties"]["name_zh"] for one in made["features"]] == ["地块", "两块", "厂址"]
    assert [one["geometry"]["type"] for one in made["features"]][:2] == ["Polygon", "MultiPolygon"]


def test_what_is_too_small_for_six_decimals_stays_a_point(judge: Judge) -> None:
    verdicts = judged(judge, {"tiny": shapely.box(125.3, 43.9, 125.3000003, 43.9000003)})
    made = json.loads(export_own_layer(make_own_layer(verdicts), Filter(), "geojson", "en"))
    assert made["features"][0]["geometry"] == {"type": "Point", "coordinates": [125.3, 43.9]}
