"""The page asks first: which industry, where, near what; nothing is ranked before."""

from dataclasses import replace
from functools import partial

import streamlit as st

from components import state
from geo.filters import label_option, list_options
from geo.siting.limits import Limit
from screens.invest import arrival_notice, parameters
from screens.invest.parameters import Choices

#: What a park may have to be near, and how near: criterion and kilometres.
NEAR = {"rail_station": 30.0, "airport": 50.0, "border_port": 100.0, "changchun": 50.0}
WHERE = ("belt", "prefecture")


def show_question_form(chosen: Choices) -> None:
    """Draw the form; one button ranks by what is chosen, another ranks all as they are."""
    say = chosen.say
    with st.form("invest-ask", enter_to_submit=False):
        st.multiselect(
            say("Which industries are you in?"),
            list_options("industry"),
            format_func=partial(label_option, "industry", lang=chosen.lang),
            key="invest-ask-industry",
            placeholder=say("Choose one or several"),
            select_all=False,
            help=say("How well a park fits is a matter of degree: no park is excluded for it."),
        )
        st.pills(
            say("Near what?"),
            list(NEAR),
            selection_mode="multi",
            format_func=lambda name: say(f"near.{name}").format(n=f"{NEAR[name]:g}"),
            key="invest-ask-near",
        )
        for facet in WHERE:
            st.pills(
                say(f"where.{facet}"),
                list_options(facet),
                selection_mode="multi",
                format_func=partial(label_option, facet, lang=chosen.lang),
                key=f"invest-ask-{facet}",
            )
        with st.container(horizontal=True):
            st.form_submit_button(
                say("Rank the parks"), type="primary", icon=":material/format_list_numbered:",
                key="invest-ask-rank", on_click=_rank_as_asked,
            )  # fmt: skip
            st.form_submit_button(
                say("Just rank all"), key="invest-ask-all", on_click=Choices.put,
                args=("ranked", True),
            )  # fmt: skip
    st.caption(say("All of it can be changed afterwards, and what matters how much as well."))


def _rank_as_asked() -> None:
    session = st.session_state
    facets = {name: tuple(session[f"invest-ask-{name}"]) for name in ("industry", *WHERE)}
    for facet in WHERE:
        arrival_notice.settle_facet(facet, facets[facet])
    state.choose_filter(replace(state.read_state().filter, **facets))  # type: ignore[arg-type]
    limits = tuple(Limit(name, "<=", NEAR[name]) for name in session["invest-ask-near"])
    parameters.change_question(limits=limits)
    Choices.put("ranked", value=True)
