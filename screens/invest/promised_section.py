"""What the documents promise in the park that is selected, and whom to ask."""

import streamlit as st

from components import state
from components.linked import bind_widget
from geo.promise_wording import tell_park
from geo.siting.wording.answer import Answer
from layers.markup import render_template
from screens.invest.parameters import Choices


def show_promised(chosen: Choices, answer: Answer) -> None:
    """Draw the choice of a park, whom to ask, and each promise with its state and its sentence."""
    park = chosen.park or answer.ranking.winner
    if park is None:
        return
    ranked = [str(key) for key in answer.ranking.table.index]
    st.selectbox(
        chosen.say("Park"),
        ranked if park in ranked else [park, *ranked],
        format_func=answer.name_park,
        width=480,
        **bind_widget("invest-promised-park", park, _take_park),
    )
    told = tell_park(answer.ranking.parks.loc[park], chosen.lang)
    st.html(
        render_template(
            "screens/invest/promised.html",
            chosen.lang,
            told=told,
            name=answer.name_park(park),
            unverified=answer.ranking.parks.status[park] == "unverified",
        )
    )


def _take_park(park: str) -> None:
    state.select_thing(("parks", park))
