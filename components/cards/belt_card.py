"""The card of a belt: its members and stops, its three shapes and how each was made."""

from functools import lru_cache

from pandas import Series

from components.cards.card_parts import count_parks, list_named, make_head
from components.cards.place_cards import collect_statements
from components.state import State
from geo import store
from geo.belts import belt_profiles
from geo.belts.belt_shapes import CORRIDOR_KM
from geo.citations import Citation
from geo.i18n import Language, pick, translator
from geo.names import format_number, get_text, name_place
from geo.quotations import quote_facts
from geo.tables import rows_where
from layers.cards import Badge, Card, Fact


def make_belt_card(chosen: State, belt: str) -> Card:
    """Return the card of a belt with everything known of it; the corridor as the map begins."""
    members = belt_profiles.list_members(belt)
    parks = store.load_layer("parks")
    return Card(
        make_head(chosen, "belts", belt, (Badge(chosen.say("one.belts")),)),
        (
            *describe_belt(belt, CORRIDOR_KM, chosen.lang),
            count_parks(chosen, parks[parks.prefecture_adcode.isin(members)]),
            *list_named(chosen, {belt, *members}),
        ),
        (collect_statements(chosen, belt),),
        get_text(_get_belt(belt), "note", chosen.lang),
    )


def make_shape_card(chosen: State, belt: str, corridor_km: float) -> Card:
    """Return the card of a belt's members and shapes alone, with a corridor of the chosen width."""
    facts = describe_belt(belt, corridor_km, chosen.lang)
    note = get_text(_get_belt(belt), "note", chosen.lang)
    return Card(make_head(chosen, "belts", belt, ()), facts, note=note)


def describe_belt(belt: str, corridor_km: float, lang: Language) -> tuple[Fact, ...]:
    """Return a belt's role, members, stops, territory, axis and corridor of `corridor_km`."""
    return (
        *_describe_role(belt, lang),
        *_list_members_and_stops(belt, lang),
        *_measure_shapes(belt, corridor_km, lang),
    )


def _get_belt(belt: str) -> Series:
    row: Series = rows_where("belts", "id", belt).iloc[0]
    return row


@lru_cache(maxsize=16)
def _describe_role(belt: str, lang: Language) -> tuple[Fact, Fact]:
    say, rows = translator(lang), rows_where("belts", "id", belt)
    words = rows.assign(phrase=rows.role_phrase, note_zh=None, note_en=None)
    core = rows_where("areas", "kind", "core_point")
    return (
        Fact(
            say("Mainly to develop"),
            get_text(rows.iloc[0], "role", lang) or say("no kind of industries is stated"),
            quotes=quote_facts(words, lang) if words.phrase.notna().all() else (),
        ),
        Fact(
            say("Core point"), name_place(core.place.iloc[0], lang), quotes=quote_facts(core, lang)
        ),
    )


@lru_cache(maxsize=16)
def _list_members_and_stops(belt: str, lang: Language) -> tuple[Fact, Fact]:
    say, colon = translator(lang), pick("：", ": ", lang)
    remarks = [
        name_place(member.adcode, lang) + colon + get_text(member, "note", lang)
        for member in rows_where("belt_members", "belt", belt).sort_values("sort").itertuples()
        if get_text(member, "note", lang)
    ]
    stops = belt_profiles.locate_stops(belt)
    distances = tuple(
        Citation(
            f"{name_place(stop.adcode, lang)} ({stop.along_km:,.0f} km){colon}"
            + get_text(stop, "basis", lang),
            lang,
        )
        for stop in stops.itertuples()
    )
    return (
        Fact(
            say("Members in travel order"),
            _join_way(belt_profiles.list_members(belt), lang),
            basis=" ".join(remarks),
            quotes=quote_facts(rows_where("belts", "id", belt), lang),
        ),
        Fact(say("Stops of the axis"), _join_way(stops.adcode, lang), sources=distances),
    )


def _join_way(places: list[str], lang: Language) -> str:
    return " → ".join(name_place(place, lang) for place in places)


def _measure_shapes(belt: str, corridor_km: float, lang: Language) -> tuple[Fact, Fact, Fact]:
    say = translator(lang)
    territory = belt_profiles.measure_territories()[belt]
    axis = belt_profiles.measure_axes()[belt]
    corridor = belt_profiles.measure_corridor(belt, corridor_km)
    return (
        Fact(
            say("Territory"),
            say("{n} km²").format(n=format_number(territory, lang)),
            basis=say(
                "Union of the member prefectures: what the document names. It draws no edge."
            ),
        ),
        Fact(
            say("Axis"),
            say("{n} km").format(n=format_number(axis, lang)),
            basis=say(
                "Straight lines between the seats of the stops; the document draws none, "
                "so order and stops are the atlas's own reading. A road or railway is longer."
            ),
        ),
        Fact(
            say("Axis buffer"),
            say("{n} km²").format(n=format_number(corridor, lang)),
            basis=say(
                "The axis widened by {km} km on each side and clipped to the province: schematic."
            ).format(km=f"{corridor_km:g}"),
        ),
    )
