"""Each method against a published worked example, and the invariances that any must keep."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from pandas import DataFrame, Series

from geo.siting.pairwise_comparison import fill_comparisons, weigh_comparisons
from geo.siting.question_error import QuestionError
from geo.siting.ranking_methods import (
    compare_methods,
    correlate_methods,
    score_promethee,
    score_topsis,
)

UNIT = st.integers(0, 100).map(lambda number: number / 100)


def matrices(rows: int = 6, columns: int = 3):
    return arrays(float, (rows, columns), elements=UNIT)


def test_weighted_sum_of_the_textbook() -> None:
    # Triantaphyllou, Multi-Criteria Decision Making Methods: A Comparative Study (2000), WSM.
    matrix = DataFrame([[25, 20, 15, 30], [10, 30, 20, 30]], columns=list("abcd"))
    weights = Series([0.20, 0.15, 0.40, 0.25], index=list("abcd"))
    assert (matrix @ weights).tolist() == pytest.approx([21.5, 22.0])


def test_topsis_of_the_fighter_aircraft() -> None:
    # Hwang and Yoon, Multiple Attribute Decision Making (1981): closeness .643, .268, .613, .312.
    matrix = np.array(
        [
            [2.0, 1500, 20000, 5.5, 5, 9],
            [2.5, 2700, 18000, 6.5, 3, 5],
            [1.8, 2000, 21000, 4.5, 7, 7],
            [2.2, 1800, 20000, 5.0, 5, 5],
        ]
    )
    weights = np.array([0.2, 0.1, 0.1, 0.1, 0.2, 0.3])
    normal = matrix / np.sqrt((matrix**2).sum(axis=0))
    normal[:, 3] *= -1  # a cost
    least, reach = normal.min(axis=0), np.ptp(normal, axis=0)
    # The book's ideal is the best of each attribute: on a scale from worst to best, with weights
    # that carry the width of the scale, it is our ideal.
    carried = weights * reach
    found = score_topsis((normal - least) / reach, carried / carried.sum())
    assert found == pytest.approx([0.643, 0.268, 0.613, 0.312], abs=0.001)


def test_promethee_of_the_usual_criterion() -> None:
    # Example beside the method in pymcdm, after Mareschal, De Smet and Nemery (2008). Steps of a
    # quarter are full preference here, so our linear criterion acts as the usual one.
    matrix = np.array([[4, 3, 2], [3, 2, 4], [5, 1, 3]]) / 4
    assert score_promethee(matrix, np.array([0.5, 0.3, 0.2])) == pytest.approx([0.1, -0.3, 0.2])


def test_promethee_by_hand() -> None:
    # Differences 0.15 and 0.30: preference (0.15 - 0.05) / (0.25 - 0.05) = 0.5, and 1.
    flows = score_promethee(np.array([[0.30], [0.15], [0.0]]), np.array([1.0]))
    assert flows == pytest.approx([(0.5 + 1) / 2, (0.5 - 0.5) / 2, -(0.5 + 1) / 2])


def test_ahp_of_the_drinks() -> None:
    # Saaty, Decision making with the analytic hierarchy process (2008): consumption of drinks.
    upper = [
        *(9, 5, 2, 1, 1, 1 / 2),
        *(1 / 3, 1 / 9, 1 / 9, 1 / 9, 1 / 9),
        *(1 / 3, 1 / 4, 1 / 3, 1 / 9),
        *(1 / 2, 1, 1 / 3),
        *(2, 1 / 2),
        1 / 3,
    ]
    weights, ratio = weigh_comparisons(fill_comparisons(upper, 7))
    assert weights == pytest.approx([0.177, 0.019, 0.042, 0.116, 0.190, 0.129, 0.327], abs=0.001)
    assert ratio == pytest.approx(0.022, abs=0.001)


def test_ahp_of_consistent_comparisons() -> None:
    weights, ratio = weigh_comparisons(fill_comparisons([2, 4, 2], 3))
    assert weights == pytest.approx([4 / 7, 2 / 7, 1 / 7])
    assert ratio == pytest.approx(0, abs=1e-12)
    assert weigh_comparisons([[1]]) == (pytest.approx([1.0]), 0.0)


@pytest.mark.parametrize("upper", [[2, 4], [2.5, 4, 2], [10, 4, 2], [0, 4, 2]])
def test_comparisons_that_are_none_are_refused(upper) -> None:
    with pytest.raises(QuestionError, match="comparisons"):
        fill_comparisons(upper, 3)


def test_ahp_of_a_circle_is_inconsistent() -> None:
    assert weigh_comparisons(fill_comparisons([5, 1 / 5, 5], 3))[1] > 0.10


@given(matrices())
def test_duplicating_a_criterion_and_halving_its_weight_changes_no_flow(matrix) -> None:
    weights = np.array([0.5, 0.3, 0.2])
    doubled = np.hstack([matrix, matrix[:, :1]])
    split = np.array([0.25, 0.3, 0.2, 0.25])
    assert score_promethee(matrix, weights) == pytest.approx(score_promethee(doubled, split))


@given(matrices(), st.permutations(range(6)))
def test_reordering_rows_reorders_the_result(matrix, order) -> None:
    weights = np.array([0.5, 0.3, 0.2])
    for method in (score_topsis, score_promethee):
        assert method(matrix, weights)[order] == pytest.approx(method(matrix[order], weights))


@given(matrices())
def test_a_dominated_row_never_comes_first(matrix) -> None:
    weights = np.array([0.5, 0.3, 0.2])
    for method in (score_topsis, score_promethee):
        found = method(np.vstack([matrix * 0.9, matrix[0]]), weights)
        assert found[-1] >= found[0] - 1e-12


@given(matrices())
def test_closeness_does_not_depend_on_the_others(matrix) -> None:
    weights = np.array([0.5, 0.3, 0.2])
    assert score_topsis(matrix, weights)[:2] == pytest.approx(score_topsis(matrix[:2], weights))


def test_ranks_of_what_stays_come_from_the_whole() -> None:
    scaled = DataFrame({"a": [0.9, 0.5, 0.1], "b": [0.2, 0.9, 0.4]}, index=list("xyz"))
    ranks = compare_methods(
        scaled, Series({"a": 60.0, "b": 40.0}), DataFrame(index=["x", "z"]).index
    )
    assert ranks.weighted_sum.to_dict() == {"x": 1, "z": 2}
    assert correlate_methods(ranks).to_numpy().tolist() == [[1.0] * 3] * 3


def test_agreement_of_opposite_orders() -> None:
    ranks = DataFrame({"one": [1, 2, 3], "other": [3, 2, 1]})
    assert correlate_methods(ranks).at["one", "other"] == pytest.approx(-1)
    assert np.isnan(correlate_methods(ranks.head(1)).at["one", "other"])
