"""Limits and questions in the reader's words."""

from collections.abc import Callable

from geo.filters import label_option
from geo.i18n import Language, translator
from geo.names import join_industries
from geo.siting.criteria import CRITERIA
from geo.siting.criterion_values import Values
from geo.siting.limits import AnyLimit, FacetLimit
from geo.siting.question import Question
from geo.siting.ranking import Ranking, loosen_limits
from geo.siting.wording.value_wording import name_unit, tell_value


def tell_limit(limit: AnyLimit, lang: Language) -> str:
    """Return a limit in words."""
    say = translator(lang)
    if isinstance(limit, FacetLimit):
        names = say(" or ").join(label_option(limit.facet, key, lang) for key in limit.ids)
        return say("{facet}: {values}").format(facet=say(f"facet.{limit.facet}"), values=names)
    sign = {"<=": "≤", ">=": "≥"}[limit.sign]
    amount = f"{limit.number:,g}" + name_unit(limit.criterion, lang)
    return f"{say(CRITERIA[limit.criterion].name)} {sign} {amount}"


def tell_reason(limit: AnyLimit, verdict: str, park: str, values: Values, lang: Language) -> str:
    """Return why a park meets, fails or may fail a limit."""
    say = translator(lang)
    if isinstance(limit, FacetLimit):
        return _tell_facet_missed(limit, lang)
    text = say("{limit}: here {value}").format(
        limit=tell_limit(limit, lang), value=tell_value(limit.criterion, park, values, lang)
    )
    doubt = {
        "may_meet": say("its position is approximate, so it may meet this after all"),
        "may_fail": say("its position is approximate, so it may not meet this"),
        "unknown": say("unknown; ask before you rely on it"),
    }.get(verdict)
    return f"{text} – {doubt}" if doubt else text


def _tell_facet_missed(limit: FacetLimit, lang: Language) -> str:
    say = translator(lang)
    names = say(" or ").join(label_option(limit.facet, key, lang) for key in limit.ids)
    return say(f"missed.{limit.facet}").format(values=names)


def tell_question(question: Question, lang: Language) -> str:
    """Return a question's industries and limits as one sentence."""
    say = translator(lang)
    parts = [
        join_industries(question.industries, lang) or say("no industry chosen"),
        *(tell_limit(part, lang) for part in question.limits),
    ]
    if question.unverified:
        parts.append(say("unverified parks included"))
    return say("; ").join(parts)


def tell_nothing_left(lang: str) -> str:
    """Return that no park stays."""
    return translator(lang)("The limits exclude every park.")


def list_loosened_limits(
    ranking: Ranking, lang: str, name_limit: Callable[[AnyLimit], str] = str
) -> list[str]:
    """Return how many parks would stay without each limit, as sentences, most first."""
    sentence = translator(lang)("Without {limit}: {n} parks")
    return [
        sentence.format(limit=name_limit(limit), n=count)
        for limit, count in loosen_limits(ranking).items()
    ]
