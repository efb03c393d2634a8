"""Two to six parks side by side: every criterion, the differences, the evidence, the unknown."""

from functools import partial

import streamlit as st

from components.linked import bind_widget
from geo.siting.wording.answer import Answer
from geo.siting.wording.answer_sentences import tell_standing
from geo.siting.wording.park_comparison import compare_parks
from layers.markup import render_template
from layers.sketch import park_picture
from screens.invest import parameters
from screens.invest.parameters import Choices
from screens.invest.park_marks import mark_parks

NOTE = 500  # characters


def show_shortlist(chosen: Choices, answer: Answer) -> None:
    """Draw the shortlist with its notes, and the comparison when it holds two parks or more."""
    say = chosen.say
    st.caption(say("Stars in the list fill the shortlist, up to six parks; two or more compare."))
    if not chosen.shortlist:
        return
    columns = st.columns(min(3, len(chosen.shortlist)))
    for place, park in enumerate(chosen.shortlist):
        with columns[place % len(columns)], st.container(border=True):
            _entry(answer, park)
    if len(chosen.shortlist) > 1:
        marks = mark_parks(answer.ranking, chosen.shortlist, strong=chosen.shortlist)
        st.html(
            render_template(
                "screens/invest/invest_compare.html",
                chosen.lang,
                **compare_parks(answer, chosen.shortlist),
                maps=[park_picture(mark, answer.lang) for mark in marks],
            )
        )


def _entry(answer: Answer, park: str) -> None:
    say = answer.say
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        st.markdown(answer.stress_park(park))
        st.button(
            say("Remove"), icon=":material/close:", type="tertiary", key=f"invest-off-{park}",
            on_click=parameters.toggle_shortlisted, args=(park,),
        )  # fmt: skip
    st.caption(tell_standing(answer, park))
    st.text_area(
        say("Your notes and reasons"),
        max_chars=NOTE,
        height=80,
        **bind_widget(f"invest-note-{park}", find_notes().get(park, ""), partial(_take_note, park)),
        help=say("Kept in this tab only, and printed in the report; not part of the link."),
    )


def find_notes() -> dict[str, str]:
    """Return the reader's notes by park; they live as long as the tab."""
    notes: dict[str, str] = st.session_state.setdefault("invest-notes", {})
    return notes


def _take_note(park: str, note: str) -> None:
    find_notes()[park] = note.strip()
