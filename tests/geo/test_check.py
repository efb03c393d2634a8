"""Each rule: one fault put into a copy of the facts is reported at its place, and no other."""

from collections.abc import Callable
from pathlib import Path

import pytest

from geo.check import find_problems
from geo.layers import built_models
from geo.models import TABLES
from geo.tables import load_table

Damage = Callable[..., None]


def test_a_sound_copy_has_no_fault(facts) -> None:
    assert facts.faults() == []


# Table, line, the cells put there, the fields then reported for that line.
CELLS: list[tuple[str, int, dict[str, str], list[str]]] = [
    ("parks", 3, {"level": "municipal"}, ["level"]),
    ("parks", 3, {"name_en": ""}, ["name_en"]),
    ("parks", 4, {"area_ha": "0"}, ["area_ha"]),
    ("parks", 4, {"area_ha": "about 400"}, ["area_ha"]),
    ("parks", 4, {"area_ha": "nan"}, ["area_ha"]),
    ("parks", 5, {"lon": "43.9", "lat": "125.3"}, ["lat", "lon"]),
    ("parks", 5, {"lon": ""}, ["lon"]),
    ("parks", 6, {"approved_year": "1492"}, ["approved_year"]),
    ("parks", 6, {"approved_year": "2010.5"}, ["approved_year"]),
    ("parks", 6, {"county_adcode": "22010"}, ["county_adcode"]),
    ("parks", 6, {"county_adcode": "229999"}, ["county_adcode"]),
    ("parks", 2, {"prefecture_adcode": "220200"}, ["prefecture_adcode"]),
    ("parks", 2, {"lon": "126.5"}, ["lon"]),
    ("parks", 2, {"catalogue_code": "G999999"}, ["catalogue_code"]),
    ("parks", 2, {"catalogue_code": "G221071"}, ["catalogue_code"]),
    ("parks", 2, {"from_catalogue": "approved_year"}, []),
    ("parks", 2, {"from_catalogue": "area_ha"}, ["area_ha"]),
    ("parks", 2, {"from_catalogue": "name_zh"}, ["from_catalogue"]),
    ("parks", 2, {"catalogue_code": "", "from_catalogue": "approved_year"}, ["from_catalogue"]),
    ("parks", 2, {"geocode_level": "unstated"}, ["geocode_level"]),
    ("parks", 2, {"geocode_level": "street"}, ["geocode_level"]),
    ("parks", 6, {"geocode_level": ""}, ["geocode_level"]),
    ("parks", 6, {"location_precision": "county_seat"}, ["geocode_level"]),
    ("position_pairs", 2, {"park": "nowhere"}, ["park"]),
    ("position_pairs", 2, {"other_lat": ""}, ["other_lat"]),
    # Line 2 is changchun-etdz; line 19 the Luyuan zone, as whose second name line 95 stands.
    ("parks", 2, {"same_as": "nowhere"}, ["same_as"]),
    ("parks", 2, {"part_of": "jilin-etdz;nowhere"}, ["part_of"]),
    ("parks", 2, {"same_as": "changchun-etdz"}, ["same_as"]),
    ("parks", 2, {"part_of": "changchun-etdz"}, ["part_of"]),
    ("parks", 2, {"same_as": "changchun-rail-park"}, ["same_as"]),
    ("parks", 2, {"sources": "no-such-source"}, ["sources", "status"]),
    ("parks", 2, {"sources": "no-such-source#no. 3;geonames"}, ["sources"]),
    ("parks", 2, {"sources": "kuweibk-life-226766-html"}, ["status"]),
    ("parks", 2, {"sources": ""}, ["status"]),
    ("parks", 2, {"area_ha": "11201"}, ["area_ha"]),
    ("parks", 2, {"area_as_of": "2018"}, ["area_as_of"]),
    ("parks", 2, {"industries_as_of": "2999-01"}, ["industries_as_of"]),
    ("park_areas", 2, {"sources": ""}, ["sources"]),
    ("park_areas", 2, {"kind": "spacious"}, ["kind"]),
    ("list_rows", 2, {"sources": ""}, ["sources"]),
    ("sources", 2, {"kind": "blog"}, ["kind"]),
    ("sources", 2, {"date": "2999-01-01"}, ["date"]),
    ("sources", 2, {"copied": "perhaps"}, ["copied"]),
    ("sources", 2, {"address": "javascript:alert(1)"}, ["address"]),
    ("seats", 2, {"lat": "45.9"}, ["lon"]),
    ("hubs", 2, {"lon": "127"}, ["lon"]),
    ("hubs", 2, {"operation_as_of": "2025-07"}, ["operation_as_of"]),
    ("hubs", 8, {"operation_as_of": "2099-01"}, ["operation_as_of"]),
    ("hubs", 8, {"operation_as_of": ""}, ["operation_as_of"]),
    ("hubs", 8, {"use_sources": ""}, ["use_sources"]),
    ("hubs", 8, {"operation": "closed"}, ["operation"]),
    ("hubs", 8, {"operation": "not_in_use"}, ["counted"]),
    ("hubs", 10, {"operation": ""}, ["operation"]),
    ("hubs", 10, {"operation_as_of": "2025"}, ["operation_as_of"]),
    ("hubs", 10, {"county_adcode": "229999"}, ["county_adcode"]),
    ("hubs", 10, {"counted": "perhaps"}, ["counted"]),
    ("park_industries", 2, {"industry": "moonshine"}, ["industry"]),
    ("park_industries", 2, {"park": "nowhere"}, ["park"]),
    ("park_industries", 2, {"phrase": "月球"}, ["phrase"]),
    ("catalogue_2018", 2, {"level": "provincial"}, ["level"]),
    ("catalogue_2018", 2, {"approved_month": "1993-13"}, ["approved_month"]),
    ("catalogue_2018", 34, {"number": "0"}, ["number"]),
    ("catalogue_2018", 2, {"area_ha": ""}, ["area_ha"]),
    ("lists", 2, {"date": "July 2025"}, ["date"]),
    ("lists", 2, {"level": "municipal"}, ["level"]),
    ("list_rows", 2, {"list": "no-list"}, ["list"]),
    ("list_rows", 2, {"park": "nowhere"}, ["park"]),
    ("list_rows", 2, {"park": "jilin-etdz"}, ["place"]),
    ("list_rows", 2, {"as_of": "2025-7"}, ["as_of"]),
    ("industries", 2, {"sector": "no-sector"}, ["sector"]),
    ("policies", 2, {"date": "17 October 2006"}, ["date"]),
    ("policies", 2, {"date": "2006-10-17T12:00"}, ["date"]),
    ("policies", 2, {"date": "2006-13-40"}, ["date"]),
    ("policies", 2, {"year": ""}, ["year"]),
    ("policies", 3, {"year": "2012"}, ["year"]),
    ("specialities", 2, {"place": "229999"}, ["place"]),
    ("specialities", 2, {"place_kind": "county"}, ["place"]),
    ("specialities", 2, {"document": "belts-2031"}, ["document"]),
    ("specialities", 2, {"discrepancy": "no-such"}, ["discrepancy"]),
    ("clusters", 2, {"industries": "pharmaceuticals;moonshine"}, ["industries"]),
    ("clusters", 3, {"place": "somewhere"}, ["place"]),
    ("targets", 2, {"value": "inf"}, ["value"]),
    ("targets", 2, {"comparison": "="}, []),
    ("targets", 2, {"comparison": "<"}, ["comparison"]),
    ("targets", 2, {"sector": "no-sector"}, ["sector"]),
    ("discrepancies", 2, {"refs": "targets:no-such"}, ["refs"]),
    ("discrepancies", 2, {"refs": "no-table:x;parks:changchun-etdz"}, ["refs"]),
    ("places", 4, {"parent": "990000"}, ["parent"]),
    ("belt_axes", 2, {"adcode": "229999"}, ["adcode"]),
    ("belt_axes", 2, {"sort": "first"}, ["sort"]),
]


