"""What the documents require: who must do what, and between which bounds."""

import streamlit as st
from pandas import DataFrame

from geo.amounts import format_bounds
from geo.i18n import Language, translator
from geo.names import get_text, name_document
from geo.tables import rows_where
from screens.policy import evidence_table, parameters
from screens.policy.parameters import Choices


def show_required(chosen: Choices) -> None:
    """Draw the filters, what is not known, the table and the selected sentence."""
    wanted = {"subject": chosen.subjects, "kind": chosen.demands, "document": chosen.documents}
    parameters.show_words(chosen, "subjects", chosen.say("Who must"), "subject")
    parameters.show_words(chosen, "demands", chosen.say("Kind of requirement"), "demand")
    parameters.show_documents(chosen)
    rows = evidence_table.select_rows("requirements", wanted)
    sentence = chosen.say(
        "Requirements listed: {n}, of which with a number: {numbers}. Whether they hold today is"
        " unknown: no source read says so of any."
    )
    st.markdown(sentence.format(n=len(rows), numbers=int(rows.value_min.notna().sum())))
    frame = tabulate_requirements(rows, chosen.lang)
    evidence_table.show_table(chosen, "requirement", frame, rows.id.tolist(), wanted)
    if chosen.requirement is not None:
        requirement = rows_where("requirements", "id", chosen.requirement).iloc[0]
        name, subject = (get_text(requirement, stem, chosen.lang) for stem in ("name", "subject"))
        evidence_table.show_evidence(chosen, "requirements", chosen.requirement, (name, subject))


def tabulate_requirements(rows: DataFrame, lang: Language) -> DataFrame:
    """Return requirements as a table in the reader's words; what no text states is missing."""
    say = translator(lang)
    return DataFrame(
        {
            say("Who must"): rows[f"subject_{lang}"],
            say("What is required"): rows[f"name_{lang}"],
            say("From–to"): [
                format_bounds(row.value_min, row.value_max, row.unit, row.comparison, lang)
                for row in rows.itertuples()
            ],
            say("Kind of requirement"): [say(f"demand.{kind}") for kind in rows.kind],
            say("facet.document"): [name_document(key, lang) for key in rows.document],
            say("Section"): rows.section,
            say("Phrase as written"): rows.phrase,
        }
    )
