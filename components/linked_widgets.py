"""Widgets that hold a choice of the link: they show what it says and put there what they take.

Each takes the screen's choices, the name of a field, and words; further options are Streamlit's.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any

import streamlit as st
from pandas import DataFrame

from components.linked import Binding, ScreenChoices, bind_widget
from components.printed_table import show_printed_table

Text = Callable[[Any], str]


def show_segments(chosen: ScreenChoices, name: str, label: str, text: Text, **options: Any) -> None:
    """Draw a switch between few ids; `text` gives the words of each."""
    binding = chosen.bind(name)
    ids = chosen.ids(name)
    st.segmented_control(label, ids, format_func=text, required=True, **binding, **options)


def show_list(
    chosen: ScreenChoices,
    name: str,
    label: str,
    text: Text,
    *,
    ids: Sequence[str] | None = None,
    width: int = 320,
) -> None:
    """Draw a choice of one out of many ids: all of the choice, or `ids` of them."""
    ids = ids or chosen.ids(name)
    st.selectbox(label, ids, format_func=text, width=width, **chosen.bind(name))


def show_pills(
    chosen: ScreenChoices,
    name: str,
    label: str,
    text: Text,
    *,
    take: Callable[[Any], object] | None = None,
    **options: Any,
) -> None:
    """Draw a choice of one id, or of several where the field is a tuple, that lie open."""
    several = isinstance(getattr(chosen, name), tuple)
    st.pills(
        label,
        chosen.ids(name),
        selection_mode="multi" if several else "single",
        format_func=text,
        wrap=True,
        **chosen.bind(name, take),
        **options,
    )


def show_toggle(chosen: ScreenChoices, name: str, label: str, **options: Any) -> None:
    """Draw a switch between yes and no."""
    st.toggle(label, **chosen.bind(name), **options)


def show_slider(chosen: ScreenChoices, name: str, label: str, unit: str) -> None:
    """Draw a number as a slider and as a box beside it; either moves the other."""
    low, high = chosen.ids(name)
    bounds: dict[str, Any] = {"min_value": low, "max_value": high, "step": 1.0}
    with st.container(horizontal=True, vertical_alignment="bottom", key=chosen.link_name(name)):
        slider, box = _half(chosen, name, "slider", "box"), _half(chosen, name, "box", "slider")
        st.slider(label, format=f"%g {unit}", **bounds, **slider)
        st.number_input(
            label, format="%g", label_visibility="collapsed", width=130, **bounds, **box
        )


def _half(chosen: ScreenChoices, name: str, half: str, other: str) -> Binding:
    """Tie one of a number's two widgets to it.

    When one is moved the other is made anew: what the browser still says of the old one is then
    nobody's.
    """
    session, stem = st.session_state, chosen.link_name(name)
    renewed = session.get(f"{stem}-{other}-moves", 0)

    def take(number: float) -> None:
        if session.get(f"{stem}-{other}-moves", 0) == renewed:  # else made anew meanwhile
            session[f"{stem}-{half}-moves"] = session.get(f"{stem}-{half}-moves", 0) + 1
            chosen.put(name, number)

    key = f"{stem}-{half}-{chosen.lang}-{renewed}"
    return bind_widget(key, getattr(chosen, name), take, again=False)


def show_rows(
    frame: DataFrame,
    ids: list[str],
    selected: str | None,
    take: Callable[[str | None], object],
    *,
    stem: str,
    **options: Any,
) -> None:
    """Draw a table whose selected row is a choice; `ids` name its rows, `take` receives one."""
    key = _renewed(stem, selected)
    rows = [ids.index(selected)] if selected in ids else []

    def change() -> None:
        picked = [ids[row] for row in st.session_state[key].selection.rows]
        st.session_state[f"{stem}-selected"] = picked[0] if picked else None
        take(picked[0] if picked else None)

    st.dataframe(
        frame,
        key=key,
        hide_index=True,
        on_select=change,
        selection_mode="single-row",
        selection_default={"selection": {"rows": rows, "columns": []}},
        **options,
    )
    show_printed_table(frame)


def show_cells(
    frame: Any,
    cells: Mapping[tuple[int, str], Hashable],
    selected: Hashable,
    take: Callable[[Any], object],
    *,
    stem: str,
    **options: Any,
) -> None:
    """Draw a table of which one cell is a choice; `cells` name what each row and column holds."""
    key = _renewed(stem, selected)
    chosen_cells = [cell for cell, thing in cells.items() if thing == selected]

    def change() -> None:
        for cell in st.session_state[key].selection.cells:
            if (thing := cells.get(tuple(cell))) is not None:
                st.session_state[f"{stem}-selected"] = thing
                take(thing)

    selection: Any = {"selection": {"rows": [], "columns": [], "cells": chosen_cells}}
    st.dataframe(
        frame,
        key=key,
        on_select=change,
        selection_mode="single-cell",
        selection_default=selection,
        **options,
    )
    show_printed_table(frame)


def _renewed(stem: str, selected: Hashable) -> str:
    """Return the key of a table: another when its selection comes from elsewhere.

    A table marks a row only when it is new; one in which the reader selects must not be.
    """
    session = st.session_state
    if session.get(f"{stem}-selected") != selected:
        session[f"{stem}-renewals"] = session.get(f"{stem}-renewals", 0) + 1
    session[f"{stem}-selected"] = selected
    return f"{stem}-{session.get(f'{stem}-renewals', 0)}"
