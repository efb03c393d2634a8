"""Every format, read back by a reader that did not write it, and compared id by id."""

import csv
import io
import json
from pathlib import Path

import geopandas as gpd
import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pyogrio
import pytest
import shapely
from geopandas import GeoDataFrame
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.errors import UnknownId
from geo.export.extract import Extract, make_extract
from geo.export.formats import FORMATS, encode_extract
from geo.export.spreadsheets import flatten_frame, tabulate_rows
from geo.filters import Filter
from geo.layers import list_exported
from geo.select import select_rows

EVERYTHING = Filter(unverified=True)
GDAL = ("geojson", "gpkg", "fgb", "kml", "parquet")
READ_BY_GDAL = ("geojson", "gpkg", "fgb", "kml")
RISKY = "=HYPERLINK(1)"


def hand_made(name: str = "parks") -> Extract:
    """Three rows: a clockwise square, a point with a formula for a name, a row without a place."""
    square = shapely.Polygon([(126, 43), (126, 44), (127, 44), (127, 43)])
    frame = GeoDataFrame(
        {
            "id": ["a", "b", "c"],
            "name_zh": ["甲", RISKY, "丙"],
            "name_en": ["A", "-1+1", "C"],
            "year": [1993.0, float("nan"), 2020.0],
            "share": [0.5, 2.0, float("nan")],
            "industries": [("x", "y"), (), ("z",)],
        },
        geometry=[square, shapely.Point(126.123456789, 43.5), None],
        crs=4326,
    )
    return Extract(name, frame, "everything", ("a source",), "v1")


def read(made: bytes, kind: str, folder: Path) -> GeoDataFrame:
    if kind == "parquet":
        return gpd.read_parquet(io.BytesIO(made))
    path = folder / f"made{FORMATS[kind].suffix}"
    path.write_bytes(made)
    return gpd.read_file(path, engine="pyogrio")


@pytest.mark.parametrize("kind", GDAL)
@pytest.mark.parametrize("layer", list_exported())
def test_each_layer_comes_back_whole(layer: str, kind: str, tmp_path: Path) -> None:
    wanted = select_rows(layer, EVERYTHING)
    found = read(encode_extract(make_extract(layer, EVERYTHING), kind), kind, tmp_path)
    assert found.crs.to_epsg() == 4326
    key = "id" if "id" in found else "Name"
    # FlatGeobuf sorts by place, so order is not compared.
    found = found.set_index(key).loc[wanted.id]
    assert len(found) == len(wanted)
    assert found.geometry.isna().tolist() == wanted.geometry.isna().tolist()
    known = wanted.geometry.notna().to_numpy()
    came, went = (frame.geometry.to_numpy()[known] for frame in (found, wanted))
    assert shapely.bounds(came) == pytest.approx(shapely.bounds(went), abs=1e-6)
    assert shapely.area(came) == pytest.approx(shapely.area(went), abs=1e-5)
    assert shapely.is_valid(came).all()


@pytest.mark.parametrize("layer", list_exported())
def test_tables_hold_each_row_once(layer: str) -> None:
    shown = make_extract(layer, EVERYTHING)
    text = encode_extract(shown, "csv")
    assert text.startswith(b"\xef\xbb\xbf")
    held = pd.read_csv(io.BytesIO(text), dtype=str, keep_default_na=False)
    sheet = openpyxl.load_workbook(io.BytesIO(encode_extract(shown, "xlsx")), read_only=True)
    lines = list(sheet[layer].iter_rows(values_only=True))
    assert held.id.tolist() == [line[0] for line in lines[1:]] == shown.frame.id.tolist()
    assert held.columns.tolist()[:-1] == list(lines[0])
    shapes = gpd.GeoSeries.from_wkt(held.wkt.replace("", None))
    assert shapes.is_valid.sum() == shown.frame.geometry.notna().sum()


@pytest.mark.parametrize("kind", GDAL)
def test_unknown_stays_unknown_and_nothing_is_dropped(kind: str, tmp_path: Path) -> None:
    found = read(encode_extract(hand_made(), kind), kind, tmp_path).set_index("id")
    assert sorted(found.index) == ["a", "b", "c"]
    assert pd.isna(found.year["b"])
    assert pd.isna(found.share["c"])
    assert float(found.year["a"]) == 1993
    assert float(found.share["a"]) == 0.5
    assert found.name_zh["b"] == RISKY
    assert found.geometry["c"] is None


@pytest.mark.parametrize("kind", GDAL)
def test_exteriors_run_counter_clockwise_with_six_decimals(kind: str, tmp_path: Path) -> None:
    found = read(encode_extract(hand_made(), kind), kind, tmp_path).set_index("id")
    square = shapely.get_parts(found.geometry["a"])[0]
    assert square.exterior.is_ccw
    assert found.geometry["b"].x == pytest.approx(126.123457, abs=1e-12)


