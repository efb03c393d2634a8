"""Rules for what facts rest on: which sources vouch for a park, and dates that can be."""

from collections.abc import Iterator
from datetime import date

from geo.check.facts import Facts
from geo.citations import TRUSTED, split_citation
from geo.errors import Problem
from geo.i18n import Translate
from geo.models import TABLES


def parks_vouched(facts: Facts, say: Translate) -> Iterator[Problem]:
    """Require of a verified park a source of a kind that vouches for what it says."""
    if not facts.sound("sources"):
        return
    vouching = {row.id for _, row in facts.each("sources") if row.kind in TRUSTED}
    for item, park in facts.each("parks"):
        cited = {split_citation(citation)[0] for citation in park.sources}
        if park.status == "verified" and not cited & vouching:
            message = say("no source vouches for it; add one not of kind `other`, or unverify it")
            yield facts.problem("parks", item.line, "status", message)


def facts_not_newer(facts: Facts, say: Translate) -> Iterator[Problem]:
    """Require that no fact is newer than every source that is named for it."""
    dates = {row.id: row.date for _, row in facts.each("sources")}
    today = date.today().isoformat()  # what is still to come is told by another rule
    message = say("{as_of} is after every source named for it; correct the date or the source")
    for name in (name for name, model in TABLES.items() if "as_of" in model.model_fields):
        for item, row in facts.each(name):
            cited = [dates.get(split_citation(one)[0]) for one in getattr(row, "sources", ())]
            if (
                row.as_of
                and not _begins_after(row.as_of, today)
                and cited
                and all(day and _begins_after(row.as_of, day) for day in cited)
            ):
                yield facts.problem(name, item.line, "as_of", message.format(as_of=row.as_of))


def _begins_after(moment: str, other: str) -> bool:
    """Return whether a day, month or year lies wholly after another one."""
    shared = min(len(moment), len(other))
    return moment[:shared] > other[:shared]


def areas_listed(facts: Facts, say: Translate) -> Iterator[Problem]:
    """Require that the area a park shows is the catalogue's or one of those its sources give."""
    if not facts.sound("park_areas"):
        return
    given = {(row.park, row.kind, row.area_ha): row for _, row in facts.each("park_areas")}
    for item, park in facts.each("parks"):
        if park.area_ha is None or "area_ha" in park.from_catalogue:
            continue
        area = given.get((park.id, park.area_kind, park.area_ha))
        if area is None:
            message = say("is not among the park's areas; add it to park_areas.csv with its source")
            yield facts.problem("parks", item.line, "area_ha", message)
        elif area.as_of != park.area_as_of:
            message = say(
                "is not the date that park_areas.csv gives that area; correct one of them"
            )
            yield facts.problem("parks", item.line, "area_as_of", message)


def facts_cited(facts: Facts, say: Translate) -> Iterator[Problem]:
    """Require a source of each area and each row of a list, catalogue or point."""
    message = say("names no source; add one of sources.csv")
    tables = ("park_areas", "catalogue_2018", "list_rows", "hubs", "seats", "adcode_history")
    for name in tables:
        for item, row in facts.each(name):
            if not row.sources:
                yield facts.problem(name, item.line, "sources", message)
