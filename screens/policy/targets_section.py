"""Targets by document, year and indicator: a chart, a table, and the words behind each."""

from functools import lru_cache, partial
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from components import linked_widgets, plot, sheet
from components.quotations import quotes
from geo import targets
from geo.i18n import Language, translator
from geo.names import get_text, name_document_year
from geo.tables import load_table
from layers.markup import render_template
from layers.style import PALETTES, Theme
from screens.policy import discrepancy_notes, parameters, policy_wording
from screens.policy.parameters import Choices

BROKEN_DOWN = (targets.CATEGORIES, targets.TIERS, targets.SALES)
ROW = 40


def show(chosen: Choices) -> None:
    """Draw the filters, the chart of one common unit and the table of all."""
    say = chosen.say
    parameters.show_documents(chosen)
    parameters.show_years(chosen)
    st.subheader(say("Targets in common units"))
    parameters.show_units(chosen)
    _chart(chosen)
    st.subheader(say("Every number, as written and in common units"))
    st.caption(say("Select a row to read the words it comes from."))
    rows = targets.select_targets(chosen.documents, chosen.years, None)
    _table(chosen, rows)
    _evidence(chosen)


def _chart(chosen: Choices) -> None:
    say = chosen.say
    rows = targets.select_targets(chosen.documents, chosen.years, chosen.unit)
    rows = rows[(rows.nature == "target") & ~rows.series.isin(BROKEN_DOWN)]
    if rows.empty:
        st.info(say("No target of this unit under these filters."), icon=":material/info:")
        return
    st.caption(
        say(
            "Targets only: conditions of support and stated facts are in the table, the clusters "
            "by category and tier in their own part. ≥ is at least; a tick marks the stated base."
        )
    )
    alt_text = say("Targets as marks on one scale; the table below holds the same numbers.")
    plot.show(_drawn(chosen.lang, chosen.theme, chosen.unit, tuple(rows.id)), alt_text, "targets")


@lru_cache(maxsize=64)
def _drawn(lang: Language, theme: Theme, unit: str, ids: tuple[str, ...]) -> str:
    """Return one line a target: its name above, its value as a bar, or a point on a log scale."""
    say, palette, rows = translator(lang), PALETTES[theme], targets.load_targets()
    data = _data(lang, rows[rows.id.isin(ids)])
    log = unit in {"count", "other"}
    scale = alt.Scale(type="log" if log else "linear", nice=True)
    title = say(f"unit.{unit}.axis")
    y = alt.Y("id:N", sort=None, axis=None, scale=alt.Scale(paddingInner=0.2))
    base = alt.Chart(data).encode(y=y)
    heads = base.mark_text(align="left", dy=-11, fontWeight=600, color=palette.text, limit=900)
    bars = base.encode(
        x=alt.X("value:Q", scale=scale, title=title),
        tooltip=[
            alt.Tooltip("head:N", title=say("Indicator")),
            alt.Tooltip("text:N", title=say("Value")),
        ],
    )
    mark = (
        bars.mark_point(size=80, filled=True, color=palette.national, yOffset=6)
        if log
        else bars.mark_bar(height=11, color=palette.national, yOffset=6)
    )
    values = bars.mark_text(align="left", dx=8, dy=6, color=palette.text).encode(text="text:N")
    ticks = base.mark_tick(color=palette.selected, thickness=2.5, height=17, yOffset=6)
    layers = (
        heads.encode(x=alt.value(2), text="head:N")
        + mark
        + ticks.encode(x=alt.X("base:Q"))
        + values
    )
    drawn = layers.properties(height=alt.Step(ROW)).configure_view(stroke=None)
    return plot.spec(drawn)


def _data(lang: Language, rows: pd.DataFrame) -> pd.DataFrame:
    factor = rows.common_value / rows.value
    return pd.DataFrame(
        {
            "id": rows.id,
            "value": rows.common_value,
            "base": rows.base_value * factor,
            "text": [
                policy_wording.amount(one.common_value, one.common_unit, lang, one.comparison)
                for one in rows.itertuples()
            ],
            "head": [
                f"{name_document_year(target.document, lang)} → "
                f"{policy_wording.year(target.year, lang)} · {get_text(target, 'indicator', lang)}"
                for target in rows.itertuples()
            ],
        }
    )


def frame(chosen: Choices, rows: pd.DataFrame) -> pd.DataFrame:
    """Return targets as a table in the reader's words, source units and common ones."""
    say, lang = chosen.say, chosen.lang
    return pd.DataFrame(
        {
            say("facet.document"): [name_document_year(one, lang) for one in rows.document],
            say("Year to be reached"): [policy_wording.year(one, lang) for one in rows.year],
            say("Indicator"): rows[f"indicator_{lang}"],
            say("Scope"): rows[f"scope_{lang}"],
            say("As written"): [
                policy_wording.amount(one.value, one.unit, lang, one.comparison)
                for one in rows.itertuples()
            ],
            say("In common units"): [
                policy_wording.amount(one.common_value, one.common_unit, lang, one.comparison)
                for one in rows.itertuples()
            ],
            say("Base"): [
                policy_wording.amount(one.base_value, one.unit, lang)
                if one.base_value == one.base_value
                else None
                for one in rows.itertuples()
            ],
            say("Nature"): [say(f"nature.{one}") for one in rows.nature],
            say("Section"): rows.section,
            say("Phrase as written"): rows.phrase,
            say("Remark"): rows[f"note_{lang}"],
        }
    )


def _table(chosen: Choices, rows: pd.DataFrame) -> None:
    shown, ids = frame(chosen, rows), rows.id.tolist()
    # Another table is another widget: else the browser keeps the row number of the old one.
    stem = f"policy-targets-{chosen.lang}-{'.'.join(chosen.documents)}-{chosen.years}"
    linked_widgets.show_rows(
        shown,
        ids,
        chosen.target,
        partial(Choices.put, "target"),
        stem=stem,
        height=420,
        placeholder="–",
    )
    sheet.download(chosen.say, shown, "policy-targets")


def _evidence(chosen: Choices) -> None:
    if chosen.target is None:
        return
    lang = chosen.lang
    found = load_table("targets").query("id == @chosen.target")
    head: Any = found.iloc[0]
    st.html(
        render_template(
            "screens/policy/policy_quote.html",
            lang,
            name=get_text(head, "indicator", lang),
            value=policy_wording.amount(head.value, head.unit, lang, head.comparison),
            evidence=quotes(found, lang),
        )
    )
    discrepancy_notes.show(
        discrepancy_notes.touching(targets.find_discrepancies(), f"targets:{chosen.target}"), lang
    )
