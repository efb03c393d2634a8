"""Targets by document, year and indicator: a chart, a table, and the words behind each."""

from functools import lru_cache, partial
from typing import Any

import altair as alt
import streamlit as st
from pandas import DataFrame

from components import linked_widgets, plot, sheet
from geo import targets
from geo.amounts import format_amount, format_bounds
from geo.i18n import Language, translator
from geo.names import get_text, name_document_year
from geo.periods import name_period
from geo.quotations import quote_facts
from geo.tables import rows_where
from layers.cards import Fact
from layers.markup import render_template
from layers.style import PALETTES, Theme
from screens.policy import parameters
from screens.policy.discrepancy_notes import select_touching, show_notes
from screens.policy.parameters import Choices
from screens.policy.policy_wording import name_target_year

BROKEN_DOWN = (targets.CATEGORIES, targets.TIERS, targets.SALES)
ROW = 40
TICKS = 4
IN_BILLIONS = 0.1  # an axis of money: a hundred million yuan, as English counts


def show_targets(chosen: Choices) -> None:
    """Draw the filters, the chart of one common unit and the table of all."""
    say = chosen.say
    parameters.show_documents(chosen)
    parameters.show_years(chosen)
    st.header(say("Targets in common units"))
    parameters.show_units(chosen)
    _show_chart(chosen)
    st.header(say("Every number, as written and in common units"))
    st.caption(say("Select a row to see the passage it is taken from."))
    rows = targets.select_targets(chosen.documents, chosen.years, None)
    _show_table(chosen, rows)
    _show_evidence(chosen)


def _show_chart(chosen: Choices) -> None:
    say = chosen.say
    rows = targets.select_targets(chosen.documents, chosen.years, chosen.unit)
    rows = rows[(rows.nature == "target") & ~rows.series.isin(BROKEN_DOWN)]
    if rows.empty:
        st.info(say("No target of this unit under these filters."), icon=":material/info:")
        return
    st.caption(
        say(
            "Targets with a number: those in words, deadlines and stated facts are in the table, "
            "the clusters by category and tier in their own part. ≥ is at least; a tick marks the "
            "stated base."
        )
    )
    alt_text = say("Targets as marks on one scale; its table holds the same numbers.")
    chart = _plot_targets(chosen.lang, chosen.theme, chosen.unit, tuple(rows.id))
    plot.show_chart(chart, alt_text, "targets", tabulate_targets(rows, chosen.lang))


@lru_cache(maxsize=64)
def _plot_targets(lang: Language, theme: Theme, unit: str, ids: tuple[str, ...]) -> str:
    """Return one line a target: its name above, its value as a bar, or a point on a log scale."""
    say, palette, rows = translator(lang), PALETTES[theme], targets.load_targets()
    data = _tabulate_marks(rows[rows.id.isin(ids)], lang)
    log = unit == "count"
    scale = alt.Scale(type="log" if log else "linear", nice=True)
    axis = alt.Axis(tickCount=TICKS)
    title = say(f"unit.{unit}.axis")
    y = alt.Y("id:N", sort=None, axis=None, scale=alt.Scale(paddingInner=0.2))
    base = alt.Chart(data).encode(y=y)
    heads = base.mark_text(align="left", dy=-11, fontWeight=600, color=palette.text, limit=900)
    bars = base.encode(
        x=alt.X("value:Q", scale=scale, title=title, axis=axis),
        tooltip=[
            alt.Tooltip("head:N", title=say("Indicator")),
            alt.Tooltip("text:N", title=say("Value")),
            alt.Tooltip("phrase:N", title=say("Phrase as written")),
        ],
    )
    mark = (
        bars.mark_point(size=80, filled=True, color=palette.national, yOffset=6)
        if log
        else bars.mark_bar(height=11, color=palette.national, yOffset=6)
    )
    values = bars.mark_text(align="left", dx=8, dy=6, color=palette.text).encode(text="text:N")
    ticks = base.mark_tick(color=palette.selected, thickness=2.5, height=17, yOffset=6, aria=False)
    layers = (
        heads.encode(x=alt.value(2), text="head:N")
        + mark
        + ticks.encode(x=alt.X("base:Q"))
        + values
    )
    return plot.to_vega_lite(layers.properties(height=alt.Step(ROW)))


