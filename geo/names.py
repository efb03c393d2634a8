"""Names of things in the reader's language, one at a time and joined.

A function returns the same text for screen, report and export. "Unknown" stands for what no source
gives; an id that no table holds raises KeyError.
"""

from collections.abc import Iterable
from functools import cache
from string import ascii_uppercase
from typing import Any

from geo.i18n import pick, translator
from geo.tables import load_table


def get_text(row: Any, column: str, lang: str) -> str:
    """Return the text of a row's bilingual column, empty where there is none.

    `row` is a row of any table, as a Series or as `itertuples` yields it.

    >>> from geo.tables import load_table
    >>> get_text(load_table("belts").iloc[0], "short", "en")
    'Changchun-Jilin-Tumen'
    """
    text = getattr(row, f"{column}_{lang}")
    return text if isinstance(text, str) else ""


@cache
def name_place(code: str | None, lang: str) -> str:
    """Return the name of a province, prefecture or county by its code, or of a belt by its id.

    "Unknown" for None, and for NaN, which a column of texts may hold instead.

    >>> name_place("220100", "en")
    'Changchun'
    """
    if code is None or code != code:
        return translator(lang)("unknown")
    places = _names("places", "name", lang)
    return places[code] if code in places else _names("belts", "short", lang)[code]


def name_industry(industry: str, lang: str) -> str:
    """Return the name of an industry or sector.

    >>> name_industry("auto-parts", "en")
    'Auto parts'
    """
    industries = _names("industries", "name", lang)
    return industries[industry] if industry in industries else name_sector(industry, lang)


def name_sector(sector: str, lang: str) -> str:
    """Return the name of a sector."""
    return _names("sectors", "name", lang)[sector]


def name_park(park: str, lang: str) -> str:
    """Return the name of a park of the atlas.

    >>> name_park("jilin-etdz", "en")
    'Jilin Economic and Technological Development Zone'
    """
    return _names("parks", "name", lang)[park]


def name_cluster(cluster: str, lang: str) -> str:
    """Return the name of a cluster that a document names."""
    return _names("clusters", "name", lang)[cluster]


def name_document(document: str, lang: str) -> str:
    """Return the short name of a document.

    >>> name_document("belts-2013", "en")
    '2013 belts'
    """
    return _names("policies", "short", lang)[document]


def name_document_year(document: str, lang: str) -> str:
    """Return the year by which a document is called, or that it is undated.

    Documents that share a year, or have none, are told apart by a letter: 2015A, 2015B.

    >>> name_document_year("belts-2013", "en"), name_document_year("characteristic-parks", "en")
    ('2013', 'undated')
    """
    year, letter = map_document_years()[document], letter_document(document)
    if year is not None:
        return f"{year}{letter}"
    undated = translator(lang)("undated")
    return f"{undated} {letter}" if letter else undated


def join_badge_years(documents: Iterable[str], lang: str) -> str:
    """Return the years of documents as short as a badge takes them.

    >>> join_badge_years(["sme-clusters-2006", "characteristic-parks"], "en")
    '2006·n.d.'
    """
    undated = translator(lang)("n.d.")
    years = map_document_years()
    return "·".join(
        undated if years[document] is None else name_document_year(document, lang)
        for document in documents
    )


@cache
def name_document_date(document: str, lang: str) -> str:
    """Return the date of a document as YYYY-MM-DD, or that it is undated.

    >>> name_document_date("belts-2013", "en")
    '2013-05-28'
    """
    documents = load_table("policies").set_index("id")
    date = documents.date[document]
    return translator(lang)("undated") if date is None else date.isoformat()


#: What a park's kind is called in short, longest first, in each language.
SHORT_KINDS: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (
        ("Economic and Technological Development Zone", "ETDZ"),
        ("High-tech Industrial Development Zone", "HTZ"),
        ("International Cooperation Demonstration Zone", "Intl. Cooperation Zone"),
        ("Science and Technology Development Zone", "STDZ"),
        ("High-tech Development Zone", "HTZ"),
        ("Border Economic Cooperation Zone", "BECZ"),
        ("Industrial Concentration Zone", "ICZ"),
        ("Economic Development Zone", "EDZ"),
        ("Comprehensive Bonded Zone", "CBZ"),
        ("Circular Economy Demonstration Park", "Circular Economy Park"),
        ("Industrial Development Zone", "IDZ"),
    ),
    "zh": (
        ("高新技术产业开发区", "高新区"),
        ("高新技术开发区", "高新区"),
        ("经济技术开发区", "经开区"),
        ("循环经济示范园区", "循环经济园区"),
        ("国际合作示范区", "国际示范区"),
        ("边境经济合作区", "边合区"),
        ("经济开发区", "开发区"),
        ("综合保税区", "综保区"),
        ("工业集中区", "集中区"),
    ),
}


def shorten_park_name(name: str, lang: str) -> str:
    """Return a park's name with its kind abbreviated, for lists, tables and charts.

    >>> shorten_park_name("Changchun High-tech Industrial Development Zone", "en")
    'Changchun HTZ'
    >>> shorten_park_name("长春经济技术开发区", "zh")
    '长春经开区'
    """
    for kind, short in SHORT_KINDS[lang]:
        if kind in name:
            return name.replace(kind, short)
    return name


def join_names(names: Iterable[str], lang: str) -> str:
    """Return names joined as the language joins them.

    >>> join_names(["Jilin", "Siping"], "en")
    'Jilin, Siping'
    """
    return pick("、", ", ", lang).join(names)


def join_industries(industries: Iterable[str], lang: str) -> str:
    """Return the names of industries and sectors, joined; empty when there are none."""
    return join_names((name_industry(industry, lang) for industry in industries), lang)


def join_document_years(documents: Iterable[str], lang: str) -> str:
    """Return the years of documents, each document once, in the order of `policies`.

    >>> join_document_years(["key-clusters-2015", "sme-clusters-2006"], "en")
    '2006, 2015'
    """
    cited = set(documents)
    years = map_document_years()
    return join_names((name_document_year(key, lang) for key in years if key in cited), lang)


@cache
def map_document_years() -> dict[str, int | None]:
    """Return the year of each document, None for an undated one; treat it as read-only."""
    documents = load_table("policies")
    return {
        document: None if year != year else int(year)  # NaN is not itself
        for document, year in zip(documents.id, documents.year, strict=True)
    }


@cache
def letter_document(document: str) -> str:
    """Return the letter that tells a document from others of its year; empty for the only one."""
    years = map_document_years()
    same = [key for key, year in years.items() if year == years[document]]
    return ascii_uppercase[same.index(document)] if len(same) > 1 else ""


@cache
def map_sectors() -> dict[str, str]:
    """Return the sector of each industry, by their ids; treat it as read-only."""
    industries = load_table("industries")
    return dict(zip(industries.id, industries.sector, strict=True))


def format_number(number: float, lang: str) -> str:
    """Return a whole number with its thousands set apart; "unknown" for NaN.

    >>> format_number(12345.6, "en")
    '12,346'
    """
    return translator(lang)("unknown") if number != number else f"{number:,.0f}"


@cache
def _names(source: str, column: str, lang: str) -> dict[str, str]:
    rows = load_table(source)
    key = "adcode" if source == "places" else "id"
    return dict(zip(rows[key], rows[f"{column}_{lang}"], strict=True))
