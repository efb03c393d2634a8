"""Two other methods beside the weighted sum, from the library pymcdm, and their agreement.

TOPSIS: Hwang and Yoon, Multiple Attribute Decision Making (1981). PROMETHEE II: Brans and
Vincke, A Preference Ranking Organisation Method (1985). Both work on the criteria as scaled on
the whole data set.
"""

import numpy as np
from numpy.typing import NDArray
from pandas import DataFrame, Index, Series

from geo.memory import remembered
from geo.siting.own_rows import OwnRows
from geo.siting.question import Question
from geo.siting.ranking import rank_parks
from geo.ties import DECIMALS, rank_ids, sort_rows

Numbers = NDArray[np.float64]
METHODS = ("weighted_sum", "topsis", "promethee_ii")
# Differences below 5 % of a scale are none, from 25 % on they are full preference.
INDIFFERENCE, PREFERENCE = 0.05, 0.25
LEADING = 200  # PROMETHEE compares every pair: beyond this, the leading ones only


def score_topsis(scaled: Numbers, weights: Numbers) -> Numbers:
    """Return closeness to the ideal, 0 to 1; the ideal and its opposite are the scale's ends.

    `scaled` is alternatives by criteria, 0 to 1, more is better; `weights` total 1.
    """
    from pymcdm.methods import TOPSIS  # brings matplotlib: only when asked for

    count = scaled.shape[1]
    framed = np.vstack([scaled, np.zeros(count), np.ones(count)])
    method = TOPSIS(lambda column, cost: column)  # noqa: ARG005
    closeness: Numbers = method(framed, weights, np.ones(count), validation=False)[:-2]
    return closeness


def score_promethee(scaled: Numbers, weights: Numbers) -> Numbers:
    """Return net outranking flows, -1 to 1; linear preference with indifference.

    `scaled` is alternatives by criteria, 0 to 1, more is better; `weights` total 1.
    """
    from pymcdm.methods import PROMETHEE_II

    count = scaled.shape[1]
    if len(scaled) < 2:
        return np.zeros(len(scaled))
    method = PROMETHEE_II("vshape_2", p=[PREFERENCE] * count, q=[INDIFFERENCE] * count)
    flows: Numbers = method(scaled, weights, np.ones(count), validation=False)
    return flows


def compare_methods(scaled: DataFrame, weights: Series, stay: Index) -> DataFrame:
    """Return the rank of each park that stays under each of METHODS, by weighted sum, then id.

    Flows are taken over all of `scaled`, so that a filter cannot reorder what stays; of more than
    LEADING parks, over the leading ones.
    """
    columns = weights.index[weights > 0]
    share = (weights[columns] / weights.sum()).to_numpy()
    score = (scaled[columns] @ share).round(DECIMALS)
    if len(score) > LEADING:
        score = score[rank_ids(score)[:LEADING]]
    matrix = scaled.loc[score.index, columns].to_numpy()
    scores = DataFrame(
        {
            "weighted_sum": score,
            "topsis": score_topsis(matrix, share),
            "promethee_ii": score_promethee(matrix, share),
        }
    ).round(DECIMALS)
    left = scores[scores.index.isin(stay)]
    return sort_rows(left.rank(method="min", ascending=False).astype(int), ["weighted_sum"])


@remembered
def rank_by_methods(question: Question, *, own_rows: OwnRows | None = None) -> DataFrame:
    """Return the ranks of the parks that a question leaves under each of METHODS.

    Parks (id) by method, 1 is best, equal ones share a rank; in the order of the weighted sum.

    Examples
    --------
    >>> from geo.siting.question import make_question
    >>> rank_by_methods(make_question(industries=["auto-parts"])).columns.tolist()
    ['weighted_sum', 'topsis', 'promethee_ii']
    """
    ranking = rank_parks(question, own_rows=own_rows)
    pool = ranking.scaled.middle.loc[ranking.verdicts.index]
    return compare_methods(pool, ranking.weights, ranking.table.index)


def correlate_methods(ranks: DataFrame) -> DataFrame:
    """Return Kendall's τ-b between every two columns of ranks; missing below two rows."""
    from scipy.stats import kendalltau

    def tau(method: str, other_method: str) -> float:
        return (
            float(kendalltau(ranks[method], ranks[other_method]).statistic)
            if len(ranks) > 1
            else np.nan
        )

    names = list(ranks.columns)
    return DataFrame(
        [[tau(method, other_method) for other_method in names] for method in names], names, names
    )
