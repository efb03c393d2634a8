"""The head of the page and the switch between its parts."""

import streamlit as st

from components import linked_widgets
from components.markdown import escape_markdown
from geo.siting.robustness import assess_winner
from geo.siting.wording import answer_sentences, winner_verdict
from geo.siting.wording.answer import Answer
from geo.siting.wording.limit_wording import tell_question
from screens.invest.parameters import Choices


def show_heading(chosen: Choices, answer: Answer) -> None:
    """Draw what is asked, who leads, and what of the link could not be read."""
    say, ranking = chosen.say, answer.ranking
    for fault in chosen.faults:
        note = say("The last good state is kept.")
        st.warning(f"{say('The link cannot be read in full.')} {escape_markdown(fault)} {note}",
                   icon=":material/link_off:")  # fmt: skip
    if not chosen.question.industries:
        st.info(
            say("Choose an industry at the left: until then its fit counts for nothing."),
            icon=":material/arrow_back:",
        )
    if left := answer_sentences.tell_rows_beyond(answer):
        st.info(left, icon=":material/filter_list:")
    question = tell_question(answer.question, answer.lang)
    if ranking.winner is None:
        st.markdown(question)
        return
    leader = ranking.table.iloc[0]
    st.markdown(
        say("**{park}** leads {n} parks with {score} of 100 points · {question}").format(
            park=answer.mention_park(ranking.winner),
            n=len(ranking.table),
            score=f"{leader.score:.1f}",
            question=question,
        )
    )
    _show_verdict(answer)
    if answer.own_rows:
        st.caption(answer_sentences.describe_own_rows(answer))


def _show_verdict(answer: Answer) -> None:
    """Say whether the winner is safe, by the same checks as the part of that name."""
    safe = assess_winner(answer.question, own_rows=answer.own_rows)
    if safe is not None:
        st.markdown(
            winner_verdict.tell_verdict(answer, safe), help=winner_verdict.tell_rule(answer)
        )


def show_switch(chosen: Choices) -> None:
    """Draw the switch between the parts of the page."""
    linked_widgets.show_segments(
        chosen,
        "part",
        chosen.say("Part of the page"),
        lambda part: chosen.say(f"invest.{part}"),
        label_visibility="collapsed",
    )
