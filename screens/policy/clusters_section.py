"""The 162 clusters by category and by output tier, with the discrepancy where the number is."""

import streamlit as st
from pandas import DataFrame

from components import plot
from geo import targets
from geo.names import join_names
from geo.quotations import quote_facts
from layers.markup import render_template
from screens.policy.discrepancy_notes import show_notes
from screens.policy.parameters import Choices
from screens.policy.target_breakdown import plot_parts, tabulate_parts

SUMS = (
    "clusters-162-or-160",
    "tiers-worded-as-thresholds",
    "output-is-sum-of-floors",
    "automotive-category-parts-only",
)
LATER = (
    "sixty-clusters-not-listed",
    "large-clusters-2017-and-2020",
    "provincial-output-implied",
    "sales-and-output-mixed",
)
PARTS = (targets.CATEGORIES, targets.TIERS)


def show_clusters(chosen: Choices) -> None:
    """Draw the total with its contradiction, then both breakdowns, then the later plan."""
    say = chosen.say
    total = int(_select_counts(targets.TOTAL).value.iloc[0])
    parts = {name: int(targets.target_series(name).value.sum()) for name in PARTS}
    _show_total(chosen, total, parts)
    left, right = st.columns([3, 2], gap="large")
    with left:
        _show_breakdown(chosen, targets.CATEGORIES, total - parts[targets.CATEGORIES])
    with right:
        _show_breakdown(chosen, targets.TIERS, total - parts[targets.TIERS])
    st.header(say("The next plan: 60 key clusters (2015)"))
    later = targets.target_series(targets.SALES)
    st.markdown(
        say(
            "For 2020 the document of 2015 plans {total} key clusters; its three sales tiers are "
            "at least {parts}, together {sum}."
        ).format(
            total=f"{_select_counts('clusters-2020').value.iloc[0]:g}",
            parts=join_names((f"{value:g}" for value in later.value), chosen.lang),
            sum=f"{later.value.sum():g}",
        )
    )
    _show_breakdown(chosen, targets.SALES, 0)
    _show_notes(chosen, LATER)


def _show_total(chosen: Choices, total: int, parts: dict[str, int]) -> None:
    say = chosen.say
    rows = _select_counts(targets.TOTAL)
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
            quotes=quote_facts(rows, chosen.lang),
        )
    )
    _show_notes(chosen, SUMS)


def _select_counts(series: str) -> DataFrame:
    rows = targets.target_series(series)
    return rows[rows.unit == "count"]


def _show_notes(chosen: Choices, ids: tuple[str, ...]) -> None:
    rows = targets.find_discrepancies()
    show_notes(rows[rows.id.isin(ids)], chosen.lang)


def _show_breakdown(chosen: Choices, series: str, missing: int) -> None:
    say = chosen.say
    rows = targets.target_series(series)
    data = tabulate_parts(chosen.lang, series, missing)
    st.header(say(f"series.{series}"))
    st.caption(
        say("Sum of the parts: {sum}.").format(sum=f"{rows.value.sum():g}")
        + (" " + say("Stated total: {total}.").format(total=f"{rows.value.sum() + missing:g}"))
        * bool(missing)
    )
    alt_text = say("Bar chart of planned clusters; the table holds the numbers.")
    chart = plot_parts(chosen.lang, chosen.theme, series, missing)
    column = {"name": say("Name"), "value": say("Clusters"), "phrase": say("Phrase as written")}
    plot.show_chart(chart, alt_text, series, data[list(column)].rename(columns=column))
