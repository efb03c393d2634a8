"""The investor's page: it asks, ranks, and says whether the answer stands."""

import streamlit as st

from components.markdown import escape_markdown
from components.page_title import show_page_title
from geo.names import join_industries
from geo.siting.ranking import rank_parks
from geo.siting.wording.answer import Answer
from screens.invest import (
    arrival_notice,
    excluded_parks,
    method_section,
    page_head,
    parameters,
    promised_section,
    question_form,
    question_panel,
    ranking_view,
    robustness_section,
    shortlist_section,
    shortlist_tray,
    similar_section,
    weights_panel,
)

PARTS = {
    "list": ranking_view.show_ranking_view,
    "promised": promised_section.show_promised,
    "safe": robustness_section.show_robustness,
    "compare": shortlist_section.show_shortlist,
    "similar": similar_section.show_similar_parks,
    "criteria": method_section.show_method,
}


def show_answer(chosen: parameters.Choices, answer: Answer) -> None:
    """Draw the answer: the winner and its safety, then the chosen part."""
    if answer.ranking.winner is None:
        excluded_parks.show_nothing_left(answer)
        excluded_parks.show_excluded_parks(answer)
        return
    page_head.show_heading(chosen, answer)
    page_head.show_switch(chosen)
    PARTS[chosen.part](chosen, answer)
    method_section.show_notice(chosen)
    shortlist_tray.show_tray(chosen, answer)


chosen = parameters.Choices.current()
industries = join_industries(chosen.filter.industry, chosen.lang)
show_page_title(chosen.say("Which park suits my project?"), industries)
page_head.show_faults(chosen)
ranking = rank_parks(chosen.question, own_rows=chosen.own_rows)
answer = Answer(ranking, chosen.lang, chosen.own_rows, escape=escape_markdown, strong="**{}**")
page_head.show_rows_beyond(answer)
if chosen.is_asked:
    arrival_notice.show_arrival_notice(chosen)
    page_head.show_question(chosen, answer)
    with st.container(key="invest-body"):
        fold = "open" if page_head.is_panel_open() else "folded"
        with st.container(key=f"invest-panel-{fold}"):
            question_panel.show_question(chosen)
            weights_panel.show_weights(chosen)
        with st.container(key="invest-answer"):
            show_answer(chosen, answer)
else:
    question_form.show_question_form(chosen)
