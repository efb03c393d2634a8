"""Names of places, industries and documents as the industries page writes them."""

import re
from collections.abc import Iterable
from functools import cache

from pypinyin import lazy_pinyin

from geo import claims
from geo.filters import label
from geo.i18n import pick, translator
from geo.tables import table

YEAR = re.compile(r"-(\d{4})$")
LONG = 6  # characters of a Chinese name beyond which its short form heads a column


@cache
def place_name(place: str, lang: str) -> str:
    """Return the name of a belt or prefecture."""
    return label("belt" if place in claims.places("belt") else "prefecture", place, lang)


@cache
def place_short(place: str, lang: str) -> str:
    """Return a name that fits a column: 长吉图 or Chang-Ji-Tu for a belt, as it is often called."""
    name = place_name(place, lang)
    if place in claims.places("belt"):
        return _syllables(place, lang)
    if lang == "en":
        return name.removesuffix(" Korean Autonomous Prefecture")
    aliases = table("places").set_index("adcode").aliases[place]
    return name if len(name) < LONG else next(one for one in aliases if one.endswith("州"))


def _syllables(belt: str, lang: str) -> str:
    """Return the first syllables of the cities that a belt's name joins with dashes."""
    name = table("belts").set_index("id").name_zh[belt]
    cities = re.findall(r"[^—（]+", name)[: name.count("—") + 1]
    if lang == "zh":
        return "".join(city[0] for city in cities)
    return "-".join(lazy_pinyin(city)[0].capitalize() for city in cities)


@cache
def item_name(item: str, lang: str) -> str:
    """Return the name of an industry or sector."""
    return label("industry", item, lang)


@cache
def sector_name(industry: str, lang: str) -> str:
    """Return the name of an industry's sector."""
    return item_name(claims.sectors()[industry], lang)


@cache
def document_name(document: str, lang: str) -> str:
    """Return a document's year, or the word for "undated"; the year is that of its number."""
    year = YEAR.search(document)
    return year[1] if year else translator(lang)("undated")


@cache
def mark(document: str, lang: str) -> str:
    """Return the mark of a document in a cell: 06, 13, 15, or a letter for the undated one."""
    year = YEAR.search(document)
    return year[1][2:] if year else translator(lang)("mark.undated")


def documents_named(documents: Iterable[str], lang: str) -> str:
    """Return the years of documents, in the order of `policies`."""
    known = set(documents)
    return listing((document_name(one, lang) for one in table("policies").id if one in known), lang)


def listing(names: Iterable[str], lang: str) -> str:
    """Return names joined as the language joins them."""
    return pick("、", ", ", lang).join(names)
