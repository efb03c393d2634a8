"""What every card is made of: its head, and facts that several kinds of things have."""

from collections.abc import Collection

from pandas import DataFrame

from components.state import State
from geo import ground
from geo.layers import list_fact_points
from geo.names import get_text, join_industries
from geo.quotations import quote_facts
from geo.search import hits_by_key
from geo.tables import load_table
from layers.cards import Badge, Card, CardHead, Fact
from layers.markup import render_template


def render_card(card: Card, chosen: State) -> str:
    """Return a card as HTML."""
    return render_template("components/templates/card.html", chosen.lang, card=card)


def make_head(chosen: State, layer: str, key: str, badges: tuple[Badge, ...]) -> CardHead:
    """Return the head of a card: both names of a thing and its badges."""
    hit = hits_by_key()[layer, key]
    other = "en" if chosen.lang == "zh" else "zh"
    return CardHead(
        get_text(hit, "name", chosen.lang), chosen.lang, get_text(hit, "name", other), badges
    )


def count_parks(chosen: State, parks: DataFrame) -> Fact:
    """Return how many verified parks there are among `parks`."""
    verified = parks[parks.status == "verified"]
    national = ground.count_parks(verified[verified.level == "national"])
    text = chosen.say("{n} verified, {national} of them national")
    counted = text.format(n=ground.count_parks(verified), national=national)
    return Fact(chosen.say("Parks"), counted)


def list_named(chosen: State, places: Collection[str]) -> tuple[Fact, ...]:
    """Return each cluster and brand that documents give to one of `places`."""
    return tuple(
        Fact(
            chosen.say(f"one.{layer}"),
            get_text(row, "name", chosen.lang),
            quotes=quote_facts(load_table(layer).loc[[row.Index]], chosen.lang),
        )
        for layer in list_fact_points()
        for row in load_table(layer).itertuples()
        if row.place in places
    )


def list_industries(chosen: State, industries: tuple[str, ...]) -> Fact:
    """Return the industries of a thing."""
    joined = join_industries(industries, chosen.lang)
    return Fact(chosen.say("Industry"), joined or chosen.say("unknown"))
