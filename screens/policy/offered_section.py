"""What the documents offer: who gives what to whom, on which condition, and whether it holds."""

import streamlit as st
from pandas import DataFrame

from geo.amounts import format_amount
from geo.i18n import Language, pick, translator
from geo.names import get_text, name_document
from geo.promise_wording import name_state, tell_states
from geo.tables import rows_where
from screens.policy import evidence_table, parameters
from screens.policy.parameters import Choices


def show_offered(chosen: Choices) -> None:
    """Draw the filters, how much is known to hold, the table and the selected sentence."""
    wanted = {"kind": chosen.kinds, "state": chosen.states, "document": chosen.documents}
    parameters.show_words(chosen, "kinds", chosen.say("Kind of incentive"), "offer")
    parameters.show_words(chosen, "states", chosen.say("State of law"), "legal")
    parameters.show_documents(chosen)
    rows = evidence_table.select_rows("incentives", wanted)
    st.markdown(tell_states(rows, chosen.lang))
    frame = tabulate_incentives(rows, chosen.lang)
    evidence_table.show_table(chosen, "incentive", frame, rows.id.tolist(), wanted)
    if chosen.incentive is not None:
        incentive = rows_where("incentives", "id", chosen.incentive).iloc[0]
        colon = pick("：", ": ", chosen.lang)
        state = f"{chosen.say('State of law')}{colon}{name_state(incentive, chosen.lang)}"
        head = get_text(incentive, "name", chosen.lang), state
        evidence_table.show_evidence(chosen, "incentives", chosen.incentive, head)


def tabulate_incentives(rows: DataFrame, lang: Language) -> DataFrame:
    """Return incentives as a table in the reader's words; what no text states is missing."""
    say = translator(lang)
    return DataFrame(
        {
            say("What is offered"): rows[f"name_{lang}"],
            say("State of law"): [name_state(row, lang) for row in rows.itertuples()],
            say("Who gives it"): [
                get_text(row, "giver", lang) or None for row in rows.itertuples()
            ],
            say("To whom"): rows[f"beneficiary_{lang}"],
            say("On which condition"): [
                get_text(row, "condition", lang) or None for row in rows.itertuples()
            ],
            say("Value"): [
                format_amount(row.value, row.unit, lang) if row.value == row.value else None
                for row in rows.itertuples()
            ],
            say("Kind of incentive"): [say(f"offer.{kind}") for kind in rows.kind],
            say("facet.document"): [name_document(key, lang) for key in rows.document],
            say("Section"): rows.section,
            say("Phrase as written"): rows.phrase,
        }
    )
