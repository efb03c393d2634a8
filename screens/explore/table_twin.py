"""The table twin of the map: the same things, sortable, selectable, without a mouse."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st
from geopandas import GeoDataFrame

from components import linked_widgets, state
from components.own_session import list_parks
from components.state import State
from geo.filters import label_option
from geo.i18n import translator
from geo.names import join_industries, name_place
from geo.select import asks_documents, select_facts, select_rows

MOST = 5_000  # rows that a browser's table stays quick with; only a reader's own data has more
LAYERS = ("parks", "prefectures", "counties", "belts", "clusters", "brands", "hubs")


def show_layer_table(chosen: State) -> None:
    """Draw the table of a layer as the filter shows it; selecting a row selects the thing."""
    say = chosen.say
    layer = st.segmented_control(
        say("Table of"),
        LAYERS,
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
    if layer == "parks":
        table |= {
            say("facet.level"): [
                level and label_option("level", level, lang) for level in rows.level
            ],
            say("facet.kind"): [
                _kind(kind, status, lang)
                for kind, status in zip(rows.kind, rows.status, strict=True)
            ],
            say("facet.prefecture"): [_place(place, lang) for place in rows.prefecture_adcode],
            say("facet.industry"): [_industries(ids, lang) for ids in rows.industries],
            say("Approved"): rows.approved_year.astype("Int64"),
            say("Area, ha"): rows.area_ha,
            say("Area is"): [say(f"area.{kind}") if kind else None for kind in rows.area_kind],
            say("Position"): [say(f"precision.{name}") for name in rows.location_precision],
            say("Confidence"): [level and say(f"confidence.{level}") for level in rows.confidence],
        }
    elif layer in {"clusters", "brands"}:
        table[say("facet.industry")] = [_industries(ids, lang) for ids in rows.industries]
        table[say("Place")] = [_place(place, lang) for place in rows.place]
        table[say("Phrase as written")] = rows.phrase
    elif layer == "hubs":
        table[say("facet.kind")] = [say(f"kind.{kind}") for kind in rows.kind]
        table[say("County")] = [_place(place, lang) for place in rows.county_adcode]
        table[say("Position")] = [say(f"precision.{name}") for name in rows.location_precision]
    else:
        table |= _areas(chosen, layer, rows)
    return pd.DataFrame(table)


def _kind(kind: str | None, status: str, lang: str) -> str | None:
    return label_option("kind", kind, lang) if kind else translator(lang)(f"status.{status}")


def _industries(industries: tuple[str, ...], lang: str) -> str | None:
    return join_industries(industries, lang) or None


def _place(code: str | None, lang: str) -> str | None:
    return name_place(code, lang) if code else None


def _areas(chosen: State, layer: str, rows: GeoDataFrame) -> dict[str, object]:
    say, lang = chosen.say, chosen.lang
    facts = select_facts(chosen.filter)
    columns: dict[str, object] = {}
    if layer == "counties":
        columns[say("facet.prefecture")] = [_place(place, lang) for place in rows.parent]
    columns[say("Industries documents name")] = [
        _industries(tuple(dict.fromkeys(facts.industry[facts.place == place])), lang)
        for place in rows.id
    ]
    if asks_documents(chosen.filter):
        columns[say("Phrase as written")] = [
            "; ".join(dict.fromkeys(facts.phrase[facts.place == place])) for place in rows.id
        ]
    return columns
