"""What documents state, as quotations."""

from dataclasses import dataclass

from pandas import DataFrame

from geo.i18n import Language, translator
from geo.names import get_text, name_document_date
from geo.tables import load_table


@dataclass(frozen=True)
class Quote:
    """The phrase of a document that states a fact, and where it stands.

    `lang` is the language of the phrase; `translation` says of whom it is, empty for an original.
    """

    phrase: str
    lang: Language
    title: str
    date: str
    section: str
    place_phrase: str = ""
    translation: str = ""
    note: str = ""
    disputed: bool = False


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
