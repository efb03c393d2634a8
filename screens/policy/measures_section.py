"""What the documents set in motion: the 23 measures of 2021 in their aspects, and all others."""

import streamlit as st
from pandas import DataFrame

from geo.i18n import Language, translator
from geo.names import get_text, join_industries, name_document
from geo.tables import load_table, rows_where
from screens.policy import evidence_table, parameters
from screens.policy.parameters import Choices


def show_measures(chosen: Choices) -> None:
    """Draw the filters, the table and the selected sentence."""
    wanted = {"kind": chosen.movements, "document": chosen.documents}
    parameters.show_words(chosen, "movements", chosen.say("Kind of measure"), "movement")
    parameters.show_documents(chosen)
    rows = evidence_table.select_rows("measures", wanted)
    st.markdown(chosen.say("Measures and tasks listed: {n}.").format(n=len(rows)))
    frame = tabulate_measures(rows, chosen.lang)
    evidence_table.show_table(chosen, "measure", frame, rows.id.tolist(), wanted)
    if chosen.measure is not None:
        measure = rows_where("measures", "id", chosen.measure).iloc[0]
        head = get_text(measure, "name", chosen.lang), chosen.say(f"movement.{measure.kind}")
        evidence_table.show_evidence(chosen, "measures", chosen.measure, head)


def tabulate_measures(rows: DataFrame, lang: Language) -> DataFrame:
    """Return measures as a table in the reader's words; what no text states is missing."""
    say, aspects = translator(lang), load_table("measures").set_index("id")[f"name_{lang}"]
    return DataFrame(
        {
            say("What is set in motion"): rows[f"name_{lang}"],
            say("Kind of measure"): [say(f"movement.{kind}") for kind in rows.kind],
            say("Aspect"): rows.aspect.map(aspects),
            say("Industry"): [join_industries(ids, lang) or None for ids in rows.industries],
            say("facet.document"): [name_document(key, lang) for key in rows.document],
            say("Section"): rows.section,
            say("Phrase as written"): rows.phrase,
        }
    )
