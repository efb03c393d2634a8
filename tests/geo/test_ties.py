"""Equals are told in a stated order, and the last bits of a number change no answer."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandas import DataFrame, Series
from pandas.testing import assert_frame_equal

from geo.belts import belt_profiles, comparison, corridors
from geo.siting import distances, nearest, similar_parks
from geo.siting.distances import Spread
from geo.siting.question import make_question
from geo.siting.ranking import order_parks, rank_parks
from geo.siting.ranking_methods import METHODS, compare_methods
from geo.siting.robustness import Flip, find_smallest_flip, leave_out_criteria, sample_weightings
from geo.siting.scales import Scaled
from geo.siting.weights import balance_weights
from geo.ties import rank_ids, round_off, sort_rows

NOISE = 1e-13
AUTO = make_question(industries=["auto-parts"])
EQUAL = DataFrame({"rail_station": [0.5] * 3, "area": [0.25] * 3}, index=["c", "a", "b"])
EVEN = Series({"rail_station": 50.0, "area": 50.0})


def noisy(frame, seed: int = 1):
    """Return numbers with a noise of the size that differs between processors."""
    signs = np.random.default_rng(seed).choice([-1, 0, 1], size=np.shape(frame))
    return frame + NOISE * signs


# ---- The rule itself -------------------------------------------------------------------------


def test_no_negative_zero_is_left() -> None:
    assert not np.signbit(round_off([-1e-12, -0.0])).any()


@given(st.permutations("abcde"))
def test_equals_follow_their_ids_whatever_their_order(order) -> None:
    numbers = noisy(Series(0.3, index=list(order)), seed=len(order))
    assert rank_ids(numbers) == list("abcde")


def test_missing_numbers_come_last_and_columns_follow_one_another() -> None:
    rows = DataFrame(
        {"km": [np.nan, 1.0, 1.0 + NOISE, 0.5], "kind": ["x", "y", "x", "z"]}, index=list("dcba")
    )
    assert sort_rows(rows, ["km"]).index.tolist() == list("abcd")
    assert sort_rows(rows, ["km", "kind"], ascending=[False, True]).index.tolist() == list("bcad")
    assert sort_rows(rows.reset_index(), ["km"], tie="index").index.tolist() == [3, 2, 1, 0]


# ---- Equal parks in every measure ------------------------------------------------------------


@pytest.mark.parametrize("seed", range(5))
def test_equal_parks_are_ranked_by_id(seed) -> None:
    graded = noisy(EQUAL, seed)
    table = order_parks(Scaled(graded, graded, graded), EVEN, EQUAL.index)
    assert table.index.tolist() == ["a", "b", "c"]
    assert table["rank"].tolist() == [1, 1, 1]
    assert table.score.tolist() == [37.5] * 3


@pytest.mark.parametrize("seed", range(5))
def test_equal_parks_stand_by_id_under_each_method(seed, monkeypatch) -> None:
    ranks = compare_methods(noisy(EQUAL, seed), EVEN, EQUAL.index)
    assert ranks.index.tolist() == ["a", "b", "c"]
    assert (ranks[list(METHODS)] == 1).all(axis=None)
    monkeypatch.setattr("geo.siting.ranking_methods.LEADING", 2)
    assert compare_methods(noisy(EQUAL, seed), EVEN, EQUAL.index).index.tolist() == ["a", "b"]


@pytest.mark.parametrize("seed", range(5))
def test_equal_parks_share_their_wins_and_nothing_dethrones_them(seed) -> None:
    graded = noisy(EQUAL, seed)
    wins, leads = sample_weightings(graded.to_numpy(), draws=60)
    assert wins == pytest.approx([1 / 3] * 3)
    assert leads.tolist() == [1, 1, 1]
    assert find_smallest_flip(graded, EVEN, "a") is None
    gone = leave_out_criteria(graded, EVEN)
    assert gone.winner.tolist() == ["a", "a"]
    assert gone["rank"].tolist() == [1, 1]


def spread_of(numbers: list[list[float]], columns: str) -> Spread:
    frame = DataFrame(numbers, index=list("pq"), columns=list(columns))
    return Spread(frame, frame, frame)


@pytest.mark.parametrize("seed", range(5))
def test_of_equally_near_hubs_the_first_by_id_is_named(seed) -> None:
    spread = spread_of(noisy(np.array([[5.0, 5.0, 9.0], [7.0, 6.0, 6.0]]), seed).tolist(), "cab")
    assert nearest.measure_nearest(spread, np.array([True] * 3)).nearest.tolist() == ["a", "a"]


@pytest.mark.parametrize("seed", range(5))
def test_of_equally_far_corners_the_south_west_comes_first(seed) -> None:
    square = np.array([[0.0, 0], [0, 1000], [1000, 0], [1000, 1000]])
    pair = distances._far_pair(noisy(square, seed), noisy(square, seed + 9))
    assert pair == pytest.approx([0, 0, 1000, 1000])


@pytest.mark.parametrize("seed", range(3))
def test_the_point_left_over_goes_to_the_first_criterion(seed) -> None:
    even = noisy(Series(1.0, index=["area", "rail_station", "airport"]), seed)
    assert balance_weights(even.to_dict()) == {"rail_station": 34, "airport": 33, "area": 33}


def test_reasons_of_a_likeness_are_told_by_name_when_equal() -> None:
    traits = {"level": 1.0, "belts": 1 - NOISE, "area": 1 - NOISE / 2, "kind": 0.8 - NOISE}
    alike = similar_parks.Likeness("x", 0.9, traits, ())
    assert alike.reasons == ["area", "belts", "level", "kind"]


def test_extremes_do_not_see_the_last_bits() -> None:
    row = Series([0.3, 0.1 + 0.2, 0.1], index=list("abc"))
    assert comparison.find_extremes(row) == ({"a", "b"}, {"c"})
    assert comparison.find_extremes(row.head(2)) == (frozenset(), frozenset())


# ---- The answers of the real data, with and without noise --------------------------------------


@pytest.mark.parametrize("seed", range(3))
def test_ranking_and_methods_are_the_same(seed) -> None:
    ranking = rank_parks(AUTO)
    exact, stay, weights = ranking.scaled, ranking.table.index, ranking.weights
    graded = Scaled(*(noisy(frame, seed) for frame in (exact.worst, exact.middle, exact.best)))
    assert order_parks(graded, weights, stay).equals(ranking.table)
    assert compare_methods(graded.middle, weights, stay).equals(
        compare_methods(exact.middle, weights, stay)
    )


@pytest.mark.parametrize("seed", range(3))
def test_robustness_is_the_same(seed) -> None:
    ranking = rank_parks(AUTO)
    exact = ranking.scaled.middle.loc[ranking.table.index, list(ranking.weights.index)]
    graded, weights, winner = noisy(exact, seed), ranking.weights, str(ranking.winner)
    first, second = (find_smallest_flip(one, weights, winner) for one in (exact, graded))
    assert first is not None
    assert second == Flip(first.criterion, pytest.approx(first.points), first.park)
    assert_frame_equal(leave_out_criteria(exact, weights), leave_out_criteria(graded, weights))
    assert np.array_equal(
        sample_weightings(exact.to_numpy(), 500), sample_weightings(graded.to_numpy(), 500)
    )


def test_likeness_of_parks_is_the_same(monkeypatch) -> None:
    before = similar_parks.find_similar_parks("changchun-etdz", 20)
    plain = similar_parks.place_on_scale
    monkeypatch.setattr(
        similar_parks, "place_on_scale", lambda *args, **more: noisy(plain(*args, **more))
    )
    after = similar_parks.find_similar_parks.__wrapped__("changchun-etdz", 20)
    assert [one.park for one in after] == [one.park for one in before]
    assert [one.reasons for one in after] == [one.reasons for one in before]


def test_hubs_along_a_belt_keep_their_order(monkeypatch) -> None:
    belt = "changchun-siping"
    before = belt_profiles.find_hubs_along(belt, 40.0)
    plain = corridors.locate_along_axis
    monkeypatch.setattr(corridors, "locate_along_axis", lambda *args: noisy(plain(*args)))
    after = belt_profiles.find_hubs_along.__wrapped__(belt, 40.0)
    assert after.id.tolist() == before.id.tolist()
