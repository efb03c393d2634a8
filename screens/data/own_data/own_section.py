"""The section in which a reader's own data comes in."""

import streamlit as st

from components.state import State
from geo.intake.judging.interpretation import list_missing
from geo.intake.reading.file_limits import Refused
from screens.data.own_data.column_choice import show_columns
from screens.data.own_data.industry_mapping import show_industries
from screens.data.own_data.own_file import find_file, use_rows
from screens.data.own_data.preview_map import show_points_as_written, show_points_in_use
from screens.data.own_data.reading_summary import show_reading
from screens.data.own_data.row_verdicts import show_problems, show_verdicts
from screens.data.own_data.upload_step import (
    judge_file,
    read_file,
    show_file_name,
    show_uploader,
)

QUESTIONS = {
    "name": "Say which column holds the names.",
    "position": "Say which columns hold longitude and latitude, or the county.",
    "system": "Choose the coordinate system; it is not guessed.",
}


def show_own_section(chosen: State) -> None:
    """Draw the upload, or what became of it."""
    file = find_file()
    if file is None:
        show_uploader(chosen)
        return
    show_file_name(chosen, file)
    try:
        upload = read_file(chosen, file)
    except Refused as refusal:
        st.error(refusal.explain(chosen.lang), icon=":material/error:")
        return
    show_reading(chosen, file, upload)
    show_columns(chosen, file, upload)
    missing = list_missing(upload, file.interpretation)
    for part in missing:
        st.info(chosen.say(QUESTIONS[part]), icon=":material/help:")
    if missing == ("system",):
        show_points_as_written(chosen, file, upload)
    if missing:
        return
    verdicts = judge_file(chosen, file, upload)
    use_rows(file)
    show_verdicts(chosen, verdicts)
    show_points_in_use(chosen, file)
    show_industries(chosen, file, upload)
    show_problems(chosen, verdicts)
