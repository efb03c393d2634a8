"""The matrix place × industry: which documents say so, with the sentences beside it."""

import streamlit as st

from components import sheet
from components.peek import peek_on_phone
from screens.industries import claim_evidence, claimant_lines, parameters
from screens.industries.matrix_frames import tabulate_agreement
from screens.industries.matrix_grid import show_grid
from screens.industries.parameters import Choices


def show_matrix(chosen: Choices) -> None:
    """Draw who claims the industry, the matrix, the sentences, and the same as a table."""
    say, lang = chosen.say, chosen.lang
    st.html(claimant_lines.render_claimants(chosen))
    left, right = st.columns([14, 5], gap="medium")
    with left, st.container(key=f"matrix-{chosen.by}"):
        show_grid(chosen)
        parameters.show_cell_contents(chosen)
    with right, st.container(key="industries-evidence"), peek_on_phone("industries-claim"):
        st.html(claim_evidence.render_evidence(chosen))
    st.header(say("The same as a table, with agreement"))
    st.caption(
        say(
            "Agreement: how many of the documents that speak of a place name the industry for it."
            " A document that is silent on a place neither agrees nor disagrees."
        )
    )
    st.caption(
        say(
            "Belts are named by the 2013 document only; that of 2021 names no industry for a place."
        )
    )
    frame = tabulate_agreement(chosen.by, chosen.counties, lang)
    sheet.show_table(chosen.say, frame, f"agreement-by-{chosen.by}", height=360)
