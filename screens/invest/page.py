"""The investor's page: a short list of parks, and whether it stands."""

import streamlit as st

from components import panel
from components.markdown import escape_markdown
from components.page_title import show_page_title
from geo.names import join_industries
from geo.siting.ranking import rank_parks
from geo.siting.wording.answer import Answer
from screens.invest import (
    excluded_parks,
    method_section,
    parameters,
    question_panel,
    ranking_list,
    ranking_map,
    report_download,
    robustness_section,
    shortlist_section,
    similar_section,
    weights_panel,
)
from screens.invest.page_head import show_heading, show_switch

MAP_HEIGHT = 560
PARTS = {
    "safe": robustness_section.show_robustness,
    "compare": shortlist_section.show_shortlist,
    "similar": similar_section.show_similar_parks,
    "criteria": method_section.show_method,
}

chosen = parameters.Choices.current()
industries = join_industries(chosen.filter.industry, chosen.lang)
show_page_title(chosen.say("Which park suits my project?"), industries)
ranking = rank_parks(chosen.question, own_rows=chosen.own_rows)
answer = Answer(ranking, chosen.lang, chosen.own_rows, escape=escape_markdown, strong="**{}**")

with st.sidebar:
    question_panel.show_question(chosen)
    st.divider()
    weights_panel.show_weights(chosen)
show_heading(chosen, answer)
if ranking.winner is None:
    excluded_parks.show_nothing_left(answer)
else:
    left, right = st.columns([6, 5], gap="medium")
    with left:
        ranking_list.show_ranking(chosen, answer)
    with right:
        ranking_map.show_ranking_map(chosen, ranking, MAP_HEIGHT)
        report_download.show_report_downloads(chosen, ranking)
    ranking_list.show_twin(answer)
excluded_parks.show_excluded_parks(answer)
if chosen.park:
    with st.expander(answer.mention_park(chosen.park), icon=":material/factory:", expanded=True):
        panel.show_panel(chosen)
show_switch(chosen)
PARTS[chosen.part](chosen, answer)
method_section.show_notice(chosen)
