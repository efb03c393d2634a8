"""Rows judged: every fault told with its line, good rows used, bad rows given back."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from geo import store
from geo.crs import from_stored
from geo.csvout import csv_bytes
from geo.evidence import park_documents
from geo.filters import Filter
from geo.intake.judging.coordinate_text import parse_coordinate
from geo.intake.judging.hints import Hint, find_hint
from geo.intake.judging.interpretation import (
    Interpretation,
    list_missing,
    suggest_interpretation,
)
from geo.intake.judging.row_judgement import judge_rows
from geo.intake.judging.row_places import find_county, find_county_in_address
from geo.intake.judging.spellings import match_word, split_words
from geo.intake.judging.upload_verdicts import Verdicts, tabulate_rejected
from geo.intake.own_frame import make_own_layer
from geo.intake.own_layer import is_own_id
from geo.intake.reading import readers
from geo.intake.reading.upload import ReadingOptions
from tests.geo.intake.conftest import Judge


def codes(verdicts: Verdicts) -> list[tuple[int, str]]:
    return [(one.line, one.code) for one in verdicts.problems.itertuples()]


FAULTS = "faults-gb18030.csv"


def test_every_fault_is_told_at_once_with_its_line(judge: Judge) -> None:
    assert codes(judge(FAULTS)) == [
        (3, "swapped"), (4, "name"), (5, "duplicate"), (6, "outside"), (8, "number"),
        (10, "nowhere"), (11, "county"), (12, "industry"),
    ]  # fmt: skip


def test_good_rows_are_used_and_bad_ones_given_back(judge: Judge) -> None:
    verdicts = judge(FAULTS)
    assert verdicts.rows.line.tolist() == [2, 7, 9, 12]
    bad = tabulate_rejected(verdicts, "zh")
    assert bad.line.tolist() == [3, 4, 5, 6, 8, 10, 11]
    assert bad.columns.tolist() == [
        "名称",
        "经度",
        "纬度",
        "行业",
        "区县",
        "备注",
        "line",
        "reason",
    ]
    assert bad.备注.tolist()[:2] == ["经纬度颠倒", "没有名称"]
    assert bad.reason[2].startswith("与第 2 行名称、位置相同")


def test_swapped_coordinates_are_swapped_when_asked(judge: Judge) -> None:
    verdicts = judge(FAULTS, swap=True)
    assert 3 in verdicts.rows.line.tolist()
    row = verdicts.rows[verdicts.rows.line == 3].iloc[0]
    ours = store.load_layer("parks").set_index("name_zh").loc[row["name"]]
    assert (row.lon, row.lat) == (ours.lon, ours.lat)


def test_swapped_before_the_shift_is_taken_off(judge: Judge) -> None:
    shifted = from_stored(np.array([[125.3, 43.9]]), "GCJ-02")[0]
    text = f"名称,经度,纬度\n甲,{shifted[1]:.7f},{shifted[0]:.7f}\n"
    row = judge(text, system="GCJ-02", swap=True).rows.iloc[0]
    assert (row.lon, row.lat) == pytest.approx((125.3, 43.9), abs=1e-6)


def test_northing_named_x_is_seen_as_swapped(judge: Judge) -> None:
    # Chinese surveys call the northing X. 126° E 45° N in Gauss-Kruger zone 42.
    text = "名称,X,Y\n甲,4984944.378,42500000\n"
    assert codes(judge(text, system="EPSG:4530")) == [(2, "swapped")]
    row = judge(text, system="EPSG:4530", swap=True).rows.iloc[0]
    assert (row.lon, row.lat) == pytest.approx((126, 45), abs=1e-6)


def test_a_county_stands_at_its_seat_and_is_marked(judge: Judge) -> None:
    row = judge(FAULTS).rows.set_index("line").loc[9]
    seat = store.load_layer("seats").set_index("id").loc["220605"]
    assert (row.lon, row.lat, row.precision) == (seat.lon, seat.lat, "county_seat")


def test_formulas_come_out_harmless(judge: Judge) -> None:
    verdicts = judge("名称,经度,纬度\n=1+1,116,39\n")
    assert "\n'=1+1," in csv_bytes(tabulate_rejected(verdicts, "en")).decode()


def test_areas_are_repaired_when_asked(fixtures: Path) -> None:
    path = fixtures / "sites-cgcs2000.gpkg"
    upload = readers.read_upload(path.name, path.read_bytes(), ReadingOptions(part="面"))
    choice = suggest_interpretation(upload)
    assert codes(judge_rows(upload, choice)) == [(1, "polygon")]
    mended = judge_rows(upload, replace(choice, repair=True))
    assert codes(mended) == [(1, "repaired")]
    assert len(mended.rows) == 6


def test_mixtures_are_told(judge: Judge) -> None:
    verdicts = judge("sites-folders.kml")
    assert codes(verdicts) == [(2, "mixed"), (3, "mixed")]
    assert len(verdicts.rows) == 3


def test_an_empty_position_of_a_feature(judge: Judge) -> None:
    features = [
        {"type": "Feature", "properties": {"name": "a", "county": "南关区"}, "geometry": None}
    ]
    text = json.dumps({"type": "FeatureCollection", "features": features}) + "\n"
    assert judge(text, name="a.geojson").rows.county.tolist() == ["220102"]


def test_a_county_that_contradicts_the_position_is_told(judge: Judge) -> None:
    verdicts = judge("名称,经度,纬度,区县\n一号,125.32,43.88,珲春市\n")
    assert codes(verdicts) == [(2, "differs")]
    assert len(verdicts.rows) == 1


def test_a_pair_of_coordinates_in_one_cell(judge: Judge) -> None:
    verdicts = judge("名称\t坐标\n一号\t125.32, 43.88\n二号\t126.5\n")
    assert verdicts.rows[["lon", "lat"]].to_numpy().tolist() == [[125.32, 43.88]]
    assert codes(verdicts) == [(3, "half")]


def test_what_is_still_to_be_said() -> None:
    upload = readers.read_upload("a.csv", "甲,乙\n长春,好\n".encode())
    assert set(list_missing(upload, Interpretation())) == {"name", "position"}
    named = Interpretation(columns={"name": "甲", "lon": "甲", "lat": "乙"})
    assert list_missing(upload, named) == ("system",)
    assert list_missing(upload, Interpretation(columns={"name": "甲", "county": "乙"})) == ()


# The system of coordinates

FORTY = "forty-sites-gcj02.xlsx"


def test_forty_sites_in_gcj02_come_within_a_metre(judge: Judge) -> None:
    rows = judge(FORTY, system="GCJ-02").rows
    ours = store.load_layer("parks").set_index("name_zh").loc[rows.name]
    assert len(rows) == 40
    assert abs(rows.lon.to_numpy() - ours.lon.to_numpy()).max() < 2e-6
    assert abs(rows.lat.to_numpy() - ours.lat.to_numpy()).max() < 2e-6


def test_a_wrong_system_is_noticed(judge: Judge) -> None:
    found = find_hint(judge(FORTY, system="WGS 84"))
    assert found is not None
    assert (found.code, found.system) == ("shift", "GCJ-02")
    assert 500 < found.amount < 700
    assert find_hint(judge(FORTY, system="BD-09")).system == "GCJ-02"
    assert find_hint(judge(FORTY, system="GCJ-02")) is None


def test_points_outside_are_hinted_at(judge: Judge) -> None:
    assert find_hint(judge(FAULTS)) == Hint("border", 1, None)


# Words


@pytest.mark.parametrize(
    ("word", "industry", "how"),
    [
        ("矿泉水", "mineral-water", "name"),
        ("automobiles", "automobiles", "name"),
        ("kuangquanshui", "mineral-water", "pinyin"),
        ("人参深加工产业基地", "ginseng-products", "fuzzy"),
        ("<script>", None, "none"),
        ("", None, "none"),
        ("x", None, "none"),
    ],
)
def test_industry_words(word: str, industry: str | None, how: str) -> None:
    found = match_word(word)
    assert (found.industry, found.how) == (industry, how)


def test_every_name_and_alias_of_the_vocabulary_is_known() -> None:
    from geo.tables import load_table

    for row in load_table("industries").itertuples():
        assert match_word(row.name_zh).how == "name"
        assert all(match_word(one).how in {"name", "alias"} for one in row.aliases_zh)


def test_a_mapping_of_the_readers_own_wins(judge: Judge) -> None:
    verdicts = judge(FAULTS, meanings={"<script>": "mineral-water", "qiche": None})
    rows = verdicts.rows.set_index("line")
    assert rows.industries[12] == ("mineral-water",)
    assert rows.industries[7] == ()
    assert "industry" not in set(verdicts.problems.code)


def test_cells_are_split_as_people_list() -> None:
    assert split_words("汽车、人参；石化/医药, 汽车") == ("汽车", "人参", "石化", "医药")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("南关区", "220102"), ("吉林省长春市南关区", "220102"), ("220102", "220102"),
        ("珲春", "222404"), ("Hunchun", "222404"), ("北京市", None), ("", None),
    ],
)  # fmt: skip
def test_counties_by_their_words(words: str, code: str | None) -> None:
    assert find_county(words) == code


def test_counties_in_addresses() -> None:
    assert find_county_in_address("吉林省延边朝鲜族自治州珲春市合作区 5 号") == "222404"
    assert find_county_in_address("某地") is None


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("125.5", 125.5), ("１２５．５", 125.5), ("125,5", 125.5), ("125°30′", 125.5),
        ("东经125度30分0秒", 125.5), ("E125.5°", 125.5), ("125° 30' 0\" E", 125.5),
    ],
)  # fmt: skip
def test_coordinates_as_people_write_them(words: str, value: float) -> None:
    assert parse_coordinate(words) == pytest.approx(value)


@pytest.mark.parametrize("words", ["约125", "abc", "12.5.3", "125 43"])
def test_what_is_no_coordinate(words: str) -> None:
    assert parse_coordinate(words) != parse_coordinate(words)


# The layer


def test_the_layer_has_the_columns_of_ours_and_says_whose_it_is(judge: Judge) -> None:
    made = make_own_layer(judge(FORTY, system="GCJ-02")).frame
    ours = store.load_layer("parks")
    assert list(made.columns) == list(ours.columns)
    assert made.crs == ours.crs
    assert made.id.map(is_own_id).all()
    assert made.id.is_unique
    assert set(made.status) == {"own"}
    assert made.level.isna().all()
    assert made.documents.tolist() == park_documents(made).tolist()
    assert "GCJ-02" in made.location_basis_zh[0]


def test_the_layer_is_filtered_as_ours(judge: Judge) -> None:
    made = make_own_layer(judge(FORTY, system="GCJ-02")).frame
    ours = store.load_layer("parks").set_index("name_zh")
    for asked in (Filter(), Filter(prefecture=("220100",)), Filter(industry=("food-processing",))):
        shown = asked.apply(made)
        alike = asked.apply(ours.loc[made.name_zh])
        if not asked.industry:
            assert shown.name_zh.tolist() == alike.index.tolist()
        assert set(shown.id) <= set(made.id)
