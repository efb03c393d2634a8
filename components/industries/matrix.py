"""The matrix place × industry: which documents say so; a cell opens the evidence."""

from functools import cache
from typing import Any

import pandas as pd
import streamlit as st
from pandas import DataFrame

from components.industries import bits, choice, evidence
from components.industries.choice import Asked
from components.industries.names import (
    document_name,
    documents_named,
    item_name,
    listing,
    mark,
    place_name,
    place_short,
    sector_name,
)
from components.state import State
from geo import claims
from geo.filters import label
from geo.i18n import translator
from geo.measures import agreement
from geo.tables import table

HEIGHT = 640
WIDTHS = {"zh": 66, "en": 78}  # px; a column holds the longest short name or set of marks


def show(chosen: State, asked: Asked) -> None:
    """Draw the matrix with its key, the evidence of the chosen cell, and the same as a table."""
    say, lang = chosen.say, chosen.lang
    left, right = st.columns([7, 2], gap="medium")
    with left:
        choice.cells(chosen, asked)
        _grid(chosen, asked)
        st.caption(_key(lang, asked.cells))
    with right:
        st.html(evidence.card(asked, lang))
    st.subheader(say("The same as a table, with agreement"))
    st.caption(
        say(
            "Agreement: how many of the documents that speak of a place name the industry for it."
            " A document that is silent on a place neither agrees nor disagrees."
        )
    )
    frame = rows(asked.by, asked.counties, lang)
    bits.table(chosen, frame, f"agreement-by-{asked.by}", height=360)


def _grid(chosen: State, asked: Asked) -> None:
    frame = grid(asked.by, asked.counties, asked.cells, chosen.lang)
    items, columns = list(frame.attrs["items"]), choice.places()
    names = [place_short(one, chosen.lang) for one in columns]
    # A new key whenever the choice comes from elsewhere, so that the cell is marked anew.
    key = f"matrix-{asked.by}-{asked.counties}-{asked.cells}-{chosen.lang}-{_marks(asked)}"
    place = names[columns.index(asked.place)]
    cells = [(items.index(asked.item), place)] if asked.item in items else []
    marked: Any = {"selection": {"rows": [], "columns": [], "cells": cells}}
    st.dataframe(
        _shaded(frame, names),
        key=key,
        height=min(HEIGHT, 38 + 35 * len(frame)),
        placeholder="",
        on_select=lambda: _take(key, items, dict(zip(names, columns, strict=True))),
        selection_mode="single-cell",
        selection_default=marked,
        column_config={
            name: st.column_config.TextColumn(
                name, help=place_name(one, chosen.lang), width=WIDTHS[chosen.lang]
            )
            for name, one in zip(names, columns, strict=True)
        },
        alt=chosen.say("Matrix of places and industries; the table below holds the same."),
    )


def _marks(asked: Asked) -> int:
    held = st.session_state
    if held.get("matrix-cell") != (asked.place, asked.item):
        held["matrix-marks"] = held.get("matrix-marks", 0) + 1
    held["matrix-cell"] = (asked.place, asked.item)
    return int(held["matrix-marks"])


def _take(key: str, items: list[str], columns: dict[str, str]) -> None:
    for row, name in st.session_state[key].selection.cells:
        if name in columns:
            choice.choose(columns[name], items[row])
            st.session_state["matrix-cell"] = (columns[name], items[row])


