"""The reader's own layer: in this session and nowhere else, gone with it or when they say so."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from typing import Any

import pandas as pd
import streamlit as st
from geopandas import GeoDataFrame, GeoSeries
from pandas import DataFrame

from geo import store
from geo.belts import corridors
from geo.intake.judging.interpretation import Choice
from geo.intake.judging.row_judgement import Checked
from geo.intake.name_index import Names
from geo.intake.own_layer import is_own_id
from geo.intake.own_layer import layer as layer_of
from geo.intake.own_layer import outlines as outlines_of
from geo.intake.reading.upload import Upload, Wish
from geo.search import known as known_to_all
from geo.siting.own import Own
from layers.own_payload import OwnPayload, offer_rows
from layers.style import OWN

KEY = "intake"
KEPT = 16  # corridors
Selection = tuple[str, str]  # layer, id


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
    outlines: GeoSeries | None = None
    payload: OwnPayload | None = None
    with_ours: GeoDataFrame | None = None
    ranked: Own | None = None
    near: Callable[[str, float], DataFrame] | None = None
    names: Names | None = None

    def put(self, layer: GeoDataFrame | None, outlines: GeoSeries | None = None) -> None:
        """Take a layer into use, or none; what was worked out for the one before goes."""
        self.layer, self.outlines = layer, outlines
        self.payload = None if layer is None else offer_rows(layer, outlines)
        self.with_ours = self.ranked = self.near = self.names = None


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
        mine.put(layer_of(mine.checked), outlines_of(mine.checked))


def drop() -> None:
    """Take the layer off the map and out of the counts; the file stays; for callbacks."""
    mine = held()
    if mine:
        mine.put(None)


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


def outlines() -> GeoSeries | None:
    """Return by id the true shapes of the reader's own rows that are more than a point."""
    mine = held()
    return mine.outlines if mine else None


def rows() -> Own | None:
    """Return the reader's own rows as they take part in a ranking, while they are in use."""
    mine = held()
    if mine is None or mine.layer is None or mine.layer.empty:
        return None
    if mine.ranked is None:
        mine.ranked = Own(mine.layer)
    return mine.ranked


def names() -> Names | None:
    """Return the reader's own rows as the search finds them, while they are in use."""
    mine = held()
    if mine is None or mine.layer is None:
        return None
    if mine.names is None:
        mine.names = Names(mine.layer.id.tolist(), mine.layer.name_zh.fillna("").tolist())
    return mine.names


def around(belt: str, km: float) -> DataFrame | None:
    """Return for each of the reader's own rows whether a corridor holds it, by id."""
    mine = held()
    if mine is None or mine.layer is None or mine.layer.empty:
        return None
    if mine.near is None:
        places = corridors.spread_things(mine.layer)
        mine.near = lru_cache(maxsize=KEPT)(partial(corridors.judge_places, places))
    return mine.near(belt, km)


def reach(belt: str, km: float) -> corridors.Reach | None:
    """Return how many of the reader's own rows a corridor holds."""
    found = around(belt, km)
    return None if found is None else corridors.count_verdicts(found.verdict, found.at_point)


def known(key: str) -> bool:
    """Return whether the reader's own layer has a row of this id."""
    mine = layer() if is_own_id(key) else None
    return mine is not None and bool((mine.id == key).any())


def address() -> str:
    """Return where the map finds the reader's layer; empty while there is none."""
    mine = held()
    return mine.payload.url if mine and mine.payload else ""


def marked(selected: Selection | None) -> Selection | None:
    """Return a selection as the map knows it: the reader's own rows are a layer there."""
    if selected and selected[0] == "parks" and is_own_id(selected[1]):
        return OWN, selected[1]
    return selected


def clicked(key: str) -> Selection | None:
    """Return what was clicked on the map of this key; the reader's own rows are among the parks."""
    drawing = (st.session_state.get(key) or {}).get("last_active_drawing") or {}
    found = drawing.get("properties", {})
    layer, one = str(found.get("layer")), str(found.get("id"))
    if layer == OWN and known(one):
        return "parks", one
    return (layer, one) if known_to_all(layer, one) else None
