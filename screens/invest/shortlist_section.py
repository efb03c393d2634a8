"""Two to six parks side by side: every criterion, the differences, the evidence, the unknown."""

from functools import partial

import streamlit as st

from components.linked import bind_widget
from geo.siting.ranking import Ranking
from layers.markup import render_template
from screens.invest import answer_sentences, parameters, park_comparison
from screens.invest.parameters import Choices

NOTE = 500  # characters


def show_shortlist(chosen: Choices, ranking: Ranking) -> None:
    """Draw the shortlist with its notes, and the comparison when it holds two parks or more."""
    say = chosen.say
    st.caption(say("Stars in the list fill the shortlist, up to six parks; two or more compare."))
    if not chosen.shortlist:
        return
    columns = st.columns(min(3, len(chosen.shortlist)))
    for place, park in enumerate(chosen.shortlist):
        with columns[place % len(columns)], st.container(border=True):
            _entry(chosen, ranking, park)
    if len(chosen.shortlist) > 1:
        st.html(
            render_template(
                "screens/invest/invest_compare.html",
                chosen.lang,
                **park_comparison.compare_parks(chosen, ranking, chosen.shortlist, inline=False),
            )
        )


def _entry(chosen: Choices, ranking: Ranking, park: str) -> None:
    say = chosen.say
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        st.markdown(f"**{chosen.escaped_name(park)}**")
        st.button(
            say("Take off"), icon=":material/close:", type="tertiary", key=f"invest-off-{park}",
            on_click=parameters.toggle_shortlisted, args=(park,),
        )  # fmt: skip
    st.caption(answer_sentences.tell_standing(chosen, ranking, park))
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
