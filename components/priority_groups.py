"""What documents name for the whole province, grouped by the rank that they give it."""

from components.evidence_chips import make_chip
from components.state import State
from geo.claims import RANKS, list_priorities
from geo.names import name_document, name_industry
from layers.cards import ChipGroup


def group_by_rank(chosen: State, ranks: tuple[str, ...] = ()) -> tuple[ChipGroup, ...]:
    """Return the industries of each rank and document as chips; no rank given means all."""
    facts, lang, filtered = list_priorities(ranks), chosen.lang, chosen.filter.industries()
    groups = []
    for rank in RANKS:
        for document, named in facts[facts["rank"] == rank].groupby("document", sort=False):
            chips = tuple(
                make_chip(name_industry(industry, lang), rows, lang, chosen=industry in filtered)
                for industry, rows in named.groupby("industry", sort=False)
            )
            title = f"{chosen.say(f'rank.{rank}')} · {name_document(str(document), lang)}"
            groups.append(ChipGroup(chips, title))
    return tuple(groups)
