"""The cards of clusters, brands, hubs and industries."""

from components.cards.card_parts import list_industries, make_head, render_card
from components.state import State
from geo.i18n import pick
from geo.names import get_text, join_names, name_place
from geo.quotations import parse_sources, quote_facts
from geo.tables import load_table, rows_where
from layers.cards import Badge, Card, Fact


def render_cluster_card(chosen: State, key: str) -> str:
    """Return the card of a cluster."""
    say, lang = chosen.say, chosen.lang
    rows = rows_where("clusters", "id", key)
    cluster = rows.iloc[0]
    card = Card(
        make_head(chosen, "clusters", key, (Badge(say("one.clusters")),)),
        (
            Fact(say("Place"), name_place(cluster.place, lang), quotes=quote_facts(rows, lang)),
            list_industries(chosen, cluster.industries),
        ),
    )
    return render_card(card, chosen)


def render_brand_card(chosen: State, key: str) -> str:
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
    return render_card(Card(head, facts, note=get_text(brand, "note", lang)), chosen)


def render_hub_card(chosen: State, key: str) -> str:
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
    return render_card(Card(head, facts, note=get_text(hub, "note", lang)), chosen)


def render_industry_card(chosen: State, key: str) -> str:
    """Return the card of an industry."""
    say, lang = chosen.say, chosen.lang
    industry = load_table("industries").set_index("id").loc[key]
    codes = join_names(industry.gbt4754, lang)
    aliases = join_names(pick(industry.aliases_zh, industry.aliases_en, lang), lang)
    facts = (
        Fact(say("GB/T 4754 division"), codes or say("none fits")),
        Fact(say("Also written"), aliases or say("unknown")),
    )
    head = make_head(chosen, "industries", key, (Badge(say("one.industries")),))
    return render_card(Card(head, facts), chosen)
