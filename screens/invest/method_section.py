"""How each criterion is measured, and what the data do not hold."""

import streamlit as st

from components import sheet
from geo.siting.wording import answer_sentences, answer_tables
from geo.siting.wording.answer import Answer
from screens.invest.parameters import Choices


def show_method(_: Choices, answer: Answer) -> None:
    """Draw the criteria with direction, scale, measure and uncertainty."""
    say = answer.say
    st.markdown(say(answer_sentences.SCALES))
    sheet.show_table(say, answer_tables.tabulate_criteria(answer), "invest-criteria")


def show_notice(chosen: Choices) -> None:
    """Say plainly what the data do not hold, and whom to ask."""
    st.info(chosen.say(answer_sentences.NOT_HELD), icon=":material/info:")
