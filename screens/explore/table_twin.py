"""The table twin of the map: the same things, sortable, selectable, without a mouse."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st
from geopandas import GeoDataFrame

from components import linked_widgets, state
from components.layer_columns import name_column, word_cell, word_column
from components.own_session import list_parks
from components.state import State
from geo.layers import LAYERS, list_layers
from geo.select import asks_documents, select_facts, select_rows

MOST = 5_000  # rows that a browser's table stays quick with; only a reader's own data has more
TABLED = tuple(
    layer.id for layer in list_layers(lambda layer: layer.exported and layer.searched > 0)
)


def show_layer_table(chosen: State) -> None:
    """Draw the table of a layer as the filter shows it; selecting a row selects the thing."""
    say = chosen.say
    layer = st.segmented_control(
        say("Table of"),
        TABLED,
        default="parks",
        format_func=lambda layer_id: say(f"layer.{layer_id}"),
        key="table-layer",
        label_visibility="collapsed",
        required=True,
    )
    matches = (
        chosen.filter.apply(list_parks()) if layer == "parks" else select_rows(layer, chosen.filter)
    )
    rows = matches.head(MOST)
    table = tabulate_layer(chosen, layer, rows)
    linked_widgets.show_rows(
        table,
        rows.id.tolist(),
        chosen.selected[1] if chosen.selected and chosen.selected[0] == layer else None,
        partial(_select_row, layer),
        stem=f"table-{layer}-{chosen.lang}",
        height=360,
        placeholder=say("unknown"),
    )
    if len(matches) > MOST:
        caption = say("The first {n} of {all}; the download has all.")
        st.caption(caption.format(n=f"{MOST:,}", all=f"{len(matches):,}"))
    st.caption(say("Keyboard: arrow keys move in the table, Shift + Space selects the row."))


def _select_row(layer: str, key: str | None) -> None:
    state.select_thing((layer, key) if key else None, fly=key is not None)


def tabulate_layer(chosen: State, layer: str, rows: GeoDataFrame) -> pd.DataFrame:
    """Return what the table shows of a layer, in the reader's words."""
    say, lang = chosen.say, chosen.lang
    table: dict[str, Any] = {say("Name"): rows[f"name_{lang}"]}
    for column in LAYERS[layer].columns:
        table[name_column(column, say)] = word_column(rows, column, lang)
    if LAYERS[layer].narrowed_by in {"unit", "belt"}:
        table |= _name_industries(chosen, rows)
    return pd.DataFrame(table)


def _name_industries(chosen: State, rows: GeoDataFrame) -> dict[str, object]:
    """Return what documents name in each place."""
    say, lang = chosen.say, chosen.lang
    facts = select_facts(chosen.filter)
    table: dict[str, object] = {
        say("Industries documents name"): [
            word_cell(
                "industries", tuple(dict.fromkeys(facts.industry[facts.place == place])), lang
            )
            for place in rows.id
        ]
    }
    if asks_documents(chosen.filter):
        table[say("Phrase as written")] = [
            "; ".join(dict.fromkeys(facts.phrase[facts.place == place])) for place in rows.id
        ]
    return table
