"""Amounts of any unit, as a reader of either language counts them."""

from geo.i18n import Language, translator

#: Of money: how many yuan each unit is.
YUAN = {"cny": 1, "cny_100m": 1e8, "cny_1t": 1e12}
#: What English counts money in, largest first; Chinese keeps the unit of its document.
ENGLISH_UNITS = (("cny_1t", 1e12), ("cny_1b", 1e9), ("cny_1m", 1e6), ("cny", 1))
SIGNS = {"=": "", ">=": "≥ ", ">": "> ", "about": "≈ "}


def format_amount(value: float | None, unit: str, lang: Language, *, comparison: str = "=") -> str:
    """Return a value with its unit, thousands set apart; "unknown" when it is missing.

    >>> format_amount(500_000, "cny", "en")
    'CNY 500,000'
    """
    say = translator(lang)
    if value is None or value != value:
        return say("unknown")
    if lang == "en" and unit in YUAN:
        value, unit = _count_in_english(value * YUAN[unit])
    return SIGNS[comparison] + say(f"unit.{unit}").format(n=f"{value:,.10g}")


def format_bounds(
    least: float | None, most: float | None, unit: str, comparison: str, lang: Language
) -> str | None:
    """Return a number or a range with its unit; None where the text has no number."""
    if least is None or least != least:
        return None
    if comparison == "range":
        bounds = f"{least:,.10g}–{most:,.10g}"
        return translator(lang)(f"unit.{unit}").format(n=bounds)
    return format_amount(least, unit, lang, comparison=comparison)


def _count_in_english(yuan: float) -> tuple[float, str]:
    """Return an amount of money in trillions, billions, millions or yuan, and which."""
    unit, size = next(pair for pair in ENGLISH_UNITS if yuan >= pair[1] or pair[1] == 1)
    return round(yuan / size, 6), unit