@pytest.mark.parametrize("kind", FORMATS)
def test_nothing_to_show_is_a_file_of_no_rows(kind: str, tmp_path: Path) -> None:
    shown = make_extract("parks", Filter(industry=("mineral-water",), belt=("changchun-siping",)))
    nothing = Extract("parks", shown.frame.iloc[:0], "none", (), "v1")
    made = encode_extract(nothing, kind)
    if kind == "csv":
        assert len(made.decode("utf-8-sig").splitlines()) == 1
    elif kind == "xlsx":
        assert openpyxl.load_workbook(io.BytesIO(made))["parks"].max_row == 1
    elif kind == "geojson":
        assert json.loads(made)["features"] == []
        assert "bbox" not in json.loads(made)
    else:
        assert read(made, kind, tmp_path).empty


def test_geojson_is_rfc_7946() -> None:
    made = json.loads(encode_extract(hand_made(), "geojson"))
    assert "crs" not in made
    assert made["bbox"] == [126, 43, 127, 44]
    assert [one["id"] for one in made["features"]] == ["a", "b", "c"]
    assert made["features"][0]["properties"]["industries"] == ["x", "y"]
    assert made["features"][0]["properties"]["year"] == 1993
    assert made["features"][1]["properties"]["year"] is None
    assert made["features"][2]["geometry"] is None
    assert (made["license"], made["sources"], made["data_version"]) == (
        "CC-BY-4.0",
        ["a source"],
        "v1",
    )


def test_geoparquet_has_a_covering_and_its_provenance() -> None:
    held = pq.read_schema(io.BytesIO(encode_extract(make_extract("counties", Filter()), "parquet")))
    geo = json.loads(held.metadata[b"geo"])
    assert geo["version"] == "1.1.0"
    assert geo["columns"]["geometry"]["covering"]["bbox"]["xmin"] == ["bbox", "xmin"]
    assert json.loads(held.metadata[b"atlas"])["license"] == "CC-BY-4.0"


def test_geopackage_carries_its_provenance(tmp_path: Path) -> None:
    path = tmp_path / "made.gpkg"
    path.write_bytes(encode_extract(hand_made(), "gpkg"))
    assert pyogrio.read_info(path)["dataset_metadata"]["sources"] == "a source"
    assert pyogrio.list_layers(path)[:, 0].tolist() == ["parks"]


def test_a_small_flatgeobuf_has_an_index_unless_a_place_is_unknown() -> None:
    whole = hand_made()
    placed = Extract("parks", whole.frame.iloc[:2], "", (), "v1")
    assert len(encode_extract(placed, "fgb")) > 0
    assert len(read_flatgeobuf(encode_extract(whole, "fgb"))) == 3
    assert len(read_flatgeobuf(encode_extract(placed, "fgb"), bbox=(126.1, 43.4, 126.2, 43.6))) == 2


def read_flatgeobuf(made: bytes, **asked: object) -> GeoDataFrame:
    return gpd.read_file(io.BytesIO(made), engine="pyogrio", **asked)


def test_kml_names_each_place_in_both_languages(tmp_path: Path) -> None:
    found = read(encode_extract(hand_made(), "kml"), "kml", tmp_path).set_index("id")
    assert found.Name["a"] == "甲 A"


def test_formulas_are_text_in_tables() -> None:
    shown = hand_made()
    lines = list(csv.DictReader(io.StringIO(encode_extract(shown, "csv").decode("utf-8-sig"))))
    assert lines[1]["name_zh"] == f"'{RISKY}"
    assert lines[1]["name_en"] == "'-1+1"
    sheet = openpyxl.load_workbook(io.BytesIO(encode_extract(shown, "xlsx")))["parks"]
    cell = sheet.cell(3, 2)
    assert (cell.value, cell.data_type) == (RISKY, "s")
    assert sheet.cell(3, 4).value is None


def test_tables_place_points_and_a_point_inside_areas() -> None:
    table = tabulate_rows(hand_made().frame).set_index("id")
    assert tuple(table.loc["b", ["lon", "lat"]]) == (126.123457, 43.5)
    assert shapely.box(126, 43, 127, 44).contains(shapely.Point(*table.loc["a", ["lon", "lat"]]))
    assert table.loc["c", ["lon", "lat"]].isna().all()


def test_flat_leaves_the_shared_frame_alone() -> None:
    frame = select_rows("parks", EVERYTHING)
    before = frame.copy()
    flatten_frame(frame)
    pd.testing.assert_frame_equal(pd.DataFrame(frame), pd.DataFrame(before))


def test_a_format_that_is_none() -> None:
    with pytest.raises(UnknownId, match="shp"):
        encode_extract(hand_made(), "shp")


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)


@settings(max_examples=25)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_any_text_survives(texts: list[str]) -> None:
    frame = GeoDataFrame(
        {"id": [str(row) for row in range(len(texts))], "name": texts},
        geometry=[shapely.Point(126, 43)] * len(texts),
        crs=4326,
    )
    shown = Extract("theirs", frame, "", (), "v1")
    table = openpyxl.load_workbook(io.BytesIO(encode_extract(shown, "xlsx")))["theirs"]
    assert [table.cell(row + 2, 2).value or "" for row in range(len(texts))] == texts
    made = json.loads(encode_extract(shown, "geojson"))
    assert [one["properties"]["name"] for one in made["features"]] == texts
    packed = gpd.read_parquet(io.BytesIO(encode_extract(shown, "parquet")))
    assert packed.name.tolist() == texts
