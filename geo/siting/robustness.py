"""Is the winner safe? Other weights, the smallest change that dethrones it, criteria left out."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pandas import DataFrame, Series

from geo.memory import remembered
from geo.siting.own_rows import OwnRows
from geo.siting.question import Question
from geo.siting.ranking import Ranking, rank_parks
from geo.ties import DECIMALS, rank_ids, round_off

Numbers = NDArray[np.float64]
DRAWS = 10_000
SEED = 20_260_101
TIE = 1e-12  # scores nearer than this are equal
LEVEL = 1e-9  # a lead below this is none
CELLS = 1_000_000  # scores held at once


@dataclass(frozen=True)
class Flip:
    """The smallest change of one weight that puts another park first.

    `points` more (or, below zero, fewer) for `criterion`, taken from (given to) the others in
    proportion, and `park` draws level: any more and it wins.
    """

    criterion: str
    points: float
    park: str


def sample_weightings(
    scaled: Numbers, draws: int = DRAWS, seed: int = SEED
) -> tuple[Numbers, Numbers]:
    """Return in what share of random weightings each row wins, and is among the first three.

    Weightings are uniform over all that total 1 (Dirichlet, all parameters 1). Rows that tie for
    the win share it, so that wins add up to 1.
    """
    rows, columns = scaled.shape
    weights = np.random.default_rng(seed).dirichlet(np.ones(columns), size=draws)
    wins, leads = np.zeros(rows), np.zeros(rows)
    third, step = max(0, rows - 3), max(1, CELLS // rows)
    for start in range(0, draws, step):
        scores = weights[start : start + step] @ scaled.T
        best = scores >= scores.max(axis=1, keepdims=True) - TIE
        wins += (1 / best.sum(axis=1)) @ best
        bar = np.partition(scores, third, axis=1)[:, third, None]
        leads += np.count_nonzero(scores >= bar - TIE, axis=0)
    return wins / draws, leads / draws


def find_smallest_flip(
    scaled: DataFrame, weights: Series, winner: str, is_known: DataFrame | None = None
) -> Flip | None:
    """Return the smallest change of one criterion's weight that dethrones `winner`, if any can.

    `scaled` holds the parks that stay; all its columns may gain weight, `weights` total 100.
    Where `known` is given, only criteria count whose value is known of both parks. Of equal
    changes the first criterion is named, and of its parks the first by id.
    """
    full = weights.reindex(scaled.columns, fill_value=0.0) / 100
    lead = scaled.loc[winner] - scaled.drop(index=winner).sort_index()
    if lead.empty:
        return None
    local, share = lead.to_numpy(), full.to_numpy()
    gap = np.broadcast_to((local @ share)[:, None], local.shape)
    gap, local = (
        np.where(np.abs(lead_points) < LEVEL, 0.0, lead_points) for lead_points in (gap, local)
    )
    with np.errstate(divide="ignore", invalid="ignore"):
        moved = gap / (gap - local)  # part of the way to "only this criterion counts"
    least = np.where(share < 1, -share / np.where(share < 1, 1 - share, 1), 0)
    # At either end the two only draw level, and no weight is left to go on.
    possible = (moved < 1 - TIE) & (moved > least + TIE) & (local != gap)
    if is_known is not None:
        possible &= (is_known.loc[lead.index] & is_known.loc[winner]).to_numpy()
    points = np.where(possible, np.where(possible, moved, 0) * (1 - share) * 100, np.inf)
    size = round_off(np.abs(points)).T  # criterion by criterion
    column, row = np.unravel_index(size.argmin(), size.shape)
    if not np.isfinite(points[row, column]):
        return None
    return Flip(scaled.columns[column], float(points[row, column]), str(lead.index[row]))


def leave_out_criteria(scaled: DataFrame, weights: Series) -> DataFrame:
    """Return who wins when each weighted criterion is left out, the others in proportion.

    Columns: winner, rank (of the present winner) and tau (Kendall, with the present order), on
    an index of criteria. Empty when only one criterion is weighted.
    """
    from scipy.stats import kendalltau

    present = (scaled[weights.index] @ weights).round(DECIMALS)
    first = rank_ids(present)[0]
    rows = {}
    for name in weights.index if len(weights) > 1 else ():
        rest = weights.drop(name)
        score = (scaled[rest.index] @ rest).round(DECIMALS)
        tau = kendalltau(present, score).statistic if len(score) > 1 else np.nan
        rows[name] = (
            rank_ids(score)[0],
            int((score > score[first]).sum()) + 1,
            float(tau),
        )
    return DataFrame.from_dict(rows, orient="index", columns=["winner", "rank", "tau"])


@dataclass(frozen=True)
class Robustness:
    """How safe an answer is.

    `shares` has wins and top_three (0 to 1) by park; `rivals` are parks whose best case reaches
    the winner's worst: what is unknown could put them first.
    """

    shares: DataFrame
    flip: Flip | None
    left_out: DataFrame
    rivals: list[str]


@remembered
def assess_winner(question: Question, *, own_rows: OwnRows | None = None) -> Robustness | None:
    """Return how safe the winner of a question is; None when no park stays."""
    return assess_ranking(rank_parks(question, own_rows=own_rows))


def assess_ranking(ranking: Ranking, draws: int = DRAWS) -> Robustness | None:
    """Return how safe the winner of a ranking is; None when no park stays.

    Random weightings cover the criteria that the question weighs; the smallest change may also
    give weight to another criterion that says something. The same seed is drawn from each time.

    Examples
    --------
    >>> from geo.siting.question import make_question
    >>> from geo.siting.ranking import rank_parks
    >>> safe = assess_ranking(rank_parks(make_question(industries=["auto-parts"])))
    >>> safe.shares.columns.tolist()
    ['wins', 'top_three']
    >>> bool(safe.shares.wins.sum().round(6) == 1)
    True
    """
    if ranking.winner is None:
        return None
    stay = ranking.scaled.middle.loc[ranking.table.index]
    names = [name for name in ranking.weights.index if name not in ranking.values.silent]
    heard = [name for name in stay.columns if name not in ranking.values.silent]
    wins, leads = sample_weightings(stay[names].to_numpy(), draws) if names else (0.0, 0.0)
    table = ranking.table
    is_known = ranking.values.value.loc[table.index, heard].notna()
    rivals = table.index[table.best >= table.worst.iloc[0]].drop(ranking.winner)
    return Robustness(
        DataFrame({"wins": wins, "top_three": leads}, index=stay.index),
        find_smallest_flip(stay[heard], ranking.weights[names], ranking.winner, is_known)
        if names
        else None,
        leave_out_criteria(stay, ranking.weights),
        list(rivals),
    )
