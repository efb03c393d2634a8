"""The tray at the foot of the window: the shortlist, its comparison, and the report."""

import streamlit as st

from geo.names import join_names
from geo.siting.wording.answer import Answer
from layers.markup import render_template
from screens.invest import parameters, report_download
from screens.invest.parameters import Choices

FIRST = 3  # parks that are compared when the reader has starred none
TURNED = "invest-turned"


def show_tray(chosen: Choices, answer: Answer) -> None:
    """Draw the tray; it stays in sight on every part of the page."""
    parks = chosen.shortlist
    with st.container(horizontal=True, vertical_alignment="center", key="invest-tray"):
        names = join_names((answer.shorten_park(park) for park in parks), chosen.lang)
        st.html(
            render_template(
                "screens/invest/shortlist_tray.html", chosen.lang, count=len(parks), names=names
            )
        )
        _show_comparison_button(chosen, answer)
        report_download.show_report_download(chosen, answer.ranking, chosen.lang)
    if st.session_state.pop(TURNED, False):
        st.html(
            render_template("screens/invest/to_top.html", chosen.lang),
            unsafe_allow_javascript=True,
        )


def _show_comparison_button(chosen: Choices, answer: Answer) -> None:
    say, parks = chosen.say, chosen.shortlist
    leading = tuple(str(park) for park in answer.ranking.table.index[:FIRST])
    compared = parks or leading
    st.button(
        say("Compare") if parks else say("Compare the first {n}").format(n=len(leading)),
        icon=":material/compare:",
        key="invest-tray-compare",
        disabled=len(compared) < 2,
        on_click=_compare_parks,
        args=(compared,),
    )


def _compare_parks(parks: tuple[str, ...]) -> None:
    parameters.shortlist_parks(parks)
    Choices.put("part", "compare")
    st.session_state[TURNED] = True
