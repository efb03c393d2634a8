"""The card of an industry: how it is classed, who claims it, and which parks list it."""

from dataclasses import replace

from components.cards.card_parts import make_head
from components.claim_sections import list_claim_sections
from components.state import State
from geo.citations import cite_sources
from geo.filters import Filter
from geo.i18n import pick
from geo.measures.claimants import select_claims
from geo.names import get_text, join_names
from geo.tables import load_table, rows_where
from layers.cards import Badge, Card, Chip, ChipGroup, Fact, Section


def make_industry_card(chosen: State, key: str) -> Card:
    """Return the card of an industry."""
    say, lang = chosen.say, chosen.lang
    industry = load_table("industries").set_index("id").loc[key]
    codes = join_names(industry.gbt4754, lang)
    aliases = join_names(pick(industry.aliases_zh, industry.aliases_en, lang), lang)
    claims = select_claims(Filter(industry=(key,)))
    parks = _list_parks(chosen, key)
    return Card(
        make_head(chosen, "industries", key, (Badge(say("one.industries")),)),
        (
            Fact(say("GB/T 4754 division"), codes or say("none fits")),
            Fact(say("Also written"), aliases or say("unknown")),
        ),
        (
            *(
                replace(section, title=f"{say('key.claims')} · {section.title}")
                for section in list_claim_sections(chosen, claims)
            ),
            Section(
                say("Parks that list it"),
                (ChipGroup(parks),) if parks else (),
                say("No source of a park lists it. That is not the same as none."),
            ),
        ),
    )


def _list_parks(chosen: State, key: str) -> tuple[Chip, ...]:
    """Return the verified parks whose source lists the industry, with its words."""
    parks = load_table("parks").set_index("id")
    listed = rows_where("park_industries", "industry", key)
    return tuple(
        Chip(
            get_text(parks.loc[park], "name", chosen.lang),
            phrases=tuple(rows.phrase),
            sources=cite_sources(parks.sources[park], chosen.lang),
        )
        for park, rows in listed.groupby("park", sort=False)
        if parks.status[park] == "verified"
    )
