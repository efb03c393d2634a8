"""The documents: what each is and is for, every phrase, what came later, every discrepancy."""

from typing import Any

import streamlit as st
from pandas import DataFrame

from components import sheet
from components.later_context import show_context
from geo import targets
from geo.i18n import Language, pick, translator
from geo.names import get_text, join_document_years, name_document, name_document_date, name_place
from geo.periods import name_period
from geo.tables import load_table
from layers.cards import CardHead, Fact
from layers.markup import render_template
from screens.policy import parameters
from screens.policy.discrepancy_notes import make_notes
from screens.policy.parameters import Choices


def show_documents(chosen: Choices) -> None:
    """Draw a line for each document that opens it; at the end every discrepancy."""
    say = chosen.say
    parameters.show_documents(chosen)
    for document in load_table("policies").itertuples():
        if not chosen.documents or document.id in chosen.documents:
            _show_document(chosen, document)
    st.header(say("What came later"))
    show_context(chosen.lang)
    discrepancies = targets.find_discrepancies(chosen.documents)
    st.header(say("Every recorded discrepancy ({n})").format(n=len(discrepancies)))
    rows = tabulate_discrepancies(discrepancies, chosen.lang)
    sheet.show_table(say, rows, "policy-discrepancies", height=320)


def _show_document(chosen: Choices, document: Any) -> None:
    say, lang = chosen.say, chosen.lang
    phrases = targets.list_quotations()
    phrases = phrases[phrases.document == document.id]
    other = get_text(document, "title", "en" if lang == "zh" else "zh")
    title = say("{document}: {n} phrases used").format(
        document=name_document(document.id, lang), n=len(phrases)
    )
    is_alone = chosen.documents == (document.id,)
    with st.expander(title, expanded=is_alone, icon=":material/description:"):
        _show_card(document, other, lang)
        st.caption(_count_by_table(phrases, lang))
        rows = _tabulate_phrases(phrases, lang)
        sheet.show_table(say, rows, f"policy-{document.id}-phrases", height=360)


def _show_card(document: Any, other: str, lang: Language) -> None:
    st.html(
        render_template(
            "screens/policy/policy_document.html",
            lang,
            head=CardHead(get_text(document, "title", lang), lang, other),
            facts=_describe_document(document, lang),
            notes=make_notes(targets.find_discrepancies((document.id,)), lang),
        )
    )


def _describe_document(document: Any, lang: Language) -> tuple[Fact, ...]:
    say = translator(lang)
    date = name_document_date(document.id, lang)
    text = f"{say(f'language.{document.language}')} · {say(f'translation.{document.translation}')}"
    return (
        Fact(say("Issuer"), get_text(document, "issuer", lang)),
        Fact(say("Date"), date, basis=get_text(document, "date_basis", lang)),
        Fact(
            say("Period"),
            name_period(document.period_from, document.period_to, lang) or say("not stated"),
        ),
        Fact(
            say("Number"),
            document.number or say("none in the text held"),
            basis=get_text(document, "number_basis", lang) or "",
        ),
        Fact(say("Text held"), text),
        Fact(say("What the atlas uses from it"), get_text(document, "takes", lang)),
    )


def _count_by_table(phrases: DataFrame, lang: Language) -> str:
    say, colon = translator(lang), pick("：", ": ", lang)
    counts = phrases.table.value_counts()
    return pick("；", "; ", lang).join(
        f"{say(f'table.{source}')}{colon}{counts[source]}"
        for source in targets.QUOTED
        if source in counts
    )


def _tabulate_phrases(phrases: DataFrame, lang: Language) -> DataFrame:
    say = translator(lang)
    return DataFrame(
        {
            say("Used for"): [say(f"table.{source}") for source in phrases.table],
            say("Place"): [
                name_place(place, lang) if isinstance(place, str) else None
                for place in phrases.place
            ],
            say("Means"): phrases[f"name_{lang}"],
            say("Section"): phrases.section,
            say("Words for the place"): phrases.place_phrase,
            say("Phrase as written"): phrases.phrase,
            say("Status"): [say(f"claim.{status}") for status in phrases.status],
            say("Remark"): phrases[f"note_{lang}"],
        }
    )


def tabulate_discrepancies(discrepancies: DataFrame, lang: Language) -> DataFrame:
    """Return discrepancies as a table in the reader's words."""
    say = translator(lang)
    return DataFrame(
        {
            say("Discrepancy"): discrepancies[f"title_{lang}"],
            say("Documents"): [join_document_years(ids, lang) for ids in discrepancies.documents],
            say("Contradictions and gaps"): discrepancies[f"detail_{lang}"],
            say("How the atlas treats it"): discrepancies[f"treatment_{lang}"],
        }
    )
