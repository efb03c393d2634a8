"""The ranked list beside the map: contributions as a bar, bounds as whiskers."""

from pathlib import Path

import streamlit as st

from components import sheet, state
from geo.siting.criteria import CRITERIA
from geo.siting.ranking import Ranking
from layers.assets import read_bundle
from layers.markup import render_template
from layers.shades import SHADES
from screens.invest import answer_tables, parameters
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
            "rows": answer_tables.list_leading_parks(chosen, ranking, len(ranking.table)),
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


def _keys(chosen: Choices, ranking: Ranking) -> list[dict[str, str]]:
    return [
        {"name": chosen.say(CRITERIA[name].name), "percent": f"{percent:g}", "colour": SHADES[name]}
        for name, percent in ranking.question.weights
    ]


def _select() -> None:
    park = st.session_state[KEY].select
    if parameters.Choices.current().knows(str(park)):
        state.select_thing(("parks", park), fly=True)


def _keep() -> None:
    park = st.session_state[KEY].keep
    if parameters.Choices.current().knows(str(park)):
        parameters.toggle_shortlisted(park)


def show_twin(chosen: Choices) -> None:
    """Draw the ranking as a table, folded away."""
    sheet.show_table_twin(
        chosen.say,
        answer_tables.tabulate_answer(chosen.question, chosen.lang, own_rows=chosen.own_rows),
        "invest-ranking-table",
    )
