"""Ground is counted once, in every number of parks."""

import pytest
from pandas import DataFrame

from geo import claims, store
from geo.belts import belt_profiles
from geo.filters import Filter
from geo.ground import (
    count_parks,
    find_relatives,
    find_wholes,
    list_relatives,
    list_wholes,
    mark_counted,
    select_counted,
)
from geo.measures import count_known_parks, find_gaps
from geo.measures.sector_counts import count_by_sector
from geo.quality import count_exact_parks
from geo.select import select_rows
from geo.siting.similar_parks import find_similar_parks
from geo.tables import load_table

PARKS = load_table("parks").set_index("id")
# What the sources say of ground that two rows share, pair by pair.
SHARED = [
    ("changchun-rail-park", "changchun-luyuan-edz"),  # its second name
    ("gongzhuling-fanjiatun-edz", "gongzhuling-edz"),  # one unit of the statistical table
    ("siping-heat-exchanger", "siping-hongzui-etdz"),
    ("liaoyuan-socks", "liaoyuan-edz"),
    ("changchun-auto-etdz", "changchun-intl-auto-city"),
    ("hunchun-becz", "hunchun-intl-coop"),
    ("changchun-hitech", "changchun-new-area"),
    ("changchun-beihu", "changchun-new-area"),
    ("changchun-changde", "changchun-new-area"),
    ("changchun-konggang", "changchun-new-area"),
    ("dehui-food", "dehui-edz"),
]


def rows(*parts: tuple[str, str | None, tuple[str, ...]]) -> DataFrame:
    return DataFrame(list(parts), columns=["id", "same_as", "part_of"])


# c is part of b, b of a; d is the same as a.
CHAIN = rows(("a", None, ()), ("b", None, ("a",)), ("c", None, ("b",)), ("d", "a", ()))


def test_a_part_belongs_to_what_its_whole_is_part_of() -> None:
    assert find_wholes(CHAIN) == {"b": {"a"}, "c": {"a", "b"}, "d": {"a"}}


def test_a_circle_is_found_in_each_of_its_members() -> None:
    circle = find_wholes(rows(("a", None, ("b",)), ("b", None, ("a",)), ("c", None, ("b",))))
    assert "a" in circle["a"]
    assert "b" in circle["b"]
    assert "c" not in circle["c"]


@pytest.mark.parametrize(
    ("chosen", "counted"),
    [("abcd", "a"), ("bcd", "bd"), ("cd", "cd"), ("ac", "a"), ("dd", "dd"), ("", "")],
)
def test_a_part_counts_where_none_of_its_wholes_is_chosen(chosen: str, counted: str) -> None:
    marks = mark_counted(list(chosen), find_wholes(CHAIN))
    assert "".join(key for key, mark in zip(chosen, marks, strict=True) if mark) == counted


@pytest.mark.parametrize(("part", "whole"), SHARED)
def test_what_lies_on_one_ground_is_written_so(part: str, whole: str) -> None:
    assert whole in {PARKS.same_as[part], *PARKS.part_of[part]}
    assert mark_counted([part, whole]).tolist() == [False, True]
    assert mark_counted([part]).tolist() == [True]
    assert whole in list_relatives(part)
    assert part in list_relatives(whole)


def test_no_national_zone_is_part_of_another() -> None:
    zones = PARKS[PARKS.national_zone.notna()]
    assert count_parks(zones) == len(zones) == 14


def test_what_a_reader_brings_always_counts() -> None:
    assert mark_counted(["own-2", "own-3"]).all()


def test_what_does_not_count_is_shown_all_the_same() -> None:
    shown = select_rows("parks", Filter())
    parts = set(list_wholes()) & set(shown.id)
    assert set(list_wholes()) - parts <= set(PARKS.index[PARKS.status == "unverified"])
    assert count_exact_parks()[1] == count_parks(shown) == len(shown) - len(parts)


def test_a_filter_counts_a_part_whose_whole_it_leaves_out() -> None:
    parks = store.load_layer("parks")
    asked = Filter(kind=("high_tech",))
    assert count_parks(asked.apply(parks)) == len(asked.apply(parks)) == 5
    assert asked.counts(parks, "kind")["high_tech"] == 5
    # Of all that lies in Changchun, the high-tech zone is part of the New Area.
    inside = Filter(prefecture=("220100",)).apply(parks)
    assert "changchun-hitech" not in set(select_counted(inside).id)


def test_a_sector_that_only_the_part_lists_counts_the_part() -> None:
    parks = store.load_layer("parks")
    pair = parks[parks.id.isin(["changchun-new-area", "changchun-hitech"])]
    counts = count_by_sector(pair).set_index("sector").parks
    # Both list equipment manufacturing; biopharmaceuticals and new materials the part alone.
    assert counts.to_dict() == dict.fromkeys(counts.index, 1)
    assert {"biomedicine", "equipment-manufacturing"} <= set(counts.index)


def test_an_industry_of_a_zone_and_of_the_park_in_it_is_one_park() -> None:
    gaps = find_gaps(claims.list_claims(), claims.parks_by_place()).set_index(["place", "item"])
    listing = claims.parks_by_place()
    listing = listing[(listing.place == "220400") & listing["items"].map(bool)]
    both = [
        key for key, items in zip(listing.park, listing["items"], strict=True) if "socks" in items
    ]
    assert set(both) == {"liaoyuan-edz", "liaoyuan-socks"}
    assert gaps.parks["220400", "socks"] == 1


def test_a_silent_part_leaves_the_industries_of_its_whole_unknown() -> None:
    place = {"place": "P", "items": [("x",), ()]}
    whole_and_part = DataFrame({"park": ["changchun-new-area", "changchun-beihu"], **place})
    assert count_known_parks(whole_and_part).loc["P"].to_dict() == {"total": 1, "known": 0}


def test_belts_count_ground_once() -> None:
    inside = belt_profiles.select_territory_parks("changchun-siping")
    reach = belt_profiles.count_corridor_reach("parks", "changchun-siping", 40)
    assert reach.total == count_parks(select_rows("parks", Filter()))
    assert count_parks(inside) < len(inside)


def test_a_park_is_neither_near_nor_like_its_own_ground() -> None:
    ids = list(PARKS.index)
    relatives = find_relatives()
    assert relatives.diagonal().all()
    assert (relatives == relatives.T).all()
    zone, inside = ids.index("siping-hongzui-etdz"), ids.index("siping-heat-exchanger")
    assert relatives[zone, inside]
    for park in ("siping-hongzui-etdz", "changchun-hitech", "changchun-new-area"):
        similar = {likeness.park for likeness in find_similar_parks(park, count=30)}
        assert not similar & list_relatives(park)
        assert not similar & {"changchun-rail-park", "gongzhuling-fanjiatun-edz"}
