"""A winner is called safe by stated thresholds."""

import pytest
from pandas import DataFrame

from geo.siting.question import make_question
from geo.siting.ranking import rank_parks
from geo.siting.robustness import Flip, Robustness, assess_winner
from geo.siting.wording.answer import Answer
from geo.siting.wording.winner_verdict import grade_winner, tell_rule, tell_verdict


def judge(wins: float, leads: float, points: float | None, rivals: list[str]) -> str:
    shares = DataFrame({"wins": [wins, 1 - wins], "top_three": [leads, 1.0]}, index=["a", "b"])
    flip = None if points is None else Flip("airport", points, "b")
    return grade_winner(Robustness(shares, flip, DataFrame(), rivals), "a")


@pytest.mark.parametrize(
    ("wins", "leads", "points", "rivals", "grade"),
    [
        (0.6, 0.9, 10.0, [], "safe"),
        (0.6, 0.9, -10.0, [], "safe"),
        (0.6, 0.9, None, [], "safe"),
        (0.59, 0.9, 10.0, [], "fair"),
        (0.6, 0.9, 9.9, [], "fair"),
        (0.6, 0.9, 10.0, ["b"], "fair"),
        (0.4, 0.7, 1.0, ["b"], "fair"),
        (0.39, 0.7, 50.0, [], "open"),
        (0.4, 0.69, 50.0, [], "open"),
    ],
)
def test_each_threshold_divides(wins, leads, points, rivals, grade) -> None:
    assert judge(wins, leads, points, rivals) == grade


def test_the_only_park_is_called_neither() -> None:
    shares = DataFrame({"wins": [1.0], "top_three": [1.0]}, index=["a"])
    assert grade_winner(Robustness(shares, None, DataFrame(), []), "a") == "alone"


@pytest.mark.parametrize(("lang", "word"), [("en", "Fairly safe: wins 93 %"), ("zh", "较稳固")])
def test_the_verdict_has_the_numbers_of_the_checks(lang, word) -> None:
    question = make_question(industries=["auto-parts"])
    answer, safe = Answer(rank_parks(question), lang), assess_winner(question)
    verdict = tell_verdict(answer, safe)
    assert verdict.startswith(word)
    assert f"{abs(safe.flip.points):.1f}" in verdict
    assert answer.shorten_park(safe.flip.park) in verdict
    assert "10,000" in tell_rule(answer)
