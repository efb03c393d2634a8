"""The cards of clusters, brands and hubs."""

from components.cards.card_parts import list_industries, make_head
from components.state import State
from geo.names import get_text, name_place
from geo.quotations import parse_sources, quote_facts
from geo.tables import load_table, rows_where
from layers.cards import Badge, Card, Fact


def make_cluster_card(chosen: State, key: str) -> Card:
    """Return the card of a cluster."""
    say, lang = chosen.say, chosen.lang
    rows = rows_where("clusters", "id", key)
    cluster = rows.iloc[0]
    return Card(
        make_head(chosen, "clusters", key, (Badge(say("one.clusters")),)),
        (
            Fact(say("Place"), name_place(cluster.place, lang), quotes=quote_facts(rows, lang)),
            list_industries(chosen, cluster.industries),
        ),
    )


def make_brand_card(chosen: State, key: str) -> Card:
    """Return the card of a brand."""
    say, lang = chosen.say, chosen.lang
    rows = rows_where("brands", "id", key)
    brand, quotes = rows.iloc[0], quote_facts(rows, lang)
    facts = (
        Fact(
            say("Place"),
            name_place(brand.place, lang),
            basis=get_text(brand, "place_basis", lang),
            sources=parse_sources(brand.place_source),
        ),
        Fact(say("Named in"), quotes[0].title, quotes=quotes),
        list_industries(chosen, brand.industries),
    )
    head = make_head(chosen, "brands", key, (Badge(say("one.brands")),))
    return Card(head, facts, note=get_text(brand, "note", lang))


def make_hub_card(chosen: State, key: str) -> Card:
    """Return the card of a transport hub."""
    say, lang = chosen.say, chosen.lang
    hub = load_table("hubs").set_index("id").loc[key]
    county = (Fact(say("County"), name_place(hub.county_adcode, lang)),)
    position = Fact(
        say("Position"),
        f"{hub.lat:.4f}, {hub.lon:.4f} · {say(f'precision.{hub.location_precision}')}",
        basis=get_text(hub, "location_basis", lang),
        sources=parse_sources(hub.source),
        approximate=hub.location_precision != "site",
    )
    facts = (
        *(county if hub.county_adcode else ()),
        position,
        Fact(say("Confidence"), say(f"confidence.{hub.confidence}")),
    )
    head = make_head(chosen, "hubs", key, (Badge(say(f"kind.{hub.kind}")),))
    return Card(head, facts, note=get_text(hub, "note", lang))
