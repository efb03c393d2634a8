"""Policy emphasis, named for what it is: an index of counts of statements; and what it is not."""

from functools import cache

import altair as alt
import streamlit as st
from pandas import DataFrame

from components import plot, sheet
from geo import claims
from geo.i18n import translator
from geo.measures import measure_emphasis
from geo.names import name_industry, name_place
from geo.ties import sort_rows
from layers.style import PALETTES
from screens.industries import claim_evidence
from screens.industries.parameters import Choices

FEW = 10  # statements about a place below which a reader is warned


def show_emphasis(chosen: Choices) -> None:
    """Draw the emphasis of the chosen place by sector, all places as a table, and the limits."""
    say, lang = chosen.say, chosen.lang
    found = _emphasis(chosen.kind, chosen.counties)
    here = found[found.place == chosen.place]
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.subheader(say("Policy emphasis: {place}").format(place=name_place(chosen.place, lang)))
        _chart(chosen, here)
        st.caption(_basis(chosen, here))
    with right:
        st.subheader(say("What is not computable from these sources"))
        st.markdown(_limits(chosen))
    st.subheader(say("The same as a table, every place"))
    sheet.show_table(
        chosen.say, rows(chosen.kind, chosen.counties, lang), f"emphasis-{chosen.kind}", height=360
    )
    claim_evidence.draw_folded_claim(chosen)


@cache
def _emphasis(kind: str, counties: bool) -> DataFrame:
    return measure_emphasis(claims.of_kind(claims.list_claims("sector", counties=counties), kind))


def _chart(chosen: Choices, here: DataFrame) -> None:
    say, lang, colours = chosen.say, chosen.lang, PALETTES[chosen.theme]
    here = sort_rows(here[here.k > 0], ["value"], ascending=False, tie="item")
    words = say("{value} ({k} of {n})")
    data = DataFrame(
        {
            "name": [name_industry(one, lang) for one in here["item"]],
            "value": here.value,
            "text": [
                words.format(value=f"{one.value:.1f}", k=one.k, n=one.n)
                for one in here.itertuples()
            ],
        }
    )
    base = alt.Chart(data).encode(
        x=alt.X(
            "value:Q",
            title=say("times as often as for all places"),
            scale=alt.Scale(domain=[0, max(2.0, float(data.value.max()) * 1.25)]),
            axis=alt.Axis(tickCount=5, grid=False),
        ),
        y=alt.Y(
            "name:N",
            sort=None,
            title=None,
            axis=alt.Axis(labelLimit=170),
        ),
    )
    bars = base.mark_bar(color=colours.national, height=14, cornerRadiusEnd=2)
    texts = base.mark_text(align="left", dx=5, color=colours.text).encode(text="text:N")
    one = (
        alt.Chart(DataFrame({"x": [1.0]}))
        .mark_rule(strokeDash=[4, 3], color=colours.text_soft)
        .encode(x="x:Q")
    )
    chart = (bars + texts + one).properties(height=alt.Step(26))
    words = say("Bars of emphasis by sector; the table below holds the same.")
    plot.show_chart(plot.to_vega_lite(chart), words, "emphasis")


def _basis(chosen: Choices, here: DataFrame) -> str:
    say = chosen.say
    n, total = int(here.n.iloc[0]), int(here.n_all.iloc[0])
    words = say(
        "Share of the statements about this place that name an industry of the sector, over the"
        " share among all statements about {kind}: n = {n} here, {total} in all. A count of"
        " statements in documents, not of output or jobs. Dashed line: as often as everywhere."
    )
    text = words.format(kind=say(f"all.{chosen.kind}"), n=n, total=total)
    few = say("With so few statements one more or less changes the picture.")
    return f"{text} **{few}**" if n < FEW else text


def _limits(chosen: Choices) -> str:
    say = chosen.say
    items = {
        say("Location quotient"): say(
            "needs employment or output by place and industry, with the totals of the province."
        ),
        say("Ellison-Glaeser index"): say(
            "needs employment by place and industry, and the size of every plant in the industry."
        ),
        say("Herfindahl and Krugman indices"): say(
            "need employment or output by industry for each place."
        ),
    }
    listed = "\n".join(f"- **{name}**: {need}" for name, need in items.items())
    ready = say(
        "The documents name industries and give no such figures by place. Functions for location"
        " quotient, Herfindahl and Krugman are ready in `geo.measures` for data you bring."
    )
    return f"{listed}\n\n{ready}"


@cache
def rows(kind: str, counties: bool, lang: str) -> DataFrame:
    """Return the emphasis of every place and sector with its counts."""
    say, found = translator(lang), _emphasis(kind, counties)
    found = sort_rows(found, ["place", "value"], ascending=[True, False], tie="item")
    return DataFrame(
        {
            say("Place"): [name_place(one, lang) for one in found.place],
            say("Sector"): [name_industry(one, lang) for one in found["item"]],
            say("Statements on the sector (k)"): found.k,
            say("Statements about the place (n)"): found.n,
            say("On the sector, all places (K)"): found.k_all,
            say("All statements (N)"): found.n_all,
            say("Share here"): found["share"].round(3),
            say("Emphasis"): found.value.round(2),
        }
    )
