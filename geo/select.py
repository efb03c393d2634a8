"""What a filter shows of each layer: one answer for the map, the table, exports and links."""

from geopandas import GeoDataFrame
from pandas import DataFrame, Series

from geo import store
from geo.filters import Filter, belts_of, prefecture_of
from geo.layers import LAYERS
from geo.tables import load_table


def select_rows(layer: str, chosen: Filter, geometry: str = "territory") -> GeoDataFrame:
    """Return the rows of a layer that a filter shows.

    Parameters
    ----------
    layer
        Id of a layer that is exported.
    chosen
        Its facets. Points and places are narrowed by belt and prefecture; places and facts also
        by the industries and documents that name them; parks by every facet.
    geometry : {"territory", "axis", "corridor"}
        The shape of belts.

    Returns
    -------
    GeoDataFrame
        EPSG:4326, columns as `geo.store.load_layer`, with a stable `id`.

    Examples
    --------
    >>> water = Filter(industry=("mineral-water",))
    >>> len(select_rows("parks", Filter())), len(select_rows("parks", water))
    (109, 1)
    """
    record = LAYERS[layer]
    if record.narrowed_by == "park":
        return chosen.apply(store.load_layer(layer))
    if record.narrowed_by == "fact":
        facts = record.geometry == "place"
        rows = store.shape_places(layer, geometry) if facts else store.load_layer(layer)
        return chosen.apply_facts(rows)
    rows = store.load_layer(layer)
    if record.narrowed_by == "county":
        return rows[_within(rows.county_adcode, chosen)]
    if record.narrowed_by == "belt":
        rows = rows[rows.geometry_kind == geometry]
        keep = _belt_within(rows.id, chosen)
    else:
        keep = _within(rows.id, chosen)
    return rows[keep & rows.id.isin(named_places(chosen))] if asks_documents(chosen) else rows[keep]


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
