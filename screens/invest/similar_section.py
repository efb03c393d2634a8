"""Parks similar to the selected one, and why."""

import streamlit as st
from pandas import DataFrame

from geo.names import join_industries
from geo.siting.similar_parks import Likeness, find_similar_parks
from geo.siting.wording.answer import Answer
from screens.invest import parameters
from screens.invest.parameters import Choices
from screens.invest.plain_table import show_plain_table


def show_similar_parks(chosen: Choices, answer: Answer) -> None:
    """Draw the parks most like the selected one, or the winner when none is selected."""
    say, park = answer.say, chosen.park or answer.ranking.winner
    if park is None:
        return
    st.markdown(say("Parks most like {park}").format(park=answer.stress_park(park)))
    st.caption(
        say("Mean of what is known of both: shared industries, level, kind, belts, area, access.")
    )
    likenesses = find_similar_parks(
        park, unverified=answer.question.unverified, own_rows=answer.own_rows
    )
    show_plain_table(answer.lang, _table(answer, likenesses), "invest-similar")
    with st.container(horizontal=True):
        for likeness in likenesses:
            st.button(
                answer.shorten_park(likeness.park),
                icon=":material/star:"
                if likeness.park not in chosen.shortlist
                else ":material/check:",
                key=f"invest-like-{likeness.park}",
                on_click=parameters.toggle_shortlisted,
                args=(likeness.park,),
                help=say("Put on the shortlist, or take off"),
            )


def _table(answer: Answer, likenesses: list[Likeness]) -> DataFrame:
    say = answer.say
    return DataFrame(
        {
            say("Name"): [answer.shorten_park(likeness.park) for likeness in likenesses],
            say("Likeness, %"): [round(100 * likeness.degree) for likeness in likenesses],
            say("Why"): [_why(answer, likeness) for likeness in likenesses],
        }
    )


def _why(answer: Answer, likeness: Likeness) -> str:
    say = answer.say
    shared = join_industries(likeness.shared, answer.lang)
    reasons = [say("shares {industries}").format(industries=shared)] if shared else []
    reasons += [say(f"alike.{name}") for name in likeness.reasons if name != "industries"]
    return say("; ").join(reasons)
