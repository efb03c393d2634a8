"""The weighted sum with bounds: every criterion scaled to 0–1 on the whole data set."""

from dataclasses import dataclass

from geopandas import GeoDataFrame
from pandas import DataFrame, Index, Series

from geo.memory import remembered
from geo.siting.criterion_values import Values, measure_criteria
from geo.siting.limits import AnyLimit
from geo.siting.own_rows import OwnRows, join_parks
from geo.siting.question import Question
from geo.siting.scales import Scaled, scale_criteria
from geo.siting.verdicts import judge_limits, pass_limits
from geo.ties import DECIMALS, sort_rows


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
