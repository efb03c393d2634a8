"""Policy emphasis, named for what it is: an index of counts of statements; and what it is not."""

from functools import cache

import altair as alt
import streamlit as st
from pandas import DataFrame

from components import plot, sheet
from geo import claims
from geo.i18n import Language, translator
from geo.measures import measure_emphasis
from geo.names import map_sectors, name_industry, name_place
from geo.ties import sort_rows
from layers.style import PALETTES
from screens.industries import claim_evidence
from screens.industries.parameters import Choices

FEW = 10  # statements about a place below which a reader is warned


def show_emphasis(chosen: Choices) -> None:
    """Draw the emphasis of the chosen place by sector, all places as a table, and the limits."""
    say, lang = chosen.say, chosen.lang
    emphasis = _measure_emphasis(chosen.kind, chosen.counties)
    if chosen.is_everywhere:
        sector = chosen.item if chosen.by == "sector" else map_sectors()[chosen.item]
        emphasis, about = emphasis[emphasis["item"] == sector], name_industry(sector, lang)
    else:
        emphasis, about = emphasis[emphasis.place == chosen.place], name_place(chosen.place, lang)
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.header(say("Policy emphasis: {about}").format(about=about))
        _show_chart(chosen, emphasis)
        st.caption(_explain_basis(chosen, emphasis))
    with right:
        st.header(say("What is not computable from these sources"))
        st.markdown(_list_limits(chosen))
    st.header(say("The same as a table, every place"))
    sheet.show_table(
        chosen.say,
        tabulate_emphasis(chosen.kind, chosen.counties, lang),
        f"emphasis-{chosen.kind}",
        height=360,
    )
    claim_evidence.show_folded_claim(chosen)


@cache
def _measure_emphasis(kind: str, counties: bool) -> DataFrame:
    return measure_emphasis(claims.of_kind(claims.list_claims("sector", counties=counties), kind))


def _show_chart(chosen: Choices, emphasis: DataFrame) -> None:
    say, lang, palette = chosen.say, chosen.lang, PALETTES[chosen.theme]
    named, name = ("place", name_place) if chosen.is_everywhere else ("item", name_industry)
    emphasis = sort_rows(emphasis[emphasis.k > 0], ["value"], ascending=False, tie=named)
    label = say("{value} ({k} of {n})")
    data = DataFrame(
        {
            "name": [name(key, lang) for key in emphasis[named]],
            "value": emphasis.value,
            "text": [
                label.format(value=f"{row.value:.1f}", k=row.k, n=row.n)
                for row in emphasis.itertuples()
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
    bars = base.mark_bar(color=palette.national, height=14, cornerRadiusEnd=2)
    texts = base.mark_text(align="left", dx=5, color=palette.text).encode(text="text:N")
    everywhere = (
        alt.Chart(DataFrame({"x": [1.0]}))
        .mark_rule(strokeDash=[4, 3], color=palette.text_soft)
        .encode(x="x:Q")
    )
    chart = (bars + texts + everywhere).properties(height=alt.Step(26))
    heads = [say("Sector") if named == "item" else say("Place"), say("Emphasis"), say("Statements")]
    table = data.assign(value=data.value.round(2)).set_axis(heads, axis=1)
    alt_text = say("Bars of emphasis by sector; its table holds the same.")
    plot.show_chart(plot.to_vega_lite(chart), alt_text, "emphasis", table)


def _explain_basis(chosen: Choices, emphasis: DataFrame) -> str:
    say = chosen.say
    total = int(emphasis.n_all.iloc[0])
    if chosen.is_everywhere:
        everywhere = say(
            "Share of the statements about a place that name an industry of this sector, over the"
            " share among all {total} statements about {kind}. A count of statements in documents,"
            " not of output or jobs. Dashed line: as often as everywhere."
        )
        return everywhere.format(kind=say(f"all.{chosen.kind}"), total=total)
    n = int(emphasis.n.iloc[0])
    sentence = say(
        "Share of the statements about this place that name an industry of the sector, over the"
        " share among all statements about {kind}: n = {n} here, {total} in all. A count of"
        " statements in documents, not of output or jobs. Dashed line: as often as everywhere."
    )
    text = sentence.format(kind=say(f"all.{chosen.kind}"), n=n, total=total)
    few = say("With so few statements one more or less changes the picture.")
    return f"{text} **{few}**" if n < FEW else text


def _list_limits(chosen: Choices) -> str:
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
def tabulate_emphasis(kind: str, counties: bool, lang: Language) -> DataFrame:
    """Return the emphasis of every place and sector with its counts."""
    say, rows = translator(lang), _measure_emphasis(kind, counties)
    rows = sort_rows(rows, ["place", "value"], ascending=[True, False], tie="item")
    return DataFrame(
        {
            say("Place"): [name_place(place, lang) for place in rows.place],
            say("Sector"): [name_industry(sector, lang) for sector in rows["item"]],
            say("Statements on the sector (k)"): rows.k,
            say("Statements about the place (n)"): rows.n,
            say("On the sector, all places (K)"): rows.k_all,
            say("All statements (N)"): rows.n_all,
            say("Share here"): rows["share"].round(3),
            say("Emphasis"): rows.value.round(2),
        }
    )
