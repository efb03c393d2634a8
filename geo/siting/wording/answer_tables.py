"""What an answer says, in lists and tables."""

from typing import Any

from pandas import DataFrame

from geo.i18n import Language, translator
from geo.intake.own_layer import is_own_id
from geo.memory import remembered
from geo.names import get_text, name_place
from geo.siting.criteria import CRITERIA, IDS
from geo.siting.criterion_values import find_span
from geo.siting.own_rows import OwnRows
from geo.siting.question import Question
from geo.siting.ranking import rank_parks
from geo.siting.ranking_files import tabulate_ranking
from geo.siting.wording.answer import Answer, label_own_row
from geo.siting.wording.value_wording import format_number, name_unit, tell_value


def list_leading_parks(answer: Answer, most: int) -> list[dict[str, Any]]:
    """Return what a list shows of the leading parks, in the reader's words."""
    ranking = answer.ranking
    leading = ranking.table.head(most)
    parks = ranking.parks.loc[leading.index]
    names = [answer.name_park(str(park)) for park in leading.index]
    return [
        {
            "id": row.Index,
            "rank": int(row.rank),
            "name": name,
            "short": answer.shorten_park(str(row.Index)),
            "own": is_own_id(str(row.Index)),
            "where": _where(answer, parks.loc[row.Index]),
            "doubt": _doubt(answer, row.Index),
            "score": row.score,
            "worst": row.worst,
            "best": row.best,
            "parts": _parts(answer, row.Index),
        }
        for row, name in zip(leading.itertuples(), names, strict=True)
    ]


def _where(answer: Answer, park: Any) -> str:
    places = [
        name_place(code, answer.lang) for code in (park.prefecture_adcode, park.county_adcode)
    ]
    return " · ".join([*places, answer.say(f"precision.{park.location_precision}")])


def _doubt(answer: Answer, park: str) -> str:
    verdicts = answer.ranking.verdicts.loc[park]
    if (verdicts == "unknown").any():
        return answer.say("A required value is unknown")
    return answer.say("May not meet a limit") if (verdicts == "may_fail").any() else ""


def _parts(answer: Answer, park: str) -> list[dict[str, Any]]:
    points = answer.ranking.parts.loc[park]
    return [
        {
            "criterion": name,
            "name": answer.say(CRITERIA[name].name),
            "points": float(points[name]),
        }
        for name in points.index
        if points[name] > 0
    ]


def list_weights(answer: Answer) -> list[dict[str, Any]]:
    """Return name, percent, measure and uncertainty of each weighted criterion, most first."""
    say, weights = answer.say, answer.question.weights
    return [
        {
            "criterion": name,
            "name": say(CRITERIA[name].name),
            "percent": percent,
            "measured": say(CRITERIA[name].measured),
            "uncertainty": say(CRITERIA[name].uncertainty),
        }
        for name, percent in sorted(weights, key=lambda pair: -pair[1])
    ]


@remembered
def tabulate_answer(
    question: Question, lang: Language, *, own_rows: OwnRows | None = None
) -> DataFrame:
    """Return the ranking as a table in the reader's words, with values, bounds and points."""
    say, ranking = translator(lang), rank_parks(question, own_rows=own_rows)
    rows, values = tabulate_ranking(ranking), ranking.values
    columns: dict[str, Any] = {
        say("Rank"): rows["rank"],
        say("Name"): [_name(row, lang) for row in rows.itertuples()],
        say("Score"): rows.score.round(1),
        say("Worst case"): rows.worst.round(1),
        say("Best case"): rows.best.round(1),
    }
    for name in IDS:
        if name in values.silent:
            continue
        title = say(CRITERIA[name].name)
        columns[title] = [tell_value(name, park, values, lang) for park in rows.id]
        if ranking.question.weight(name):
            columns[say("{name}: points").format(name=title)] = rows[f"{name}_points"].round(1)
    return DataFrame(columns)


def _name(row: Any, lang: Language) -> str:
    name = get_text(row, "name", lang)
    return label_own_row(name, lang) if row.status == "own" else name


def tabulate_criteria(answer: Answer) -> DataFrame:
    """Return the criteria in the reader's words."""
    say, lang, rows = answer.say, answer.lang, []
    for name, criterion in CRITERIA.items():
        ideal = answer.question.ideal(name)
        direction = say("more is better") if criterion.more else say("less is better")
        if ideal is not None:
            direction = say("best at {n}").format(n=format_number(ideal, criterion.unit))
        ends = "–".join(
            format_number(end, criterion.unit) for end in find_span(name, answer.ranking.values)
        )
        rows.append(
            {
                say("Criterion"): say(criterion.name),
                say("Weight, %"): answer.question.weight(name),
                say("Direction"): direction,
                say("Scale"): ends + name_unit(name, lang),
                say("How measured"): say(criterion.measured),
                say("How sure"): say(criterion.uncertainty),
            }
        )
    return DataFrame(rows)
