"""What a filter shows on the map: the rows of the selection, the phrases, the bounds."""

import pytest

from geo import store
from geo.belts import corridors
from geo.belts.belt_contents import select_belt_rows
from geo.filters import Filter
from geo.intake.own_layer import OwnLayer
from geo.map_rows import MOST_PHRASES, POINTS, find_bounds, find_phrases, select_map_rows
from geo.select import select_rows

SIPING = Filter(belt=("changchun-siping",), industry=("heat-exchangers",))


@pytest.mark.parametrize("wish", [Filter(), Filter(unverified=True), SIPING], ids=str)
def test_rows_are_those_of_the_selection(wish: Filter) -> None:
    rows = select_map_rows(wish)
    for layer in POINTS:
        ids = store.load_layer(layer).id.iloc[rows[layer]]
        assert set(ids) == set(select_rows(layer, wish).id)
    assert "own" not in rows


def test_own_rows_are_numbered_as_their_layer_has_them(my_rows) -> None:
    own = OwnLayer(my_rows)
    assert select_map_rows(Filter(), own)["own"] == [0, 1, 2]
    assert select_map_rows(Filter(industry=("auto-parts",)), own)["own"] == [0, 1]


def test_phrases_name_what_is_asked_for_and_nothing_is_said_unasked() -> None:
    assert find_phrases(Filter(), "en") == {}
    phrases = find_phrases(Filter(industry=("heat-exchangers",)), "en")
    assert any(text.endswith("(2013)") for text in phrases["belts:changchun-siping"])
    assert max(map(len, phrases.values())) <= MOST_PHRASES


def test_bounds_of_a_point_an_area_and_nothing(my_rows) -> None:
    park = store.load_layer("parks").set_index("id").loc["changchun-etdz"]
    assert find_bounds("parks", "changchun-etdz") == (park.lon, park.lat, park.lon, park.lat)
    west, south, east, north = find_bounds("prefectures", "220100") or (0, 0, 0, 0)
    assert west < 125.3 < east
    assert south < 43.9 < north
    assert find_bounds("industries", "auto-parts") is None
    assert find_bounds("parks", "own-2") is None
    assert find_bounds("parks", "own-2", own=OwnLayer(my_rows)) is not None


def test_a_belt_holds_what_its_corridor_may_hold(my_rows) -> None:
    belt = "changchun-songyuan-baicheng"
    rows = select_belt_rows((belt,), 40, own=OwnLayer(my_rows))
    parks = store.load_layer("parks")
    verdict = corridors.judge_layer("parks", belt, 40).verdict
    verified = set(parks.id[parks.status == "verified"])
    assert set(parks.id.iloc[rows["parks"]]) == set(verdict.index[verdict != "outside"]) & verified
    assert len(select_belt_rows((belt,), 40, unverified=True)["parks"]) > len(rows["parks"])
    assert rows["own"] == [0, 1]  # Changbai is far from it
