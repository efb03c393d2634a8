"""What a filter shows on the map: row numbers by layer, phrases by place, bounds of a thing.

Row numbers count from 0 in the order of `geo.store.load_layer`; the map has the rows already.
"""

from collections import defaultdict

import numpy as np

from geo import store
from geo.filters import Filter
from geo.intake.own_layer import OwnLayer
from geo.layers import LAYERS, OWN, list_layers
from geo.measures.claimants import list_claimants
from geo.names import join_badge_years, name_document_year
from geo.select import asks_documents, select_facts, select_rows
from geo.tables import load_table

POINTS = tuple(layer.id for layer in list_layers(lambda layer: layer.is_points and layer.exported))
AREAS = {"belt": "belts", "prefecture": "prefectures", "county": "counties"}
MOST_PHRASES = 4
Bounds = tuple[float, float, float, float]


def select_map_rows(wish: Filter, own: OwnLayer | None = None) -> dict[str, list[int]]:
    """Return the rows that a filter shows of each layer of points, of belts and of own rows.

    Examples
    --------
    >>> rows = select_map_rows(Filter(belt=("changchun-siping",)))
    >>> rows["belts"], len(rows["parks"])
    ([1], 38)
    """
    rows = {}
    for layer in POINTS:
        is_shown = store.load_layer(layer).id.isin(select_rows(layer, wish).id)
        rows[layer] = np.flatnonzero(is_shown).tolist()
    belts = load_table("belts").id
    rows["belts"] = np.flatnonzero(belts.isin(wish.belt or belts)).tolist()
    if own is not None:
        rows[OWN] = np.flatnonzero(wish.mask(own.frame)).tolist()
    return rows


def find_phrases(wish: Filter, lang: str) -> dict[str, list[str]]:
    """Return by `layer:id` of a place the phrases that name there what a filter asks for."""
    if not asks_documents(wish):
        return {}
    phrases: dict[str, list[str]] = defaultdict(list)
    for fact in select_facts(wish).itertuples():
        if layer := AREAS.get(fact.place_kind):
            year = name_document_year(fact.document, lang)
            phrases[f"{layer}:{fact.place}"].append(f"{fact.phrase} ({year})")
    return {place: several[:MOST_PHRASES] for place, several in phrases.items()}


def find_claim_badges(wish: Filter, lang: str) -> dict[str, dict[str, str]]:
    """Return by layer and id who claims the filter's industries, with the years of the documents.

    Empty without an industry; with one every layer of places is there, be it claimed by none.
    """
    if not wish.industry:
        return {}
    claimants = list_claimants(wish)
    return {
        AREAS[kind]: {
            place: join_badge_years(documents, lang) for place, documents in of_kind.items()
        }
        for kind, of_kind in claimants.items()
        if kind in AREAS  # what is said of the province is said of no ground in it
    }


def find_bounds(layer: str, key: str, *, own: OwnLayer | None = None) -> Bounds | None:
    """Return west, south, east, north of a thing, EPSG:4326; None where it has no position."""
    if layer not in LAYERS:
        return None
    shapes = own.with_atlas_parks if own and layer == "parks" else store.load_layer(layer)
    bounds = shapes[shapes.id == key].geometry.dropna().total_bounds
    if not np.isfinite(bounds).all():
        return None
    west, south, east, north = (float(edge) for edge in bounds)
    return west, south, east, north
