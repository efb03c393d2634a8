"""Values, limits and questions in the reader's words."""

import math
import re
from functools import cache

from geo import store
from geo.filters import label_option
from geo.i18n import Language, translator
from geo.names import get_text, join_industries, name_place
from geo.siting.criteria import CRITERIA
from geo.siting.criterion_values import Values
from geo.siting.limits import AnyLimit, FacetLimit
from geo.siting.question import Question
from geo.tables import load_table

DIGITS = {"km": 1, "ha": 0, "parks": 0, "grade": 2}


@cache
def name_park(park: str, lang: Language) -> str:
    """Return a park's name in `lang`."""
    row = store.load_layer("parks").set_index("id").loc[park]
    return get_text(row, "name", lang)


def label_own_row(name: str, lang: Language) -> str:
    """Return the name of a row of the reader's own, marked as own."""
    say = translator(lang)
    return say("{name} (yours)").format(name=name or say("unknown"))


def strip_marks(text: str) -> str:
    """Return Markdown made with `plain` and bold names as the text that it shows."""
    return re.sub(r"\\(.)", r"\1", text.replace("**", ""))


def format_number(value: float, unit: str) -> str:
    """Return a number with the digits that its unit deserves."""
    return f"{value:,.{DIGITS[unit]}f}"


def name_unit(name: str, lang: Language) -> str:
    """Return a criterion's unit, with a leading space where it is written."""
    units = {"km": " km", "ha": " ha", "grade": "", "parks": " " + translator(lang)("unit.parks")}
    return units[CRITERIA[name].unit]


def tell_value(name: str, park: str, values: Values, lang: Language) -> str:
    """Return a park's value of a criterion with its bounds, or the word for unknown."""
    say, kind = translator(lang), CRITERIA[name].unit
    low, middle, high = (float(frame.at[park, name]) for frame in values.frames)
    if name in values.silent:
        return say("not asked")
    is_known = not math.isnan(middle)
    if name == "park_level" and is_known:
        return say("level.national") if middle else say("level.provincial")
    if name in {"belt", "park_kind"} and is_known:
        return say("yes") if middle else say("no")
    head = format_number(middle, kind) + name_unit(name, lang) if is_known else say("unknown")
    ends = tell_bounds(low, high, name, lang)
    return f"{head} ({ends})" if ends and not (is_known and _same(low, high, kind)) else head


def _same(low: float, high: float, kind: str) -> bool:
    return format_number(low, kind) == format_number(high, kind)


def tell_bounds(low: float, high: float, name: str, lang: Language) -> str:
    """Return bounds as `a–b`, `at least a`, `at most b`, or nothing when both are unknown."""
    say, kind = translator(lang), CRITERIA[name].unit
    if math.isnan(low) and math.isnan(high):
        return ""
    if math.isnan(high):
        return say("at least {n}").format(n=format_number(low, kind) + name_unit(name, lang))
    if math.isnan(low):
        return say("at most {n}").format(n=format_number(high, kind) + name_unit(name, lang))
    return f"{format_number(low, kind)}–{format_number(high, kind)}"


def name_nearest(name: str, park: str, values: Values, lang: Language) -> str:
    """Return the name of what a distance was measured to, or an empty text."""
    key = values.nearest.at[park, name]
    if not isinstance(key, str):
        return ""
    if key.isdigit():
        return name_place(key, lang)
    row = load_table("hubs" if name != "same_industry" else "parks").set_index("id").loc[key]
    return get_text(row, "name", lang)


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
        return say("not “{limit}”").format(limit=tell_limit(limit, lang))
    text = say("{limit}: here {value}").format(
        limit=tell_limit(limit, lang), value=tell_value(limit.criterion, park, values, lang)
    )
    doubt = {
        "may_meet": say("its position is approximate, so it may meet this after all"),
        "may_fail": say("its position is approximate, so it may not meet this"),
        "unknown": say("unknown; ask before you rely on it"),
    }.get(verdict)
    return f"{text} – {doubt}" if doubt else text


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
