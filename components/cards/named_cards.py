"""The cards of clusters, brands and hubs."""

from pandas import Series

from components.cards.card_parts import list_industries, make_head
from components.state import State
from geo.citations import cite_place_of_brand, cite_sources, date_sources
from geo.names import get_text, name_document, name_place
from geo.park_areas import date_value
from geo.quotations import quote_facts
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
            Fact(say("Named in"), name_document(cluster.document, lang)),
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
            sources=cite_place_of_brand(brand, lang),
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
    place = (Fact(say("Place"), name_place(hub.county_adcode, lang)),)
    precision = say(f"precision.{hub.location_precision}")
    position = Fact(
        say("Position"),
        date_value(say, f"{hub.lat:.4f}, {hub.lon:.4f} · {precision}", date_sources(hub.sources)),
        basis=get_text(hub, "location_basis", lang),
        sources=cite_sources(hub.sources, lang),
        approximate=hub.location_precision != "site",
    )
    facts = (
        *(place if hub.county_adcode else ()),
        position,
        *_list_uses(chosen, hub),
        Fact(say("Confidence"), say(f"confidence.{hub.confidence}")),
    )
    badges = [Badge(say(f"kind.{hub.kind}"))]
    if hub.operation in {"not_in_use", "restricted"}:
        badges.append(Badge(say(f"operation.{hub.operation}"), "unverified"))
    head = make_head(chosen, "hubs", key, tuple(badges))
    return Card(head, facts, note=get_text(hub, "note", lang))


def _list_uses(chosen: State, hub: Series) -> tuple[Fact, ...]:
    """Return by which way a hub is reached, whether it is in use, and why it counts or not."""
    say, lang = chosen.say, chosen.lang
    sources = cite_sources(hub.use_sources, lang)
    facts = []
    if hub.route_zh:
        facts.append(Fact(say("Route"), get_text(hub, "route", lang), sources=sources))
    if hub.operation:
        state = say(f"operation.{hub.operation}")
        if hub.operation_as_of:
            state = say("{state} ({date})").format(state=state, date=hub.operation_as_of)
        facts.append(Fact(say("Operation"), state, sources=sources))
    answer = say("yes") if hub.counted == "yes" else say("no")
    counts = say("{name}: {reason}").format(name=answer, reason=get_text(hub, "counted", lang))
    return (*facts, Fact(say("Counts as the nearest"), counts, sources=sources))
