"""Who is like whom in what is named for them, and what many or one claim."""

import altair as alt
import streamlit as st
from pandas import DataFrame

from components import plot, sheet
from geo import claims
from geo.names import name_place
from layers.markup import render_template
from layers.style import PALETTES
from screens.industries import claim_evidence
from screens.industries.industry_wording import shorten_place
from screens.industries.likeness_tables import (
    list_alike,
    measure_likeness,
    rank_resembling,
    shorten_number,
    tabulate_claimed,
    tabulate_pairs,
)
from screens.industries.parameters import Choices


def show_likeness(chosen: Choices) -> None:
    """Draw who resembles the chosen place, the whole picture, and what many or one claim."""
    say, lang = chosen.say, chosen.lang
    st.info(
        say(
            "What this can show: which places the documents steer towards the same industries. What"
            " it cannot prove: that their economies are alike. The documents give names, not"
            " employment or output; a short list of names makes any likeness unsteady."
        ),
        icon=":material/balance:",
    )
    left, right = st.columns(2, gap="large")
    with left:
        _show_ranking(chosen)
    with right:
        st.header(say("Every pair ({level})").format(level=say(f"by.{chosen.by}")))
        _show_heat_map(chosen)
        st.caption(
            say("The stronger the colour, the more alike: .15 stands for 2 of 13 names shared.")
        )
    st.header(say("Claimed by many, claimed by one"))
    items = tabulate_claimed(chosen.by, chosen.kind, chosen.counties, lang)
    st.caption(_count_claimed(items, chosen))
    sheet.show_table(chosen.say, items, f"claimed-{chosen.kind}-{chosen.by}", height=400)
    claim_evidence.show_folded_claim(chosen)


def _show_ranking(chosen: Choices) -> None:
    """Draw who is most like the chosen place, or which two places are most alike."""
    say, lang = chosen.say, chosen.lang
    place = None if chosen.is_everywhere else chosen.place
    title = (
        say("Which resemble {place} most").format(place=name_place(place, lang))
        if place
        else say("Which two are most alike")
    )
    st.header(title)
    st.caption(say("Of all industries named for either place, how many are named for both."))
    st.html(
        render_template(
            "screens/industries/likeness.html",
            lang,
            title=title,
            columns=[say("Place"), say("Same industries"), say("Same sectors")],
            rows=list_alike(chosen.kind, chosen.counties, place, lang),
        )
    )
    if place:
        frame = rank_resembling(chosen.kind, chosen.counties, place, lang)
        sheet.show_table_download(say, frame, f"like-{place}")


def _show_heat_map(chosen: Choices) -> None:
    say, lang, palette = chosen.say, chosen.lang, PALETTES[chosen.theme]
    pairs = measure_likeness(chosen.by, chosen.kind, chosen.counties)
    names = [shorten_place(place, lang) for place in claims.list_places(chosen.kind)]
    data = DataFrame(
        {
            "place": [shorten_place(place, lang) for place in pairs.place],
            "other": [shorten_place(place, lang) for place in pairs.other],
            "value": pairs.value,
            "text": ["–" if value != value else shorten_number(value) for value in pairs.value],
            "counts": [
                say("{n} of {of} names shared").format(n=len(pair.shared), of=len(pair.either))
                for pair in pairs.itertuples()
            ],
        }
    )
    base = alt.Chart(data).encode(
        x=alt.X(
            "other:N",
            sort=names,
            title=None,
            axis=alt.Axis(orient="top", labelAngle=-40),
        ),
        y=alt.Y(
            "place:N",
            sort=names,
            title=None,
            axis=alt.Axis(labelLimit=120),
        ),
        tooltip=[
            alt.Tooltip("place:N", title=say("Place")),
            alt.Tooltip("other:N", title=say("Other place")),
            alt.Tooltip("counts:N", title=say("Similarity")),
        ],
    )
    opacity = alt.Opacity("value:Q", scale=alt.Scale(domain=[0, 1], range=[0.04, 1]), legend=None)
    cells = base.mark_rect(color=palette.national).encode(opacity=opacity)
    texts = base.mark_text(fontSize=11, color=palette.text).encode(text="text:N")
    chart = (cells + texts).properties(height=alt.Step(28))
    alt_text = say("Similarity of every two places; its table holds the same.")
    table = tabulate_pairs(chosen.by, chosen.kind, chosen.counties, lang)
    plot.show_chart(plot.to_vega_lite(chart), alt_text, "similarity", table)


def _count_claimed(items: DataFrame, chosen: Choices) -> str:
    say = chosen.say
    places = items[say("Places")]
    sentence = say(f"claimed.{chosen.kind}")
    return sentence.format(n=len(items), many=int((places > 1).sum()), one=int((places == 1).sum()))
