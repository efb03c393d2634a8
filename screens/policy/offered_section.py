"""What the documents offer: who gives what to whom, on which condition, and whether it holds."""

from typing import Any

import streamlit as st
from pandas import DataFrame

from geo.i18n import Language, pick, translator
from geo.names import get_text, name_document
from geo.tables import rows_where
from screens.policy import evidence_table, parameters
from screens.policy.parameters import Choices
from screens.policy.policy_wording import format_amount

PAST = ("superseded", "ended")


def show_offered(chosen: Choices) -> None:
    """Draw the filters, how much is known to hold, the table and the selected sentence."""
    wanted = {"kind": chosen.kinds, "state": chosen.states, "document": chosen.documents}
    parameters.show_words(chosen, "kinds", chosen.say("Kind of incentive"), "offer")
    parameters.show_words(chosen, "states", chosen.say("State of law"), "legal")
    parameters.show_documents(chosen)
    rows = evidence_table.select_rows("incentives", wanted)
    st.markdown(count_states(rows, chosen.lang))
    frame = tabulate_incentives(rows, chosen.lang)
    evidence_table.show_table(chosen, "incentive", frame, rows.id.tolist(), wanted)
    if chosen.incentive is not None:
        incentive = rows_where("incentives", "id", chosen.incentive).iloc[0]
        colon = pick("：", ": ", chosen.lang)
        state = f"{chosen.say('State of law')}{colon}{name_state(incentive, chosen.lang)}"
        head = get_text(incentive, "name", chosen.lang), state
        evidence_table.show_evidence(chosen, "incentives", chosen.incentive, head)


def count_states(rows: DataFrame, lang: Language) -> str:
    """Return how many incentives are known to hold today, known to be past, and not known."""
    sentence = translator(lang)(
        "Incentives listed: {n}. Known to hold today: {held}. Known to have ended or to be"
        " superseded: {past}. Of the other {unknown} no source read says whether they hold."
    )
    return sentence.format(
        n=len(rows),
        held=int((rows.state == "in_force").sum()),
        past=int(rows.state.isin(PAST).sum()),
        unknown=int((rows.state == "unknown").sum()),
    )


def name_state(incentive: Any, lang: Language) -> str:
    """Return whether an incentive holds, with the date of which that is said."""
    say = translator(lang)
    state, date = say(f"legal.{incentive.state}"), incentive.state_date
    if date is None or date != date:
        return state
    return say("{state} ({date})").format(state=state, date=date.isoformat())


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
