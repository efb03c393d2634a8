"""The section in which a reader's own data comes in."""

import streamlit as st

from components import own
from components.state import State
from geo.intake.judging.interpretation import missing
from geo.intake.reading.file_limits import Refused
from screens.data.own_data import (
    column_choice,
    industry_mapping,
    reading_summary,
    row_verdicts,
    upload_step,
)

ASKS = {
    "name": "Say which column holds the names.",
    "position": "Say which columns hold longitude and latitude, or the county.",
    "system": "Say in which system the coordinates are: nothing is guessed.",
}


def show(chosen: State) -> None:
    """Draw the upload, or what became of it."""
    mine = own.held()
    if mine is None:
        upload_step.show(chosen)
        return
    upload_step.head(chosen, mine)
    try:
        upload = upload_step.read(chosen, mine)
    except Refused as refusal:
        st.error(refusal.told(chosen.lang), icon=":material/error:")
        return
    reading_summary.show(chosen, mine, upload)
    column_choice.show(chosen, mine, upload)
    asked = missing(upload, mine.choice)
    for one in asked:
        st.info(chosen.say(ASKS[one]), icon=":material/help:")
    if asked:
        return
    checked = upload_step.check(chosen, mine, upload)
    row_verdicts.show(chosen, mine, checked)
    industry_mapping.show(chosen, mine, upload)
    row_verdicts.problems(chosen, checked)
