"""Files that other programs write, and files that mean harm."""

import json
import struct
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from geo import store
from geo.i18n import translator
from geo.intake.judging.interpretation import list_missing, suggest_interpretation
from geo.intake.judging.problem_kinds import KINDS
from geo.intake.judging.row_judgement import judge_rows
from geo.intake.judging.upload_verdicts import tabulate_rejected
from geo.intake.reading import archives, file_limits, readers
from geo.intake.reading.file_limits import Refused
from geo.intake.reading.upload import STEP, ReadingOptions
from tests.geo.intake.conftest import packed

TABLE = "名称,经度,纬度\n一号,125.3,43.9\n二号,126.5,43.8\n"


def refused(name: str, data: bytes) -> str:
    with pytest.raises(Refused) as caught:
        readers.read_upload(name, data)
    assert caught.value.explain("zh") != caught.value.explain("en")
    return caught.value.code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t", ";", "|"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_text_tables_of_any_make(encoding: str, separator: str, ends: str) -> None:
    text = TABLE.replace(",", separator).replace("\n", ends)
    upload = readers.read_upload("a.csv", text.encode(encoding))
    assert list(upload.cells.columns) == ["名称", "经度", "纬度"]
    assert upload.cells.to_numpy().tolist() == [
        ["一号", "125.3", "43.9"],
        ["二号", "126.5", "43.8"],
    ]
    assert upload.lines.tolist() == [2, 3]


def test_the_reader_may_name_the_encoding() -> None:
    big5 = "名稱,經度,緯度\n長春一號,125.3,43.9\n".encode("big5")
    assert (
        readers.read_upload("a.csv", big5, ReadingOptions(encoding="big5")).cells.iloc[0, 0]
        == "長春一號"
    )


class Cancelled(Exception):
    pass


def test_reading_and_checking_can_be_cancelled() -> None:
    def cancel(done: float) -> None:
        assert 0 < done <= 1
        raise Cancelled

    rows = "".join(f"{row},125.3,43.9\n" for row in range(2 * STEP))
    data = ("名称,经度,纬度\n" + rows).encode()
    with pytest.raises(Cancelled):
        readers.read_upload("a.csv", data, progress=cancel)
    upload = readers.read_upload("a.csv", data)
    with pytest.raises(Cancelled):
        judge_rows(upload, replace(suggest_interpretation(upload), system="WGS 84"), cancel)


def test_each_of_many_damaged_rows_is_told() -> None:
    rows = (f"{row},125.3,43.9,more,{row}" if row % 2 else f"{row},125.3" for row in range(1000))
    upload = readers.read_upload("a.csv", "\n".join(["名称,经度,纬度", *rows]).encode())
    verdicts = judge_rows(upload, replace(suggest_interpretation(upload), system="WGS 84"))
    assert len(upload) == len(verdicts.rejected) == 1000
    found = verdicts.problems
    assert found.line[found.code == "cells"].tolist() == list(range(3, 1002, 2))
    assert set(found.value[found.code == "cells"]) == {"5"}
    assert found.line[found.code == "half"].tolist() == list(range(2, 1002, 2))
    assert upload.cells.iloc[1].tolist() == ["1", "125.3", "43.9 | more | 1"]


def test_lines_are_those_of_the_file_where_cells_hold_line_breaks() -> None:
    upload = readers.read_upload(
        "a.csv", '标题\n\n名称,经度,纬度\n"一\n号",125,43\n\n二号,126,43\n'.encode()
    )
    assert upload.lines.tolist() == [4, 7]
    assert upload.recognised.header_line == 3


def test_an_unclosed_quotation_mark_swallows_no_row() -> None:
    upload = readers.read_upload("a.csv", b'name,lon,lat\n"a,125,43\nb,126,43\nc,127,43')
    assert upload.cells.iloc[:, 0].tolist() == ['"a', "b", "c"]


