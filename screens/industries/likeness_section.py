"""Differentiation: how alike places are in what is named for them, and what many or one claim."""

from functools import cache

import altair as alt
import streamlit as st
from pandas import DataFrame

from components import plot, sheet
from geo import claims
from geo.i18n import Language, translator
from geo.measures import count_claims, jaccard_similarity
from geo.names import join_document_years, join_names, name_industry, name_place
from geo.ties import sort_rows
from layers.style import PALETTES
from screens.industries import claim_evidence
from screens.industries.industry_wording import shorten_place
from screens.industries.parameters import Choices


def show_likeness(chosen: Choices) -> None:
    """Draw who resembles the chosen place, the whole picture, and what many or one claim."""
    say, lang = chosen.say, chosen.lang
    st.info(
        say(
            "What this can show: which places the documents send into the same industries. What it"
            " cannot prove: that their economies are alike. The documents give names, not"
            " employment or output; a short list of names makes any likeness unsteady."
        ),
        icon=":material/balance:",
    )
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader(
            say("Which resemble {place} most").format(place=name_place(chosen.place, lang))
        )
        st.caption(
            say(
                "Jaccard similarity: of all industries named for either place, the share named for"
                " both."
            )
        )
        sheet.show_table(
            chosen.say,
            rank_resembling(chosen.kind, chosen.counties, chosen.place, lang),
            f"like-{chosen.place}",
        )
    with right:
        st.subheader(say("Every pair ({level})").format(level=say(f"by.{chosen.by}")))
        _show_heat_map(chosen)
        st.caption(
            say(
                "The stronger the colour, the more alike; the number is the share of names in"
                " common."
            )
        )
    with st.expander(say("Every pair as a table")):
        sheet.show_table(
            chosen.say,
            tabulate_pairs(chosen.by, chosen.kind, chosen.counties, lang),
            f"pairs-{chosen.kind}-{chosen.by}",
        )
    st.subheader(say("Claimed by many, claimed by one"))
    items = tabulate_claimed(chosen.by, chosen.kind, chosen.counties, lang)
    st.caption(_count_claimed(items, chosen))
    sheet.show_table(chosen.say, items, f"claimed-{chosen.kind}-{chosen.by}", height=400)
    claim_evidence.show_folded_claim(chosen)


@cache
def _measure_likeness(by: str, kind: str, counties: bool) -> DataFrame:
    return jaccard_similarity(
        claims.of_kind(claims.list_claims(by, counties=counties), kind), claims.list_places(kind)
    )


@cache
def rank_resembling(kind: str, counties: bool, place: str, lang: Language) -> DataFrame:
    """Return the other places, most alike first: by industry, and by sector beside it."""
    say = translator(lang)
    fine, coarse = (
        likeness[likeness.place == place].set_index("other")
        for likeness in (_measure_likeness(by, kind, counties) for by in ("industry", "sector"))
    )
    coarse = coarse.reindex(fine.index)
    rows = DataFrame(
        {
            say("Place"): [shorten_place(place, lang) for place in fine.index],
            say("Same industries"): fine.value.round(2),
            say("Shared industries"): [_join_items(items, lang) for items in fine.shared],
            say("Same sectors"): coarse.value.round(2),
            say("Shared sectors"): [_join_items(items, lang) for items in coarse.shared],
        }
    )
    order = DataFrame({"fine": fine.value, "coarse": coarse.value})
    return rows.loc[sort_rows(order, ["fine", "coarse"], ascending=False).index]


def _join_items(items: tuple[str, ...], lang: Language) -> str:
    return join_names((name_industry(item, lang) for item in items), lang) or "–"


@cache
def tabulate_pairs(by: str, kind: str, counties: bool, lang: Language) -> DataFrame:
    """Return each pair of places once, with what they share."""
    say, pairs = translator(lang), _measure_likeness(by, kind, counties)
    pairs = sort_rows(
        pairs[pairs.place < pairs.other], ["value", "place"], ascending=[False, True], tie="other"
    )
    return DataFrame(
        {
            say("Place"): [name_place(place, lang) for place in pairs.place],
            say("Other place"): [name_place(place, lang) for place in pairs.other],
            say("Similarity"): pairs.value.round(3),
            say("In common"): pairs["shared"].map(len),
            say("Named for either"): pairs["either"].map(len),
            say("Shared"): [_join_items(items, lang) for items in pairs["shared"]],
            say("Why missing"): [say(reason) if reason else "" for reason in pairs.reason],
        }
    )


def _show_heat_map(chosen: Choices) -> None:
    say, lang, palette = chosen.say, chosen.lang, PALETTES[chosen.theme]
    pairs = _measure_likeness(chosen.by, chosen.kind, chosen.counties)
    names = [shorten_place(place, lang) for place in claims.list_places(chosen.kind)]
    data = DataFrame(
        {
            "place": [shorten_place(place, lang) for place in pairs.place],
            "other": [shorten_place(place, lang) for place in pairs.other],
            "value": pairs.value,
            "text": ["?" if value != value else _shorten_number(value) for value in pairs.value],
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
            alt.Tooltip("value:Q", format=".3f", title=say("Similarity")),
        ],
    )
    opacity = alt.Opacity("value:Q", scale=alt.Scale(domain=[0, 1], range=[0.04, 1]), legend=None)
    cells = base.mark_rect(color=palette.national).encode(opacity=opacity)
    texts = base.mark_text(fontSize=11, color=palette.text).encode(text="text:N")
    chart = (cells + texts).properties(height=alt.Step(28))
    alt_text = say("Similarity of every two places; the table below holds the same.")
    plot.show_chart(plot.to_vega_lite(chart), alt_text, "similarity")


def _shorten_number(value: float) -> str:
    return f"{value:.2f}".removeprefix("0") if value else "0"


@cache
def tabulate_claimed(by: str, kind: str, counties: bool, lang: Language) -> DataFrame:
    """Return how many places of a kind claim each item, and which."""
    say = translator(lang)
    items = count_claims(claims.of_kind(claims.list_claims(by, counties=counties), kind))
    return DataFrame(
        {
            say(f"level.{by}"): [name_industry(item, lang) for item in items["item"]],
            say("Places"): items.n,
            say("Which"): [
                join_names((name_place(place, lang) for place in places), lang)
                for places in items.places
            ],
            say("Documents"): [
                join_document_years(documents, lang) for documents in items.documents
            ],
            say("Statements"): items.statements,
        }
    )


def _count_claimed(items: DataFrame, chosen: Choices) -> str:
    say = chosen.say
    places = items[say("Places")]
    sentence = say(f"claimed.{chosen.kind}")
    return sentence.format(n=len(items), many=int((places > 1).sum()), one=int((places == 1).sum()))
