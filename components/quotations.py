"""Facts with their evidence, made ready for cards."""

from pandas import DataFrame

from components.state import State
from geo.i18n import Language, translator
from geo.names import get_text, map_sectors, name_document_date, name_industry
from geo.tables import load_table
from layers.cards import Chip, ChipGroup, Quote, Source


def quote_facts(facts: DataFrame, lang: Language) -> tuple[Quote, ...]:
    """Return what documents state as quotations with their source.

    Columns needed: document, phrase, section; place_phrase, status and notes where there are any.
    """
    say = translator(lang)
    documents = load_table("policies").set_index("id")
    translations = {
        "machine": say("machine translation"),
        "official": say("official translation"),
        "original": "",
    }
    quotes = []
    for fact in facts.itertuples():
        document = documents.loc[fact.document]
        quotes.append(
            Quote(
                phrase=fact.phrase,
                lang=document.language,
                title=get_text(document, "title", lang),
                date=name_document_date(fact.document, lang),
                section=fact.section,
                place_phrase=getattr(fact, "place_phrase", ""),
                translation=translations[document.translation],
                note=get_text(fact, "note", lang) if "note_zh" in facts else "",
                disputed=getattr(fact, "status", "stated") == "disputed",
            )
        )
    return tuple(quotes)


def make_chip(name: str, facts: DataFrame, lang: Language, *, chosen: bool = False) -> Chip:
    """Return a chip of what documents state: their number, dashed when all of it is disputed."""
    return Chip(
        name,
        quotes=quote_facts(facts, lang),
        count=facts.document.nunique(),
        disputed=bool((facts.status == "disputed").all()),
        chosen=chosen,
    )


def group_by_sector(chosen: State, facts: DataFrame) -> tuple[ChipGroup, ...]:
    """Return specialities as chips of industries, those of a sector together."""
    lang, filtered = chosen.lang, chosen.filter.industries()
    groups = []
    for sector in load_table("sectors").sort_values("sort").itertuples():
        inside = facts[facts.industry.map(map_sectors()) == sector.id]
        chips = tuple(
            make_chip(name_industry(industry, lang), group, lang, chosen=industry in filtered)
            for industry, group in inside.groupby("industry", sort=False)
        )
        if chips:
            groups.append(ChipGroup(chips, get_text(sector, "name", lang)))
    return tuple(groups)


def parse_sources(text: str | None) -> tuple[Source, ...]:
    """Return the citations of a research table's source column, links told from text."""
    return tuple(_parse_source(part) for part in (text or "").split(" | ") if part)


def _parse_source(part: str) -> Source:
    url = part.split(" ")[0] if part.startswith(("http://", "https://")) else ""
    return Source(part, "en" if part.isascii() else "zh", url)
