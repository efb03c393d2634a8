"""Whether the winner is safe, in a word by stated thresholds and a sentence."""

from typing import Literal

from geo.siting.criteria import CRITERIA
from geo.siting.robustness import DRAWS, Flip, Robustness
from geo.siting.wording.answer import Answer
from geo.ties import round_off

Safety = Literal["alone", "safe", "fair", "open"]

SAFE_WINS = 0.6
SAFE_POINTS = 10.0  # of weight
FAIR_WINS = 0.4
FAIR_LEADS = 0.7
RULE = (
    "Safe: wins at least {safe} % of {n} random weightings, no weight that moves by less than "
    "{points} points puts another park first, and nothing unknown could. Fairly safe: wins at "
    "least {fair} % and is in the top three in at least {leads} %. Else not safe."
)


def grade_winner(safe: Robustness, winner: str) -> Safety:
    """Return how safe the winner is by the thresholds of this module.

    Examples
    --------
    >>> from geo.siting.question import make_question
    >>> from geo.siting.ranking import rank_parks
    >>> from geo.siting.robustness import assess_ranking
    >>> ranking = rank_parks(make_question(industries=["auto-parts"]))
    >>> grade_winner(assess_ranking(ranking), ranking.winner)
    'fair'
    """
    if len(safe.shares) == 1:
        return "alone"
    wins, leads = (float(round_off(share)) for share in safe.shares.loc[winner])
    steady = safe.flip is None or abs(round_off(safe.flip.points)) >= SAFE_POINTS
    if wins >= SAFE_WINS and steady and not safe.rivals:
        return "safe"
    return "fair" if wins >= FAIR_WINS and leads >= FAIR_LEADS else "open"


def tell_verdict(answer: Answer, safe: Robustness) -> str:
    """Return whether the winner is safe and why, as one sentence or two."""
    winner = str(answer.ranking.winner)
    grade, first = grade_winner(safe, winner), safe.shares.loc[winner]
    verdict = answer.say(f"safety.{grade}").format(
        wins=f"{100 * first.wins:.0f}", n=f"{DRAWS:,}", leads=f"{100 * first.top_three:.0f}"
    )
    if grade == "alone" or safe.flip is None:
        return verdict
    return answer.say("{verdict}; {challenge}").format(
        verdict=verdict, challenge=_tell_challenge(answer, safe.flip)
    )


def _tell_challenge(answer: Answer, flip: Flip) -> str:
    say = answer.say
    sentence = (
        say("{park} wins if “{criterion}” counts {x} points more")
        if flip.points > 0
        else say("{park} wins if “{criterion}” counts {x} points less")
    )
    return sentence.format(
        park=answer.escape(answer.shorten_park(flip.park)),
        criterion=say(CRITERIA[flip.criterion].name),
        x=f"{abs(flip.points):.1f}",
    )


def tell_rule(answer: Answer) -> str:
    """Return by which thresholds a winner is called safe."""
    return answer.say(RULE).format(
        safe=f"{100 * SAFE_WINS:g}",
        n=f"{DRAWS:,}",
        points=f"{SAFE_POINTS:g}",
        fair=f"{100 * FAIR_WINS:g}",
        leads=f"{100 * FAIR_LEADS:g}",
    )
