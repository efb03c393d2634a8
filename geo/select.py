"""What a filter shows of each layer: one answer for the map, the table, exports and links."""

import pandas as pd
from geopandas import GeoDataFrame
from pandas import DataFrame, Series

from geo import store
from geo.filters import Filter, belts_of, prefecture_of
from geo.tables import table

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


def select(layer: str, chosen: Filter, geometry: str = "territory") -> GeoDataFrame:
    """Return the rows of a layer that a filter shows, EPSG:4326, with a stable `id`.

    Places and hubs are narrowed by belt and prefecture, places also by the industries and
    documents that name them; `geometry` ("territory", "axis", "corridor") shapes belts.
    """
    if layer == "parks":
        return chosen.apply(store.layer("parks"))
    if layer == "specialities":
        return chosen.apply_facts(_specialities(geometry))
    if layer in {"clusters", "brands"}:
        return chosen.apply_facts(store.layer(layer))
    places = store.layer(layer)
    if layer == "hubs":
        return places[_within(places.county_adcode, chosen)]
    if layer == "belts":
        places = places[places.geometry_kind == geometry]
        keep = _belt_within(places.id, chosen)
    else:
        keep = _within(places.id, chosen)
    return places[keep & places.id.isin(named_places(chosen))] if asks(chosen) else places[keep]


def asks(chosen: Filter) -> bool:
    """Return whether a filter asks for what documents say: an industry or a document."""
    return bool(chosen.industry or chosen.document)


def named(chosen: Filter) -> DataFrame:
    """Return the counted specialities that a filter shows."""
    facts = table("specialities")
    return chosen.apply_facts(facts[facts.status == "stated"])


def named_places(chosen: Filter) -> Series:
    """Return the places that the documents name under a filter."""
    return named(chosen).place


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
        members = table("belt_members")
        keep &= belts.isin(members.belt[members.adcode.isin(chosen.prefecture)])
    return keep


def _specialities(geometry: str) -> GeoDataFrame:
    """Specialities drawn as the place they are given to: county, prefecture, belt, province."""
    belts = store.layer("belts")
    frames = [
        store.layer("province"),
        store.layer("prefectures"),
        store.layer("counties"),
        belts[belts.geometry_kind == geometry],
    ]
    shapes = pd.concat([frame.set_index("id").geometry for frame in frames])
    facts = table("specialities")
    return GeoDataFrame(facts, geometry=facts.place.map(shapes).to_numpy(), crs=shapes.crs)