def test_a_table_without_header_loses_no_row() -> None:
    upload = readers.read_upload("a.csv", "一号,125.3,43.9\n二号,126.5,43.8\n".encode())
    assert len(upload) == 2
    assert suggest_interpretation(upload).columns == {"name": "#1", "lon": "#2", "lat": "#3"}
    assert len(readers.read_upload("a.csv", TABLE.encode(), ReadingOptions(header=0))) == 3


def test_a_row_with_too_many_cells_keeps_them() -> None:
    upload = readers.read_upload("a.csv", b"name,lon,lat\na,125,43,more,still more\nb,126,43,,\n")
    assert [(one.row, one.code) for one in upload.faults] == [(0, "cells")]
    assert upload.cells.iloc[0, 2] == "43 | more | still more"


def test_the_workbook_with_merged_headings(fixtures: Path) -> None:
    upload = readers.read_upload("f.xlsx", (fixtures / "forty-sites-gcj02.xlsx").read_bytes())
    assert list(upload.cells.columns) == ["序号", "园区名称", "经度", "纬度", "主导产业"]
    assert upload.lines[0] == 4
    assert len(upload) == 41  # the total below the forty is a row like any other: told, not lost
    assert upload.recognised.part == "选址清单"


def test_formulas_are_never_worked_out(fixtures: Path) -> None:
    upload = readers.read_upload("f.xlsx", (fixtures / "forty-sites-gcj02.xlsx").read_bytes())
    assert upload.cells["序号"].iloc[-1] == ""


def test_layers_of_a_geopackage(fixtures: Path) -> None:
    data = (fixtures / "sites-cgcs2000.gpkg").read_bytes()
    points = readers.read_upload("s.gpkg", data)
    assert (points.crs, points.parts, len(points)) == ("EPSG:4490", ("点", "面"), 6)
    areas = readers.read_upload("s.gpkg", data, ReadingOptions(part="面"))
    assert set(areas.shapes.geom_type) == {"Polygon"}


def test_a_shapefile_without_code_page(fixtures: Path) -> None:
    upload = readers.read_upload("s.zip", (fixtures / "sites-gbk-shp.zip").read_bytes())
    assert set(upload.cells["名称"]) <= set(store.load_layer("parks").name_zh)
    assert upload.crs == "EPSG:4326"


@pytest.mark.parametrize("ending", ["kml", "kmz"])
def test_placemarks_keep_their_folders(fixtures: Path, ending: str) -> None:
    path = fixtures / f"sites-folders.{ending}"
    upload = readers.read_upload(path.name, path.read_bytes())
    assert upload.cells["folder"].tolist() == ["长春 / 一期", "长春", ""]
    assert upload.cells["主导产业"].iloc[0] == "汽车"
    assert upload.shapes.geom_type.tolist() == ["Point", "Polygon", "LineString"]


def test_one_damaged_feature_costs_no_other() -> None:
    features = [
        {"type": "Feature", "properties": {"name": "a"}, "geometry": {"type": "Point"}},
        {"type": "Feature", "properties": None, "geometry": None},
        7,
        {"type": "Feature", "id": 9, "properties": {"name": "d", "deep": {"x": [1]}},
         "geometry": {"type": "Point", "coordinates": [125, 43]}},
    ]  # fmt: skip
    data = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    upload = readers.read_upload("a.geojson", data)
    assert len(upload) == 4
    assert [one.row for one in upload.faults] == [0]
    assert upload.cells["deep"].iloc[3] == '{"x": [1]}'


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.pdf", b"x", "format"),
        ("a.xls", b"x", "xls"),
        ("a.csv", b"", "empty"),
        ("a.csv", b"name,lon,lat\n", "empty"),
        ("a.csv", b"\n \n", "empty"),
        ("a.xlsx", b"no archive", "archive"),
        ("a.xlsx", packed({"a.txt": b"x"}), "damaged"),
        ("a.geojson", b"{", "damaged"),
        ("a.geojson", b"[" * 100_000, "damaged"),
        ("a.geojson", b'{"type": "FeatureCollection", "features": []}', "empty"),
        ("a.gpkg", b"no database", "damaged"),
        ("a.gpkg", b"SQLite format 3\0" + b"x" * 500, "damaged"),
        ("a.kml", b"<kml>", "damaged"),
        ("a.kml", b"<kml></kml>", "empty"),
        ("a.zip", packed({"a.txt": b"x"}), "no_layer"),
        ("a.zip", packed({"a.shp": b"x"}), "shapefile"),
        ("a.zip", packed({"a.shp": b"", "b.shp": b""}), "several"),
        ("a.zip", packed({"a.shp": b"x", "a.shx": b"x", "a.dbf": b"x"}), "damaged"),
        ("a.kmz", packed({"a.txt": b"x"}), "no_layer"),
    ],
)
def test_what_is_no_layer_is_refused_with_a_remedy(name: str, data: bytes, code: str) -> None:
    assert refused(name, data) == code


