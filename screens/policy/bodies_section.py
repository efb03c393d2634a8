"""Whom the documents name: each body in its role, with the contact that a text prints."""

import streamlit as st
from pandas import DataFrame

from geo.i18n import Language, translator
from geo.names import get_text, name_document
from geo.tables import rows_where
from screens.policy import evidence_table, parameters
from screens.policy.parameters import Choices


def show_bodies(chosen: Choices) -> None:
    """Draw the filters, how many have a telephone, the table and the selected sentence."""
    wanted = {"document": chosen.documents}
    parameters.show_documents(chosen)
    rows = evidence_table.select_rows("institutions", wanted)
    sentence = chosen.say(
        "Roles listed: {n}, of {bodies} bodies. With a telephone, as printed in the document: {k}."
    )
    printed = int(rows.telephone.notna().sum())
    st.markdown(sentence.format(n=len(rows), bodies=rows.body.nunique(), k=printed))
    frame = tabulate_bodies(rows, chosen.lang)
    evidence_table.show_table(chosen, "institution", frame, rows.id.tolist(), wanted)
    if chosen.institution is not None:
        body = rows_where("institutions", "id", chosen.institution).iloc[0]
        role = " · ".join(filter(None, (get_text(body, "role", chosen.lang), body.telephone)))
        head = get_text(body, "name", chosen.lang), role
        evidence_table.show_evidence(chosen, "institutions", chosen.institution, head)


def tabulate_bodies(rows: DataFrame, lang: Language) -> DataFrame:
    """Return bodies in their roles as a table; what no text states is missing."""
    say = translator(lang)
    return DataFrame(
        {
            say("Body"): rows[f"name_{lang}"],
            say("Role"): rows[f"role_{lang}"],
            say("Telephone"): rows.telephone,
            say("Address"): [get_text(row, "address", lang) or None for row in rows.itertuples()],
            say("facet.document"): [name_document(key, lang) for key in rows.document],
            say("Section"): rows.section,
            say("Phrase as written"): rows.phrase,
        }
    )
