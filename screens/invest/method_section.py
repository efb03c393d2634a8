"""How each criterion is measured, and what the data do not hold."""

import streamlit as st

from geo.siting.wording import answer_sentences, answer_tables
from geo.siting.wording.answer import Answer
from screens.invest.parameters import Choices
from screens.invest.plain_table import show_plain_table


def show_method(_: Choices, answer: Answer) -> None:
    """Draw the criteria with direction, scale, measure and uncertainty."""
    say = answer.say
    st.markdown(say(answer_sentences.SCALES))
    show_plain_table(answer.lang, answer_tables.tabulate_criteria(answer), "invest-criteria")


def show_notice(chosen: Choices) -> None:
    """Say plainly what the data do not hold, and whom to ask."""
    st.info(chosen.say(answer_sentences.NOT_HELD), icon=":material/info:")
