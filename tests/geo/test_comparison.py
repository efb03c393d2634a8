"""Belts side by side: the extremes by hand, each number against its own source."""

import pytest
from pandas import Series

from geo.belts import belt_profiles
from geo.belts.comparison import MEASURES, compare_belts, find_extremes
from geo.intake.own_layer import OwnLayer
from geo.measures import count_by_sector
from geo.tables import load_table

BELTS = tuple(load_table("belts").id)
WEST = "changchun-songyuan-baicheng"


@pytest.mark.parametrize(
    ("row", "highest", "lowest"),
    [
        ([3, 1, 2], {"a"}, {"b"}),
        ([3, 3, 2], {"a", "b"}, {"c"}),
        ([2, 2, 2], set(), set()),
        ([None, 1, 2], {"c"}, {"b"}),
        ([None, None, 2], set(), set()),
    ],
)
def test_extremes(row: list[float | None], highest: set[str], lowest: set[str]) -> None:
    assert find_extremes(Series(row, index=list("abc"))) == (highest, lowest)


def test_a_comparison_holds_each_measure_of_each_belt() -> None:
    comparison = compare_belts(BELTS[:2], 40)
    assert comparison.measures.index.tolist() == list(MEASURES)
    assert comparison.measures.columns.tolist() == list(BELTS[:2])
    assert not comparison.measures.isna().to_numpy().any()
    for belt in BELTS[:2]:
        reach = belt_profiles.count_corridor_reach("parks", belt, 40)
        assert comparison.reaches[belt] == reach
        assert comparison.measures.at["parks_certain", belt] == reach.certain


def test_scales_are_those_of_the_longest_bars() -> None:
    comparison = compare_belts(BELTS, 40)
    parks = [belt_profiles.select_territory_parks(belt) for belt in BELTS]
    assert comparison.most_of_a_kind == max(
        belt_profiles.count_by_kind(rows).groupby("kind").parks.sum().max() for rows in parks
    )
    assert comparison.most_of_a_sector == max(count_by_sector(rows).parks.max() for rows in parks)


def test_a_readers_rows_are_counted_apart(my_rows) -> None:
    without, comparison = compare_belts([WEST], 40), compare_belts([WEST], 40, OwnLayer(my_rows))
    assert without.own_measures.empty
    assert not without.own_reaches
    assert comparison.measures.equals(without.measures)
    assert comparison.reaches == without.reaches
    # The site in Changchun is certainly inside, its county possibly, Changbai not.
    assert comparison.own_measures[WEST].to_dict() == {
        "own": sum(WEST in belts for belts in my_rows.belts),
        "own_certain": 1,
        "own_possible": 1,
    }
