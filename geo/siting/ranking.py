"""The weighted sum with bounds: every criterion scaled to 0–1 on the whole data set."""

from dataclasses import dataclass

import numpy as np
from geopandas import GeoDataFrame
from numpy.typing import NDArray
from pandas import DataFrame, Index, Series

from geo.memory import remembered
from geo.siting.criteria import CRITERIA, IDS, Criterion
from geo.siting.criterion_values import Values, find_span, measure_criteria
from geo.siting.limits import AnyLimit
from geo.siting.own_rows import OwnRows, join_parks
from geo.siting.question import Question
from geo.siting.verdicts import judge_limits, pass_limits
from geo.ties import DECIMALS, sort_rows

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Scaled:
    """Frames of parks by criteria, 0 (worst) to 1 (best): worst case, middle, best case."""

    worst: DataFrame
    middle: DataFrame
    best: DataFrame


@dataclass(frozen=True)
class Ranking:
    """The answer to a question.

    Attributes
    ----------
    table
        Parks that stay, best first, indexed by id: rank (equal scores share one), score, worst
        and best, 0 to 100.
    excluded
        Verdicts of the parks that a limit excludes, one column a limit.
    verdicts
        Verdicts of all parks that take part.
    parts
        Points that each criterion gives each park that takes part; a row sums to its score.
    parks
        All parks compared, indexed by id; a reader's own rows have the status `own`.
    """

    question: Question
    values: Values
    scaled: Scaled
    table: DataFrame
    excluded: DataFrame
    verdicts: DataFrame
    parts: DataFrame
    parks: GeoDataFrame

    @property
    def weights(self) -> Series:
        """Percent by criterion, weighted ones only."""
        return Series(dict(self.question.weights), dtype=float)

    @property
    def winner(self) -> str | None:
        """The park that leads, if any stays."""
        return None if self.table.empty else str(self.table.index[0])


def place_on_scale(value: Numbers, ends: tuple[float, float], *, logarithmic: bool) -> Numbers:
    """Return where values lie between the ends of a scale, 0 to 1; beyond an end counts as it."""
    low, high = ends
    if logarithmic:
        value, low, high = np.log(value), float(np.log(low)), float(np.log(high))
    if high == low:
        return np.where(np.isnan(value), np.nan, 1.0)
    positions: Numbers = np.clip((value - low) / (high - low), 0, 1)
    return positions


def scale_bounds(
    bounds: tuple[Numbers, Numbers, Numbers],
    ends: tuple[float, float],
    criterion: Criterion,
    ideal: float | None = None,
) -> tuple[Numbers, Numbers, Numbers]:
    """Return worst, middle and best of values given as least, measured and greatest.

    An unknown bound is the end of the scale; an unknown value lies midway between its bounds.
    """
    least, value, most = (
        place_on_scale(np.asarray(bound, dtype=float), ends, logarithmic=criterion.logarithmic)
        for bound in bounds
    )
    least, most = np.where(np.isnan(least), 0, least), np.where(np.isnan(most), 1, most)
    if ideal is not None:
        aim = float(place_on_scale(np.array(ideal), ends, logarithmic=criterion.logarithmic))
        worst, middle, best = _towards(least, value, most, aim)
    elif criterion.more:
        worst, middle, best = least, value, most
    else:
        worst, middle, best = 1 - most, 1 - value, 1 - least
    return worst, np.where(np.isnan(middle), (worst + best) / 2, middle), best


def _towards(
    least: Numbers, value: Numbers, most: Numbers, aim: float
) -> tuple[Numbers, Numbers, Numbers]:
    reach = max(aim, 1 - aim)
    near = [1 - np.abs(bound - aim) / reach for bound in (least, value, most)]
    inside = (least <= aim) & (aim <= most)
    best = np.where(inside, 1.0, np.maximum(near[0], near[2]))
    return np.minimum(near[0], near[2]), near[1], best


def scale_criteria(values: Values, question: Question) -> Scaled:
    """Return every criterion of every park on its scale; silent ones are 0 for all."""
    columns = {}
    for name in IDS:
        if name in values.silent:
            nothing = np.zeros(len(values.value))
            columns[name] = (nothing, nothing, nothing)
            continue
        low, value, high = (frame[name].to_numpy(dtype=float) for frame in values.frames)
        ideal = question.ideal(name)
        columns[name] = scale_bounds(
            (low, value, high), find_span(name, values), CRITERIA[name], ideal
        )
    frames = [
        DataFrame({name: column[part] for name, column in columns.items()}, values.value.index)
        for part in range(3)
    ]
    return Scaled(*frames)


def sum_weighted(frame: DataFrame, weights: Series) -> Series:
    """Return the weighted sum of scaled criteria, in the unit of the weights."""
    return (frame[weights.index] * weights).sum(axis=1)


@remembered
def rank_parks(question: Question, *, own_rows: OwnRows | None = None) -> Ranking:
    """Return the answer to a question: who leads, with bounds, and who is excluded by what.

    The score is the weighted sum of the criteria, each scaled to 0-1 between the least and the
    greatest value of the whole data set, in points of 100. Equal scores (to the sixth decimal)
    share a rank and stand by id. With a reader's own rows these take part, and scales span them
    too. The answer is kept: read only.

    Examples
    --------
    >>> from geo.siting.question import make_question
    >>> ranking = rank_parks(make_question(industries=["auto-parts"]))
    >>> ranking.winner
    'changchun-auto-etdz'
    >>> ranking.table.columns.tolist()
    ['rank', 'score', 'worst', 'best']
    """
    values = measure_criteria(question, own_rows=own_rows)
    graded = scale_criteria(values, question)
    parks = join_parks(own_rows)
    pool = parks.index[(parks.status != "unverified") | question.unverified]
    verdicts = judge_limits(question.limits, values, parks).loc[pool]
    stays = pass_limits(verdicts)
    weights = Series(dict(question.weights), dtype=float)
    table = order_parks(graded, weights, pool[stays])
    parts = (graded.middle[weights.index] * weights).loc[pool]
    return Ranking(question, values, graded, table, verdicts[~stays], verdicts, parts, parks)


def order_parks(graded: Scaled, weights: Series, stay: Index) -> DataFrame:
    """Return rank, score, worst and best of the parks that stay, best first, ties by id."""
    frames = {"score": graded.middle, "worst": graded.worst, "best": graded.best}
    sums = {name: sum_weighted(frame, weights).round(DECIMALS) for name, frame in frames.items()}
    table = DataFrame(sums).loc[stay]
    table.insert(0, "rank", table.score.rank(method="min", ascending=False).astype(int))
    table.index.name = "id"
    return sort_rows(table, ["rank"])


def loosen_limits(ranking: Ranking) -> dict[AnyLimit, int]:
    """Return how many parks would stay if one limit were dropped, most first, ties as asked."""
    counts = {
        limit: int(pass_limits(ranking.verdicts.drop(columns=str(limit))).sum())
        for limit in ranking.question.limits
    }
    return dict(sorted(counts.items(), key=lambda item: -item[1]))
