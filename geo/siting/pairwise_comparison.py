"""Weights from pairwise comparison (AHP)."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from geo.siting.question_error import QuestionError

CONSISTENT = 0.10
#: How many times as important a criterion may be called as another.
DEGREES = tuple(1 / number for number in range(9, 1, -1)) + tuple(map(float, range(1, 10)))


def fill_comparisons(upper: Sequence[float], count: int) -> NDArray[np.float64]:
    """Return the reciprocal matrix of comparisons given row by row above the diagonal.

    A comparison is how many times as important the first criterion is as the second: a whole
    number to 9, or one divided by it. Raises QuestionError for another, or for too few or many.
    """
    needed = count * (count - 1) // 2
    if len(upper) != needed:
        raise QuestionError("comparisons", "{n} comparisons are needed.", n=needed)
    for degree in upper:
        if not any(math.isclose(degree, step) for step in DEGREES):
            message = "{number!r} is no whole number up to 9, nor 1 divided by one."
            raise QuestionError("comparisons", message, number=degree)
    matrix = np.eye(count)
    rows, columns = np.triu_indices(count, k=1)
    matrix[rows, columns] = upper
    matrix[columns, rows] = 1 / np.asarray(upper, dtype=float)
    return matrix


def weigh_comparisons(matrix: ArrayLike) -> tuple[NDArray[np.float64], float]:
    """Return the weights (total 1) of a pairwise comparison matrix, and its consistency ratio.

    Weights are the principal eigenvector; a ratio of 0.10 or more asks to compare anew.
    Saaty, The Analytic Hierarchy Process (1980); mean consistency of random matrices after Tummala
    and Ling, A Note on the Computation of the Mean Random Consistency Index (1998).

    Examples
    --------
    >>> weights, ratio = weigh_comparisons(fill_comparisons([2, 4, 2], 3))
    >>> weights.round(3).tolist(), round(ratio, 6)
    ([0.571, 0.286, 0.143], 0.0)
    """
    from pymcdm.weights.subjective import AHP  # brings matplotlib: only when asked for

    comparison = AHP(matrix=np.asarray(matrix, dtype=float))
    return comparison(), max(0.0, float(comparison.get_cr()))
