"""The command writes a table without geometry, whole or for a park."""

import csv
import json
from io import StringIO

import pytest

from geo.__main__ import main
from geo.export.atlas import TABLES
from geo.tables import load_table
from tests.geo.test_park_promises import TRACED


def read_csv(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff"))))


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_written_whole_with_its_key_first(capsys, table: str) -> None:
    assert main(["export", table]) == 0
    rows = read_csv(capsys.readouterr().out)
    assert len(rows) == len(load_table(table))
    assert set(rows[0]) == set(load_table(table).columns)
    if "id" in rows[0]:
        assert next(iter(rows[0])) == "id"


@pytest.mark.parametrize("park", TRACED)
def test_a_park_has_what_was_traced_by_hand(capsys, park: str) -> None:
    assert main(["export", "incentives", "--park", park]) == 0
    rows = read_csv(capsys.readouterr().out)
    assert {row["id"] for row in rows if row["covers"] == "True"} == TRACED[park]


def test_the_suffix_says_the_format(tmp_path) -> None:
    path = tmp_path / "bodies.json"
    assert main(["export", "institutions", "-o", str(path)]) == 0
    assert [row["id"] for row in json.loads(path.read_text("utf-8"))] == load_table(
        "institutions"
    ).id.tolist()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["incentives", "--park", "moon"], "no park 'moon'"),
        (["lists", "--park", "gongzhuling-edz"], "Only incentives, requirements bear on a park"),
        (["measures", "--format", "gpkg"], "comes as csv, json"),
        (["hubs", "--format", "json"], "Unknown format 'json'"),
    ],
)
def test_what_is_not_offered_is_told(capsys, monkeypatch, arguments, told: str) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    assert main(["export", *arguments]) == 2
    assert told in capsys.readouterr().err
