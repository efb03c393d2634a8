"""What the reader of the data page has chosen, kept in the link, and its widgets."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from components import link
from components.state import State
from geo.belts.belt_shapes import GEOMETRIES
from geo.export import FORMATS, Order
from geo.models import TABLES

SECTIONS = ("take", "live", "quality", "own", "cite")


@dataclass(frozen=True)
class Asked:
    """One reader's choices on this page."""

    section: str
    kind: str
    zipped: bool
    geometry: str
    table: str

    def order(self, layer: str, chosen: State) -> Order:
        """Return the file of a layer that these choices ask for."""
        return Order(layer, chosen.filter, self.kind, self.zipped, self.geometry, chosen.lang)


def current() -> Asked:
    """Return the choices as the link holds them; what it does not know is told and ignored."""
    return Asked(
        section=link.value("data-show", SECTIONS[0], link.one_of(SECTIONS)),
        kind=link.value("data-format", "geojson", link.one_of(tuple(FORMATS))),
        zipped=link.value("data-zip", "0", link.one_of("01")) == "1",
        geometry=link.value("data-shape", GEOMETRIES[0], link.one_of(GEOMETRIES)),
        table=link.value("data-table", "parks", link.one_of(tuple(TABLES))),
    )


def show(chosen: State, asked: Asked) -> None:
    """Draw the choice of section."""
    say = chosen.say
    switch("data-show", SECTIONS, asked.section, (say("Show"), lambda one: say(f"section.{one}")))


def switch(
    name: str, known: Sequence[str], value: str, words: tuple[str, Callable[[str], str]]
) -> None:
    """Draw a choice of one out of a few; `words` are its label and the text of each."""
    label, text = words
    st.session_state[name] = value
    st.segmented_control(
        label,
        known,
        format_func=text,
        key=name,
        on_change=_take,
        args=(name,),
        required=True,
        wrap=True,
    )


def pick(
    name: str, known: Sequence[str], value: str, words: tuple[str, Callable[[str], str]]
) -> None:
    """Draw a choice of one out of many."""
    label, text = words
    st.session_state[name] = value
    st.selectbox(label, known, format_func=text, key=name, on_change=_take, args=(name,), width=320)


def zipped(chosen: State, asked: Asked) -> None:
    """Draw the switch of the zip."""
    st.session_state["data-zip"] = asked.zipped
    st.toggle(
        chosen.say("Zip with sources"),
        key="data-zip",
        on_change=lambda: link.put("data-zip", "1" if st.session_state["data-zip"] else None),
        help=chosen.say("With data package, list of sources, filter, data version and checksums."),
    )


def _take(name: str) -> None:
    link.put(name, st.session_state[name])
