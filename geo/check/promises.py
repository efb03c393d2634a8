"""Rules for what documents promise and demand: the law's state, amounts, dates, phrases."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from geo.check.facts import Facts
from geo.errors import Problem
from geo.i18n import Translate
from geo.models import TABLES, Stated, Timed
from geo.paths import POLICIES

#: Columns that hold a date as text or number, to the day, month or year.
MOMENTS = {
    "date",
    "read",
    "as_of",
    "area_as_of",
    "industries_as_of",
    "location_as_of",
    "operation_as_of",
    "approved_month",
    "approved_year",
}
#: The column of the number, or of its lower bound, by table.
BOUNDS = (("requirements", "value_min"), ("targets", "value"))
AMOUNTS = (("incentives", "value"), *BOUNDS)


def states_proven(facts: Facts, say: Translate) -> Iterator[Problem]:
    """Require source and date of a known state of law, and none of an unknown one."""
    for item, row in facts.each("incentives"):
        for field in ("state_date", "state_sources"):
            if (not getattr(row, field)) != (row.state == "unknown"):
                message = say("a known state has source and date; fill in both, or write unknown")
                yield facts.problem("incentives", item.line, field, message)


def amounts_have_units(facts: Facts, say: Translate) -> Iterator[Problem]:
    """Require that an amount has a unit, and that a unit has an amount."""
    for name, column in AMOUNTS:
        for item, row in facts.each(name):
            if (getattr(row, column) is None) != (row.unit is None):
                message = say("value and unit go together; fill in both or neither")
                yield facts.problem(name, item.line, "unit", message)


def ranges_bounded(facts: Facts, say: Translate) -> Iterator[Problem]:
    """Require both bounds of a range, in order, and one number of any other comparison."""
    for name, column in BOUNDS:
        for item, row in facts.each(name):
            lower, upper, is_range = getattr(row, column), row.value_max, row.comparison == "range"
            if (row.comparison is None) != (lower is None):
                message = say("comparison and number go together; fill in both or neither")
                yield facts.problem(name, item.line, column, message)
            if not is_range and upper is not None:
                message = say("only a range has an upper bound; write range or leave it empty")
                yield facts.problem(name, item.line, "value_max", message)
            if is_range and (upper is None or (lower is not None and upper <= lower)):
                message = say("a range needs an upper bound above the lower; write both as printed")
                yield facts.problem(name, item.line, "value_max", message)


def roles_proven(facts: Facts, say: Translate) -> Iterator[Problem]:
    """Require of a belt's role both names and the words that say so, or none of the three."""
    for item, row in facts.each("belts"):
        if len({cell is None for cell in (row.role_zh, row.role_en, row.role_phrase)}) > 1:
            message = say("a role has both names and its words; fill in all three or none")
            yield facts.problem("belts", item.line, "role_phrase", message)


def periods_ordered(facts: Facts, say: Translate) -> Iterator[Problem]:
    """Require that a period ends after it begins, and in the year of the target it is of."""
    for name in (name for name, model in TABLES.items() if issubclass(model, Timed)):
        for item, row in facts.each(name):
            begins, ends = row.period_from, row.period_to
            if begins and ends and ends < begins[: len(ends)]:
                message = say("the period ends before it begins; correct one of the two")
                yield facts.problem(name, item.line, "period_to", message)
            elif name == "targets" and ends and ends[:4] != str(row.year):
                message = say("the period ends in another year than the target; correct one")
                yield facts.problem(name, item.line, "period_to", message)


def aspects_named(facts: Facts, say: Translate) -> Iterator[Problem]:
    """Require of each of the 23 measures an aspect that is one, and of nothing else."""
    kinds = {row.id: row.kind for _, row in facts.each("measures")}
    for item, row in facts.each("measures"):
        if (row.aspect is None) == (row.kind == "measure"):
            message = say("a measure names its aspect, nothing else does; correct kind or aspect")
            yield facts.problem("measures", item.line, "aspect", message)
        elif kinds.get(row.aspect, "aspect") != "aspect":
            message = say("{id!r} is no aspect; name one").format(id=row.aspect)
            yield facts.problem("measures", item.line, "aspect", message)


def contacts_filled(facts: Facts, say: Translate) -> Iterator[Problem]:
    """Require telephone or address of whoever can be asked."""
    for item, row in facts.each("institutions"):
        if row.role == "contact" and row.telephone is None and row.address_en is None:
            message = say("a contact has telephone or address; fill in one or correct the role")
            yield facts.problem("institutions", item.line, "telephone", message)


def dates_past(facts: Facts, say: Translate) -> Iterator[Problem]:
    """Require that no table has a date still to come, be it a day, a month or a year."""
    today = date.today().isoformat()
    for name in TABLES:
        for item, row in facts.each(name):
            for field, value in row:
                if not isinstance(value, date) and field not in MOMENTS:
                    continue
                if value is not None and str(value) > today[: len(str(value))]:
                    message = say("{value} is still to come; correct the date")
                    yield facts.problem(name, item.line, field, message.format(value=value))


def phrases_quoted(facts: Facts, say: Translate) -> Iterator[Problem]:
    """Require each phrase inside a paragraph of its document, where the texts are at hand."""
    files = {row.id: row.file for _, row in facts.each("policies")}
    texts = {document: _read_paragraphs(POLICIES / file) for document, file in files.items()}
    for name in (name for name, model in TABLES.items() if issubclass(model, Stated)):
        for item, row in facts.each(name):
            paragraphs = texts.get(row.document)
            for field in ("phrase", "role_phrase"):
                phrase = getattr(row, field, None)
                if phrase and paragraphs and not any(phrase in one for one in paragraphs):
                    message = say("{phrase!r} is not in {document}; quote it as written")
                    text = message.format(phrase=phrase, document=row.document)
                    yield facts.problem(name, item.line, field, text)


def _read_paragraphs(path: Path) -> list[str]:
    """Return the paragraphs of a text; none where it is not at hand."""
    return path.read_text("utf-8").splitlines() if path.is_file() else []
