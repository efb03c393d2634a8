"""The report: what it holds, and one HTML file with everything inside.

As a PDF it is set by `layers/printed_report.py`.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from pandas import DataFrame

from geo.i18n import Language
from geo.promise_wording import Contact, Told
from layers.markup import render_template
from layers.shades import SHADES
from layers.sketch import Mark, park_map, result_map


@dataclass(frozen=True)
class Report:
    """What a report holds, every text in one language, ready to be escaped and laid out.

    Attributes
    ----------
    verdict, safety, reasons, unknown
        Who leads, whether that is safe, why, and what is not known of the leader.
    question, weights
        The question as a sentence; criterion (its id), name, percent, measured and uncertainty of
        each weight.
    marks, belts
        Signs of the leading parks, and ids of the belts whose axes the map shows beside them.
    ranking
        Leading parks: rank, name, place, score, worst, best, parts (criterion, points), doubts.
    findings
        Robustness in sentences.
    tables
        Titles and frames of further tables.
    compared, compared_marks
        Parks and rows of the template `comparison.html`, and the sign of each of the parks.
    promised
        Names of parks of which the documents promise the same, and what they promise them.
    contacts
        Whom to ask about these parks.
    notes
        Park and note of the reader.
    excluded
        Excluded parks: name and reasons.
    method
        Sentences on scales and methods.
    day, version, link
        Date, data version, and the link that opens the same question.
    """

    question: str
    verdict: str
    safety: str
    reasons: list[str]
    unknown: list[str]
    weights: list[dict[str, Any]]
    marks: Sequence[Mark]
    belts: Sequence[str]
    ranking: list[dict[str, Any]]
    of: int
    findings: list[str]
    tables: list[tuple[str, DataFrame]]
    compared: dict[str, Any] | None
    compared_marks: Sequence[Mark]
    promised: list[tuple[str, Told]]
    contacts: Sequence[Contact]
    notes: list[tuple[str, str]]
    excluded: list[dict[str, Any]]
    method: list[str]
    not_held: str
    sources: list[str]
    day: str
    version: str
    link: str


def report_html(report: Report, lang: Language) -> str:
    """Return a report as one HTML file that loads nothing."""
    pieces = {
        "map": result_map(report.marks, lang, report.belts),
        "maps": [park_map(mark, lang) for mark in report.compared_marks],
        "tables": [lay_out_table(title, frame) for title, frame in report.tables],
        "shades": SHADES,
    }
    return render_template("layers/templates/report.html", lang, **(asdict(report) | pieces))


def lay_out_table(title: str, frame: DataFrame) -> dict[str, Any]:
    """Return a table for a template: its title, columns and rows."""
    rows = [[_format_cell(value) for value in row] for row in frame.astype(object).to_numpy()]
    return {"title": title, "columns": list(frame.columns), "rows": rows}


def _format_cell(value: Any) -> Any:
    if isinstance(value, float):
        return "–" if value != value else f"{value:g}"  # NaN is not itself
    return value
