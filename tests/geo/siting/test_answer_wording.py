"""What a ranking says: plain or marked up as asked, and the reader's own rows named as theirs."""

import pytest

from geo.i18n import LANGUAGE_IDS
from geo.siting.own_rows import OwnRows
from geo.siting.question import make_question
from geo.siting.ranking import rank_parks
from geo.siting.robustness import assess_winner
from geo.siting.wording.answer import Answer
from geo.siting.wording.answer_tables import list_leading_parks
from geo.siting.wording.limit_wording import list_loosened_limits, tell_limit
from geo.siting.wording.park_comparison import compare_parks
from geo.siting.wording.robustness_wording import tell_findings, title_checks

AUTO = make_question(industries=["auto-parts"])


def escape_stars(text: str) -> str:
    return text.replace("*", r"\*")


def test_a_row_of_the_readers_is_mentioned_as_the_answer_asks(my_rows) -> None:
    own_rows = OwnRows(my_rows)
    ranking = rank_parks(AUTO, own_rows=own_rows)
    plain = Answer(ranking, "en", own_rows)
    marked_up = Answer(ranking, "en", own_rows, escape=escape_stars, strong="_{}_")
    assert plain.stress_park("own-2") == plain.name_park("own-2") == "**Mine** <b> (yours)"
    assert marked_up.name_park("own-2") == "**Mine** <b> (yours)"
    assert marked_up.mention_park("own-2") == r"\*\*Mine\*\* <b> (yours)"
    assert marked_up.stress_park("own-2") == r"_\*\*Mine\*\* <b> (yours)_"


@pytest.mark.parametrize("lang", LANGUAGE_IDS)
def test_a_sentence_says_the_same_plain_and_marked_up(lang) -> None:
    ranking, safe = rank_parks(AUTO), assess_winner(AUTO)
    assert safe is not None
    plain, strong = (
        tell_findings(answer, safe)
        for answer in (Answer(ranking, lang), Answer(ranking, lang, strong="**{}**"))
    )
    assert plain != strong
    assert plain == [sentence.replace("**", "") for sentence in strong]
    assert Answer(ranking, lang).name_park(str(ranking.winner)) in plain[0]


def test_lists_and_tables_name_parks_alike() -> None:
    ranking, safe = rank_parks(AUTO), assess_winner(AUTO)
    assert safe is not None
    answer = Answer(ranking, "en")
    parks = tuple(ranking.table.index[:3])
    names = [answer.name_park(park) for park in parks]
    assert [row["name"] for row in list_leading_parks(answer, 3)] == names
    assert [park["name"] for park in compare_parks(answer, parks)["parks"]] == names
    titles, frames = zip(*title_checks(answer, safe), strict=True)
    assert titles[0] == "Share of random weightings"
    assert frames[0]["Name"].iloc[0] in [answer.shorten_park(park) for park in parks]


def test_limits_that_exclude_all_are_named_as_asked() -> None:
    ranking = rank_parks(make_question(limits=["rail_station>=5000"]))
    assert ranking.winner is None
    count = len(ranking.verdicts)
    (limit,) = ranking.question.limits
    assert list_loosened_limits(ranking, "en") == [f"Without {limit}: {count} parks"]
    in_words = tell_limit(limit, "en")
    assert list_loosened_limits(ranking, "en", lambda limit: tell_limit(limit, "en")) == [
        f"Without {in_words}: {count} parks"
    ]
    assert in_words != str(limit)