@pytest.mark.parametrize(
    ("table", "line", "cells", "fields"),
    CELLS,
    ids=[f"{table}-{'-'.join(cells)}-{'-'.join(cells.values())}" for table, _, cells, _ in CELLS],
)
def test_a_wrong_cell(facts, table, line, cells, fields) -> None:
    facts.put(table, line, **cells)
    assert facts.faults(layers=False) == [f"{table}.csv:{line} {field}" for field in fields]


def test_parks_in_a_circle_are_each_told(facts) -> None:
    whole, part = (facts.line("parks", id=key) for key in ("jilin-etdz", "jilin-hitech"))
    facts.put("parks", whole, part_of="jilin-hitech")
    facts.put("parks", part, part_of="jilin-etdz")
    wrong = sorted([whole, part])
    told = facts.faults(layers=False)
    assert [f"parks.csv:{line} part_of" for line in wrong] == [
        fault for fault in told if "part_of" in fault
    ]


def test_a_park_is_the_same_as_one_that_stands_for_itself(facts) -> None:
    line = facts.line("parks", id="changchun-luyuan-edz")
    facts.put("parks", facts.line("parks", id="jilin-hitech"), same_as="changchun-rail-park")
    assert facts.faults(layers=False) == [
        f"parks.csv:{facts.line('parks', id='jilin-hitech')} same_as"
    ]
    facts.put("parks", line, same_as="jilin-etdz")
    assert f"parks.csv:{facts.line('parks', id='changchun-rail-park')} same_as" in facts.faults(
        layers=False
    )


