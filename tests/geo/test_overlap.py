"""What belts share: the known answers of the real data, counted again without the code."""

import pytest

from geo.belts import belt_profiles, corridors
from geo.belts.overlap import find_overlap
from geo.filters import list_options
from geo.intake.own_layer import OwnLayer
from geo.store import load_layer


def test_changchun_belongs_to_all_belts_and_stands_first() -> None:
    members = find_overlap(40).members
    assert members.index[0] == "220100"
    assert sorted(members.iloc[0]) == sorted(list_options("belt"))
    assert members.iloc[1:].map(len).eq(1).all()


def test_industries_of_more_belts_stand_before_those_of_fewer() -> None:
    counts = find_overlap(40).claims.sum(axis=1)
    assert counts.is_monotonic_decreasing
    assert counts["textiles-general"] == 2


def test_shared_ground_adds_up() -> None:
    overlap = find_overlap(40)
    # What is covered n times is counted n times in the corridors' own areas.
    own_areas = sum(overlap.shared_km2.at[belt, belt] for belt in overlap.shared_km2)
    assert overlap.covered_km2.sum() == pytest.approx(own_areas, rel=1e-6)
    assert overlap.covered_km2.is_monotonic_decreasing


def test_parks_in_more_than_one_corridor() -> None:
    overlap, parks = find_overlap(40), load_layer("parks").set_index("id")
    assert (parks.status[overlap.verdicts.index] == "verified").all()
    doubles = {"changchun-auto-etdz", "changchun-beihu", "luyuan-xixin-ic", "changchun-rail-park"}
    assert doubles.isdisjoint(overlap.verdicts.index)  # their ground is counted with others
    for park in belt_profiles.list_counted_parks():
        words = [
            corridors.judge_layer("parks", belt, 40).verdict[park] for belt in list_options("belt")
        ]
        inside = [word for word in words if word in {"certain", "possible"}]
        assert (park in overlap.verdicts.index) == (len(inside) > 1)
        if len(inside) > 1:
            assert overlap.certain[park] == (words.count("certain") > 1)


def test_a_readers_rows_come_last(my_rows) -> None:
    plain, overlap = find_overlap(40), find_overlap(40, OwnLayer(my_rows))
    atlas = overlap.verdicts[~overlap.verdicts.index.str.startswith("own-")]
    assert atlas.equals(plain.verdicts)
    assert overlap.verdicts.index.tolist()[: len(atlas)] == atlas.index.tolist()
    assert "own-2" in overlap.verdicts.index  # it stands in Changchun, in which all belts meet
