"""The head of the answer: the question as a sentence, the winner, its safety, the parts."""

import streamlit as st

from components import linked_widgets
from components.markdown import escape_markdown
from geo.siting.robustness import assess_winner
from geo.siting.wording import answer_sentences, winner_verdict
from geo.siting.wording.answer import Answer
from geo.siting.wording.limit_wording import tell_question
from screens.invest.parameters import Choices

OPEN = "invest-panel-open"


def show_faults(chosen: Choices) -> None:
    """Say what of the link could not be read."""
    say = chosen.say
    for fault in chosen.faults:
        note = say("The last valid settings are kept.")
        st.warning(f"{say('The link cannot be read in full.')} {escape_markdown(fault)} {note}",
                   icon=":material/link_off:")  # fmt: skip


def show_question(chosen: Choices, answer: Answer) -> None:
    """Draw the question as a sentence; where the panel has no room beside, a button opens it."""
    say = chosen.say
    with st.container(horizontal=True, vertical_alignment="center", key="invest-question"):
        st.markdown(tell_question(answer.question, answer.lang), width="content")
        st.button(
            say("Close the question") if is_panel_open() else say("Change the question"),
            icon=":material/tune:",
            key="invest-change",
            on_click=_toggle_panel,
        )


def is_panel_open() -> bool:
    """Return whether the reader opened the question's panel, where it has no room beside."""
    return bool(st.session_state.get(OPEN))


def _toggle_panel() -> None:
    st.session_state[OPEN] = not is_panel_open()


def show_heading(chosen: Choices, answer: Answer) -> None:
    """Draw who leads, how safe that is, and which rows take part."""
    say, ranking = chosen.say, answer.ranking
    leader = ranking.table.iloc[0]
    sentence = (
        say("**{park}** leads {n} sites with {score} of 100 points")
        if answer.own_rows
        else say("**{park}** leads {n} parks with {score} of 100 points")
    )
    st.markdown(
        sentence.format(
            park=answer.mention_park(str(ranking.winner)),
            n=len(ranking.table),
            score=f"{leader.score:.1f}",
        )
    )
    safe = assess_winner(answer.question, own_rows=answer.own_rows)
    if safe is not None:
        st.markdown(
            winner_verdict.tell_verdict(answer, safe), help=winner_verdict.tell_rule(answer)
        )
    if not answer.question.industries:
        st.caption(say("No industry is chosen: until then its fit counts for nothing."))
    if answer.own_rows:
        st.caption(answer_sentences.describe_own_rows(answer))


def show_rows_beyond(answer: Answer) -> None:
    """Say how many of the reader's own rows are not compared."""
    if left := answer_sentences.tell_rows_beyond(answer):
        st.info(left, icon=":material/filter_list:")


def show_switch(chosen: Choices) -> None:
    """Draw the switch between the parts of the page."""
    linked_widgets.show_segments(
        chosen,
        "part",
        chosen.say("Part of the page"),
        lambda part: chosen.say(f"invest.{part}"),
        label_visibility="collapsed",
    )
