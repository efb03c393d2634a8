"""The app that a tutorial builds: everything is made anew on each run, `st_folium` as it is."""

import folium
import geopandas as gpd
import pandas as pd
import streamlit as st
from streamlit_folium import st_folium

from geo.paths import BUILT, DATA

EVERYTHING = "All"


def choose(name: str, options: pd.Series, key: str) -> str:
    """Draw a list and return what is chosen of it."""
    return str(st.sidebar.selectbox(name, [EVERYTHING, *options], key=key))


def draw(parks: pd.DataFrame) -> folium.Map:
    """Return a map of boundaries and parks."""
    drawn = folium.Map(location=[43.7, 126.4], zoom_start=7)
    for name in ("prefectures", "counties"):
        folium.GeoJson(
            gpd.read_file(BUILT / f"{name}.geojson")[["name_en", "geometry"]],
            style_function=lambda _: {"fillOpacity": 0.05, "weight": 1},
            tooltip=folium.GeoJsonTooltip(["name_en"]),
        ).add_to(drawn)
    for park in parks.itertuples():
        folium.CircleMarker(
            [park.lat, park.lon],
            radius=6,
            fill=True,
            tooltip=park.name_en,
            popup=f"<b>{park.name_en}</b><br>{park.lead_industries_zh}",
        ).add_to(drawn)
    return drawn


st.title("Industrial parks of Jilin")
shown = pd.read_csv(DATA / "parks.csv", dtype={"prefecture_adcode": str})
shown = shown[shown.status != "unverified"]
industries = pd.read_csv(DATA / "industries.csv").set_index("name_en").id
listed = pd.read_csv(DATA / "park_industries.csv")
places = pd.read_csv(DATA / "places.csv", dtype=str).query("level == 'prefecture'")
prefectures = places.set_index("name_en").adcode

industry = choose("Industry", industries.index, "filter-industry")
if industry != EVERYTHING:
    shown = shown[shown.id.isin(listed.park[listed.industry == industries[industry]])]
prefecture = choose("Prefecture", prefectures.index, "filter-prefecture")
if prefecture != EVERYTHING:
    shown = shown[shown.prefecture_adcode == prefectures[prefecture]]

st_folium(draw(shown))
st.dataframe(shown[["name_en", "level", "area_ha"]])
