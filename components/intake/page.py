"""The section in which a reader's own data comes in."""

from pathlib import Path

import streamlit as st

from components import own
from components.intake import choosing, take, understood, verdict, words
from components.state import State
from geo.intake.choice import missing
from geo.intake.limits import Refused

STYLE = Path(__file__).parent / "intake.css"
ASKS = {
    "name": "Say which column holds the names.",
    "position": "Say which columns hold longitude and latitude, or the county.",
    "system": "Say in which system the coordinates are: nothing is guessed.",
}


def show(chosen: State) -> None:
    """Draw the upload, or what became of it."""
    st.html(STYLE)
    mine = own.held()
    if mine is None:
        take.show(chosen)
        return
    take.head(chosen, mine)
    try:
        upload = take.read(chosen, mine)
    except Refused as refusal:
        st.error(refusal.told(chosen.lang), icon=":material/error:")
        return
    understood.show(chosen, mine, upload)
    choosing.show(chosen, mine, upload)
    asked = missing(upload, mine.choice)
    for one in asked:
        st.info(chosen.say(ASKS[one]), icon=":material/help:")
    if asked:
        return
    checked = take.check(chosen, mine, upload)
    verdict.show(chosen, mine, checked)
    words.show(chosen, mine, upload)
    verdict.problems(chosen, checked)