def test_a_point_beyond_the_border_though_near_its_county(facts) -> None:
    # Where the table of GeoNames puts Nanping: in its county's two kilometres, across the river.
    line = facts.line("hubs", id="port-nanping")
    facts.put("hubs", line, lon="129.20444", lat="42.26292")
    assert facts.faults() == [f"hubs.csv:{line} lon"]


@pytest.mark.parametrize(("as_of", "faults"), [("2024", 0), ("2024-05", 1), ("2999", 1)])
def test_a_fact_newer_than_its_source(facts, as_of: str, faults: int) -> None:
    line = facts.line("park_areas", park="changchun-jiutai-edz", kind="built")
    facts.put("park_areas", line, as_of=as_of)
    assert facts.faults(layers=False) == [f"park_areas.csv:{line} as_of"] * faults


def test_a_value_that_the_catalogue_has_otherwise(facts) -> None:
    line = facts.line("parks", id="huadian-edz")
    facts.put("parks", line, approved_year="2003", level="national")
    assert facts.faults() == [f"parks.csv:{line} approved_year", f"parks.csv:{line} level"]


def test_a_key_that_stands_twice_is_shown_at_both(facts) -> None:
    first = facts.line("park_industries", park="changchun-etdz")
    industry = "auto-parts"
    facts.put("park_industries", first + 1, industry=industry)
    assert facts.faults() == [
        f"park_industries.csv:{line} park+industry" for line in (first, first + 1)
    ]


def test_an_id_that_is_no_id(facts) -> None:
    line = facts.line("parks", id="nongan-edz")
    facts.put("parks", line, id="Nong'an EDZ")
    assert facts.faults() == [f"parks.csv:{line} id"]


def test_a_zone_too_few_is_counted(facts) -> None:
    facts.put("parks", facts.line("parks", national_zone="high_tech"), national_zone="")
    assert facts.faults() == ["parks.csv national_zone"]


def test_a_belt_without_changchun_and_axis(facts) -> None:
    line = facts.line("belts", id="changchun-siping")
    facts.drop("belt_members", lambda row: row["belt"] == "changchun-siping" and row["sort"] == "1")
    facts.drop("belt_axes", lambda row: row["belt"] == "changchun-siping" and row["sort"] != "1")
    assert facts.faults() == [f"belts.csv:{line} id"] * 2


def test_a_faulty_row_still_has_its_id(facts) -> None:
    # Its industries and discrepancies refer to it: they are not at fault.
    facts.put("parks", 2, confidence="certain")
    facts.put("places", 5, level="city")
    assert facts.faults() == ["parks.csv:2 confidence", "places.csv:5 level"]


def test_several_faults_are_reported_at_once(facts) -> None:
    facts.put("parks", 2, level="municipal", area_ha="-1", name_zh="")
    facts.put("parks", 25, id="two words")
    facts.put("hubs", 3, country="XX")
    facts.put("clusters", 4, document="belts-2031")
    facts.path("sectors").unlink()
    facts.path("built/land.geojson").unlink()
    assert sorted(facts.faults()) == [
        "built/land.geojson",
        "clusters.csv:4 document",
        "hubs.csv:3 country",
        "parks.csv:2 area_ha",
        "parks.csv:2 level",
        "parks.csv:2 name_zh",
        "parks.csv:25 id",
        "sectors.csv",
    ]


# -- files ---------------------------------------------------------------------------------------


def test_a_code_of_the_wrong_form_is_told_and_so_is_the_park_that_cites_it(facts) -> None:
    park = facts.line("parks", catalogue_code=load_table("catalogue_2018").code[32])
    facts.put("catalogue_2018", 34, code="G22100")
    wanted = ["catalogue_2018.csv:34 code", f"parks.csv:{park} catalogue_code"]
    assert facts.faults(layers=False) == wanted


@pytest.mark.parametrize("table", TABLES)
def test_a_missing_table(facts, table) -> None:
    facts.path(table).unlink()
    assert facts.faults(layers=False) == [f"{table}.csv"]


@pytest.mark.parametrize(
    "content", [b"", b"id,name_zh,name_en,phrase,sort\n"], ids=["no", "header"]
)
def test_an_empty_table(facts, content) -> None:
    facts.path("sectors").write_bytes(content)
    assert facts.faults() == ["sectors.csv"]
    assert "has no rows" in str(find_problems(facts.folder)[0])


def test_a_table_in_another_encoding(facts) -> None:
    path = facts.path("parks")
    path.write_bytes(path.read_text("utf-8").encode("gb18030"))
    assert facts.faults() == ["parks.csv"]
    assert "not UTF-8" in str(find_problems(facts.folder)[0])


