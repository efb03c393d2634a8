"""Tables without geometry: whole, and of a park what page, card and report say of it."""

import csv
from io import StringIO

import pytest

from geo import park_promises
from geo.export.atlas import TABLES
from geo.tables import load_table
from tests.api.conftest import Ask
from tests.geo.test_park_promises import PARKS, TRACED


def test_every_table_is_there_and_leads_to_its_rows(ask: Ask) -> None:
    found = ask("/tables", f="json").json()["tables"]
    assert [one["name"] for one in found] == list(TABLES)
    for one in found:
        answer = ask(f"/tables/{one['name']}", f="json").json()
        assert len(answer["rows"]) == answer["numberMatched"] == one["count"]
        assert one["count"] == len(load_table(one["name"]))
        names = [field["name"] for field in answer["fields"]]
        assert all(list(row) == names for row in answer["rows"])


@pytest.mark.parametrize("park", TRACED)
def test_a_park_has_what_covers_it_as_traced_by_hand(ask: Ask, park: str) -> None:
    rows = ask("/tables/incentives", f="json", park=park).json()["rows"]
    assert [row["id"] for row in rows] == park_promises.select_incentives(
        PARKS.loc[park]
    ).id.tolist()
    assert {row["id"] for row in rows if row["covers"]} == TRACED[park]
    assert all(row["ground_zh"] and row["ground_en"] and row["phrase"] for row in rows)
    states = {row["id"]: row["state"] for row in rows}
    assert states["characteristic-parks-business-tax"] == "ended"


def test_csv_is_the_same_as_json(ask: Ask) -> None:
    answer = ask("/tables/requirements", f="csv", park="gongzhuling-edz")
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.headers["content-disposition"] == 'attachment; filename="jilin-requirements.csv"'
    rows = list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"))))
    same = ask("/tables/requirements", f="json", park="gongzhuling-edz").json()["rows"]
    assert [row["id"] for row in rows] == [row["id"] for row in same]


def test_what_is_unknown_is_null(ask: Ask) -> None:
    rows = ask("/tables/incentives", f="json").json()["rows"]
    missing = {row["id"] for row in rows if row["value"] is None}
    incentives = load_table("incentives")
    assert missing == set(incentives.id[incentives.value.isna()])


@pytest.mark.parametrize(
    ("path", "asked", "status"),
    [
        ("/tables/moons", {}, 404),
        ("/tables/parks", {}, 404),
        ("/tables/incentives", {"park": "moon"}, 400),
        ("/tables/lists", {"park": "gongzhuling-edz"}, 400),
        ("/tables/incentives", {"f": "gpkg"}, 400),
        ("/tables/incentives", {"limit": "1"}, 400),
    ],
)
def test_what_cannot_be_answered_is_told(ask: Ask, path: str, asked, status: int) -> None:
    answer = ask(path, **asked)
    assert answer.status_code == status
    assert answer.json()["description"]


@pytest.mark.parametrize(("lang", "title"), [("en", "Tables without"), ("zh", "不带几何的表")])
def test_a_table_is_a_page_for_people(ask: Ask, lang: str, title: str) -> None:
    assert title in ask("/tables", f="html", lang=lang).text
    page = ask("/tables/incentives", f="html", lang=lang, park="gongzhuling-edz").text
    assert title in page
    assert "belts-2013-zone-awards" in page