@cache
def grid(by: str, counties: bool, cells: str, lang: str) -> DataFrame:
    """Return the matrix as shown: a row an item, a column a place; `attrs["items"]` holds ids."""
    facts = claims.claims(by, counties=counties, disputed=True)
    items = [one for one in claims.items(by) if one in set(facts["item"])]
    if cells == "agreement":
        found = agreement(claims.claims(by, counties=counties))
        found = found.assign(text=[f"{n}/{of}" for n, of in zip(found.n, found.of, strict=True)])
    else:
        texts = facts.groupby(["place", "item"]).apply(_marked, lang, include_groups=False)
        found = texts.rename("text").reset_index()
    made = found.pivot(index="item", columns="place", values="text")
    made = made.reindex(index=items, columns=choice.places()).astype(object)
    made.columns = [place_short(one, lang) for one in made.columns]
    made.index = pd.Index(
        [item_name(one, lang) for one in items], name=translator(lang)(f"level.{by}")
    )
    if by == "industry":
        made.insert(
            len(made.columns), translator(lang)("Sector"), [sector_name(one, lang) for one in items]
        )
    made.attrs["items"] = tuple(items)
    return made


def _marked(facts: DataFrame, lang: str) -> str:
    """Return the marks of the documents, `c` behind one that names a county, ( ) if disputed."""
    order = list(table("policies").id)
    say = translator(lang)
    found = []
    for document, group in sorted(facts.groupby("document"), key=lambda one: order.index(one[0])):
        text = mark(document, lang)
        text += say("mark.county") if (group.source_kind == "county").all() else ""
        found.append(f"({text})" if (group.status == "disputed").all() else text)
    return " ".join(found)


def _shaded(frame: DataFrame, names: list[str]):  # type: ignore[no-untyped-def]  # noqa: ANN202
    """Return the matrix with cells shaded by how many documents; the text says it too."""

    def shade(text: object) -> str:
        if not isinstance(text, str):
            return ""
        count = sum(not one.startswith("(") for one in text.split())
        return f"background-color: rgba(0, 114, 178, {0.1 * count})" if count else ""

    return frame.style.map(shade, subset=names)


def _key(lang: str, cells: str) -> str:
    """Return what the marks mean."""
    say = translator(lang)
    if cells == "agreement":
        return say(
            "2/3: two of the three documents that speak of this place name the industry. Empty:"
            " none does."
        )
    parts = [
        say("{mark}: {year}").format(mark=mark(one, lang), year=document_name(one, lang))
        for one in table("policies").id
        if one in set(claims.claims().document)
    ]
    parts += [
        say("( ): disputed, not counted"),
        say("06c: the document names a county of the prefecture"),
        say("empty: no document names it"),
        say(
            "belts are named by the 2013 document only; that of 2021 names no industry for a place"
        ),
    ]
    return say("; ").join(parts)


@cache
def rows(by: str, counties: bool, lang: str) -> DataFrame:
    """Return the matrix as a list: one row a place and item, with its agreement."""
    say, order = translator(lang), {one: row for row, one in enumerate(claims.items(by))}
    found = agreement(claims.claims(by, counties=counties))
    found = found.sort_values(
        ["item", "place"], key=lambda ids: ids.map(order).fillna(ids.map(_place_order()))
    )
    shown = {
        say("Place"): [place_name(one, lang) for one in found.place],
        say(f"level.{by}"): [item_name(one, lang) for one in found["item"]],
        say("Documents that name it"): [
            documents_named(documents, lang) for documents in found.documents
        ],
        say("Named by"): found.n.tolist(),
        say("Of documents that speak of the place"): found.of.tolist(),
    }
    if counties:
        shown[say("Through a county")] = [_counties(one, lang) for one in found.itertuples()]
    if by == "industry":
        shown[say("Sector")] = [sector_name(one, lang) for one in found["item"]]
    return DataFrame(shown)


def _counties(row: Any, lang: str) -> str:
    """Return the counties through which a place is named for an item."""
    facts = claims.claims("industry", counties=True)
    facts = facts[(facts.source_kind == "county") & (facts.place == row.place)]
    inside = facts[(facts["item"] == row.item) | (facts["item"].map(claims.sectors()) == row.item)]
    names = dict.fromkeys(label("prefecture", one, lang) for one in inside.source_place)
    return listing(names, lang)


def _place_order() -> dict[str, int]:
    return {one: row for row, one in enumerate(choice.places())}