def _tabulate_marks(rows: DataFrame, lang: Language) -> DataFrame:
    """Return a row a target: id, value and base as the axis counts, text, head and phrase."""
    shown = rows.common_value * rows.common_unit.map(
        lambda unit: IN_BILLIONS if lang == "en" and unit == "cny_100m" else 1
    )
    factor = shown / rows.value
    heads = [
        f"{name_document_year(target.document, lang)} → {name_target_year(target.year, lang)} · "
        + get_text(target, "indicator", lang)
        for target in rows.itertuples()
    ]
    return DataFrame(
        {
            "id": rows.id,
            "value": shown,
            "base": rows.base_value * factor,
            "text": _format_common(rows, lang),
            "head": heads,
            "phrase": rows.phrase,
        }
    )


def _format_common(rows: DataFrame, lang: Language) -> list[str | None]:
    return [
        format_bounds(row.common_value, row.common_max, row.common_unit, row.comparison, lang)
        for row in rows.itertuples()
    ]


def _format_written(target: Any, lang: Language) -> str | None:
    """Return a number as the text has it, in the reader's words; None where it has none."""
    return target.written or format_bounds(
        target.value, target.value_max, target.unit, target.comparison, lang
    )


def tabulate_targets(rows: DataFrame, lang: Language) -> DataFrame:
    """Return targets as a table in the reader's words, source units and common ones."""
    say = translator(lang)
    return DataFrame(
        {
            say("facet.document"): [name_document_year(key, lang) for key in rows.document],
            say("Year to be reached"): [name_target_year(year, lang) for year in rows.year],
            say("Indicator"): rows[f"indicator_{lang}"],
            say("Scope"): rows[f"scope_{lang}"],
            say("Period"): [
                name_period(row.period_from, row.period_to, lang) for row in rows.itertuples()
            ],
            say("As written"): [_format_written(row, lang) for row in rows.itertuples()],
            say("In common units"): _format_common(rows, lang),
            say("Base"): [
                format_amount(base, unit, lang) if base == base else None
                for base, unit in zip(rows.base_value, rows.unit, strict=True)
            ],
            say("Nature"): [say(f"nature.{nature}") for nature in rows.nature],
            say("Section"): rows.section,
            say("Phrase as written"): rows.phrase,
            say("Remark"): rows[f"note_{lang}"],
        }
    )


def _show_table(chosen: Choices, rows: DataFrame) -> None:
    if rows.empty:
        st.info(
            chosen.say(
                "No target under these filters. What a document offers and requires stands in "
                "parts of its own."
            ),
            icon=":material/info:",
        )
        return
    table_rows = tabulate_targets(rows, chosen.lang)
    # Another table is another widget: else the browser keeps the row number of the old one.
    stem = f"policy-targets-{chosen.lang}-{'.'.join(chosen.documents)}-{chosen.years}"
    linked_widgets.show_rows(
        table_rows,
        rows.id.tolist(),
        chosen.target,
        partial(Choices.put, "target"),
        stem=stem,
        height=420,
        placeholder="–",
    )
    sheet.show_table_download(chosen.say, table_rows, "policy-targets")


def _show_evidence(chosen: Choices) -> None:
    if chosen.target is None:
        return
    lang, rows = chosen.lang, rows_where("targets", "id", chosen.target)
    target = rows.iloc[0]
    fact = Fact(
        get_text(target, "indicator", lang),
        _format_written(target, lang) or chosen.say("No number: the text says it in words."),
        quotes=quote_facts(rows, lang),
    )
    st.html(render_template("screens/policy/policy_quote.html", lang, fact=fact))
    touching = select_touching(targets.find_discrepancies(), f"targets:{chosen.target}")
    show_notes(touching, lang)
