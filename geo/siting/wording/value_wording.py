"""Values of criteria in the reader's words."""

import math

from geo.i18n import Language, translator
from geo.names import get_text, name_place
from geo.siting.criteria import CRITERIA
from geo.siting.criterion_values import Values
from geo.tables import load_table

DIGITS = {"km": 1, "ha": 0, "parks": 0, "grade": 2}
NOWHERE_KM = 0.05  # what rounds to nothing
OUTLETS = ("border_port", "seaport")


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
    if is_known and kind == "km" and middle < NOWHERE_KM < high:
        # Two places that stand at one point for want of better ones: not a distance of nothing.
        return tell_bounds(math.nan, high, name, lang)
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


def tell_nearest(name: str, park: str, values: Values, lang: Language) -> str:
    """Return what a distance was measured to; of a port, why it counts and as of when."""
    text = name_nearest(name, park, values, lang)
    if not text or name not in OUTLETS:
        return text
    hub = load_table("hubs").set_index("id").loc[values.nearest.at[park, name]]
    say, reason = translator(lang), get_text(hub, "counted", lang)
    if hub.operation_as_of:
        reason = say("{reason} ({date})").format(reason=reason, date=hub.operation_as_of)
    return say("{name}: {reason}").format(name=text, reason=reason)
