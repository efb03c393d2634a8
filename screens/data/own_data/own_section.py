"""The section in which a reader's own data comes in."""

import streamlit as st

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
from screens.data.own_data.own_file import find_file

ASKS = {
    "name": "Say which column holds the names.",
    "position": "Say which columns hold longitude and latitude, or the county.",
    "system": "Say in which system the coordinates are: nothing is guessed.",
}


def show(chosen: State) -> None:
    """Draw the upload, or what became of it."""
    file = find_file()
    if file is None:
        upload_step.show(chosen)
        return
    upload_step.head(chosen, file)
    try:
        upload = upload_step.read(chosen, file)
    except Refused as refusal:
        st.error(refusal.told(chosen.lang), icon=":material/error:")
        return
    reading_summary.show(chosen, file, upload)
    column_choice.show(chosen, file, upload)
    asked = missing(upload, file.choice)
    for one in asked:
        st.info(chosen.say(ASKS[one]), icon=":material/help:")
    if asked:
        return
    checked = upload_step.check(chosen, file, upload)
    row_verdicts.show(chosen, checked)
    industry_mapping.show(chosen, file, upload)
    row_verdicts.problems(chosen, checked)
