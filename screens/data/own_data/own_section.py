"""The section in which a reader's own data comes in."""

import streamlit as st

from components.state import State
from geo.intake.judging.interpretation import list_missing
from geo.intake.reading.file_limits import Refused
from screens.data.own_data.column_choice import draw_columns
from screens.data.own_data.industry_mapping import draw_industries
from screens.data.own_data.own_file import find_file
from screens.data.own_data.reading_summary import draw_reading
from screens.data.own_data.row_verdicts import draw_problems, draw_verdicts
from screens.data.own_data.upload_step import draw_file_name, draw_uploader, judge_file, read_file

QUESTIONS = {
    "name": "Say which column holds the names.",
    "position": "Say which columns hold longitude and latitude, or the county.",
    "system": "Say in which system the coordinates are: nothing is guessed.",
}


def draw_own_section(chosen: State) -> None:
    """Draw the upload, or what became of it."""
    file = find_file()
    if file is None:
        draw_uploader(chosen)
        return
    draw_file_name(chosen, file)
    try:
        upload = read_file(chosen, file)
    except Refused as refusal:
        st.error(refusal.explain(chosen.lang), icon=":material/error:")
        return
    draw_reading(chosen, file, upload)
    draw_columns(chosen, file, upload)
    missing = list_missing(upload, file.interpretation)
    for part in missing:
        st.info(chosen.say(QUESTIONS[part]), icon=":material/help:")
    if missing:
        return
    verdicts = judge_file(chosen, file, upload)
    draw_verdicts(chosen, verdicts)
    draw_industries(chosen, file, upload)
    draw_problems(chosen, verdicts)
