"""The card of anything that can be selected."""

from collections.abc import Callable

from components.cards.belt_card import make_belt_card
from components.cards.industry_card import make_industry_card
from components.cards.named_cards import make_brand_card, make_cluster_card, make_hub_card
from components.cards.own_row_card import make_own_card
from components.cards.park_card import make_park_card
from components.cards.place_cards import make_area_card
from components.cards.plain_card import make_plain_card
from components.cards.province_card import make_province_card
from components.state import State
from geo.intake.own_layer import is_own_id
from layers.cards import Card

#: The cards written by hand; any other layer has a plain one.
CARDS: dict[str, Callable[[State, str], Card]] = {
    "parks": make_park_card,
    "prefectures": make_area_card,
    "counties": make_area_card,
    "province": make_province_card,
    "belts": make_belt_card,
    "clusters": make_cluster_card,
    "brands": make_brand_card,
    "hubs": make_hub_card,
    "industries": make_industry_card,
}


def make_card(chosen: State, layer: str, key: str) -> Card:
    """Return everything known of a thing by its layer and id, a reader's own row among them."""
    if is_own_id(key):
        return make_own_card(chosen, key)
    if layer in CARDS:
        return CARDS[layer](chosen, key)
    return make_plain_card(chosen, layer, key)
