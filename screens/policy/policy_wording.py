"""Numbers, units and names that the Policy page needs, in the reader's language."""

from pandas import Series

from geo.i18n import Language, pick, translator
from geo.names import get_text, name_document_year, name_industry, name_place
from geo.tables import load_table

#: Of money: how many yuan each unit is.
YUAN = {"cny": 1, "cny_10k": 1e4, "cny_100m": 1e8, "cny_1b": 1e9, "cny_1t": 1e12}
#: What English counts money in, largest first; Chinese keeps the unit of its document.
ENGLISH_UNITS = (("cny_1t", 1e12), ("cny_1b", 1e9), ("cny_1m", 1e6), ("cny", 1))
SIGNS = {"=": "", ">=": "≥ ", ">": "> ", "about": "≈ "}


def format_amount(value: float | None, unit: str, lang: Language, *, comparison: str = "=") -> str:
    """Return a value with its unit, thousands set apart; "unknown" when it is missing."""
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
        return f"{format_amount(least, unit, lang)}–{format_amount(most, unit, lang)}"
    return format_amount(least, unit, lang, comparison=comparison)


def _count_in_english(yuan: float) -> tuple[float, str]:
    """Return an amount of money in trillions, billions, millions or yuan, and which."""
    unit, size = next(pair for pair in ENGLISH_UNITS if yuan >= pair[1] or pair[1] == 1)
    return round(yuan / size, 6), unit


def name_target_year(year: float | None, lang: Language) -> str:
    """Return the year a target is set for, or that none is named."""
    return translator(lang)("year.0") if year is None or year != year else str(int(year))


def describe_row(row: Series, lang: Language) -> str:
    """Return what a row of any table is about."""
    for stem in ("name", "indicator", "title"):
        if f"{stem}_zh" in row:
            return get_text(row, stem, lang)
    return f"{name_place(row.place, lang)} · {name_industry(row.industry, lang)}"


def describe_reference(ref: str, lang: Language) -> str:
    """Return what a discrepancy's reference `table:id` points at, in words."""
    source, _, key = ref.partition(":")
    if source == "belt_members":
        subject = " · ".join(name_place(place, lang) for place in key.split(" "))
    else:
        subject = _describe_key(source, key, lang)
    return f"{translator(lang)(f'table.{source}')}{pick('：', ': ', lang)}{subject}"


def _describe_key(source: str, key: str, lang: Language) -> str:
    rows = load_table(source)
    rows = rows[rows["id" if "id" in rows else "adcode"] == key]
    if rows.empty:
        return key
    row = rows.iloc[0]
    if "document" not in rows:
        return describe_row(row, lang)
    return f"{describe_row(row, lang)} ({name_document_year(row.document, lang)})"
