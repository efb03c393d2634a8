"""The time line: what each document adds, repeats or drops; the undated one stands apart."""

import altair as alt
import streamlit as st
from pandas import DataFrame

from components import plot, sheet
from geo import claims
from geo.i18n import translator
from geo.names import name_document_year, name_industry, name_place
from layers.markup import render_template
from layers.style import PALETTES
from screens.industries import parameters
from screens.industries.industry_wording import shorten_place
from screens.industries.parameters import Choices
from screens.industries.timeline_story import CHANGES, changes, story

SHAPES = (
    "triangle-up",
    "circle",
    "M-1,-.6L-.6,-1L0,-.4L.6,-1L1,-.6L.4,0L1,.6L.6,1L0,.4L-.6,1L-1,.6L-.4,0Z",
    "square",
    "diamond",
)


def show(chosen: Choices) -> None:
    """Draw the time line of the chosen place, or of the chosen industry."""
    say, lang = chosen.say, chosen.lang
    parameters.show_axis(chosen)
    axis = chosen.axis
    found = changes(chosen)
    left, right = st.columns([3, 2], gap="large")
    with left:
        if found.empty:
            st.info(say("None of the documents names it."))
        else:
            _chart(chosen, found, axis)
            st.caption(
                say(
                    "No year is guessed for the undated document: it stands apart, on no line."
                    " The 2021 document names no industry for any place, so its column is empty."
                    " Names are compared as the documents use them: what is dropped may go on"
                    " under a narrower or wider name; by sector this shows."
                )
            )
    with right:
        words = story(chosen)
        st.html(
            render_template(
                "screens/industries/timeline.html",
                lang,
                head=_head(chosen, axis, lang),
                documents=words,
            )
        )
    st.subheader(say("The same as a table"))
    sheet.show(
        chosen.say,
        rows(found, lang),
        f"timeline-{chosen.place if axis == 'place' else chosen.item}",
    )


def _head(chosen: Choices, axis: str, lang: str) -> str:
    return name_place(chosen.place, lang) if axis == "place" else name_industry(chosen.item, lang)


def _chart(chosen: Choices, found: DataFrame, axis: str) -> None:
    say, lang, colours = chosen.say, chosen.lang, PALETTES[chosen.theme]
    years, undated = _columns(lang)
    name = (
        (lambda one: name_industry(one, lang))
        if axis == "place"
        else (lambda one: shorten_place(one, lang))
    )
    data = DataFrame(
        {
            "name": found["item" if axis == "place" else "place"].map(name),
            "document": found.document.map(lambda one: name_document_year(one, lang)),
            "change": found.change.map(lambda one: say(f"change.{one}")),
            "dated": (found.change != "undated") & (found.change != "belt"),
        }
    )
    words = [say(f"change.{one}") for one in CHANGES]
    x = alt.X(
        "document:N",
        title=None,
        scale=alt.Scale(domain=[*years, " ", undated]),
        axis=alt.Axis(orient="top", labelAngle=0, ticks=False, domain=False, labelFontSize=13),
    )
    y = alt.Y(
        "name:N",
        title=None,
        sort=list(dict.fromkeys(data.name)),
        axis=alt.Axis(labelLimit=200, ticks=False, domain=False, grid=True, labelFontSize=13),
    )
    base = alt.Chart(data).encode(x=x, y=y)
    points = base.mark_point(size=170, filled=True, opacity=1).encode(
        shape=alt.Shape(
            "change:N",
            scale=alt.Scale(domain=words, range=list(SHAPES)),
            legend=alt.Legend(title=None, orient="bottom", columns=2, labelLimit=240),
        ),
        color=alt.Color(
            "change:N",
            scale=alt.Scale(
                domain=words,
                range=[
                    colours.cluster,
                    colours.national,
                    colours.selected,
                    colours.text_soft,
                    colours.brand,
                ],
            ),
            legend=alt.Legend(title=None, orient="bottom", columns=2, labelLimit=240),
        ),
        tooltip=["name:N", "document:N", "change:N"],
    )
    lines = (
        base.transform_filter("datum.dated")
        .mark_line(strokeWidth=2, opacity=0.4, color=colours.text_soft)
        .encode(detail="name:N")
    )
    drawn = (lines + points).properties(height=alt.Step(30))
    plot.show(plot.spec(drawn), say("Time line; the table below holds the same."), "time-line")


def _columns(lang: str) -> tuple[list[str], str]:
    dates = claims.document_dates()
    dated = dates.dropna().sort_values(kind="stable").index
    undated = next(one for one in dates.index if one not in dated)
    return [name_document_year(one, lang) for one in dated], name_document_year(undated, lang)


def rows(found: DataFrame, lang: str) -> DataFrame:
    """Return the changes in the reader's words."""
    say = translator(lang)
    dates = claims.document_dates()
    return DataFrame(
        {
            say("Place"): [name_place(one, lang) for one in found.place],
            say("Industry or sector"): [name_industry(one, lang) for one in found["item"]],
            say("Document"): [name_document_year(one, lang) for one in found.document],
            say("Date"): [
                dates[one].isoformat() if dates[one] else say("undated") for one in found.document
            ],
            say("Change"): [say(f"change.{one}") for one in found.change],
        }
    )
