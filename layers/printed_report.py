"""The report as a PDF: a first page that answers, then what the answer rests on."""

from typing import Any

from geo.i18n import Language, Translate, translator
from geo.promise_wording import Contact, Promise, Told
from layers.report import Report, lay_out_table
from layers.shades import SHADES
from layers.sketch import park_map, result_map
from layers.typesetting import PAPER_FONT, draw_code, typeset

ON_THE_MAP = 10  # signs of the first page: more would cover one another


def report_pdf(report: Report, lang: Language) -> bytes:
    """Return a report as a PDF, A4, with numbered pages and its font inside."""
    say = translator(lang)
    title = say("Choice of a park in Jilin: report")
    content = {
        "lang": lang,
        "title": title,
        "atlas": say("Jilin Belt Atlas"),
        "footer": " · ".join([say("Jilin Belt Atlas"), title, *_tell_edition(report, say)]),
        "words": _name_parts(report, say),
        "question": report.question,
        "verdict": {"head": report.verdict, "safety": report.safety},
        "reasons": report.reasons,
        "unknown": report.unknown,
        "map": result_map(report.marks[:ON_THE_MAP], lang, report.belts, PAPER_FONT),
        "key": [
            say("Numbers: ranks; orange: set side by side"),
            say("White signs: stations, airports and ports"),
            say("Lines: axes of belts, schematic"),
        ],
        "code": draw_code(report.link),
        "link": report.link,
        "shades": SHADES,
        "ranking": [_lay_out_rank(row) for row in report.ranking],
        "weights": [one | {"percent": f"{one['percent']:g}"} for one in report.weights],
        "findings": report.findings,
        "tables": [_write_table(lay_out_table(*table)) for table in report.tables],
        "compared": _compare(report, lang),
        "promised": [_lay_out_promises(name, told, say) for name, told in report.promised],
        "contacts": [_lay_out_contact(contact) for contact in report.contacts],
        "notes": report.notes,
        "excluded": " ".join(
            say("{park} ({reasons});").format(
                park=park["name"], reasons=say("; ").join(park["reasons"])
            )
            for park in report.excluded
        ),
        "not_held": report.not_held,
        "method": report.method,
        "sources": report.sources,
    }
    return typeset("report.typ", content)


def _tell_edition(report: Report, say: Translate) -> tuple[str, str]:
    return report.day, say("data version {version}").format(version=report.version)


def _name_parts(report: Report, say: Translate) -> dict[str, str]:
    leading = say(
        "The first {n} of {total} parks; 0 to 100 points, with worst and best case of what is "
        "unknown or imprecise"
    )
    return {
        "question": say("Question"),
        "reasons": say("What speaks for it most"),
        "unknown": say("Not known of it:"),
        "opens": say("The same question opens here:"),
        "ranking": say("Ranking"),
        "leading": leading.format(n=len(report.ranking), total=report.of),
        "rank": say("Rank"),
        "name": say("Name"),
        "points": say("Points by criterion"),
        "score": say("Score"),
        "bounds": say("Worst–best"),
        "weights": say("Weights"),
        "criterion": say("Criterion"),
        "measured": say("How measured"),
        "sure": say("How sure"),
        "safe": say("How robust is the result?"),
        "comparison": say("Comparison"),
        "compared": say("Side by side; rows that differ are marked, the best value is bold"),
        "map": say("Map"),
        "promised": say("What the documents promise"),
        "offered": say("What is offered"),
        "state": say("State of law"),
        "giver": say("Who gives it"),
        "condition": say("On which condition"),
        "ground": say("Why here"),
        "ask": say("Contacts"),
        "telephones": say("Telephones as the texts print them, on the date of each document."),
        "notes": say("Notes and reasons"),
        "excluded": say("Excluded parks"),
        "limits": say("What this report does not cover"),
        "method": say("Method and sources"),
    }


