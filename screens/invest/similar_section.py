"""Parks similar to the selected one, and why."""

import streamlit as st
from pandas import DataFrame

from components import sheet
from geo.names import join_industries
from geo.siting.ranking import Ranking
from geo.siting.similar_parks import Likeness, find_similar_parks
from screens.invest import parameters
from screens.invest.parameters import Choices


def show_similar_parks(chosen: Choices, ranking: Ranking) -> None:
    """Draw the parks most like the selected one, or the winner when none is selected."""
    say, park = chosen.say, chosen.park or ranking.winner
    if park is None:
        return
    st.markdown(say("Parks most like {park}").format(park=f"**{chosen.escaped_name(park)}**"))
    st.caption(
        say("Mean of what is known of both: shared industries, level, kind, belts, area, access.")
    )
    likenesses = find_similar_parks(
        park, unverified=chosen.question.unverified, own_rows=chosen.own_rows
    )
    sheet.show_table(say, _table(chosen, likenesses), "invest-similar")
    with st.container(horizontal=True):
        for likeness in likenesses:
            st.button(
                chosen.name(likeness.park),
                icon=":material/star:"
                if likeness.park not in chosen.shortlist
                else ":material/check:",
                key=f"invest-like-{likeness.park}",
                on_click=parameters.toggle_shortlisted,
                args=(likeness.park,),
                help=say("Put on the shortlist, or take off"),
            )


def _table(chosen: Choices, likenesses: list[Likeness]) -> DataFrame:
    say = chosen.say
    return DataFrame(
        {
            say("Name"): [chosen.name(likeness.park) for likeness in likenesses],
            say("Likeness, %"): [round(100 * likeness.degree) for likeness in likenesses],
            say("Why"): [_why(chosen, likeness) for likeness in likenesses],
        }
    )


def _why(chosen: Choices, likeness: Likeness) -> str:
    say = chosen.say
    shared = join_industries(likeness.shared, chosen.lang)
    reasons = [say("shares {industries}").format(industries=shared)] if shared else []
    reasons += [say(f"alike.{name}") for name in likeness.reasons if name != "industries"]
    return say("; ").join(reasons)
