"""What is shown, in numbers: counts, and a small chart of parks by sector."""

import altair as alt
import streamlit as st
from geopandas import GeoDataFrame

from components import plot, state
from components.state import State
from geo.filters import label_option
from geo.ground import count_parks, find_doubles
from geo.measures.sector_counts import count_by_sector
from geo.select import select_rows
from layers.style import PALETTES

NAMES = alt.Axis(labelLimit=220)


def describe_count(chosen: State, parks: GeoDataFrame, whole: GeoDataFrame) -> str:
    """Return how many of all parks the filter leaves."""
    counted = chosen.say("{n} of {total} parks")
    return counted.format(n=count_parks(parks), total=_count_all(chosen, whole))


def describe_result(chosen: State, parks: GeoDataFrame, whole: GeoDataFrame) -> str:
    """Return the filter and its count as one sentence."""
    sentence = chosen.say("{n} of {total} parks · {filter}")
    described = sentence.format(
        n=count_parks(parks),
        total=_count_all(chosen, whole),
        filter=chosen.filter.describe(chosen.lang),
    )
    own = int((parks.status == "own").sum())
    return described + (chosen.say(" · {n} of them yours").format(n=f"{own:,}") if own else "")


def _count_all(chosen: State, whole: GeoDataFrame) -> int:
    """Return how many parks count; those not yet confirmed only if asked for."""
    return count_parks(whole if chosen.filter.unverified else whole[whole.status != "unverified"])


def show_counts(chosen: State, parks: GeoDataFrame) -> None:
    """Draw the counts of what is shown."""
    say = chosen.say
    figures = {
        say("Parks"): count_parks(parks),
        say("level.national_zone"): count_parks(parks[parks.national_zone.notna()]),
        say("Exact location known"): count_parks(parks[parks.location_precision == "site"]),
        say("With known industries"): count_parks(parks[parks.industries.map(bool)]),
        say("layer.clusters"): len(select_rows("clusters", chosen.filter)),
    }
    with st.container(horizontal=True, gap="medium"):
        for name, figure in figures.items():
            st.metric(name, figure, width="content")
    if doubles := len(find_doubles(parks.id)):
        st.caption(
            say(
                "{n} more are drawn and listed, but lie on the ground of others shown: each number "
                "counts ground once."
            ).format(n=doubles)
        )


def show_sector_chart(chosen: State, parks: GeoDataFrame) -> None:
    """Draw parks by sector; a park counts once in each of its sectors."""
    say = chosen.say
    data = count_by_sector(parks)
    if data.empty:
        return
    data["name"] = [label_option("industry", sector, chosen.lang) for sector in data.sector]
    theme = state.find_theme()
    bars = alt.Chart().mark_bar(color=PALETTES[theme].national, height=12, cornerRadiusEnd=2)
    numbers = alt.Chart().mark_text(align="left", dx=4, color=PALETTES[theme].text)
    chart = alt.layer(bars, numbers.encode(text="parks:Q"), data=data[["name", "parks"]]).encode(
        x=alt.X("parks:Q", axis=None),
        y=alt.Y("name:N", sort=None, title=None, axis=NAMES),
        tooltip=[
            alt.Tooltip("name:N", title=say("facet.industry")),
            alt.Tooltip("parks:Q", title=say("Parks")),
        ],
    )
    title = say("Parks by sector")
    counted = say("A park counts once in each sector of which it lists an industry.")
    st.markdown(f"**{title}**", help=counted)
    picture = chart.properties(height=alt.Step(20))
    alt_text = say("Bar chart of parks by sector; its table holds the same.")
    table = data[["name", "parks"]].set_axis([say("Sector"), say("Parks")], axis=1)
    plot.show_chart(plot.to_vega_lite(picture), alt_text, "parks-by-sector", table)
