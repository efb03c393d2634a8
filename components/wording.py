"""Names and short words that screens need, in the reader's language."""

from functools import cache

from geo.filters import label
from geo.i18n import pick, translator
from geo.tables import table


@cache
def place(code: str | None, lang: str) -> str:
    """Return the name of a province, prefecture or county; "unknown" when there is none."""
    if code is None or code != code:  # None, or NaN in a column of texts
        return translator(lang)("unknown")
    places = table("places").set_index("adcode")
    if code not in places.index:
        return label("belt", code, lang)
    return pick(places.name_zh[code], places.name_en[code], lang)


@cache
def short(document: str, lang: str) -> str:
    """Return the year of a document, that of its number; "undated" for the one without a date."""
    year = document.rpartition("-")[2]
    return year if year.isdigit() else translator(lang)("undated")


def documents(ids: tuple[str, ...], lang: str) -> str:
    """Return the years of the documents behind specialities, each once, in their order."""
    facts = _documents()
    order = list(table("policies").id)
    found = sorted({facts[one] for one in ids}, key=order.index)
    return listed([short(one, lang) for one in found], lang)


@cache
def _documents() -> dict[str, str]:
    facts = table("specialities")
    return dict(zip(facts.id, facts.document, strict=True))


def listed(words: list[str], lang: str) -> str:
    """Return words joined as the language joins them."""
    return pick("、", ", ", lang).join(words)


def industries(ids: tuple[str, ...], lang: str) -> str | None:
    """Return the names of industries, or None when none is known."""
    return listed([label("industry", one, lang) for one in ids], lang) or None


def number(value: float, lang: str) -> str:
    """Return a whole number with its thousands set apart; "unknown" when it is missing."""
    return translator(lang)("unknown") if value != value else f"{value:,.0f}"
