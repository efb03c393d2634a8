"""The printed report: one HTML file with everything inside, for the browser's A4 PDF."""

from dataclasses import asdict, dataclass
from typing import Any

from geo.i18n import Language
from layers.markup import render_template


@dataclass(frozen=True)
class Report:
    """What a report holds, every text in one language, ready to be escaped and laid out.

    Attributes
    ----------
    question, weights
        The question as a sentence; name, percent, measure, uncertainty and colour of each weight.
    map
        SVG of the marked parks.
    ranking
        Leading parks: rank, name, place, score, worst, best, parts (colour, points), doubts.
    findings
        Robustness in sentences.
    tables
        Title, columns and rows of further tables.
    compared
        Values of the template `invest_compare.html`.
    notes
        Park and note of the reader.
    excluded
        Excluded parks: name and reasons.
    method
        Sentences on scales and methods.
    made, version, link
        Date, data version, and the link that opens the same question.
    """

    question: str
    weights: list[dict[str, Any]]
    map: str
    ranking: list[dict[str, Any]]
    of: int
    findings: list[str]
    tables: list[dict[str, Any]]
    compared: dict[str, Any] | None
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
    return render_template("layers/templates/report.html", lang, **asdict(report))
