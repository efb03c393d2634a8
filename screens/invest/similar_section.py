"""Parks similar to the selected one, and why."""

import streamlit as st
from pandas import DataFrame

from components import sheet
from geo.filters import label_option
from geo.siting.ranking import Ranking
from geo.siting.similar_parks import Likeness, find_similar_parks
from screens.invest import parameters
from screens.invest.parameters import Choices


def show_similar_parks(chosen: Choices, ranking: Ranking) -> None:
    """Draw the parks most like the selected one, or the winner when none is selected."""
    say, park = chosen.say, chosen.park or ranking.winner
    if park is None:
        return
    st.markdown(say("Parks most like {park}").format(park=f"**{chosen.marked(park)}**"))
    st.caption(
        say("Mean of what is known of both: shared industries, level, kind, belts, area, access.")
    )
    found = find_similar_parks(
        park, unverified=chosen.question.unverified, own_rows=chosen.own_rows
    )
    sheet.show_table(say, _table(chosen, found), "invest-similar")
    with st.container(horizontal=True):
        for one in found:
            st.button(
                chosen.name(one.park),
                icon=":material/star:" if one.park not in chosen.shortlist else ":material/check:",
                key=f"invest-like-{one.park}",
                on_click=parameters.keep,
                args=(one.park,),
                help=say("Put on the shortlist, or take off"),
            )


def _table(chosen: Choices, found: list[Likeness]) -> DataFrame:
    say = chosen.say
    return DataFrame(
        {
            say("Name"): [chosen.name(one.park) for one in found],
            say("Likeness, %"): [round(100 * one.degree) for one in found],
            say("Why"): [_why(chosen, one) for one in found],
        }
    )


def _why(chosen: Choices, one: Likeness) -> str:
    say = chosen.say
    shared = say(", ").join(label_option("industry", key, chosen.lang) for key in one.shared)
    reasons = [say("shares {industries}").format(industries=shared)] if shared else []
    reasons += [say(f"alike.{name}") for name in one.reasons if name != "industries"]
    return say("; ").join(reasons)
