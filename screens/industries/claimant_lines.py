"""Who claims the chosen industry: a line for belts, for prefectures, for the whole province."""

from dataclasses import dataclass
from functools import cache

from geo import claims
from geo.measures import measure_agreement
from geo.names import join_badge_years, map_sectors, name_industry, name_place
from geo.tables import load_table
from layers.markup import render_template
from screens.industries.parameters import Choices


@dataclass(frozen=True)
class ClaimantLine:
    """A kind of place, and each that claims the industry with the years of the documents."""

    title: str
    places: tuple[tuple[str, str], ...]


@cache
def render_claimants(chosen: Choices) -> str:
    """Return the lines as HTML."""
    titles = {
        "belt": chosen.say("Belts that claim {item}"),
        "prefecture": chosen.say("Prefectures that claim {item}"),
    }
    item = name_industry(chosen.item, chosen.lang)
    lines = [
        ClaimantLine(title.format(item=item), _list_claimants(kind, chosen))
        for kind, title in titles.items()
    ]
    lines.append(
        ClaimantLine(
            chosen.say("For the whole province: {item}").format(item=item), _list_ranks(chosen)
        )
    )
    return render_template("screens/industries/claimants.html", chosen.lang, lines=lines)


def _list_ranks(chosen: Choices) -> tuple[tuple[str, str], ...]:
    """Return each rank that documents give the industry, or one of its sector, with their years."""
    facts = claims.list_priorities()
    items = facts.industry.map(map_sectors()) if chosen.by == "sector" else facts.industry
    facts = facts[items == chosen.item]
    return tuple(
        (
            chosen.say(f"rank.{rank}"),
            join_badge_years(
                list(dict.fromkeys(facts.document[facts["rank"] == rank])), chosen.lang
            ),
        )
        for rank in claims.RANKS
        if (facts["rank"] == rank).any()
    )


def _list_claimants(kind: str, chosen: Choices) -> tuple[tuple[str, str], ...]:
    naming = measure_agreement(claims.list_claims(chosen.by, counties=chosen.counties))
    naming = naming[naming["item"] == chosen.item].set_index("place").documents
    order = list(load_table("policies").id)
    return tuple(
        (
            name_place(place, chosen.lang),
            join_badge_years(sorted(naming[place], key=order.index), chosen.lang),
        )
        for place in claims.list_places(kind)
        if place in naming.index
    )
