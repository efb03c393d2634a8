"""Scales, bounds and the weighted sum, on numbers small enough for a pencil."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandas import DataFrame, Index, Series

from geo.siting.criteria import CRITERIA, IDS
from geo.siting.question import Question, make_question
from geo.siting.ranking import loosen_limits, order_parks, rank_parks
from geo.siting.scales import Scaled, place_on_scale, scale_bounds

RAIL, AREA, FIT = CRITERIA["rail_station"], CRITERIA["area"], CRITERIA["industry_fit"]
NAN = float("nan")


def test_less_is_better_turns_the_scale() -> None:
    worst, middle, best = scale_bounds(([10.0], [20.0], [40.0]), (0, 100), RAIL)
    assert (worst[0], middle[0], best[0]) == (0.6, 0.8, 0.9)


def test_unknown_is_the_whole_scale_and_no_zero() -> None:
    worst, middle, best = scale_bounds(([NAN], [NAN], [NAN]), (0, 100), RAIL)
    assert (worst[0], middle[0], best[0]) == (0, 0.5, 1)


def test_a_known_lower_bound_narrows_the_unknown() -> None:
    worst, middle, best = scale_bounds(([100.0], [NAN], [NAN]), (10, 1000), AREA)
    assert (worst[0], middle[0], best[0]) == pytest.approx((0.5, 0.75, 1))


def test_equal_ratios_count_alike_on_a_logarithmic_scale() -> None:
    placed = place_on_scale(np.array([10.0, 100, 1000]), (10, 1000), logarithmic=True)
    assert placed == pytest.approx([0, 0.5, 1])


def test_an_ideal_value_is_best_and_both_sides_are_worse() -> None:
    values = np.array([0.0, 20, 60, 100])
    worst, middle, best = scale_bounds((values, values, values), (0, 100), RAIL, ideal=20)
    assert middle == pytest.approx([0.75, 1, 0.5, 0])
    assert worst == pytest.approx(best)


def test_bounds_around_an_ideal_reach_it() -> None:
    worst, middle, best = scale_bounds(([10.0], [30.0], [60.0]), (0, 100), RAIL, ideal=20)
    assert (worst[0], middle[0], best[0]) == pytest.approx((0.5, 0.875, 1))


def test_beyond_the_scale_counts_as_its_end() -> None:
    assert scale_bounds(([-5.0], [50.0], [500.0]), (0, 100), RAIL)[0][0] == 0


def test_a_scale_without_width_favours_nobody() -> None:
    assert scale_bounds(([5.0], [5.0], [5.0]), (5, 5), FIT)[1].tolist() == [1.0]


FINITE = st.floats(0, 500, allow_nan=False)


@given(st.tuples(FINITE, FINITE, FINITE).map(sorted), st.none() | FINITE)
def test_bounds_contain_the_score(triple, ideal) -> None:
    low, value, high = ([one] for one in triple)
    worst, middle, best = scale_bounds((low, value, high), (0, 300), RAIL, ideal)
    assert 0 <= worst[0] <= middle[0] + 1e-12 <= best[0] + 2e-12 <= 1 + 3e-12


@given(st.lists(FINITE, min_size=2, max_size=8), st.sampled_from([0.001, 0.62137, 1000.0]))
def test_the_unit_does_not_matter(kilometres, factor) -> None:
    values = np.array(kilometres)
    ends = (float(values.min()), float(values.max()))
    other = (ends[0] * factor, ends[1] * factor)
    here = scale_bounds((values,) * 3, ends, RAIL)[1]
    assert scale_bounds((values * factor,) * 3, other, RAIL)[1] == pytest.approx(here)


def small() -> Scaled:
    middle = DataFrame({"rail_station": [0.8, 0.5, 0.5], "area": [0.2, 1.0, 1.0]}, list("bca"))
    return Scaled(middle * 0.5, middle, middle.clip(0.5))


def test_the_weighted_sum_by_hand() -> None:
    weights = Series({"rail_station": 75.0, "area": 25.0})
    table = order_parks(small(), weights, Index(list("bca")))
    assert table.index.tolist() == ["b", "a", "c"]  # 65, and twice 62.5, by id
    assert table.score.tolist() == [65, 62.5, 62.5]
    assert table["rank"].tolist() == [1, 2, 2]
    assert table.worst.tolist() == [32.5, 31.25, 31.25]
    assert table.best.tolist() == [72.5, 62.5, 62.5]


def test_a_criterion_duplicated_with_its_weight_split_changes_nothing() -> None:
    graded = small()
    doubled = Scaled(
        *(one.assign(twin=one.area) for one in (graded.worst, graded.middle, graded.best))
    )
    stay = Index(list("bca"))
    table = order_parks(graded, Series({"rail_station": 75.0, "area": 25.0}), stay)
    split = order_parks(doubled, Series({"rail_station": 75.0, "area": 12.5, "twin": 12.5}), stay)
    pd.testing.assert_frame_equal(table, split)


AUTO = make_question(industries=["auto-parts"])


def test_bounds_contain_every_score_of_the_real_data() -> None:
    table = rank_parks(AUTO).table
    assert (table.worst <= table.score).all()
    assert (table.score <= table.best).all()
    assert table.best.max() <= 100
    assert table.worst.min() >= 0


def test_only_verified_parks_take_part_unless_asked() -> None:
    assert len(rank_parks(AUTO).table) == 109
    assert len(rank_parks(make_question(industries=["auto-parts"], unverified=True)).table) == 122


def test_points_add_up_to_the_score() -> None:
    ranking = rank_parks(AUTO)
    sums = ranking.parts.sum(axis=1).loc[ranking.table.index]
    assert sums.tolist() == pytest.approx(ranking.table.score.tolist())


def test_a_limit_cannot_reorder_what_it_leaves() -> None:
    free, bound = (
        rank_parks(AUTO),
        rank_parks(make_question(industries=["auto-parts"], limits=["belt=changchun-siping"])),
    )
    left = [park for park in free.table.index if park in bound.table.index]
    assert bound.table.index.tolist() == left
    assert bound.table.score.tolist() == free.table.score.loc[left].tolist()
    assert len(bound.table) + len(bound.excluded) == 109


def test_what_leads_for_auto_parts_is_known() -> None:
    assert rank_parks(AUTO).winner == "changchun-auto-etdz"


def test_a_criterion_that_nothing_was_chosen_for_says_nothing() -> None:
    ranking = rank_parks(Question())
    assert ranking.values.silent == {
        "industry_fit", "same_industry", "related_parks", "belt", "park_kind",
    }  # fmt: skip
    assert (ranking.parts.industry_fit == 0).all()


def test_dominated_parks_never_win() -> None:
    middle = rank_parks(AUTO).scaled.middle
    names = list(rank_parks(AUTO).weights.index)
    winner = middle.loc[rank_parks(AUTO).winner, names]
    others = middle.loc[rank_parks(AUTO).table.index, names].drop(rank_parks(AUTO).winner)
    assert not ((others >= winner).all(axis=1) & (others > winner).any(axis=1)).any()


def test_every_criterion_has_a_value_or_bounds() -> None:
    asked = make_question(
        industries=["auto-parts"], belts=["changchun-siping"], kinds=["high_tech"]
    )
    ranking = rank_parks(asked)
    assert not ranking.values.silent
    for name in IDS:
        low, value, high = (frame[name] for frame in ranking.values.frames)
        assert (low.isna() | value.isna() | (low <= value)).all(), name
        assert (high.isna() | value.isna() | (value <= high)).all(), name


def test_loosening_a_limit_says_what_it_brings() -> None:
    asked = make_question(industries=["auto-parts"], limits=["rail_station>=5000", "airport<=100"])
    ranking = rank_parks(asked)
    assert ranking.winner is None
    rail, air = asked.limits
    assert loosen_limits(ranking)[rail] > 0
    assert loosen_limits(ranking)[air] == 0
