"""The app that a tutorial builds: all of the map is made anew on each run, `st_folium` as it is.

It has one advantage over a real tutorial: its frames are read once and kept.
"""

import folium
import streamlit as st
from folium import Element
from geopandas import GeoDataFrame
from streamlit_folium import st_folium

from geo import store
from geo.filters import label, options


def choose(facet: str) -> str | None:
    """Draw the list of a facet and return what is chosen of it."""
    return st.sidebar.selectbox(
        facet.capitalize(),
        (None, *options(facet)),
        format_func=lambda one: label(facet, one, "en") if one else "All",
        key=f"filter-{facet}",
    )


def draw(parks: GeoDataFrame) -> folium.Map:
    """Return a map of boundaries and parks."""
    drawn = folium.Map(location=[43.7, 126.4], zoom_start=7)
    for name in ("prefectures", "counties"):
        folium.GeoJson(
            store.layer(name)[["name_en", "geometry"]],
            style_function=lambda _: {"fillOpacity": 0.05, "weight": 1},
            tooltip=folium.GeoJsonTooltip(["name_en"]),
        ).add_to(drawn)
    for park in parks.itertuples():
        industries = ", ".join(label("industry", one, "en") for one in park.industries)
        folium.CircleMarker(
            [park.lat, park.lon],
            radius=6,
            fill=True,
            tooltip=park.name_en,
            popup=folium.Popup(Element(f"<b>{park.name_en}</b><br>{industries}"), max_width=300),
        ).add_to(drawn)
    return drawn


st.title("Industrial parks of Jilin")
shown = store.layer("parks")
shown = shown[shown.status == "verified"]
if industry := choose("industry"):
    shown = shown[[industry in held for held in shown.industries]]
if prefecture := choose("prefecture"):
    shown = shown[shown.prefecture_adcode == prefecture]
st_folium(draw(shown))
st.dataframe(shown[["name_en", "level", "area_ha"]])
