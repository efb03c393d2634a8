"""A table of what documents say; the row selected in it opens its words below."""

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st
from pandas import DataFrame

from components import linked_widgets, sheet
from geo import targets
from geo.citations import cite_sources
from geo.quotations import quote_facts
from geo.tables import load_table, rows_where
from layers.cards import Fact
from layers.markup import render_template
from screens.policy.discrepancy_notes import select_touching, show_notes
from screens.policy.parameters import Choices


def select_rows(table: str, wanted: Mapping[str, Sequence[str]]) -> DataFrame:
    """Return the rows of a table whose columns hold one of what is wanted; nothing means all."""
    rows = load_table(table)
    for column, words in wanted.items():
        if words:
            rows = rows[rows[column].isin(words)]
    return rows


def show_table(
    chosen: Choices,
    name: str,
    frame: DataFrame,
    ids: list[str],
    wanted: Mapping[str, Sequence[str]],
) -> None:
    """Draw a table whose selected row is the choice `name`; `wanted` is what filters it."""
    if frame.empty:
        st.info(chosen.say("No row under these filters."), icon=":material/info:")
        return
    st.caption(chosen.say("Select a row to read the sentence that says so."))
    # Another table is another widget: else the browser keeps the row number of the old one.
    filters = "-".join(".".join(words) for words in wanted.values())
    linked_widgets.show_rows(
        frame,
        ids,
        getattr(chosen, name),
        partial(Choices.put, name),
        stem=f"policy-{name}-{chosen.lang}-{filters}",
        height=420,
        placeholder="–",
    )
    sheet.show_table_download(chosen.say, frame, f"policy-{name}")


def show_evidence(chosen: Choices, table: str, key: str, head: tuple[str, str]) -> None:
    """Draw the sentence of a row, verbatim, under a name and a value, and what contradicts it."""
    rows = rows_where(table, "id", key)
    title, value = head
    sources = cite_sources(rows.iloc[0].get("state_sources", ()), chosen.lang)
    fact = Fact(title, value, quotes=quote_facts(rows, chosen.lang), sources=sources)
    st.html(render_template("screens/policy/policy_quote.html", chosen.lang, fact=fact))
    show_notes(select_touching(targets.find_discrepancies(), f"{table}:{key}"), chosen.lang)
