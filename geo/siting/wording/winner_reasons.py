"""Why the winner leads, in a few sentences."""

from geo.siting.criteria import CRITERIA
from geo.siting.wording.answer import Answer
from geo.siting.wording.value_wording import tell_nearest, tell_value
from geo.ties import sort_rows

REASONS = 3


def tell_lead(answer: Answer) -> str:
    """Return who leads, of how many and with how many points, as a sentence."""
    ranking = answer.ranking
    leader = ranking.table.iloc[0]
    return answer.say("{park} leads {n} parks with {score} of 100 points").format(
        park=answer.name_park(str(ranking.winner)),
        n=len(ranking.table),
        score=f"{leader.score:.1f}",
    )


def tell_reasons(answer: Answer) -> list[str]:
    """Return the criteria that give the winner most, each with its value and points."""
    ranking, winner = answer.ranking, str(answer.ranking.winner)
    points = sort_rows(
        ranking.parts.loc[winner].rename("points").to_frame(), ["points"], ascending=False
    ).points
    sentence = answer.say("{criterion}: {value} ({points} of {weight} points)")
    return [
        sentence.format(
            criterion=answer.say(CRITERIA[name].name),
            value=_tell_value(answer, str(name), winner),
            points=f"{share:.1f}",
            weight=f"{ranking.question.weight(name):g}",
        )
        for name, share in points.head(REASONS).items()
        if share > 0
    ]


def _tell_value(answer: Answer, name: str, park: str) -> str:
    values = answer.ranking.values
    value = tell_value(name, park, values, answer.lang)
    nearest = tell_nearest(name, park, values, answer.lang)
    return f"{value}, {nearest}" if nearest else value
