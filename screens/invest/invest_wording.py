"""Values, limits and questions in the reader's words."""

import math
import re
from functools import cache

from geo import store
from geo.filters import label_option
from geo.i18n import Language, pick, translator
from geo.names import name_place
from geo.siting.criteria import CRITERIA
from geo.siting.criterion_values import Values
from geo.siting.limits import AnyLimit, FacetLimit
from geo.siting.question import Question
from geo.tables import load_table

DIGITS = {"km": 1, "ha": 0, "parks": 0, "grade": 2}


@cache
def park_name(park: str, lang: Language) -> str:
    """Return a park's name in `lang`."""
    row = store.load_layer("parks").set_index("id").loc[park]
    return pick(row.name_zh, row.name_en, lang)


def label_own_row(name: str, lang: Language) -> str:
    """Return the name of a row of the reader's own, marked as own."""
    say = translator(lang)
    return say("{name} (yours)").format(name=name or say("unknown"))


def unmarked(text: str) -> str:
    """Return Markdown made with `plain` and bold names as the text that it shows."""
    return re.sub(r"\\(.)", r"\1", text.replace("**", ""))


def number(value: float, unit: str) -> str:
    """Return a number with the digits that its unit deserves."""
    return f"{value:,.{DIGITS[unit]}f}"


def unit(name: str, lang: Language) -> str:
    """Return a criterion's unit, with a leading space where it is written."""
    words = {"km": " km", "ha": " ha", "grade": "", "parks": " " + translator(lang)("unit.parks")}
    return words[CRITERIA[name].unit]


def value(name: str, park: str, found: Values, lang: Language) -> str:
    """Return a park's value of a criterion with its bounds, or the word for unknown."""
    say, kind = translator(lang), CRITERIA[name].unit
    low, middle, high = (float(frame.at[park, name]) for frame in found.frames)
    if name in found.silent:
        return say("not asked")
    known = not math.isnan(middle)
    if name == "park_level" and known:
        return say("level.national") if middle else say("level.provincial")
    if name in {"belt", "park_kind"} and known:
        return say("yes") if middle else say("no")
    head = number(middle, kind) + unit(name, lang) if known else say("unknown")
    ends = bounds(low, high, name, lang)
    return f"{head} ({ends})" if ends and not (known and _same(low, high, kind)) else head


def _same(low: float, high: float, kind: str) -> bool:
    return number(low, kind) == number(high, kind)


def bounds(low: float, high: float, name: str, lang: Language) -> str:
    """Return bounds as `a–b`, `at least a`, `at most b`, or nothing when both are unknown."""
    say, kind = translator(lang), CRITERIA[name].unit
    if math.isnan(low) and math.isnan(high):
        return ""
    if math.isnan(high):
        return say("at least {n}").format(n=number(low, kind) + unit(name, lang))
    if math.isnan(low):
        return say("at most {n}").format(n=number(high, kind) + unit(name, lang))
    return f"{number(low, kind)}–{number(high, kind)}"


def nearest(name: str, park: str, found: Values, lang: Language) -> str:
    """Return the name of what a distance was measured to, or an empty text."""
    key = found.nearest.at[park, name]
    if not isinstance(key, str):
        return ""
    if key.isdigit():
        return name_place(key, lang)
    row = load_table("hubs" if name != "same_industry" else "parks").set_index("id").loc[key]
    return str(pick(row.name_zh, row.name_en, lang))


def limit(one: AnyLimit, lang: Language) -> str:
    """Return a limit in words."""
    say = translator(lang)
    if isinstance(one, FacetLimit):
        names = say(" or ").join(label_option(one.facet, key, lang) for key in one.ids)
        return say("{facet}: {values}").format(facet=say(f"facet.{one.facet}"), values=names)
    sign = {"<=": "≤", ">=": "≥"}[one.sign]
    amount = f"{one.number:,g}" + unit(one.criterion, lang)
    return f"{say(CRITERIA[one.criterion].name)} {sign} {amount}"


def reason(one: AnyLimit, verdict: str, park: str, found: Values, lang: Language) -> str:
    """Return why a park meets, fails or may fail a limit."""
    say = translator(lang)
    if isinstance(one, FacetLimit):
        return say("not “{limit}”").format(limit=limit(one, lang))
    text = say("{limit}: here {value}").format(
        limit=limit(one, lang), value=value(one.criterion, park, found, lang)
    )
    doubt = {
        "may_meet": say("its position is approximate, so it may meet this after all"),
        "may_fail": say("its position is approximate, so it may not meet this"),
        "unknown": say("unknown; ask before you rely on it"),
    }.get(verdict)
    return f"{text} – {doubt}" if doubt else text


def sentence(question: Question, lang: Language) -> str:
    """Return a question's industries and limits as one sentence."""
    say = translator(lang)
    wanted = say(", ").join(label_option("industry", one, lang) for one in question.industries)
    parts = [wanted or say("no industry chosen"), *(limit(one, lang) for one in question.limits)]
    if question.unverified:
        parts.append(say("unverified parks included"))
    return say("; ").join(parts)
