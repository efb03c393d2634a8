"""How each criterion is measured, and what the data do not hold."""

import streamlit as st
from pandas import DataFrame

from components import sheet
from geo.siting.criteria import CRITERIA
from geo.siting.criterion_values import find_span
from geo.siting.ranking import Ranking
from screens.invest import invest_wording
from screens.invest.parameters import Choices


def show_method(chosen: Choices, ranking: Ranking) -> None:
    """Draw the criteria with direction, scale, measure and uncertainty."""
    say = chosen.say
    st.markdown(say(SCALES))
    sheet.show_table(say, table(chosen, ranking), "invest-criteria")


SCALES = (
    "Each criterion runs from 0 to 1 between the least and the greatest value of the whole data "
    "set, so that adding a limit cannot reorder the rest. The score is the weighted sum. Where a "
    "value is unknown, its middle counts and the whiskers show the range."
)


def table(chosen: Choices, ranking: Ranking) -> DataFrame:
    """Return the criteria in the reader's words."""
    say, lang, rows = chosen.say, chosen.lang, []
    for name, one in CRITERIA.items():
        ideal = chosen.question.ideal(name)
        direction = say("more is better") if one.more else say("less is better")
        if ideal is not None:
            direction = say("best at {n}").format(n=invest_wording.number(ideal, one.unit))
        ends = "–".join(
            invest_wording.number(end, one.unit) for end in find_span(name, ranking.values)
        )
        rows.append(
            {
                say("Criterion"): say(one.name),
                say("Weight, %"): chosen.question.weight(name),
                say("Direction"): direction,
                say("Scale"): ends + invest_wording.unit(name, lang),
                say("How measured"): say(one.measured),
                say("How sure"): say(one.uncertainty),
            }
        )
    return DataFrame(rows)


def notice(chosen: Choices) -> None:
    """Say plainly what the data do not hold, and whom to ask."""
    st.info(chosen.say(NOT_HELD), icon=":material/info:")


NOT_HELD = (
    "The data hold no vacant plots, land or labour prices, utilities, taxes or incentives, and no "
    "word of a park's management. Ask the park's administrative committee or the county government "
    "named with each park before you decide."
)
