"""What every card is made of: its head, and facts that several kinds of things have."""

from collections.abc import Collection

from pandas import DataFrame

from components.state import State
from geo import ground
from geo.citations import cite_sources
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
    national = ground.count_parks(verified[verified.national_zone.notna()])
    text = chosen.say("{n} verified, {national} of the 14 national zones among them")
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


def list_designations(chosen: State, rows: DataFrame) -> tuple[Fact, ...]:
    """Return each title, brand or area of the rows of `designations`, with what it rests on."""
    say, lang = chosen.say, chosen.lang
    return tuple(
        Fact(
            say(f"designation.{row.kind}"),
            say("{name} ({when})").format(
                name=get_text(row, "name", lang), when=row.date or say("date unknown")
            ),
            basis=" ".join(
                filter(
                    None,
                    (
                        say("No park: in no count and not on the map."),
                        say("Held by {holder}.").format(holder=get_text(row, "holder", lang))
                        if row.holder_zh
                        else "",
                        say("Given by {giver}.").format(giver=get_text(row, "giver", lang))
                        if row.giver_zh
                        else say("The pages read do not say who gave it."),
                        say("Industries: {names}.").format(
                            names=join_industries(row.industries, lang)
                        ),
                        get_text(row, "note", lang),
                    ),
                )
            ),
            sources=cite_sources(row.sources, chosen.lang),
        )
        for row in rows.itertuples()
    )


def list_industries(chosen: State, industries: tuple[str, ...]) -> Fact:
    """Return the industries of a thing."""
    joined = join_industries(industries, chosen.lang)
    return Fact(chosen.say("Industry"), joined or chosen.say("unknown"))
