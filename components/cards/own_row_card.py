"""The card of a row of the reader's own."""

from components.cards.card_parts import list_industries
from components.cards.park_facts import locate_park, select_statements
from components.evidence_chips import group_by_sector
from components.own_session import list_parks
from components.state import State
from geo.names import join_names
from layers.cards import Badge, Card, CardHead, Fact, Section


def make_own_card(chosen: State, key: str) -> Card:
    """Return the card of a row that the reader brought: what it says, and what documents say."""
    say, lang = chosen.say, chosen.lang
    row = list_parks().set_index("id").loc[key]
    written = join_names(row.lead_industries_zh, lang)
    groups = group_by_sector(chosen, select_statements(row))
    section = Section(say("Industries that documents name"), groups, nothing="")
    return Card(
        CardHead(row.name_zh, lang, badges=(Badge(say("status.own")),)),
        (
            *locate_park(chosen, row),
            Fact(say("In your file"), written or say("unknown")),
            list_industries(chosen, row.industries),
        ),
        sections=(section,) if groups else (),
    )
