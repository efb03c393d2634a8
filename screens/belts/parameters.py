"""What the reader has chosen on the Belts page, each choice under a name of the link."""

from dataclasses import dataclass

import streamlit as st

from components import link, state
from components.own_session import is_known
from components.state import State
from geo.belts.belt_shapes import CORRIDOR_KM
from geo.belts.corridors import NARROWEST, WIDEST
from geo.filters import Filter, label, options
from geo.i18n import Language, Translate, translator
from layers.style import Theme
from screens.belts.profile_charts import Look

SECTIONS = ("profile", "compare", "overlap")


@dataclass(frozen=True)
class Choices:
    """One reader's choices in this run; `width` is in km on each side of the axis."""

    lang: Language
    section: str
    belt: str
    width: float
    compared: tuple[str, ...]
    differing: bool
    unverified: bool
    selected: tuple[str, str] | None

    @property
    def say(self) -> Translate:
        """The translator of the reader's language."""
        return translator(self.lang)

    @property
    def state(self) -> State:
        """The choices that other pages know too."""
        return State(self.lang, Filter(unverified=self.unverified), self.selected)

    @property
    def theme(self) -> Theme:
        """Light or dark."""
        return state.theme()

    @property
    def look(self) -> Look:
        """What the words and colours of charts depend on."""
        return Look(self.lang, self.theme)

    def name(self, belt: str) -> str:
        """Return a belt's short name in the reader's language."""
        return label("belt", belt, self.lang)


def current() -> Choices:
    """Return the reader's choices, as the address bar and the session hold them."""
    belts = options("belt")
    flag = link.one_of("01")
    return Choices(
        lang=state.language(),
        section=link.value("part", SECTIONS[0], link.one_of(SECTIONS)),
        belt=link.value("belt", belts[0], _belt),
        width=link.value("width", CORRIDOR_KM, link.number_in(NARROWEST, WIDEST)),
        compared=link.value("compare", belts, _several),
        differing=link.value("differing", "0", flag) == "1",
        unverified=link.value("unverified", "0", flag) == "1",
        selected=link.value("selected", None, _selection),
    )


def _belt(raw: str) -> str | None:
    # Explore's filter has the same name and may ask for several belts: the first is profiled.
    return next((one for one in raw.split(".") if one in options("belt")), None)


def _several(raw: str) -> tuple[str, ...] | None:
    found = link.some_of(options("belt"))(raw)
    return tuple(one for one in options("belt") if one in found) if len(found) >= 2 else None


def _selection(raw: str) -> tuple[str, str] | None:
    layer, _, key = raw.partition(".")
    return (layer, key) if is_known(layer, key) else None


def section(chosen: Choices) -> None:
    """Draw the switch between the parts of the page."""
    held("part", chosen.section)
    st.segmented_control(
        chosen.say("Part of the page"),
        SECTIONS,
        format_func=lambda one: chosen.say(f"belts.{one}"),
        key="belts-part",
        on_change=take,
        args=("part",),
        required=True,
        label_visibility="collapsed",
    )


def width(chosen: Choices) -> None:
    """Draw the corridor's width as a slider and as a number; either moves the other."""
    words = chosen.say("Corridor: km on each side of the axis")
    slider, number = _keys(chosen)
    with st.container(horizontal=True, vertical_alignment="bottom", key="belts-width"):
        st.slider(
            words,
            NARROWEST,
            WIDEST,
            step=1.0,
            format="%g km",
            key=slider,
            on_change=_widen,
            args=(slider, "typed", "slid"),
        )
        st.number_input(
            words,
            NARROWEST,
            WIDEST,
            step=1.0,
            format="%g",
            key=number,
            on_change=_widen,
            args=(number, "slid", "typed"),
            label_visibility="collapsed",
            width=130,
        )


def _keys(chosen: Choices) -> tuple[str, str]:
    """Return the keys of slider and number, each holding the width.

    When one is moved the other is made anew: what the browser still says of the old one is then
    nobody's, so that a hand moving fast is not pulled back.
    """
    held = st.session_state
    slider = f"belts-slider-{chosen.lang}-{held.get('belts-typed', 0)}"
    number = f"belts-number-{chosen.lang}-{held.get('belts-slid', 0)}"
    for key in (slider, number):
        if held.get(key) != chosen.width:
            held[key] = chosen.width
    return slider, number


def _widen(key: str, made_by: str, counter: str) -> None:
    held = st.session_state
    if not key.endswith(f"-{held.get(f'belts-{made_by}', 0)}"):
        return  # the last word of a widget that was made anew meanwhile
    held[f"belts-{counter}"] = held.get(f"belts-{counter}", 0) + 1
    link.put("width", f"{held[key]:g}")


def held(name: str, value: object) -> None:
    """Tell a widget its value: the link's, whatever the browser still holds."""
    st.session_state[f"belts-{name}"] = value


def take(name: str) -> None:
    """Put a widget's value into the link; for callbacks."""
    value = st.session_state[f"belts-{name}"]
    if isinstance(value, list):
        value = ".".join(value)
    link.put(name, _plain(value))


def _plain(value: object) -> str | None:
    if isinstance(value, bool):
        return "1" if value else None
    return str(value) if value else None


def fly() -> None:
    """Ask the map to fly to the belt, once."""
    st.session_state.belt_flights = flights() + 1


def flights() -> int:
    """Return how often the reader chose a belt."""
    return int(st.session_state.get("belt_flights", 0))
