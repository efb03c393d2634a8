"""The reader's own layer: in this session and nowhere else, gone with it or when they say so."""

from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd
import streamlit as st
from geopandas import GeoDataFrame

from geo import store
from geo.intake.choice import Choice
from geo.intake.layer import is_user
from geo.intake.layer import layer as layer_of
from geo.intake.rows import Checked
from geo.intake.upload import Upload, Wish
from layers import guests

KEY = "intake"


@dataclass
class Held:
    """An upload on its way from bytes to layer; what is None is still to be made."""

    name: str
    data: bytes
    wish: Wish = field(default_factory=Wish)
    upload: Upload | None = None
    choice: Choice = field(default_factory=Choice)
    checked: Checked | None = None
    layer: GeoDataFrame | None = None
    payload: guests.Payload | None = None
    with_ours: GeoDataFrame | None = None


def held() -> Held | None:
    """Return what the reader brought, if anything."""
    found: Held | None = st.session_state.get(KEY)
    return found


def take(name: str, data: bytes) -> None:
    """Hold a new file; what was held before is gone."""
    st.session_state[KEY] = Held(name, data)


def forget() -> None:
    """Forget the file, its rows and its layer."""
    st.session_state.pop(KEY, None)
    st.session_state[f"{KEY}-turn"] = turn() + 1  # a new uploader, so that its file is gone too


def turn() -> int:
    """Return how often something was forgotten."""
    return int(st.session_state.get(f"{KEY}-turn", 0))


def wish(**changes: Any) -> None:
    """Read the file otherwise; for callbacks."""
    mine = held()
    if mine:
        st.session_state[KEY] = Held(mine.name, mine.data, replace(mine.wish, **changes))


def decide(**changes: Any) -> None:
    """Change what the file is understood to say; for callbacks. The layer is to be taken anew."""
    mine = held()
    if mine:
        mine.choice = replace(mine.choice, **changes)
        mine.checked = None
        drop()


def use() -> None:
    """Make a layer of the rows that can be used; for callbacks."""
    mine = held()
    if mine and mine.checked:
        mine.layer = layer_of(mine.checked)
        mine.payload = guests.offer(mine.layer)
        mine.with_ours = None


def drop() -> None:
    """Take the layer off the map and out of the counts; the file stays; for callbacks."""
    mine = held()
    if mine:
        mine.layer = mine.payload = mine.with_ours = None


def parks() -> GeoDataFrame:
    """Return the atlas's parks, and the reader's rows below them; read-only."""
    mine = held()
    ours = store.layer("parks")
    if mine is None or mine.layer is None:
        return ours
    if mine.with_ours is None:
        mine.with_ours = pd.concat([ours, mine.layer], ignore_index=True)
    return mine.with_ours


def layer() -> GeoDataFrame | None:
    """Return the reader's own layer while it is in use."""
    mine = held()
    return mine.layer if mine else None


def known(key: str) -> bool:
    """Return whether the reader's own layer has a row of this id."""
    mine = layer() if is_user(key) else None
    return mine is not None and bool((mine.id == key).any())


def address() -> str:
    """Return where the map finds the reader's layer; empty while there is none."""
    mine = held()
    return mine.payload.url if mine and mine.payload else ""
