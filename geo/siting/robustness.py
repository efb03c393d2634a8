"""Is the winner safe? Other weights, the smallest change that dethrones it, criteria left out."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from pandas import DataFrame, Series

from geo.memory import remembered
from geo.siting.own_rows import OwnRows
from geo.siting.question import Question
from geo.siting.ranking import Ranking, rank_parks
from geo.ties import DECIMALS, find_first, round_off

Numbers = NDArray[np.float64]
Positions = NDArray[np.intp]
Flags = NDArray[np.bool_]
DRAWS = 10_000
SEED = 20_260_101
TIE = 1e-12  # scores nearer than this are equal
LEVEL = 1e-9  # a lead below this is none
CELLS = 4_000_000  # scores held at once: few enough for memory, enough for few products
MOST_STACKED = 32  # rows of a group, at most
LEAST_GROUPS = 8  # groups, at least, where there are rows enough


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
    # Rows that never count fill the last of the layers, so that maxima go layer by layer.
    stack = max(1, min(MOST_STACKED, rows // LEAST_GROUPS))
    filled = np.vstack([scaled, np.full((-rows % stack, columns), -1.0)])
    transposed = np.ascontiguousarray(filled.T)
    step = max(1, CELLS // len(filled))
    for start in range(0, draws, step):
        leaders = _find_leaders(weights[start : start + step] @ transposed, stack)
        ties = np.bincount(leaders.draw[leaders.is_first])
        np.add.at(wins, leaders.row[leaders.is_first], 1 / ties[leaders.draw[leaders.is_first]])
        np.add.at(leads, leaders.row[leaders.is_early], 1)
    return wins / draws, leads / draws


class Leaders(NamedTuple):
    """Scores that may lead their draw: draw, row, and which win and are among the first three."""

    draw: Positions
    row: Positions
    is_first: Flags
    is_early: Flags


def _find_leaders(scores: Numbers, stack: int) -> Leaders:
    """Return the scores of each draw that may lead it; five times faster than sorting them all.

    The third of the maxima of disjoint groups is no more than the third score, so only what
    reaches it is looked at.
    """
    count = len(scores)
    maxima = scores.reshape(count, stack, -1).max(axis=1)
    third = max(0, maxima.shape[1] - 3)
    bar = np.partition(maxima, third, axis=1)[:, third] if third else np.zeros(count)
    # Much faster than np.nonzero of a table.
    draw, row = np.divmod(np.flatnonzero(scores >= bar[:, None] - TIE), scores.shape[1])
    order = np.lexsort((-scores[draw, row], draw))
    draw, row = draw[order], row[order]
    points = scores[draw, row]
    begin = np.searchsorted(draw, np.arange(count))
    last = np.searchsorted(draw, np.arange(count), side="right") - 1
    highest, lowest = points[begin], points[np.minimum(begin + 2, last)]
    return Leaders(draw, row, points >= highest[draw] - TIE, points >= lowest[draw] - TIE)


def find_smallest_flip(
    scaled: DataFrame, weights: Series, winner: str, is_known: DataFrame | None = None
) -> Flip | None:
    """Return the smallest change of one criterion's weight that dethrones `winner`, if any can.

    `scaled` holds the parks that stay; all its columns may gain weight, `weights` total 100.
    Where `is_known` is given, only criteria count whose value is known of both parks. Of equal
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
    first = find_first(present)
    rows = {}
    for name in weights.index if len(weights) > 1 else ():
        rest = weights.drop(name)
        score = (scaled[rest.index] @ rest).round(DECIMALS)
        tau = kendalltau(present, score).statistic if len(score) > 1 else np.nan
        rows[name] = (
            find_first(score),
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
