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
        format_func=lambda one: say(f"layer.{one}"),
        key="table-layer",
        label_visibility="collapsed",
        required=True,
    )
    found = (
        chosen.filter.apply(list_parks()) if layer == "parks" else select_rows(layer, chosen.filter)
    )
    rows = found.head(MOST)
    shown = tabulate_layer(chosen, layer, rows)
    linked_widgets.show_rows(
        shown,
        rows.id.tolist(),
        chosen.selected[1] if chosen.selected and chosen.selected[0] == layer else None,
        partial(_select_row, layer),
        stem=f"table-{layer}-{chosen.lang}",
        height=360,
        placeholder=say("unknown"),
    )
    if len(found) > MOST:
        words = say("The first {n} of {all}; the download has all.")
        st.caption(words.format(n=f"{MOST:,}", all=f"{len(found):,}"))
    st.caption(say("Keyboard: arrow keys move in the table, Shift + Space selects the row."))


def _select_row(layer: str, key: str | None) -> None:
    state.select_thing((layer, key) if key else None, fly=key is not None)


def tabulate_layer(chosen: State, layer: str, rows: GeoDataFrame) -> pd.DataFrame:
    """Return what the table shows of a layer, in the reader's words."""
    say, lang = chosen.say, chosen.lang
    shown: dict[str, Any] = {say("Name"): rows[f"name_{lang}"]}
    if layer == "parks":
        shown |= {
            say("facet.level"): [one and label_option("level", one, lang) for one in rows.level],
            say("facet.kind"): [
                _kind(one, status, lang) for one, status in zip(rows.kind, rows.status, strict=True)
            ],
            say("facet.prefecture"): [_place(one, lang) for one in rows.prefecture_adcode],
            say("facet.industry"): [_industries(one, lang) for one in rows.industries],
            say("Approved"): rows.approved_year.astype("Int64"),
            say("Area, ha"): rows.area_ha,
            say("Area is"): [say(f"area.{one}") if one else None for one in rows.area_kind],
            say("Position"): [say(f"precision.{one}") for one in rows.location_precision],
            say("Confidence"): [one and say(f"confidence.{one}") for one in rows.confidence],
        }
    elif layer in {"clusters", "brands"}:
        shown[say("facet.industry")] = [_industries(one, lang) for one in rows.industries]
        shown[say("Place")] = [_place(one, lang) for one in rows.place]
        shown[say("Phrase as written")] = rows.phrase
    elif layer == "hubs":
        shown[say("facet.kind")] = [say(f"kind.{one}") for one in rows.kind]
        shown[say("County")] = [_place(one, lang) for one in rows.county_adcode]
        shown[say("Position")] = [say(f"precision.{one}") for one in rows.location_precision]
    else:
        shown |= _areas(chosen, layer, rows)
    return pd.DataFrame(shown)


def _kind(kind: str | None, status: str, lang: str) -> str | None:
    return label_option("kind", kind, lang) if kind else translator(lang)(f"status.{status}")


def _industries(industries: tuple[str, ...], lang: str) -> str | None:
    return join_industries(industries, lang) or None


def _place(code: str | None, lang: str) -> str | None:
    return name_place(code, lang) if code else None


def _areas(chosen: State, layer: str, rows: GeoDataFrame) -> dict[str, object]:
    say, lang = chosen.say, chosen.lang
    facts = select_facts(chosen.filter)
    words: dict[str, object] = {}
    if layer == "counties":
        words[say("facet.prefecture")] = [_place(one, lang) for one in rows.parent]
    words[say("Industries documents name")] = [
        _industries(tuple(dict.fromkeys(facts.industry[facts.place == one])), lang)
        for one in rows.id
    ]
    if asks_documents(chosen.filter):
        words[say("Phrase as written")] = [
            "; ".join(dict.fromkeys(facts.phrase[facts.place == one])) for one in rows.id
        ]
    return words
