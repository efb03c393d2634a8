"""The cards of clusters, brands, hubs and industries."""

from components.cards.card_parts import head, industry_row, row
from components.quotations import quotes, sources
from components.state import State
from geo.i18n import pick
from geo.names import get_text, join_names, name_place
from geo.tables import load_table, rows_where
from layers.markup import render_template


def cluster_card(chosen: State, key: str) -> str:
    """Return the card of a cluster."""
    say, lang = chosen.say, chosen.lang
    cluster = rows_where("clusters", "id", key)
    fact = cluster.iloc[0]
    rows = [
        row(say("Place"), name_place(fact.place, lang), evidence=quotes(cluster, lang)),
        industry_row(chosen, fact.industries),
    ]
    top = head(chosen, "clusters", key, [(say("one.clusters"), "kind")])
    return render_template(
        "components/templates/place.html", lang, thing=top, rows=rows, industries=None, note=""
    )


def brand_card(chosen: State, key: str) -> str:
    """Return the card of a brand."""
    say, lang = chosen.say, chosen.lang
    brand = rows_where("brands", "id", key)
    fact, stated = brand.iloc[0], quotes(brand, lang)
    rows = [
        row(
            say("Place"),
            name_place(fact.place, lang),
            basis=get_text(fact, "place_basis", lang),
            sources=sources(fact.place_source),
        ),
        row(say("Named in"), stated[0]["title"], evidence=stated),
        industry_row(chosen, fact.industries),
    ]
    top = head(chosen, "brands", key, [(say("one.brands"), "kind")])
    note = get_text(fact, "note", lang)
    return render_template(
        "components/templates/place.html", lang, thing=top, rows=rows, industries=None, note=note
    )


def hub_card(chosen: State, key: str) -> str:
    """Return the card of a transport hub."""
    say, lang = chosen.say, chosen.lang
    hub = load_table("hubs").set_index("id").loc[key]
    where = say(f"precision.{hub.location_precision}")
    rows = [
        row(
            say("Position"),
            f"{hub.lat:.4f}, {hub.lon:.4f} · {where}",
            basis=get_text(hub, "location_basis", lang),
            sources=sources(hub.source),
            kind="" if hub.location_precision == "site" else "approximate",
        ),
        row(say("Confidence"), say(f"confidence.{hub.confidence}")),
    ]
    if hub.county_adcode:
        rows.insert(0, row(say("County"), name_place(hub.county_adcode, lang)))
    top = head(chosen, "hubs", key, [(say(f"kind.{hub.kind}"), "kind")])
    note = get_text(hub, "note", lang)
    return render_template(
        "components/templates/place.html", lang, thing=top, rows=rows, industries=None, note=note
    )


def industry_card(chosen: State, key: str) -> str:
    """Return the card of an industry."""
    say, lang = chosen.say, chosen.lang
    industry = load_table("industries").set_index("id").loc[key]
    codes = join_names(industry.gbt4754, lang)
    aliases = join_names(pick(industry.aliases_zh, industry.aliases_en, lang), lang)
    rows = [
        row(say("GB/T 4754 division"), codes or say("none fits")),
        row(say("Also written"), aliases or say("unknown")),
    ]
    top = head(chosen, "industries", key, [(say("one.industries"), "kind")])
    return render_template(
        "components/templates/place.html", lang, thing=top, rows=rows, industries=None, note=""
    )
