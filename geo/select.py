"""What a filter shows of each layer: one answer for the map, the table, exports and links."""

import pandas as pd
from geopandas import GeoDataFrame
from pandas import DataFrame, Series

from geo import store
from geo.filters import Filter, belts_of, prefecture_of
from geo.tables import load_table

LAYERS = (
    "parks",
    "prefectures",
    "counties",
    "belts",
    "hubs",
    "specialities",
    "clusters",
    "brands",
)


def select_rows(layer: str, chosen: Filter, geometry: str = "territory") -> GeoDataFrame:
    """Return the rows of a layer that a filter shows, EPSG:4326, with a stable `id`.

    Places and hubs are narrowed by belt and prefecture, places also by the industries and
    documents that name them; `geometry` ("territory", "axis", "corridor") shapes belts.
    """
    if layer == "parks":
        return chosen.apply(store.load_layer("parks"))
    if layer == "specialities":
        return chosen.apply_facts(_specialities(geometry))
    if layer in {"clusters", "brands"}:
        return chosen.apply_facts(store.load_layer(layer))
    places = store.load_layer(layer)
    if layer == "hubs":
        return places[_within(places.county_adcode, chosen)]
    if layer == "belts":
        places = places[places.geometry_kind == geometry]
        keep = _belt_within(places.id, chosen)
    else:
        keep = _within(places.id, chosen)
    return (
        places[keep & places.id.isin(named_places(chosen))]
        if asks_documents(chosen)
        else places[keep]
    )


def asks_documents(chosen: Filter) -> bool:
    """Return whether a filter asks for what documents say: an industry or a document."""
    return bool(chosen.industry or chosen.document)


def select_facts(chosen: Filter) -> DataFrame:
    """Return the counted specialities that a filter shows."""
    facts = load_table("specialities")
    return chosen.apply_facts(facts[facts.status == "stated"])


def named_places(chosen: Filter) -> Series:
    """Return the places that the documents name under a filter."""
    return select_facts(chosen).place


def _within(places: Series, chosen: Filter) -> Series:
    keep = Series(True, index=places.index)
    if chosen.belt:
        keep &= places.map(lambda place: bool(belts_of(place) & set(chosen.belt)))
    if chosen.prefecture:
        keep &= places.map(lambda place: prefecture_of(place) in chosen.prefecture)
    return keep


def _belt_within(belts: Series, chosen: Filter) -> Series:
    keep = belts.isin(chosen.belt) if chosen.belt else Series(True, index=belts.index)
    if chosen.prefecture:
        members = load_table("belt_members")
        keep &= belts.isin(members.belt[members.adcode.isin(chosen.prefecture)])
    return keep


def _specialities(geometry: str) -> GeoDataFrame:
    """Specialities drawn as the place they are given to: county, prefecture, belt, province."""
    belts = store.load_layer("belts")
    frames = [
        store.load_layer("province"),
        store.load_layer("prefectures"),
        store.load_layer("counties"),
        belts[belts.geometry_kind == geometry],
    ]
    shapes = pd.concat([frame.set_index("id").geometry for frame in frames])
    facts = load_table("specialities")
    return GeoDataFrame(facts, geometry=facts.place.map(shapes).to_numpy(), crs=shapes.crs)