def test_a_byte_order_mark_is_no_fault(facts) -> None:
    path = facts.path("parks")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert facts.faults() == []


def test_a_quote_that_is_not_closed_is_found_where_it_opens(facts) -> None:
    lines = facts.path("hubs").read_text("utf-8").split("\n")
    lines[10] = lines[10].replace(",rail_station,", ',"rail_station,')
    facts.path("hubs").write_text("\n".join(lines), "utf-8")
    assert facts.faults() == ["hubs.csv:11"]
    assert "quotation marks" in str(find_problems(facts.folder)[0])


@pytest.mark.parametrize("change", [lambda line: line.rpartition(",")[0], lambda line: line + ",x"])
def test_a_row_too_short_or_too_long(facts, change) -> None:
    lines = facts.path("sectors").read_text("utf-8").split("\n")
    lines[3] = change(lines[3])
    facts.path("sectors").write_text("\n".join(lines), "utf-8")
    assert facts.faults() == ["sectors.csv:4"]


def test_a_header_with_a_misspelt_column(facts) -> None:
    facts.swap("sectors", "phrase", "phrasing")
    assert facts.faults() == ["sectors.csv:1 phrase", "sectors.csv:1 phrasing"]


def test_a_folder_in_place_of_a_table(facts) -> None:
    facts.path("sectors").unlink()
    facts.path("sectors").mkdir()
    assert facts.faults() == ["sectors.csv"]


# -- layers --------------------------------------------------------------------------------------

WHOLE: dict[str, Damage] = {
    "missing": lambda path: path.unlink(),
    "cut": lambda path: path.write_bytes(path.read_bytes()[:5000]),
    "empty": lambda path: path.write_bytes(b""),
    "no-json": lambda path: path.write_text("<html>404</html>"),
    "no-features": lambda path: path.write_text('{"type": "FeatureCollection", "features": []}'),
}


@pytest.mark.parametrize(
    ("name", "damage"),
    [(name, WHOLE["missing"]) for name in built_models()]
    + [("counties", one) for one in WHOLE.values()],
)
def test_a_damaged_layer(facts, name: str, damage: Damage) -> None:
    damage(facts.path(f"built/{name}.geojson"))
    assert facts.faults() == [f"built/{name}.geojson"]


def _edit(path: Path, line: int, change: Callable[[str], str]) -> None:
    lines = path.read_text("utf-8").split("\n")
    changed = change(lines[line - 1])
    assert changed != lines[line - 1]
    lines[line - 1] = changed
    path.write_text("\n".join(lines), "utf-8")


def test_a_feature_that_is_wrong(facts) -> None:
    path = facts.path("built/counties.geojson")
    _edit(path, 3, lambda line: line.replace('"id": "220103"', '"id": "22010x"'))
    _edit(path, 4, lambda line: line.replace('"name_en"', '"nom"'))
    _edit(path, 5, lambda line: line[: line.index('"geometry"')] + '"geometry": null},')
    _edit(
        path,
        6,
        lambda line: (
            line[: line.index("[[[")]
            + "[[[125, 44], [126, 45], [125, 45], [126, 44], [125, 44]]]}},"
        ),
    )
    assert sorted(facts.faults()) == [
        "built/counties.geojson id",
        "built/counties.geojson:3 id",
        "built/counties.geojson:4 name_en",
        "built/counties.geojson:4 nom",
        "built/counties.geojson:5 geometry",
        "built/counties.geojson:6 geometry",
    ]


def test_a_gap_between_counties(facts) -> None:
    path = facts.path("built/counties.geojson")
    _edit(path, 2, lambda line: line.replace("[125.35624, 43.913964]", "[125.3562, 43.9139]"))
    assert facts.faults() == ["built/counties.geojson geometry"]


def test_a_county_that_is_gone(facts) -> None:
    path = facts.path("built/counties.geojson")
    lines = path.read_text("utf-8").split("\n")
    path.write_text("\n".join([*lines[:1], *lines[2:]]), "utf-8")
    assert facts.faults() == ["built/counties.geojson geometry", "built/counties.geojson id"]
    assert "220102" in str(find_problems(facts.folder)[1])


def test_faults_are_told_in_the_language_of_the_shell(facts, monkeypatch) -> None:
    monkeypatch.setenv("LANGUAGE", "zh_CN")
    facts.put("parks", 2, level="municipal", area_ha="0")
    facts.path("hubs").unlink()
    facts.path("built/land.geojson").write_text("")
    messages = [problem.message for problem in find_problems(facts.folder)]
    assert len(messages) == 4
    assert all("；" in message for message in messages), messages
