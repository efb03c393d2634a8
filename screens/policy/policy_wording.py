"""Numbers, units and names that the Policy page needs, in the reader's language."""

from typing import Any

from geo.i18n import pick, translator
from geo.names import get_text, name_document_year, name_industry, name_place
from geo.tables import load_table

SIGNS = {"=": "", ">=": "≥ ", ">": "> ", "about": "≈ "}


def amount(value: float | None, unit: str, lang: str, comparison: str = "=") -> str:
    """Return a value with its unit, thousands set apart; "unknown" when it is missing."""
    say = translator(lang)
    if value is None or value != value:
        return say("unknown")
    return SIGNS[comparison] + say(f"unit.{unit}").format(n=f"{value:,.10g}")


def year(value: float | None, lang: str) -> str:
    """Return the year a target is set for, or that none is named."""
    say = translator(lang)
    return say("year.0") if value is None or value != value else str(int(value))


def name(row: Any, lang: str) -> str:
    """Return what a row of any table is about."""
    for stem in ("name", "indicator", "title"):
        if f"{stem}_zh" in row:
            return get_text(row, stem, lang)
    return f"{name_place(row['place'], lang)} · {name_industry(row['industry'], lang)}"


def reference(ref: str, lang: str) -> str:
    """Return what a discrepancy's reference `table:id` points at, in words."""
    kind, _, key = ref.partition(":")
    if kind == "belt_members":
        belt, adcode = key.split(" ")
        words = f"{name_place(belt, lang)} · {name_place(adcode, lang)}"
    else:
        rows = load_table(kind)
        column = "id" if "id" in rows else "adcode"
        found = rows[rows[column] == key]
        words = name(found.iloc[0], lang) if len(found) else key
        if "document" in found:
            words = f"{words} ({name_document_year(found.document.iloc[0], lang)})"
    return f"{translator(lang)(f'table.{kind}')}{pick('：', ': ', lang)}{words}"
