"""The 162 clusters by category and by output tier, with the discrepancy where the number is."""

import pandas as pd
import streamlit as st

from components import plot, sheet
from components.quotations import quotes
from geo import targets
from geo.names import join_names
from layers.markup import render_template
from screens.policy import discrepancy_notes, target_breakdown
from screens.policy.parameters import Choices

SUMS = ("clusters-162-or-160", "tiers-worded-as-thresholds", "automotive-category-parts-only")
LATER = ("sixty-clusters-not-listed", "large-clusters-2017-and-2020", "sales-and-output-mixed")
PARTS = (targets.CATEGORIES, targets.TIERS)


def show(chosen: Choices) -> None:
    """Draw the total with its contradiction, then both breakdowns, then the later plan."""
    say = chosen.say
    total = int(_stated(targets.TOTAL).value.iloc[0])
    parts = {name: int(targets.target_series(name).value.sum()) for name in PARTS}
    _total(chosen, total, parts)
    left, right = st.columns([3, 2], gap="large")
    with left:
        _breakdown(chosen, targets.CATEGORIES, total - parts[targets.CATEGORIES])
    with right:
        _breakdown(chosen, targets.TIERS, total - parts[targets.TIERS])
    st.subheader(say("What became of the tiers: the 60 key clusters of 2015"))
    later = targets.target_series(targets.SALES)
    st.markdown(
        say(
            "For 2020 the document of 2015 plans {total} key clusters; its three sales tiers are "
            "at least {parts}, together {sum}."
        ).format(
            total=f"{_stated('clusters-2020').value.iloc[0]:g}",
            parts=join_names((f"{one:g}" for one in later.value), chosen.lang),
            sum=f"{later.value.sum():g}",
        )
    )
    _breakdown(chosen, targets.SALES, 0)
    _notes(chosen, LATER)


def _total(chosen: Choices, total: int, parts: dict[str, int]) -> None:
    say = chosen.say
    stated = _stated(targets.TOTAL)
    sentence = say(
        "clusters are stated as the total for 2017. The output tiers add up to {tiers}, the "
        "categories to {categories}: {missing} clusters are in no category."
    )
    st.html(
        render_template(
            "screens/policy/policy_total.html",
            chosen.lang,
            total=total,
            sentence=sentence.format(
                tiers=parts[targets.TIERS],
                categories=parts[targets.CATEGORIES],
                missing=total - parts[targets.CATEGORIES],
            ),
            evidence=quotes(stated, chosen.lang),
        )
    )
    _notes(chosen, SUMS)


def _stated(series: str) -> pd.DataFrame:
    rows = targets.target_series(series)
    return rows[rows.unit == "count"]


def _notes(chosen: Choices, ids: tuple[str, ...]) -> None:
    rows = targets.find_discrepancies()
    discrepancy_notes.show(rows[rows.id.isin(ids)], chosen.lang)


def _breakdown(chosen: Choices, series: str, missing: int) -> None:
    say = chosen.say
    rows = targets.target_series(series)
    data = target_breakdown.frame(chosen.lang, series, missing)
    st.subheader(say(f"series.{series}"))
    st.caption(
        say("Sum of the parts: {sum}.").format(sum=f"{rows.value.sum():g}")
        + (" " + say("Stated total: {total}.").format(total=f"{rows.value.sum() + missing:g}"))
        * bool(missing)
    )
    alt_text = say("Bar chart of planned clusters; the table holds the numbers.")
    drawn = target_breakdown.chart(chosen.lang, chosen.theme, series, missing)
    plot.show(drawn, alt_text, series)
    column = {"name": say("Name"), "value": say("Clusters"), "phrase": say("Phrase as written")}
    sheet.twin(say, data[list(column)].rename(columns=column), f"policy-{series}")