# What means harm


def test_the_size_is_limited() -> None:
    assert refused("a.csv", b"x" * (file_limits.BYTES + 1)) == "size"


def test_the_columns_are_limited() -> None:
    wide = ",".join(f"c{number}" for number in range(101))
    assert refused("a.csv", f"{wide}\n{wide}\n".encode()) == "columns"
    book = Workbook()
    book.active.append(list(range(101)))
    out = BytesIO()
    book.save(out)
    assert refused("a.xlsx", out.getvalue()) == "columns"


def test_the_features_are_limited_while_reading() -> None:
    assert refused("a.csv", b"name,lon,lat\n" + b"a,125,43\n" * 200_001) == "features"


@pytest.mark.parametrize("name", ["a.zip", "a.kmz", "a.xlsx"])
def test_a_bomb_is_not_unpacked(name: str) -> None:
    assert refused(name, packed({"a.shp": b"\0" * (2 * file_limits.MEGABYTE)})) == "bomb"


def test_many_members_make_a_bomb_too() -> None:
    # 130 bytes of noise repeated stay below the ratio of a single member.
    piece = (bytes(range(97, 227)) + bytes(300)) * 5_000
    files = {f"{number}.dbf": piece for number in range(98)}
    data = packed(files)
    assert len(data) < file_limits.BYTES
    assert refused("a.zip", data) == "bomb"


def test_a_bomb_that_lies_about_its_size_is_stopped() -> None:
    data = bytearray(packed({"a.shp": b"\0" * (3 * file_limits.MEGABYTE)}))
    central = data.index(b"PK\x01\x02")
    data[22:26] = data[central + 24 : central + 28] = struct.pack("<I", 1000)
    assert refused("a.zip", bytes(data)) in {"archive", "bomb"}


@pytest.mark.parametrize(
    "path", ["../a.shp", "/etc/a.shp", "x/../../a.shp", "..\\a.shp", "C:/a.shp"]
)
def test_a_path_outside_is_refused(path: str) -> None:
    assert refused("a.zip", packed({path: b"x"})) == "path"


def test_a_link_is_refused() -> None:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        info = ZipInfo("a.shp")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    assert refused("a.zip", out.getvalue()) == "path"


@pytest.mark.parametrize("inner", ["b.zip", "b.tar.gz", "b.shp"])
def test_an_archive_in_an_archive_is_refused(inner: str) -> None:
    assert refused("a.zip", packed({inner: packed({"a.shp": b"x"})})) == "nested"


def test_too_many_members_are_refused() -> None:
    assert refused("a.zip", packed({f"{number}.txt": b"" for number in range(1_001)})) == "members"


