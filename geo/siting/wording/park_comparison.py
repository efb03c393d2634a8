"""Parks side by side: criteria, differences, evidence, what is unknown."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from geo.citations import Citation, cite_sources
from geo.i18n import Language
from geo.names import get_text, join_industries
from geo.park_areas import list_dated_values
from geo.quotations import Quote, quote_facts
from geo.siting import industry_fit
from geo.siting.criteria import CRITERIA, IDS
from geo.siting.wording.answer import Answer
from geo.siting.wording.answer_sentences import list_unknown, tell_contact, tell_standing
from geo.siting.wording.value_wording import tell_nearest, tell_value
from geo.tables import load_table
from geo.ties import round_off


def compare_parks(answer: Answer, parks: tuple[str, ...]) -> dict[str, Any]:
    """Return what is known of parks, and row by row how they differ by a criterion."""
    silent = answer.ranking.values.silent
    described = [_describe_park(answer, park) for park in parks]
    return {
        "parks": described,
        "rows": [_row(answer, name, parks) for name in IDS if name not in silent],
        "merged": {
            about: merge_equal([park[about] for park in described])
            for about in ("listed", "dated", "quotes", "unknown", "ask", "sources")
        },
    }


def merge_equal(cells: Sequence[Any]) -> list[tuple[Any, int]]:
    """Return the cells of a row, equal neighbours once with their number.

    >>> merge_equal(["a", "a", "b"])
    [('a', 2), ('b', 1)]
    """
    return [(cell, len(list(group))) for cell, group in groupby(cells)]


def _describe_park(answer: Answer, park: str) -> dict[str, Any]:
    row = answer.ranking.parks.loc[park]
    return {
        "name": answer.name_park(park),
        "standing": tell_standing(answer, park),
        "position": answer.say(f"precision.{row.location_precision}"),
        "basis": get_text(row, "location_basis", answer.lang),
        "listed": _listed(row, answer.lang),
        "dated": _date_values(answer, row),
        "quotes": _quotes(answer, row),
        "sources": _cite(row, answer.lang),
        "unknown": list_unknown(answer, park),
        "ask": tell_contact(answer, row),
    }


def _date_values(answer: Answer, park: Any) -> list[str]:
    """Return the areas of a park and what date its values hold for; nothing of a reader's row."""
    return [] if park.status == "own" else list_dated_values(park.name, answer.say)


def _cite(park: Any, lang: Language) -> tuple[Citation, ...]:
    """Return what a park rests on; of a reader's own row the file it came from."""
    own = park.status == "own"
    return (Citation(park.source, lang),) if own else cite_sources(park.sources, lang)


def _row(answer: Answer, name: str, parks: tuple[str, ...]) -> dict[str, Any]:
    say, ranking, values = answer.say, answer.ranking, answer.ranking.values
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
        "cells": merge_equal(
            [
                {
                    "value": tell_value(name, park, values, answer.lang),
                    "nearest": tell_nearest(name, park, values, answer.lang),
                    "points": float(round_off(scaled[park] * ranking.question.weight(name))),
                    "best": differ and grades.get(park) == best,
                    "unknown": park not in known_parks,
                }
                for park in parks
            ]
        ),
    }


def _listed(park: Any, lang: Language) -> list[dict[str, str]]:
    """Return the phrases of a park's source, in English after the industries that they name."""
    if park.status == "own":
        return [{"phrase": phrase, "name": ""} for phrase in park.lead_industries_zh]
    rows = load_table("park_industries")
    listed = rows[rows.park == park.name].groupby("phrase", sort=False).industry
    return [
        {"phrase": phrase, "name": "" if lang == "zh" else join_industries(industries, lang)}
        for phrase, industries in listed
    ]


def _quotes(answer: Answer, park: Any) -> list[Quote]:
    facts = [industry_fit.find_evidence(industry, park) for industry in answer.question.industries]
    return [quote for group in facts for quote in quote_facts(group, answer.lang)][:8]
