"""Is the winner safe? Other weights, other methods, criteria left out, unknown values."""

import altair as alt
import streamlit as st
from pandas import DataFrame

from components import plot, sheet, state
from geo.siting.criteria import CRITERIA
from geo.siting.ranking import Ranking
from geo.siting.ranking_methods import METHODS, correlate_methods, rank_by_methods
from geo.siting.robustness import DRAWS, Flip, Robustness, assess_winner
from geo.ties import sort_rows
from layers.style import PALETTES
from screens.invest.parameters import Choices

SHOWN = 12


def show_robustness(chosen: Choices, ranking: Ranking) -> None:
    """Draw what other weights, unknown values, other methods and fewer criteria change."""
    safe = assess_winner(chosen.question, own_rows=chosen.own_rows)
    if safe is None or ranking.winner is None:
        return
    say = chosen.say
    for line in findings(chosen, ranking, safe):
        st.markdown(f"- {line}")
    left, right = st.columns(2, gap="large")
    with left:
        _shares(chosen, safe)
    with right:
        st.markdown(f"**{say('If one criterion is left out')}**")
        sheet.show_table(say, left_out(chosen, safe), "invest-left-out")
        st.markdown(f"**{say('Other methods')}**")
        st.caption(say(METHOD_NOTE))
        sheet.show_table(say, by_method(chosen), "invest-methods")
        st.caption(agreements(chosen))


METHOD_NOTE = (
    "TOPSIS measures closeness to the best of every scale; PROMETHEE II compares every two parks, "
    "with differences under 5 % of a scale as none and from 25 % as full."
)


def findings(chosen: Choices, ranking: Ranking, safe: Robustness) -> list[str]:
    """Return what the checks say, in sentences."""
    say, winner = chosen.say, str(ranking.winner)
    first = safe.shares.loc[winner]
    lines = [
        say("{park} wins in {wins} of {n} random weightings and is in the top three in {leads}.")
        .format(park=f"**{chosen.marked(winner)}**", wins=percent(first.wins), n=f"{DRAWS:,}",
                leads=percent(first.top_three)),
        flipped(chosen, safe.flip),
    ]  # fmt: skip
    if safe.rivals:
        names = say(", ").join(chosen.marked(one) for one in safe.rivals[:5])
        more = len(safe.rivals) - 5
        text = say("What is unknown or imprecise could put these first: {parks}.")
        lines.append(text.format(parks=names + (say(" and {n} more").format(n=more) * (more > 0))))
    else:
        lines.append(say("Nothing that is unknown or imprecise could put another park first."))
    return lines


def percent(share: float) -> str:
    """Return a share as percent with one decimal."""
    return f"{100 * share:.1f} %"


def flipped(chosen: Choices, flip: Flip | None) -> str:
    """Return the smallest change of weights that dethrones the winner, as a sentence."""
    say = chosen.say
    if flip is None:
        return say("No change of a single weight puts another park first.")
    text = (
        say("If you cared {x} points more about “{criterion}”, {park} would win.")
        if flip.points > 0
        else say("If you cared {x} points less about “{criterion}”, {park} would win.")
    )
    return text.format(
        x=f"{abs(flip.points):.1f}",
        criterion=say(CRITERIA[flip.criterion].name),
        park=f"**{chosen.marked(flip.park)}**",
    )


def shares(chosen: Choices, safe: Robustness) -> DataFrame:
    """Return wins and top-three shares of the parks that win or lead most: park, share, percent."""
    top = safe.shares[safe.shares.top_three > 0]
    top = sort_rows(top, ["wins", "top_three"], ascending=False).head(SHOWN)
    return DataFrame(
        {
            "park": [chosen.name(one) for one in top.index],
            "wins": (100 * top.wins).round(1).to_numpy(),
            "top_three": (100 * top.top_three).round(1).to_numpy(),
        }
    )


def _shares(chosen: Choices, safe: Robustness) -> None:
    say, data = chosen.say, shares(chosen, safe)
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
    drawn = (top + wins).properties(height=alt.Step(24))
    words = say(
        "Bar chart: share of random weightings in which each park wins (narrow bar) or is "
        "in the top three (wide bar); the table below holds the numbers."
    )
    plot.show_chart(plot.to_vega_lite(drawn), words, "invest-shares")
    titles = [say("Name"), say("Wins, %"), say("In the top three, %")]
    sheet.show_table_twin(say, data.set_axis(titles, axis=1), "invest-shares")


def left_out(chosen: Choices, safe: Robustness) -> DataFrame:
    """Return what leaving each criterion out does, in the reader's words."""
    say, found = chosen.say, safe.left_out
    return DataFrame(
        {
            say("Left out"): [say(CRITERIA[name].name) for name in found.index],
            say("Winner then"): [chosen.name(one) for one in found.winner],
            say("Present winner's rank"): found["rank"].tolist(),
            say("Kendall τ"): found.tau.round(2).tolist(),
        }
    )


def by_method(chosen: Choices) -> DataFrame:
    """Return the ranks of the leading parks under each method, in the reader's words."""
    say, ranks = chosen.say, rank_by_methods(chosen.question, own_rows=chosen.own_rows).head(SHOWN)
    return DataFrame(
        {say("Name"): [chosen.name(one) for one in ranks.index]}
        | {say(f"method.{name}"): ranks[name].tolist() for name in METHODS}
    )


def agreements(chosen: Choices) -> str:
    """Return Kendall's τ between the methods as a sentence."""
    say, ranks = chosen.say, rank_by_methods(chosen.question, own_rows=chosen.own_rows)
    taus = correlate_methods(ranks)
    if len(ranks) < 2:
        return say("Agreement needs two parks or more.")
    return say("Agreement of the orders (Kendall τ, 1 is the same): {pairs}.").format(
        pairs="; ".join(
            f"{say(f'method.{one}')} – {say(f'method.{other}')} {taus.at[one, other]:.2f}"
            for one, other in (METHODS[:2], METHODS[::2], METHODS[1:])
        )
    )
