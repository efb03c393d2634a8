"""The card of a park."""

from collections.abc import Iterator

from pandas import Series

from components.cards.card_parts import list_designations, make_head
from components.cards.park_facts import locate_park, select_statements
from components.cards.promise_section import make_promise_section
from components.evidence_chips import group_by_sector
from components.state import State
from geo import store
from geo.citations import cite_sources
from geo.ground import list_wholes
from geo.names import get_text, join_names, name_industry, name_park
from geo.park_areas import date_value, list_areas
from geo.quotations import quote_facts
from geo.tables import load_table, rows_where
from layers.cards import Badge, Card, Chip, ChipGroup, Fact, Section

ZONES_COUNTED = "national-zones-2021-by-kind"


def make_park_card(chosen: State, key: str) -> Card:
    """Return the card of a park."""
    say = chosen.say
    park = store.load_layer("parks").set_index("id", drop=False).loc[key]
    chips = _list_industries(chosen, park)
    return Card(
        make_head(chosen, "parks", key, _make_badges(chosen, park)),
        _describe(chosen, park),
        (
            Section(
                _title_industries(chosen, park),
                (ChipGroup(chips),) if chips else (),
                say("Unknown: no source lists an industry. That is not the same as none."),
            ),
            Section(
                say("What documents say of these industries here"),
                group_by_sector(chosen, select_statements(park)),
                say("No document names any of them for this county, prefecture or belt."),
            ),
            make_promise_section(chosen, park),
        ),
        get_text(park, "note", chosen.lang),
    )


def _make_badges(chosen: State, park: Series) -> tuple[Badge, ...]:
    say = chosen.say
    badges = (Badge(say(f"level.{park.level}"), park.level), Badge(say(f"kind.{park.kind}")))
    unverified = Badge(say("status.unverified"), "unverified")
    return (*badges, unverified) if park.status == "unverified" else badges


def _describe(chosen: State, park: Series) -> tuple[Fact, ...]:
    say = chosen.say
    sources, year = cite_sources(park.sources, chosen.lang), park.approved_year
    approved = say("unknown") if year != year else f"{year:.0f}"  # NaN is not itself
    confidence = say(f"confidence.{park.confidence}")
    facts = (
        *locate_park(chosen, park, sources),
        Fact(say("Approved"), approved, sources=sources),
        *_describe_ground(chosen, park),
        *_describe_areas(chosen, park),
        *_describe_in_catalogue(chosen, park),
        *list_designations(chosen, rows_where("designations", "park", park.id)),
        *_describe_lists(chosen, park),
        Fact(say("Confidence"), confidence, sources=sources),
    )
    return (*facts, _describe_zone(chosen)) if park.national_zone else facts


def _describe_areas(chosen: State, park: Series) -> tuple[Fact, ...]:
    """Return each area that a source gives, with its date; the word for unknown where none does."""
    say, lang = chosen.say, chosen.lang
    areas = tuple(
        Fact(say("Area"), area.tell(say), sources=cite_sources(area.sources, lang))
        for area in list_areas(park.id)
    )
    return areas or (Fact(say("Area"), say("unknown")),)


def _describe_ground(chosen: State, park: Series) -> tuple[Fact, ...]:
    """Return what the park is part of or the same as, and what lies on its own ground."""
    say = chosen.say
    parts = [key for key, wholes in list_wholes().items() if park.id in wholes]
    once = say("Where both are shown, it is drawn and listed but not counted: ground counts once.")
    texts = (
        (say("The same zone as"), [park.same_as] if park.same_as else [], once),
        (say("Part of"), park.part_of, once),
        (say("Parks on its ground"), parts, say("Where it is counted, these are not.")),
    )
    return tuple(
        Fact(name, join_names((name_park(key, chosen.lang) for key in keys), chosen.lang), basis)
        for name, keys, basis in texts
        if keys
    )


def _describe_in_catalogue(chosen: State, park: Series) -> tuple[Fact, ...]:
    """Return what the official catalogue of 2018 says of the park; nothing where it is not in."""
    say = chosen.say
    return tuple(
        Fact(
            say("In the official catalogue of 2018"),
            say("{name} ({code}), approved {month}").format(
                name=get_text(zone, "name", chosen.lang),
                code=zone.code,
                month=zone.approved_month,
            ),
            basis=say("Leading industries as it writes them: {listed}").format(
                listed="、".join(zone.industries_zh)
            ),
            sources=cite_sources(zone.sources, chosen.lang),
        )
        for zone in rows_where("catalogue_2018", "code", park.catalogue_code).itertuples()
    )


def _describe_lists(chosen: State, park: Series) -> Iterator[Fact]:
    """Yield each official list that names the park, with its date, who made it, and its page."""
    say, lists = chosen.say, load_table("lists").set_index("id")
    for row in rows_where("list_rows", "park", park.id).itertuples():
        made = lists.loc[row.list]
        issuer = get_text(made, "issuer", chosen.lang) or say("The page read does not say who.")
        when = made.date or say("date unknown")
        yield Fact(
            say("On an official list"),
            say("{name} ({when})").format(name=get_text(made, "name", chosen.lang), when=when),
            basis=" ".join(filter(None, (issuer, get_text(row, "note", chosen.lang)))),
            sources=cite_sources(row.sources, chosen.lang),
        )


def _describe_zone(chosen: State) -> Fact:
    say = chosen.say
    counted = rows_where("targets", "series", ZONES_COUNTED)
    return Fact(
        say("National zone"),
        say("one of the 14 that the province counts"),
        basis=say(
            "The document counts zones by kind and names none; which they are is our reading."
        ),
        quotes=quote_facts(counted, chosen.lang),
    )


def _title_industries(chosen: State, park: Series) -> str:
    title = chosen.say("Industries it lists")
    return date_value(chosen.say, title, park.industries_as_of) if park.industries else title


def _list_industries(chosen: State, park: Series) -> tuple[Chip, ...]:
    """Return the industries that a park's source lists, with its words."""
    filtered, sources = chosen.filter.industries(), cite_sources(park.sources, chosen.lang)
    return tuple(
        Chip(
            name_industry(row.industry, chosen.lang),
            phrases=(row.phrase,),
            sources=sources,
            chosen=row.industry in filtered,
        )
        for row in rows_where("park_industries", "park", park.id).itertuples()
    )
