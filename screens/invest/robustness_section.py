"""Is the winner safe? Other weights, other methods, criteria left out, unknown values."""

import altair as alt
import streamlit as st

from components import plot, state
from geo.siting.robustness import Robustness, assess_winner
from geo.siting.wording import robustness_wording
from geo.siting.wording.answer import Answer
from geo.siting.wording.answer_sentences import METHOD_NOTE
from layers.style import PALETTES
from screens.invest.parameters import Choices
from screens.invest.plain_table import show_plain_table


def show_robustness(_: Choices, answer: Answer) -> None:
    """Draw what other weights, unknown values, other methods and fewer criteria change."""
    safe = assess_winner(answer.question, own_rows=answer.own_rows)
    if safe is None:
        return
    say = answer.say
    for line in robustness_wording.tell_findings(answer, safe):
        st.markdown(f"- {line}")
    left, right = st.columns(2, gap="large")
    with left:
        _shares(answer, safe)
    with right:
        st.markdown(f"**{say('If one criterion is left out')}**")
        left_out = robustness_wording.tabulate_left_out(answer, safe)
        show_plain_table(answer.lang, left_out, "invest-left-out")
        st.markdown(f"**{say('Other methods')}**")
        st.caption(say(METHOD_NOTE))
        ranks = robustness_wording.tabulate_methods(answer)
        show_plain_table(answer.lang, ranks, "invest-methods")
        st.caption(robustness_wording.tell_agreement(answer))


def _shares(answer: Answer, safe: Robustness) -> None:
    say, data = answer.say, robustness_wording.tabulate_shares(answer, safe)
    st.markdown(f"**{say('Share of random weightings')}**")
    st.caption(say("Weights drawn evenly from all that total 100 % (Dirichlet, fixed seed)."))
    palette = PALETTES[state.find_theme()]
    bars = alt.Chart(data).encode(
        y=alt.Y("park:N", sort=None, title=None, axis=alt.Axis(labelLimit=260))
    )
    scale = alt.Scale(domain=[0, 100])
    top = bars.mark_bar(height=14, color=palette.provincial).encode(
        x=alt.X("top_three:Q", scale=scale, title=say("percent")),
        tooltip=[alt.Tooltip("park:N", title=say("Name")),
                 alt.Tooltip("top_three:Q", title=say("In the top three, %")),
                 alt.Tooltip("wins:Q", title=say("Wins, %"))],
    )  # fmt: skip
    wins = bars.mark_bar(height=6, color=palette.national).encode(x=alt.X("wins:Q", scale=scale))
    chart = (top + wins).properties(height=alt.Step(24))
    description = say(
        "Bar chart: share of random weightings in which each park wins (narrow bar) or is "
        "in the top three (wide bar); its table holds the numbers."
    )
    titles = [say("Name"), say("Wins, %"), say("In the top three, %")]
    table = data.set_axis(titles, axis=1)
    plot.show_chart(plot.to_vega_lite(chart), description, "invest-shares", table)
