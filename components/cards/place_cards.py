"""The cards of prefectures and counties."""

from pandas import DataFrame, Series

from components.cards.card_parts import count_parks, list_designations, list_named, make_head
from components.evidence_chips import group_by_sector
from components.state import State
from geo import evidence, store
from geo.citations import cite_sources
from geo.crs import area_km2
from geo.names import format_number, get_text, name_place
from geo.tables import load_table, rows_where
from layers.cards import Badge, Card, Fact, Section


def make_area_card(chosen: State, key: str) -> Card:
    """Return the card of a prefecture or county."""
    place = load_table("places").set_index("adcode", drop=False).loc[key]
    layer = "prefectures" if place.level == "prefecture" else "counties"
    counties = rows_where("places", "parent", key).adcode
    parks = store.load_layer("parks")
    return Card(
        make_head(chosen, layer, key, (Badge(chosen.say(f"one.{layer}")),)),
        (
            *_name_prefecture(chosen, place),
            _describe_code(chosen, place),
            _measure_area(chosen, layer, key),
            count_parks(chosen, parks[parks[f"{place.level}_adcode"] == key]),
            *list_named(chosen, {key, *counties}),
            *list_designations(chosen, _select_designations({key, *counties})),
            *_list_former_codes(chosen, key),
        ),
        (collect_statements(chosen, key),),
        get_text(place, "note", chosen.lang),
    )


def _select_designations(places: set[str]) -> DataFrame:
    rows = load_table("designations")
    return rows[[not places.isdisjoint(of_row) for of_row in rows.places]]


def collect_statements(chosen: State, place: str) -> Section:
    """Return every industry that documents name for a place or belt, disputed ones included."""
    return Section(
        chosen.say("Industries that documents name"),
        group_by_sector(chosen, evidence.of_place(place)),
        chosen.say("No document names an industry for this place."),
    )


def _name_prefecture(chosen: State, place: Series) -> tuple[Fact, ...]:
    if place.level != "county":
        return ()
    return (Fact(chosen.say("Prefecture"), name_place(place.parent, chosen.lang)),)


def _describe_code(chosen: State, place: Series) -> Fact:
    since = chosen.say(", valid since {year}")
    is_dated = place.valid_from == place.valid_from  # NaN is not itself
    basis = "GB/T 2260" + (since.format(year=int(place.valid_from)) if is_dated else "")
    return Fact(chosen.say("Administrative code"), place.adcode, basis=basis)


def _measure_area(chosen: State, layer: str, key: str) -> Fact:
    shapes = store.load_layer(layer)
    area = area_km2(shapes.geometry[shapes.id == key]).iloc[0]
    return Fact(
        chosen.say("Area"),
        chosen.say("{n} km²").format(n=format_number(area, chosen.lang)),
        basis=chosen.say("Measured on the atlas's boundaries in an equal-area projection."),
    )


def _list_former_codes(chosen: State, key: str) -> tuple[Fact, ...]:
    return tuple(
        Fact(
            chosen.say("Former code"),
            f"{change.adcode_former} ({name_place(change.parent_former, chosen.lang)})"
            if change.parent_former
            else change.adcode_former,
            basis=get_text(change, "note", chosen.lang),
            sources=cite_sources(change.sources, chosen.lang),
        )
        for change in rows_where("adcode_history", "adcode", key).itertuples()
    )
