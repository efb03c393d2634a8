"""CQL2 over rows, with three values; boxes, values and sorting."""

import contextlib
import json

import pandas as pd
import pytest
import shapely
from geopandas import GeoDataFrame
from hypothesis import given
from hypothesis import strategies as st

from geo.conditions import PARSERS, match_condition, parse_condition
from geo.errors import UnknownId, WrongCondition
from geo.narrowing import match_values, read_box, sort_rows

ROWS = GeoDataFrame(
    {
        "id": ["a", "b", "c", "d"],
        "name": ["Jilin", "it's 50%", None, "Baishan"],
        "size": [1.0, 2.5, None, 4.0],
        "year": pd.array([1990, None, 2000, 2010], dtype="Int64"),
    },
    geometry=[shapely.Point(1, 1), shapely.Point(2, 2), None, shapely.Point(4, 4)],
    crs="EPSG:4326",
    index=["w", "x", "y", "z"],
)


def ids(condition: str, lang: str = "cql2-text") -> str:
    return "".join(ROWS[match_condition(ROWS, parse_condition(condition, lang))].id)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        # What is unknown meets neither a comparison nor its negation.
        ("name = 'Jilin'", "a"),
        ("name <> 'Jilin'", "bd"),
        ("NOT name = 'Jilin'", "bd"),
        ("NOT (size > 2)", "a"),
        ("size NOT IN (1, 4)", "b"),
        ("size NOT BETWEEN 2 AND 3", "ad"),
        ("name NOT LIKE 'J%'", "bd"),
        ("name = 'Jilin' OR size IS NULL", "ac"),
        ("year > 1995 OR id = 'b'", "bcd"),
        ("year > 1995 AND size > 2", "d"),
        ("name IS NULL", "c"),
        ("name IS NOT NULL", "abd"),
        ("geometry IS NULL", "c"),
        # AND binds before OR, NOT takes what is in brackets.
        ("id = 'a' OR id = 'b' AND size > 3", "a"),
        ("NOT (id = 'a' OR id = 'b')", "cd"),
        ("id = 'a'\n\tOR id='d'", "ad"),
        ("true", "abcd"),
        ("false", ""),
        # Texts and patterns.
        ("name = 'it''s 50%'", "b"),
        ("name LIKE '%50\\%'", "b"),
        ("name LIKE '%5_\\%'", "b"),
        ("name LIKE '_i%'", "a"),
        ("name LIKE '[*?'", ""),
        ("CASEI(name) LIKE CASEI('JIL%')", "a"),
        ("CASEI(name) = CASEI('BAISHAN')", "d"),
        ("CASEI(name) IN (CASEI('JILIN'))", "a"),
        # Numbers, either side.
        ("2 < size", "bd"),
        ("size * 2 + 1 = 6", "b"),
        ("size - 1 = 0", "a"),
        ("size / 2 >= 2", "d"),
        ("-size < -2", "bd"),
        ("size > -1.5e0", "abd"),
        ("year - 1989 = size", "a"),
        ("name = 5", ""),
        # What no number can hold is unknown, and so is its negation.
        ("size / 0 > 1", ""),
        ("NOT (size / 0 > 1)", ""),
        ("0 / (size - 1) = 0", "bd"),
        ("size * 1e308 * 1e308 > 0", ""),
        # Places, either side; without a place it is unknown.
        ("S_INTERSECTS(geometry, BBOX(0, 0, 2, 2))", "ab"),
        ("S_INTERSECTS(BBOX(0, 0, 2, 2), geometry)", "ab"),
        ("S_DISJOINT(geometry, BBOX(0, 0, 2, 2))", "d"),
        ("NOT S_INTERSECTS(geometry, BBOX(0, 0, 2, 2))", "d"),
        ("S_WITHIN(geometry, POLYGON((0 0, 3 0, 3 3, 0 3, 0 0)))", "ab"),
        ("S_EQUALS(geometry, POINT(4 4))", "d"),
        ("S_CONTAINS(BBOX(0, 0, 9, 9), POINT(1 1))", "abcd"),
        ("S_INTERSECTS(geometry, BBOX(0, 0, -5, 2, 2, 5))", "ab"),
    ],
)
def test_a_condition_is_met_by(condition: str, expected: str) -> None:
    assert ids(condition) == expected
    tree = json.dumps(parse_condition(condition))
    assert ids(tree, "cql2-json") == expected


@pytest.mark.parametrize(
    "condition",
    [
        "",
        "((",
        "beauty = 1",
        "name > 5",
        "size > 'x'",
        "SOUNDEX(name) = 'x'",
        "name",
        "5",
        "name * 2 = 'x'",
        "S_INTERSECTS(geometry, name)",
        "S_INTERSECTS(geometry, BBOX(0, 2, 2, 0))",
        "year = DATE('2020-01-01')",
        "size = " + "1 + " * 900 + "1",
        "NOT " * 900 + "size = 1",
    ],
    ids=lambda condition: condition[:30],
)
def test_what_cannot_be_answered_is_told_so(condition: str) -> None:
    with pytest.raises(WrongCondition):
        ids(condition)


@pytest.mark.parametrize("text", ["{", "[]", "5", "null", '{"op":"not","args":[]}', '{"a":1}'])
def test_what_is_no_condition_in_json_is_told_so(text: str) -> None:
    with pytest.raises(WrongCondition):
        ids(text, "cql2-json")


@pytest.mark.parametrize("lang", PARSERS)
@given(text=st.text(max_size=60))
def test_any_text_is_answered_or_refused(lang: str, text: str) -> None:
    with contextlib.suppress(WrongCondition):
        ids(text, lang)


def test_a_box_may_have_heights() -> None:
    assert read_box([1, 2, 0, 3, 4, 9]).bounds == read_box([1, 2, 3, 4]).bounds == (1, 2, 3, 4)
    for edges in ([1, 4, 3, 2], [1, 2, 3, 4, 5], [1, 2]):
        with pytest.raises(WrongCondition):
            read_box(edges)


def test_a_value_may_stand_in_a_list() -> None:
    rows = ROWS.assign(tags=[("p", "q"), (), None, ("q",)])
    assert rows[match_values(rows, {"tags": "q"})].id.tolist() == ["a", "d"]
    assert rows[match_values(rows, {"tags": "q", "size": 4})].id.tolist() == ["d"]
    assert rows[match_values(rows, {})].id.tolist() == list("abcd")


def test_rows_are_sorted_and_equals_stay() -> None:
    assert sort_rows(ROWS, ["-size"]).id.tolist() == ["d", "b", "a", "c"]
    assert sort_rows(ROWS, ["year", "-id"]).id.tolist() == ["a", "c", "d", "b"]
    assert sort_rows(ROWS, []).id.tolist() == list("abcd")
    for key in ("beauty", "", "-", "geometry"):
        with pytest.raises(UnknownId):
            sort_rows(ROWS, [key])
