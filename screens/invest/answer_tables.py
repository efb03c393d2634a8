"""The tables of an answer, in words that the page shows and the report prints."""

from typing import Any

from pandas import DataFrame

from geo.i18n import Language, translator
from geo.memory import remembered
from geo.names import get_text, name_place
from geo.siting.criteria import CRITERIA, IDS
from geo.siting.criterion_values import find_span
from geo.siting.own_rows import OwnRows
from geo.siting.question import Question
from geo.siting.ranking import Ranking, rank_parks
from geo.siting.ranking_files import tabulate_ranking
from geo.siting.ranking_methods import METHODS, rank_by_methods
from geo.siting.robustness import Robustness
from geo.ties import sort_rows
from layers.shades import SHADES
from screens.invest import invest_wording
from screens.invest.parameters import Choices

SHOWN = 12


def list_leading_parks(chosen: Choices, ranking: Ranking, most: int) -> list[dict[str, Any]]:
    """Return what a list shows of the leading parks, in the reader's words."""
    leading = ranking.table.head(most)
    parks = ranking.parks.loc[leading.index]
    names = [chosen.name(str(park)) for park in leading.index]
    return [
        {
            "id": row.Index,
            "rank": int(row.rank),
            "name": name,
            "where": _where(chosen, parks.loc[row.Index]),
            "doubt": _doubt(chosen, ranking, row.Index),
            "score": row.score,
            "worst": row.worst,
            "best": row.best,
            "parts": _parts(chosen, ranking, row.Index),
            "kept": row.Index in chosen.shortlist,
        }
        for row, name in zip(leading.itertuples(), names, strict=True)
    ]


def _where(chosen: Choices, park: Any) -> str:
    places = [
        name_place(code, chosen.lang) for code in (park.prefecture_adcode, park.county_adcode)
    ]
    return " · ".join([*places, chosen.say(f"precision.{park.location_precision}")])


def _doubt(chosen: Choices, ranking: Ranking, park: str) -> str:
    verdicts = ranking.verdicts.loc[park]
    if (verdicts == "unknown").any():
        return chosen.say("A required value is unknown")
    return chosen.say("May not meet a limit") if (verdicts == "may_fail").any() else ""


def _parts(chosen: Choices, ranking: Ranking, park: str) -> list[dict[str, Any]]:
    points = ranking.parts.loc[park]
    return [
        {
            "name": chosen.say(CRITERIA[name].name),
            "points": float(points[name]),
            "colour": SHADES[name],
        }
        for name in points.index
        if points[name] > 0
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
        columns[title] = [invest_wording.tell_value(name, park, values, lang) for park in rows.id]
        if ranking.question.weight(name):
            columns[say("{name}: points").format(name=title)] = rows[f"{name}_points"].round(1)
    return DataFrame(columns)


def _name(row: Any, lang: Language) -> str:
    name = get_text(row, "name", lang)
    return invest_wording.label_own_row(name, lang) if row.status == "own" else name


def tabulate_shares(chosen: Choices, safe: Robustness) -> DataFrame:
    """Return wins and top-three shares of the parks that win or lead most: park, share, percent."""
    top = safe.shares[safe.shares.top_three > 0]
    top = sort_rows(top, ["wins", "top_three"], ascending=False).head(SHOWN)
    return DataFrame(
        {
            "park": [chosen.name(park) for park in top.index],
            "wins": (100 * top.wins).round(1).to_numpy(),
            "top_three": (100 * top.top_three).round(1).to_numpy(),
        }
    )


def tabulate_left_out(chosen: Choices, safe: Robustness) -> DataFrame:
    """Return what leaving each criterion out does, in the reader's words."""
    say, left_out = chosen.say, safe.left_out
    return DataFrame(
        {
            say("Left out"): [say(CRITERIA[name].name) for name in left_out.index],
            say("Winner then"): [chosen.name(park) for park in left_out.winner],
            say("Present winner's rank"): left_out["rank"].tolist(),
            say("Kendall τ"): left_out.tau.round(2).tolist(),
        }
    )


def tabulate_methods(chosen: Choices) -> DataFrame:
    """Return the ranks of the leading parks under each method, in the reader's words."""
    say, ranks = chosen.say, rank_by_methods(chosen.question, own_rows=chosen.own_rows).head(SHOWN)
    return DataFrame(
        {say("Name"): [chosen.name(park) for park in ranks.index]}
        | {say(f"method.{name}"): ranks[name].tolist() for name in METHODS}
    )


def tabulate_criteria(chosen: Choices, ranking: Ranking) -> DataFrame:
    """Return the criteria in the reader's words."""
    say, lang, rows = chosen.say, chosen.lang, []
    for name, criterion in CRITERIA.items():
        ideal = chosen.question.ideal(name)
        direction = say("more is better") if criterion.more else say("less is better")
        if ideal is not None:
            direction = say("best at {n}").format(
                n=invest_wording.format_number(ideal, criterion.unit)
            )
        ends = "–".join(
            invest_wording.format_number(end, criterion.unit)
            for end in find_span(name, ranking.values)
        )
        rows.append(
            {
                say("Criterion"): say(criterion.name),
                say("Weight, %"): chosen.question.weight(name),
                say("Direction"): direction,
                say("Scale"): ends + invest_wording.name_unit(name, lang),
                say("How measured"): say(criterion.measured),
                say("How sure"): say(criterion.uncertainty),
            }
        )
    return DataFrame(rows)
