"""The time line: what each document adds, repeats or drops; undated ones stand apart."""

import altair as alt
import streamlit as st
from pandas import DataFrame

from components import link, plot
from components.later_context import show_context
from geo.i18n import Language, translator
from geo.names import name_document_date, name_document_year, name_industry, name_place
from layers.markup import render_template
from layers.style import PALETTES, Palette
from screens.industries import parameters
from screens.industries.industry_wording import shorten_place
from screens.industries.parameters import Choices
from screens.industries.timeline_story import (
    CHANGES,
    find_changes,
    order_documents,
    tell_story,
)

SHAPES = (
    "triangle-up",
    "circle",
    "M-1,-.6L-.6,-1L0,-.4L.6,-1L1,-.6L.4,0L1,.6L.6,1L0,.4L-.6,1L-1,.6L-.4,0Z",
    "square",
    "diamond",
)


def show_timeline(chosen: Choices) -> None:
    """Draw the time line of the chosen place, or of the chosen industry."""
    say, lang = chosen.say, chosen.lang
    parameters.show_axis(chosen)
    if chosen.axis == "place" and chosen.kind == "prefecture":
        _show_way_to_comparison(chosen)
    changes = find_changes(chosen)
    left, right = st.columns([3, 2], gap="large")
    with left:
        if changes.empty:
            st.info(say("None of the documents names it."))
        else:
            _show_chart(chosen, changes, chosen.axis)
            st.caption(
                say(
                    "An undated document is shown apart; no year is assumed."
                    " The 2021 document names no industry for any place, so its column is empty."
                    " Names are compared as the documents use them: what is dropped may go on"
                    " under a narrower or wider name; by sector this shows."
                )
            )
    with right:
        of_place = chosen.axis == "place"
        head = name_place(chosen.place, lang) if of_place else name_industry(chosen.item, lang)
        chapters = tell_story(chosen)
        st.html(
            render_template("screens/industries/timeline.html", lang, head=head, chapters=chapters)
        )
    st.header(say("What came later"))
    show_context(lang)


def _show_way_to_comparison(chosen: Choices) -> None:
    """Lead to the same place with the two dated documents side by side, on Policy."""
    choices = {"policy-part": "changes", "policy-place": chosen.place, "policy-by": chosen.by}
    st.page_link(
        "screens/policy/page.py",
        label=chosen.say("The dated documents on {place} side by side, on Policy").format(
            place=name_place(chosen.place, chosen.lang)
        ),
        icon=":material/compare_arrows:",
        query_params=link.list_carried("policy") | choices,
    )


def _show_chart(chosen: Choices, changes: DataFrame, axis: str) -> None:
    say, lang, palette = chosen.say, chosen.lang, PALETTES[chosen.theme]
    data = _tabulate_points(changes, axis, lang)
    x = alt.X(
        "document:N",
        title=None,
        scale=alt.Scale(domain=_list_columns(lang)),
        axis=alt.Axis(orient="top", labelAngle=0, labelFontSize=13),
    )
    y = alt.Y(
        "name:N",
        title=None,
        sort=list(dict.fromkeys(data.name)),
        axis=alt.Axis(labelLimit=200, grid=True, labelFontSize=13),
    )
    base = alt.Chart(data).encode(x=x, y=y)
    points = base.mark_point(size=170, filled=True, opacity=1).encode(
        **_encode_changes([say(f"change.{change}") for change in CHANGES], palette),
        tooltip=["name:N", "document:N", "change:N"],
    )
    lines = (
        base.transform_filter("datum.dated")
        .mark_line(strokeWidth=2, opacity=0.4, color=palette.text_soft)
        .encode(detail="name:N")
    )
    chart = (lines + points).properties(height=alt.Step(30))
    alt_text = say("Time line; its table holds the same.")
    table = tabulate_changes(changes, lang)
    plot.show_chart(plot.to_vega_lite(chart), alt_text, "time-line", table)


def _tabulate_points(changes: DataFrame, axis: str, lang: Language) -> DataFrame:
    """Return a row a point: name, document, change, and whether it lies on a line."""
    say = translator(lang)
    if axis == "place":
        names = [name_industry(item, lang) for item in changes["item"]]
    else:
        names = [shorten_place(place, lang) for place in changes.place]
    return DataFrame(
        {
            "name": names,
            "document": [name_document_year(document, lang) for document in changes.document],
            "change": [say(f"change.{change}") for change in changes.change],
            "dated": ~changes.change.isin(["undated", "belt"]).to_numpy(),
        }
    )


def _encode_changes(names: list[str], palette: Palette) -> dict[str, alt.Shape | alt.Color]:
    """Return the shape and colour of each kind of change, with one legend for both."""
    colours = [
        palette.cluster,
        palette.national,
        palette.selected,
        palette.text_soft,
        palette.brand,
    ]
    legend = alt.Legend(title=None, orient="bottom", columns=2, labelLimit=240)
    shapes = alt.Scale(domain=names, range=list(SHAPES))
    return {
        "shape": alt.Shape("change:N", scale=shapes, legend=legend),
        "color": alt.Color("change:N", scale=alt.Scale(domain=names, range=colours), legend=legend),
    }


def _list_columns(lang: Language) -> list[str]:
    """Return the columns of the chart: dated documents, a gap, then the undated ones."""
    dated, undated = (
        [name_document_year(document, lang) for document in documents]
        for documents in order_documents()
    )
    return [*dated, *([" ", *undated] if undated else ())]


def tabulate_changes(changes: DataFrame, lang: Language) -> DataFrame:
    """Return the changes in the reader's words."""
    say = translator(lang)
    return DataFrame(
        {
            say("Place"): [name_place(place, lang) for place in changes.place],
            say("Industry or sector"): [name_industry(item, lang) for item in changes["item"]],
            say("Document"): [name_document_year(key, lang) for key in changes.document],
            say("Date"): [name_document_date(key, lang) for key in changes.document],
            say("Change"): [say(f"change.{change}") for change in changes.change],
        }
    )
