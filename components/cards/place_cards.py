"""The cards of prefectures, counties and belts."""

from typing import Any

from geopandas import GeoDataFrame

from components.cards.card_parts import Row, count_row, head, named_here, row
from components.quotations import by_sector, quotes, sources
from components.state import State
from geo import evidence, store
from geo.crs import area_km2, length_km
from geo.names import get_text, join_names, name_place
from geo.tables import load_table, rows_where
from layers.markup import render_template


def area_card(chosen: State, key: str) -> str:
    """Return the card of a prefecture or county."""
    place = load_table("places").set_index("adcode", drop=False).loc[key]
    layer = "prefectures" if place.level == "prefecture" else "counties"
    counties = rows_where("places", "parent", key).adcode
    parks = store.load_layer("parks")
    rows = [
        *_prefecture(chosen, place),
        _code(chosen, place),
        _measured(chosen, layer, key),
        count_row(chosen, parks[parks[f"{place.level}_adcode"] == key]),
        *named_here(chosen, {key, *counties}),
        *_former(chosen, key),
    ]
    return _card(chosen, layer, place, rows)


def belt_card(chosen: State, key: str) -> str:
    """Return the card of a belt."""
    belt = load_table("belts").set_index("id", drop=False).loc[key]
    members = rows_where("belt_members", "belt", key).sort_values("sort").adcode
    parks = store.load_layer("parks")
    rows = [
        _members(chosen, key, members),
        *_shapes(chosen, key),
        count_row(chosen, parks[parks.prefecture_adcode.isin(members)]),
        *named_here(chosen, {key, *members}),
    ]
    return _card(chosen, "belts", belt, rows)


def _card(chosen: State, layer: str, thing: Any, rows: list[Row]) -> str:
    return render_template(
        "components/templates/place.html",
        chosen.lang,
        thing=head(chosen, layer, thing.name, [(chosen.say(f"one.{layer}"), "kind")]),
        rows=rows,
        industries=by_sector(chosen, evidence.of_place(thing.name)),
        note=get_text(thing, "note", chosen.lang),
    )


def _prefecture(chosen: State, place: Any) -> list[Row]:
    if place.level != "county":
        return []
    return [row(chosen.say("Prefecture"), name_place(place.parent, chosen.lang))]


def _code(chosen: State, place: Any) -> Row:
    since = chosen.say(", valid since {year}")
    known = place.valid_from == place.valid_from  # NaN is not itself
    basis = "GB/T 2260" + (since.format(year=int(place.valid_from)) if known else "")
    return row(chosen.say("Administrative code"), place.adcode, basis=basis)


def _measured(chosen: State, layer: str, key: str) -> Row:
    shape = _drawn(layer, key).geometry
    return row(
        chosen.say("Area"),
        _km2(chosen, shape),
        basis=chosen.say("Measured on the atlas's boundaries in an equal-area projection."),
    )


def _km2(chosen: State, shape: Any) -> str:
    return chosen.say("{n} km²").format(n=f"{area_km2(shape).iloc[0]:,.0f}")


def _former(chosen: State, key: str) -> list[Row]:
    rows = []
    for change in rows_where("adcode_history", "adcode", key).itertuples():
        parent = change.parent_former and name_place(change.parent_former, chosen.lang)
        rows.append(
            row(
                chosen.say("Former code"),
                f"{change.adcode_former} ({parent})" if parent else change.adcode_former,
                basis=get_text(change, "note", chosen.lang),
                sources=sources(change.source),
            )
        )
    return rows


def _members(chosen: State, key: str, members: Any) -> Row:
    named = join_names((name_place(code, chosen.lang) for code in members), chosen.lang)
    stated = quotes(rows_where("belts", "id", key), chosen.lang)
    return row(chosen.say("Members"), named, evidence=stated)


def _shapes(chosen: State, key: str) -> list[Row]:
    say = chosen.say
    shapes = _drawn("belts", key).set_index("geometry_kind").geometry
    stops = rows_where("belt_axes", "belt", key).sort_values("sort")
    long = say("{km} km between seats in a straight line.")
    made = {
        "territory": say(
            "Union of the member prefectures: what the document names. It draws no edge."
        ),
        "corridor": say(
            "The axis widened by 40 km on both sides and clipped to the province: schematic."
        ),
    }
    return [
        row(
            say("Axis"),
            " → ".join(name_place(code, chosen.lang) for code in stops.adcode),
            basis=long.format(km=f"{length_km(shapes[['axis']]).iloc[0]:,.0f}")
            + " "
            + get_text(stops.iloc[0], "basis", chosen.lang),
        ),
        row(say("Territory"), _km2(chosen, shapes[["territory"]]), basis=made["territory"]),
        row(say("Corridor"), _km2(chosen, shapes[["corridor"]]), basis=made["corridor"]),
    ]


def _drawn(layer: str, key: str) -> GeoDataFrame:
    shapes = store.load_layer(layer)
    return shapes[shapes.id == key]
