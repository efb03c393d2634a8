"""Short names of places and documents, for the columns and cells of the industries page."""

import re
from functools import cache

from pypinyin import lazy_pinyin

from geo import claims
from geo.i18n import translator
from geo.names import letter_document, map_document_years, name_place
from geo.tables import load_table

LONG = 6  # characters of a Chinese name beyond which its short form heads a column


@cache
def shorten_place(place: str, lang: str) -> str:
    """Return a name that fits a column: 长吉图 or Chang-Ji-Tu for a belt, as it is often called."""
    name = name_place(place, lang)
    if place in claims.list_places("belt"):
        return _join_syllables(place, lang)
    if lang == "en":
        return name.removesuffix(" Korean Autonomous Prefecture")
    aliases = load_table("places").set_index("adcode").aliases[place]
    return name if len(name) < LONG else next(alias for alias in aliases if alias.endswith("州"))


def _join_syllables(belt: str, lang: str) -> str:
    """Return the first syllables of the cities that a belt's name joins with dashes."""
    name = load_table("belts").set_index("id").name_zh[belt]
    cities = re.findall(r"[^—（]+", name)[: name.count("—") + 1]
    if lang == "zh":
        return "".join(city[0] for city in cities)
    return "-".join(lazy_pinyin(city)[0].capitalize() for city in cities)


@cache
def mark_document(document: str, lang: str) -> str:
    """Return the mark of a document in a cell: 06, 13, 15, or a sign for an undated one.

    A letter tells apart those of one year, as in the document's name: 15A, 15B.
    """
    year, letter = map_document_years()[document], letter_document(document)
    mark = translator(lang)("mark.undated") if year is None else f"{year % 100:02d}"
    return f"{mark}{letter}"
