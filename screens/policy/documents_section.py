"""The documents: what each is, what the atlas takes from it, every phrase, every discrepancy."""

from typing import Any

import pandas as pd
import streamlit as st

from components import sheet
from geo import targets
from geo.i18n import pick
from geo.names import get_text, join_document_years, name_place
from geo.tables import load_table
from layers.markup import render_template
from screens.policy import discrepancy_notes, parameters
from screens.policy.parameters import Choices

USED = ("belts", "specialities", "clusters", "brands", "targets")


def show(chosen: Choices) -> None:
    """Draw a card for each document, then its phrases; at the end every discrepancy."""
    say = chosen.say
    parameters.show_documents(chosen)
    policies = load_table("policies")
    for document in policies.itertuples():
        if not chosen.documents or document.id in chosen.documents:
            _document(chosen, document)
    found = targets.find_discrepancies(chosen.documents)
    st.subheader(say("Every recorded discrepancy ({n})").format(n=len(found)))
    sheet.show(say, frame(chosen, found), "policy-discrepancies", height=320)


def _document(chosen: Choices, document: Any) -> None:
    say, lang = chosen.say, chosen.lang
    phrases = targets.list_quotations()
    phrases = phrases[phrases.document == document.id]
    other = {"zh": "en", "en": "zh"}[lang]
    found = targets.find_discrepancies((document.id,))
    st.html(
        render_template(
            "screens/policy/policy_document.html",
            lang,
            title=get_text(document, "title", lang),
            other=get_text(document, "title", other),
            other_lang=other,
            rows=_facts(chosen, document),
            notes=discrepancy_notes.rows(found, lang),
        )
    )
    words = say("Every phrase used: {n}").format(n=len(phrases))
    with st.expander(words, icon=":material/format_quote:"):
        st.caption(_by_table(chosen, phrases))
        sheet.show(say, _phrases(chosen, phrases), f"policy-{document.id}-phrases", height=360)


def _facts(chosen: Choices, document: Any) -> list[dict[str, str]]:
    say, lang = chosen.say, chosen.lang
    date = say("undated") if document.date is None else document.date.isoformat()
    text = say(f"translation.{document.translation}")
    return [
        {"name": say("Issuer"), "value": get_text(document, "issuer", lang)},
        {
            "name": say("Date"),
            "value": date,
            "basis": get_text(document, "date_basis", lang),
        },
        {"name": say("Number"), "value": document.number or say("none in the text held")},
        {"name": say("Text held"), "value": f"{say(f'language.{document.language}')} · {text}"},
        {
            "name": say("What the atlas takes"),
            "value": get_text(document, "takes", lang),
        },
    ]


def _by_table(chosen: Choices, phrases: pd.DataFrame) -> str:
    counts = phrases.table.value_counts()
    return pick("；", "; ", chosen.lang).join(
        f"{chosen.say(f'table.{one}')}{pick('：', ': ', chosen.lang)}{counts[one]}"
        for one in USED
        if one in counts
    )


def _phrases(chosen: Choices, phrases: pd.DataFrame) -> pd.DataFrame:
    say, lang = chosen.say, chosen.lang
    return pd.DataFrame(
        {
            say("Used for"): [say(f"table.{one}") for one in phrases.table],
            say("Place"): [
                name_place(one, lang) if isinstance(one, str) else None for one in phrases.place
            ],
            say("Stands for"): phrases[f"name_{lang}"],
            say("Section"): phrases.section,
            say("Words for the place"): phrases.place_phrase,
            say("Phrase as written"): phrases.phrase,
            say("Status"): [say(f"claim.{one}") for one in phrases.status],
            say("Remark"): phrases[f"note_{lang}"],
        }
    )


def frame(chosen: Choices, found: pd.DataFrame) -> pd.DataFrame:
    """Return discrepancies as a table in the reader's words."""
    say, lang = chosen.say, chosen.lang
    return pd.DataFrame(
        {
            say("Discrepancy"): found[f"title_{lang}"],
            say("Documents"): [join_document_years(ids, lang) for ids in found.documents],
            say("What contradicts or is missing"): found[f"detail_{lang}"],
            say("How the atlas treats it"): found[f"treatment_{lang}"],
        }
    )
