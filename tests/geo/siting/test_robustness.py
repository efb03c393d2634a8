"""Whether a winner is safe, on frames whose answers can be worked out by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from pandas import DataFrame, Series

from geo.siting.question import make_question
from geo.siting.ranking import rank_parks
from geo.siting.robustness import (
    Flip,
    assess_ranking,
    find_smallest_flip,
    leave_out_criteria,
    sample_weightings,
)

UNIT = st.integers(0, 20).map(lambda number: number / 20)


def test_shares_of_two_specialists_are_even() -> None:
    wins, leads = sample_weightings(np.array([[1.0, 0.0], [0.0, 1.0]]))
    assert wins == pytest.approx([0.5, 0.5], abs=0.02)
    assert leads.tolist() == [1, 1]


def test_a_third_of_the_weights_by_hand() -> None:
    # (1, 0) beats (0.5, 0.75) when w > 0.75 (1 - w) / 0.5 (1 - w + w): w * 0.5 > (1 - w) * 0.75.
    wins, _ = sample_weightings(np.array([[1.0, 0.0], [0.5, 0.75]]), draws=40_000)
    assert wins[0] == pytest.approx(0.4, abs=0.01)


@given(arrays(float, st.tuples(st.integers(1, 140), st.integers(1, 4)), elements=UNIT))
def test_shares_add_up_and_agree_with_the_plain_way(scaled) -> None:
    wins, leads = sample_weightings(scaled, draws=50)
    weights = np.random.default_rng(20_260_101).dirichlet(np.ones(scaled.shape[1]), size=50)
    scores = weights @ scaled.T
    best = scores >= scores.max(axis=1, keepdims=True) - 1e-12
    third = np.sort(scores, axis=1)[:, max(0, len(scaled) - 3)]
    assert wins.sum() == pytest.approx(1)
    assert wins == pytest.approx((best / best.sum(axis=1, keepdims=True)).mean(axis=0))
    assert leads == pytest.approx((scores >= third[:, None] - 1e-12).mean(axis=0))


@given(arrays(float, (5, 3), elements=UNIT), st.permutations(range(5)))
def test_reordering_rows_reorders_shares(scaled, order) -> None:
    assert sample_weightings(scaled, 200)[0][order] == pytest.approx(
        sample_weightings(scaled[order], 200)[0]
    )


def test_a_dominated_row_never_wins() -> None:
    wins, _ = sample_weightings(np.array([[0.9, 0.8, 0.7], [0.8, 0.7, 0.6], [0.1, 0.9, 0.1]]))
    assert wins[1] == 0


FRAME = DataFrame({"rail": [1.0, 0.4], "air": [0.2, 0.9]}, index=["first", "second"])


def test_the_smallest_flip_by_hand() -> None:
    # At 60:40 first has 68, second 60. They draw level at rail = 7/13 = 53.846 %.
    flip = find_smallest_flip(FRAME, Series({"rail": 60.0, "air": 40.0}), "first")
    assert flip == Flip("rail", pytest.approx(-60 + 700 / 13), "second")


def test_a_flip_puts_both_level() -> None:
    weights = Series({"rail": 60.0, "air": 40.0})
    flip = find_smallest_flip(FRAME, weights, "first")
    assert flip is not None
    moved = weights * (1 - flip.points / (100 - weights[flip.criterion]))
    moved[flip.criterion] = weights[flip.criterion] + flip.points
    assert moved.sum() == pytest.approx(100)
    scores = FRAME @ moved
    assert scores["first"] == pytest.approx(scores["second"])


def test_nothing_dethrones_what_dominates() -> None:
    frame = DataFrame({"rail": [1.0, 0.4], "air": [0.9, 0.9]}, index=["first", "second"])
    # Without any weight on rail the two draw level, but second never wins.
    assert find_smallest_flip(frame, Series({"rail": 60.0, "air": 40.0}), "first") is None
    assert find_smallest_flip(FRAME.head(1), Series({"rail": 100.0}), "first") is None


def test_an_unknown_value_dethrones_nobody() -> None:
    known = FRAME.notna().assign(rail=[True, False], air=[True, False])
    assert find_smallest_flip(FRAME, Series({"rail": 60.0, "air": 40.0}), "first", known) is None


def test_an_unweighted_criterion_may_gain_weight() -> None:
    flip = find_smallest_flip(FRAME, Series({"rail": 100.0}), "first")
    assert flip == Flip("air", pytest.approx(600 / 13), "second")  # 0.6 / (0.6 + 0.7)


def test_what_leaving_a_criterion_out_does() -> None:
    found = leave_out_criteria(FRAME, Series({"rail": 60.0, "air": 40.0}))
    assert found.winner.to_dict() == {"rail": "second", "air": "first"}
    assert found["rank"].to_dict() == {"rail": 2, "air": 1}
    assert found.tau.tolist() == pytest.approx([-1, 1])
    assert leave_out_criteria(FRAME, Series({"rail": 100.0})).empty


def test_the_real_winner() -> None:
    found = assess_ranking(rank_parks(make_question(industries=["auto-parts"])))
    assert found is not None
    assert found.shares.wins.sum() == pytest.approx(1)
    assert found.shares.top_three.sum() >= 3 - 1e-9
    assert found.flip is not None
    assert found.flip.park != "changchun-auto-etdz"
    assert found.shares.equals(
        assess_ranking(rank_parks(make_question(industries=["auto-parts"]))).shares
    )


def test_nothing_left_has_no_winner() -> None:
    assert (
        assess_ranking(
            rank_parks(make_question(industries=["auto-parts"], limits=["airport>=5000"]))
        )
        is None
    )


@pytest.mark.parametrize("noise", [0.0, 1e-13, -1e-13])
def test_equal_changes_name_the_first_criterion_and_park(noise) -> None:
    twins = FRAME.loc[["first", "second", "second"]].set_axis(["first", "zeta", "alpha"])
    twins.loc["zeta"] += noise
    flip = find_smallest_flip(twins, Series({"rail": 60.0, "air": 40.0}), "first")
    assert flip == Flip("rail", pytest.approx(-60 + 700 / 13), "alpha")
