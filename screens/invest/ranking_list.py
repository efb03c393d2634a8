"""The ranked list beside the map: contributions as a bar, bounds as whiskers."""

from pathlib import Path
from typing import Any

import streamlit as st
from pandas import DataFrame

from components import sheet, state
from geo.i18n import Language, pick, translator
from geo.memory import remembered
from geo.names import name_place
from geo.siting.criteria import CRITERIA, IDS
from geo.siting.own_rows import OwnRows
from geo.siting.question import Question
from geo.siting.ranking import Ranking, rank_parks
from geo.siting.ranking_files import tabulate_ranking
from layers.assets import read_bundle
from layers.markup import render_template
from layers.shades import SHADES
from screens.invest import invest_wording, parameters
from screens.invest.parameters import MOST, Choices

HERE = Path(__file__).parent
KEY = "invest-list"
LIST = st.components.v2.component(
    "jilin_atlas_ranked",
    html="<ol></ol>",
    css=(HERE / "ranked.css").read_text("utf-8"),
    # Streamlit takes a text of one line for the path of a file.
    js="// The ranked list\n" + read_bundle("ranked_list").decode(),
)


def show_ranking(chosen: Choices, ranking: Ranking) -> None:
    """Draw the list; a row selects its park, a star puts it on the shortlist."""
    say = chosen.say
    st.html(
        render_template("screens/invest/invest_key.html", chosen.lang, keys=_keys(chosen, ranking))
    )
    LIST(
        key=KEY,
        data={
            "rows": rows(chosen, ranking, len(ranking.table)),
            "selected": chosen.park,
            "full": len(chosen.shortlist) >= MOST,
            "words": {
                "list": say("Parks, best first"),
                "bounds": say("Worst to best case"),
                "keep": say("Put on the shortlist"),
                "drop": say("Take off the shortlist"),
            },
        },
        on_select_change=_select,
        on_keep_change=_keep,
    )


def _keys(chosen: Choices, ranking: Ranking) -> list[dict[str, str]]:
    return [
        {"name": chosen.say(CRITERIA[name].name), "percent": f"{percent:g}", "colour": SHADES[name]}
        for name, percent in ranking.question.weights
    ]


def rows(chosen: Choices, ranking: Ranking, most: int) -> list[dict[str, Any]]:
    """Return what a list shows of the leading parks, in the reader's words."""
    table_ = ranking.table.head(most)
    parks = ranking.parks.loc[table_.index]
    names = [chosen.name(str(one)) for one in table_.index]
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
        for row, name in zip(table_.itertuples(), names, strict=True)
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


def _select() -> None:
    park = st.session_state[KEY].select
    if parameters.Choices.current().knows(str(park)):
        state.select_thing(("parks", park), fly=True)


def _keep() -> None:
    park = st.session_state[KEY].keep
    if parameters.Choices.current().knows(str(park)):
        parameters.keep(park)


@remembered
def table(question: Question, lang: Language, *, own_rows: OwnRows | None = None) -> DataFrame:
    """Return the ranking as a table in the reader's words, with values, bounds and points."""
    say, ranking = translator(lang), rank_parks(question, own_rows=own_rows)
    rows, found = tabulate_ranking(ranking), ranking.values
    shown: dict[str, Any] = {
        say("Rank"): rows["rank"],
        say("Name"): [_name(row, lang) for row in rows.itertuples()],
        say("Score"): rows.score.round(1),
        say("Worst case"): rows.worst.round(1),
        say("Best case"): rows.best.round(1),
    }
    for name in IDS:
        if name in found.silent:
            continue
        title = say(CRITERIA[name].name)
        shown[title] = [invest_wording.value(name, park, found, lang) for park in rows.id]
        if ranking.question.weight(name):
            shown[say("{name}: points").format(name=title)] = rows[f"{name}_points"].round(1)
    return DataFrame(shown)


def _name(row: Any, lang: Language) -> str:
    name: str = pick(row.name_zh, row.name_en, lang)
    return invest_wording.label_own_row(name, lang) if row.status == "own" else name


def twin(chosen: Choices) -> None:
    """Draw the ranking as a table, folded away."""
    sheet.show_table_twin(
        chosen.say,
        table(chosen.question, chosen.lang, own_rows=chosen.own_rows),
        "invest-ranking-table",
    )
