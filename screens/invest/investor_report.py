"""The report of a ranking: what the page says, as a PDF or one file of HTML."""

from datetime import date

from geo import store
from geo.filters import list_options
from geo.promise_wording import Contact, Promise, Told, list_contacts, tell_park
from geo.siting.ranking import Ranking
from geo.siting.robustness import assess_winner
from geo.siting.wording import (
    answer_sentences,
    answer_tables,
    robustness_wording,
    winner_reasons,
    winner_verdict,
)
from geo.siting.wording.answer import Answer
from geo.siting.wording.limit_wording import tell_question
from geo.siting.wording.park_comparison import compare_parks
from layers.printed_report import report_pdf
from layers.report import Report, report_html
from screens.invest.parameters import Choices
from screens.invest.park_marks import mark_parks

LEADING = 15
SIDE_BY_SIDE = 3


def write_report(chosen: Choices, ranking: Ranking, address: str, notes: dict[str, str]) -> str:
    """Return the report as HTML; for its arguments see `compile_report`."""
    return report_html(compile_report(chosen, ranking, address, notes), chosen.lang)


def print_report(chosen: Choices, ranking: Ranking, address: str, notes: dict[str, str]) -> bytes:
    """Return the report as PDF; for its arguments see `compile_report`."""
    return report_pdf(compile_report(chosen, ranking, address, notes), chosen.lang)


def compile_report(
    chosen: Choices, ranking: Ranking, address: str, notes: dict[str, str]
) -> Report:
    """Return what the report holds.

    `address` opens the same question; `notes` are the reader's, by park. Set side by side are the
    parks of the shortlist, else the leading ones; what is promised is told of the winner, the
    selected park and the shortlist.
    """
    leading = tuple(ranking.table.index)
    parks = chosen.shortlist if len(chosen.shortlist) > 1 else leading[:SIDE_BY_SIDE]
    marks = mark_parks(ranking, leading[:LEADING], strong=parks)
    compared_marks = mark_parks(ranking, parks, strong=parks)
    answer = Answer(ranking, chosen.lang, chosen.own_rows)
    safe = assess_winner(answer.question, own_rows=answer.own_rows)
    picked = (chosen.park,) if chosen.park else ()
    asked = tuple(dict.fromkeys((leading[0], *picked, *chosen.shortlist)))
    return Report(
        question=tell_question(answer.question, answer.lang),
        verdict=winner_reasons.tell_lead(answer),
        safety=winner_verdict.tell_verdict(answer, safe) if safe else "",
        reasons=winner_reasons.tell_reasons(answer),
        unknown=answer_sentences.list_unknown(answer, leading[0]),
        weights=answer_tables.list_weights(answer),
        marks=marks,
        belts=chosen.filter.belt or list_options("belt"),
        ranking=answer_tables.list_leading_parks(answer, LEADING),
        of=len(leading),
        findings=robustness_wording.tell_findings(answer, safe) if safe else [],
        tables=robustness_wording.title_checks(answer, safe) if safe else [],
        compared=compare_parks(answer, parks) if len(parks) > 1 else None,
        compared_marks=compared_marks,
        promised=group_promises(answer, asked),
        contacts=gather_contacts(answer, asked),
        notes=[(answer.name_park(park), note) for park, note in notes.items() if note],
        excluded=answer_sentences.explain_exclusions(answer),
        method=answer_sentences.list_method_notes(answer),
        not_held=answer.say(answer_sentences.NOT_HELD),
        sources=answer_sentences.list_sources(answer.lang),
        day=date.today().isoformat(),
        version=store.data_version(),
        link=address,
    )


def group_promises(answer: Answer, parks: tuple[str, ...]) -> list[tuple[str, Told]]:
    """Return what the documents promise to parks, those that have the same under one heading."""
    told = {park: tell_park(answer.ranking.parks.loc[park], answer.lang) for park in parks}
    same: dict[tuple[Promise, ...], list[str]] = {}
    for park, one in told.items():
        same.setdefault((*one.covering, *one.amounts, *one.others), []).append(park)
    return [
        (answer.say("; ").join(map(answer.name_park, alike)), told[alike[0]])
        for alike in same.values()
    ]


def gather_contacts(answer: Answer, parks: tuple[str, ...]) -> tuple[Contact, ...]:
    """Return whom to ask about parks, each once, the nearest first."""
    listed = (list_contacts(answer.ranking.parks.loc[park], answer.lang) for park in parks)
    gathered = dict.fromkeys(contact for contacts in listed for contact in contacts)
    return tuple(sorted(gathered, key=lambda contact: not contact.nearest))
