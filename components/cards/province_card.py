"""The card of the province: what documents name for all of it, and for no place in it."""

from components.cards.card_parts import count_parks, make_head
from components.priority_groups import group_by_rank
from components.state import State
from geo import store
from geo.crs import area_km2
from geo.names import format_number
from geo.tables import rows_where
from layers.cards import Badge, Card, Fact, Section

LEVELS = ("prefecture", "county")


def make_province_card(chosen: State, key: str) -> Card:
    """Return the card of the province."""
    say = chosen.say
    area = area_km2(store.load_layer("province").geometry).iloc[0]
    prefectures, counties = (rows_where("places", "level", level) for level in LEVELS)
    units = say("{prefectures} prefectures, {counties} counties, cities and districts")
    return Card(
        make_head(chosen, "province", key, (Badge(say("one.province")),)),
        (
            Fact(say("Administrative code"), key, basis="GB/T 2260"),
            Fact(
                say("Area"),
                say("{n} km²").format(n=format_number(area, chosen.lang)),
                basis=say("Measured on the atlas's boundaries in an equal-area projection."),
            ),
            Fact(
                say("Divided into"),
                units.format(prefectures=len(prefectures), counties=len(counties)),
            ),
            count_parks(chosen, store.load_layer("parks")),
        ),
        (
            Section(
                say("Industries that documents name for the whole province"),
                group_by_rank(chosen),
                say("No document names an industry for this place."),
            ),
        ),
        say("They count for no prefecture, county or belt."),
    )
