"""The columns of a layer in the reader's words, for the table of a page and for a plain card."""

from typing import Any

from pandas import DataFrame, Series

from geo.i18n import Language, Translate, translator
from geo.names import join_industries, name_place

#: What stands before the word of a cell in its code, such as `precision.site`.
CODES = {
    "level": "level",
    "kind": "kind",
    "area_kind": "area",
    "location_precision": "precision",
    "confidence": "confidence",
}
PLACES = {"prefecture_adcode", "county_adcode", "parent", "place"}


def name_column(column: str, say: Translate) -> str:
    """Return the heading of a column; one without words keeps the name that its table gives it."""
    headings = {
        "level": say("facet.level"),
        "kind": say("facet.kind"),
        "prefecture_adcode": say("facet.prefecture"),
        "parent": say("facet.prefecture"),
        "county_adcode": say("County"),
        "place": say("Place"),
        "industries": say("facet.industry"),
        "approved_year": say("Approved"),
        "area_ha": say("Area, ha"),
        "area_kind": say("Area is"),
        "location_precision": say("Position"),
        "confidence": say("Confidence"),
        "phrase": say("Phrase as written"),
    }
    return headings.get(column, column)


def word_cell(column: str, value: Any, lang: Language) -> str | None:
    """Return what a cell says in `lang`; None where it is unknown or lists nothing."""
    if isinstance(value, tuple):
        return join_industries(value, lang) or None
    if not isinstance(value, str) or not value:
        return None
    if column in CODES:
        return translator(lang)(f"{CODES[column]}.{value}")
    return name_place(value, lang) if column in PLACES else value


def word_column(rows: DataFrame, column: str, lang: Language) -> Series:
    """Return a column of a layer in words, numbers as they are; without a kind, the status."""
    cells = rows[column]
    if cells.dtype.kind in "iuf":
        return cells.astype("Int64") if column.endswith("_year") else cells
    named = cells.map(lambda cell: word_cell(column, cell, lang)).astype(object)
    if column == "kind" and "status" in rows:
        say = translator(lang)
        named = named.where(named.notna(), rows.status.map(lambda status: say(f"status.{status}")))
    return named.where(named.notna(), None)
