"""Parks side by side for the template: criteria, differences, evidence, what is unknown."""

from collections.abc import Callable
from typing import Any

from geo.i18n import Language
from geo.names import get_text
from geo.quotations import Quote, parse_sources, quote_facts
from geo.siting import industry_fit
from geo.siting.criteria import CRITERIA, IDS
from geo.siting.ranking import Ranking
from geo.tables import load_table
from geo.ties import round_off
from layers.sketch import Mark, park_map, park_picture
from screens.invest import answer_sentences, invest_wording
from screens.invest.parameters import Choices


def compare_parks(
    chosen: Choices, ranking: Ranking, parks: tuple[str, ...], *, inline: bool = True
) -> dict[str, Any]:
    """Return the comparison of parks for the template; a page cannot hold maps `inline`."""
    draw = park_map if inline else park_picture
    names = [name for name in IDS if name not in ranking.values.silent]
    return {
        "parks": [_describe_park(chosen, ranking, park, draw) for park in parks],
        "rows": [_row(chosen, ranking, name, parks) for name in names],
    }


def _describe_park(
    chosen: Choices, ranking: Ranking, park: str, draw: Callable[[Mark, Language], str]
) -> dict[str, Any]:
    row, lang = ranking.parks.loc[park], chosen.lang
    mark = mark_park(ranking, park, _rank(ranking, park), strong=True)
    return {
        "name": chosen.name(park),
        "standing": answer_sentences.tell_standing(chosen, ranking, park),
        "map": draw(mark, lang),
        "position": chosen.say(f"precision.{row.location_precision}"),
        "basis": get_text(row, "location_basis", lang),
        "listed": _listed(row),
        "quotes": _quotes(chosen, row),
        "sources": parse_sources(row.source),
        "unknown": answer_sentences.list_unknown(chosen, ranking, park),
        "ask": answer_sentences.tell_contact(chosen, row),
    }


def _rank(ranking: Ranking, park: str) -> str:
    return str(ranking.table["rank"][park]) if park in ranking.table.index else "–"


def _row(chosen: Choices, ranking: Ranking, name: str, parks: tuple[str, ...]) -> dict[str, Any]:
    say, values = chosen.say, ranking.values
    scaled = ranking.scaled.middle[name]
    known_parks = [park for park in parks if values.value[name].notna()[park]]
    grades = {park: float(round_off(scaled[park])) for park in known_parks}
    best, differ = max(grades.values(), default=None), len(set(grades.values())) > 1
    return {
        "name": say(CRITERIA[name].name),
        "weight": ranking.question.weight(name),
        "measured": say(CRITERIA[name].measured),
        "uncertainty": say(CRITERIA[name].uncertainty),
        "differ": differ or len(known_parks) < len(parks),
        "cells": [
            {
                "value": invest_wording.tell_value(name, park, values, chosen.lang),
                "nearest": invest_wording.name_nearest(name, park, values, chosen.lang),
                "points": float(scaled[park] * ranking.question.weight(name)),
                "best": differ and grades.get(park) == best,
                "unknown": park not in known_parks,
            }
            for park in parks
        ],
    }


def mark_park(ranking: Ranking, park: str, text: str, *, strong: bool) -> Mark:
    """Return the sign of a park on a printed map."""
    row = ranking.parks.loc[park]
    return Mark(park, text, strong, (row.lon, row.lat) if row.status == "own" else None)


def _listed(park: Any) -> list[str]:
    if park.status == "own":
        return list(park.lead_industries_zh)
    rows = load_table("park_industries")
    return list(dict.fromkeys(rows.phrase[rows.park == park.name]))


def _quotes(chosen: Choices, park: Any) -> list[Quote]:
    facts = [industry_fit.find_evidence(industry, park) for industry in chosen.question.industries]
    return [quote for group in facts for quote in quote_facts(group, chosen.lang)][:8]