def _lay_out_promises(name: str, told: Told, say: Translate) -> dict[str, Any]:
    """Lay out what covers a park and what has an amount; the others by name alone."""
    others = say("; ").join(promise.name for promise in told.others)
    title = say("Others on such a condition ({n})").format(n=len(told.others))
    return {
        "name": name,
        "summary": told.summary,
        "kinds": told.kinds,
        "rows": [_lay_out_promise(promise, say) for promise in (*told.covering, *told.amounts)],
        "others": f"{title}: {others}" if others else "",
    }


def _lay_out_promise(promise: Promise, say: Translate) -> dict[str, str]:
    return {
        "name": " · ".join(filter(None, (promise.name, promise.value))),
        "quote": f"“{promise.quote.phrase}” {promise.document}, {promise.quote.section}",
        "state": promise.state,
        "giver": promise.giver or say("the text names nobody"),
        "condition": promise.condition or say("the text states none"),
        "ground": promise.ground,
    }


def _lay_out_contact(contact: Contact) -> dict[str, str]:
    about = " · ".join(filter(None, (contact.about, contact.address)))
    return {"name": contact.name, "telephone": contact.telephone, "about": about}


def _lay_out_rank(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "rank": row["rank"],
        "name": row["name"],
        "about": " · ".join(part for part in (row["where"], row["doubt"]) if part),
        "parts": [{"criterion": part["criterion"], "points": part["points"]}
                  for part in row["parts"]],
        "worst": float(row["worst"]),
        "best": float(row["best"]),
        "score": f"{row['score']:.1f}",
        "range": f"{row['worst']:.1f}–{row['best']:.1f}",
    }  # fmt: skip


def _write_table(table: dict[str, Any]) -> dict[str, Any]:
    rows = [[str(cell) for cell in row] for row in table["rows"]]
    return {"title": table["title"], "columns": table["columns"], "rows": rows}


def _compare(report: Report, lang: Language) -> dict[str, Any] | None:
    """Lay out the comparison: every cell its text and how many parks share it."""
    compared, say = report.compared, translator(lang)
    if compared is None:
        return None
    titles = {
        "listed": say("Industries as its source words them"),
        "dated": say("Areas that sources give, and dates"),
        "quotes": say("What documents say of the industry here"),
        "unknown": say("Not known"),
        "ask": say("Contacts"),
        "sources": say("Sources of the park's facts"),
    }
    return {
        "parks": [{"name": park["name"]} for park in compared["parks"]],
        "maps": [park_map(mark, lang, font=PAPER_FONT) for mark in report.compared_marks],
        "rows": [_compare_row(row, say) for row in compared["rows"]],
        "merged": [
            {
                "name": title,
                "cells": [
                    {"span": span, "lines": _list_lines(about, cell, say)}
                    for cell, span in compared["merged"][about]
                ],
            }
            for about, title in titles.items()
        ],
    }


def _compare_row(row: dict[str, Any], say: Translate) -> dict[str, Any]:
    points = say("{n} points")
    return {
        "name": ("≠ " if row["differ"] else "") + row["name"],
        "weight": f"{row['weight']:g} %" if row["weight"] else "",
        "cells": [
            {
                "span": span,
                "best": bool(cell["best"]),
                "value": cell["value"],
                "about": " · ".join(
                    [
                        *([cell["nearest"]] if cell["nearest"] else []),
                        *([points.format(n=f"{cell['points']:.1f}")] if row["weight"] else []),
                    ]
                ),
            }
            for cell, span in row["cells"]
        ],
    }


def _list_lines(about: str, cell: Any, say: Translate) -> list[str]:
    """Return the lines of a cell that parks may share."""
    if about == "ask":
        return [cell]
    if about == "listed":
        lines = [f"{one['name']} ({one['phrase']})" if one["name"] else one["phrase"]
                 for one in cell]  # fmt: skip
    elif about == "quotes":
        lines = [f"“{quote.phrase}” {quote.title}, {quote.date}, {quote.section}" for quote in cell]
    elif about == "sources":
        lines = [source.in_print for source in cell]
    else:
        lines = list(cell)
    return lines or ["–" if about == "unknown" else say("unknown")]
