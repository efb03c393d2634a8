"""What was called otherwise before is found by both names."""

import json

import pytest

from geo.__main__ import main
from geo.filters import Filter, from_params
from geo.models import TABLES, find_key
from geo.retired_ids import RETIRED, renew_ids
from geo.siting.question import make_question
from geo.tables import load_table

IDS = {key for name in TABLES if find_key(name) == "id" for key in load_table(name)["id"]}


@pytest.mark.parametrize("former", RETIRED)
def test_an_id_of_before_leads_to_one_of_today(former: str) -> None:
    assert RETIRED[former] in IDS
    assert former not in IDS


def test_a_text_without_ids_of_before_stays_as_it_is() -> None:
    for text in ("", "rail_station<=30", "area:500", "43.5,125,8", "own-3.changchun-etdz"):
        assert renew_ids(text) == text


def test_filter_and_question_take_an_id_of_before() -> None:
    assert from_params({"industry": "kaffir-lily.socks"}) == (
        Filter(industry=("clivia", "socks")),
        [],
    )
    assert make_question(industries=["kaffir-lily"]).industries == ("clivia",)


def test_the_command_takes_an_id_of_before(tmp_path) -> None:
    path = tmp_path / "clusters.geojson"
    assert main(["export", "clusters", "--industry", "kaffir-lily", "-o", str(path)]) == 0
    found = json.loads(path.read_text("utf-8"))["features"]
    assert [feature["id"] for feature in found] == ["changchun-clivia"]
