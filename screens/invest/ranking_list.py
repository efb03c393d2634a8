"""The ranked list beside the map: contributions as a bar, bounds as whiskers."""

from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st

from components import figure, state
from components.scripted import declare_screen_component
from geo.siting.criteria import CRITERIA
from geo.siting.wording.answer import Answer
from geo.siting.wording.answer_tables import list_leading_parks, tabulate_answer
from layers.markup import render_template
from layers.shades import SHADES
from screens.invest import parameters
from screens.invest.parameters import MOST, Choices

HERE = Path(__file__).parent
KEY = "invest-list"
LIST = declare_screen_component(
    "jilin_atlas_ranked",
    "ranked_list",
    html="<ol></ol>",
    css=(HERE / "ranked.css").read_text("utf-8"),
)


def show_ranking(chosen: Choices, answer: Answer) -> None:
    """Draw the list, and the whole ranking as a table in its place."""
    table = tabulate_answer(answer.question, answer.lang, own_rows=answer.own_rows)
    draw = partial(_show_list, chosen, answer)
    figure.show_figure("invest-ranking-table", draw, table, label=chosen.say("List"))


def _show_list(chosen: Choices, answer: Answer) -> None:
    """Draw the list; a row selects its park, a star puts it on the shortlist."""
    say = chosen.say
    st.html(
        render_template("screens/invest/invest_key.html", chosen.lang, groups=_list_groups(answer))
    )
    LIST(
        key=KEY,
        data={
            "rows": _list_rows(answer, chosen),
            "selected": chosen.park,
            "full": len(chosen.shortlist) >= MOST,
            "texts": {
                "list": say("Parks, best first"),
                "bounds": say("Worst to best case"),
                "keep": say("Put on the shortlist"),
                "drop": say("Take off the shortlist"),
            },
        },
        on_select_change=_select,
        on_keep_change=_keep,
    )


def _list_groups(answer: Answer) -> list[dict[str, Any]]:
    """Return the three groups of criteria with their share, and the criteria of each."""
    say, weights = answer.say, answer.question.weights
    groups: dict[str, list[tuple[str, float]]] = {}
    for name, percent in weights:
        groups.setdefault(CRITERIA[name].group, []).append((name, percent))
    return [
        {
            "name": say(f"criteria.{group}"),
            "percent": f"{sum(percent for _, percent in members):g}",
            "criteria": [
                {
                    "name": say(CRITERIA[name].name),
                    "percent": f"{percent:g}",
                    "colour": SHADES[name],
                }
                for name, percent in members
            ],
        }
        for group, members in groups.items()
    ]


def _list_rows(answer: Answer, chosen: Choices) -> list[dict[str, Any]]:
    """Return the ranked parks with the colours of their parts, and which are on the shortlist."""
    return [
        row
        | {
            "parts": [
                {
                    "name": part["name"],
                    "points": part["points"],
                    "colour": SHADES[part["criterion"]],
                }
                for part in row["parts"]
            ],
            "kept": row["id"] in chosen.shortlist,
        }
        for row in list_leading_parks(answer, len(answer.ranking.table))
        if row["own"] or not chosen.owned
    ]


def _select() -> None:
    park = st.session_state[KEY].select
    if parameters.Choices.current().knows(str(park)):
        state.select_thing(("parks", park), fly=True)


def _keep() -> None:
    park = st.session_state[KEY].keep
    if parameters.Choices.current().knows(str(park)):
        parameters.toggle_shortlisted(park)
