"""Numbers, units and names that the Policy page needs, in the reader's language."""

from pandas import Series

from geo.i18n import Language, pick, translator
from geo.names import get_text, name_document_year, name_industry, name_place
from geo.tables import load_table


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