def test_a_locked_archive_is_refused() -> None:
    data = bytearray(packed({"a.shp": b"x"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refused("a.zip", bytes(data)) == "encrypted"


ENTITY = (
    '<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    "<kml><Placemark><name>&e;</name><Point><coordinates>125,43</coordinates></Point>"
    "</Placemark></kml>"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(encoding: str) -> None:
    assert refused("a.kml", ENTITY.encode(encoding)) == "entities"
    assert refused("a.kmz", packed({"doc.kml": ENTITY.encode(encoding)})) == "entities"


def test_entities_in_a_workbook_are_refused(fixtures: Path) -> None:
    files = archives.unpack_archive((fixtures / "forty-sites-gcj02.xlsx").read_bytes())
    sheet = next(name for name in files if "sheet1" in name)
    files[sheet] = b'<!DOCTYPE x [<!ENTITY a "b">]>' + files[sheet]
    assert refused("a.xlsx", packed(files)) == "entities"


@pytest.mark.parametrize(
    "words",
    [
        file_limits.REASONS.values(),
        [kind.what for kind in KINDS.values()],
        [kind.remedy for kind in KINDS.values()],
    ],
)
def test_every_word_is_in_chinese_too(words: list[str]) -> None:
    say = translator("zh")
    assert [one for one in words if say(one) == one] == []


# Anything at all


def nothing_is_lost(name: str, data: bytes) -> None:
    try:
        upload = readers.read_upload(name, data)
    except Refused:
        return
    choice = suggest_interpretation(upload)
    if list_missing(upload, choice):
        column = str(upload.cells.columns[0]) if len(upload.cells.columns) else ""
        roles = {"name": column} | dict(choice.columns)
        if upload.shapes is None:
            roles |= {"lon": column, "lat": column}
        choice = type(choice)(columns=roles if column else {}, system="WGS 84")
    verdicts = judge_rows(upload, choice)
    bad = tabulate_rejected(verdicts, "zh")
    assert len(verdicts.rows) + len(bad) == len(upload)
    assert not set(verdicts.rows.line) & set(upload.lines[verdicts.rejected])
    assert bad.reason.str.len().gt(0).all()


@given(st.sampled_from(sorted(readers.READERS)), st.binary(max_size=2_000))
def test_random_bytes_are_read_or_refused(ending: str, data: bytes) -> None:
    nothing_is_lost(f"a{ending}", data)


CELLS = st.text(
    st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=12
) | st.sampled_from(
    [
        "125.3",
        "43.9",
        "人参",
        "名称",
        "经度",
        "纬度",
        "nan",
        "inf",
        "1e999",
        '"',
        "=1+1",
        "南关区",
        " ",
    ]
)


@settings(max_examples=150)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=12),
       st.sampled_from([",", ";", "\t"]), st.sampled_from(["utf-8", "gb18030"]))  # fmt: skip
def test_random_tables_lose_no_row(rows: list[list[str]], separator: str, encoding: str) -> None:
    text = "\n".join(separator.join(row) for row in rows)
    nothing_is_lost("a.csv", text.encode(encoding, errors="replace"))


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["type", "coordinates", "name", "geometry"]), inner, max_size=4
        )
    ),
    max_leaves=8,
)


@settings(max_examples=50)
@given(
    st.lists(st.fixed_dictionaries({"geometry": JSON, "properties": JSON}), min_size=1, max_size=5)
)
def test_random_features_lose_no_row(features: list[object]) -> None:
    data = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    nothing_is_lost("a.geojson", data)


def test_damage_to_a_real_file_is_read_or_refused(fixtures: Path) -> None:
    for path in sorted(fixtures.iterdir()):
        if path.suffix not in readers.READERS:
            continue
        data = path.read_bytes()
        for cut in (10, len(data) // 3, len(data) // 2, len(data) - 7):
            nothing_is_lost(path.name, data[:cut])
            nothing_is_lost(path.name, data[:cut] + b"\xff\0" + data[cut + 2 :])


def test_a_deflated_stream_that_is_broken() -> None:
    data = bytearray(packed({"a.shp": bytes(range(256)) * 50}))
    data[60:70] = b"\xff" * 10
    with pytest.raises(Refused):
        archives.unpack_archive(bytes(data))
    assert ZIP_DEFLATED
