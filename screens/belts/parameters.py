"""What the reader has chosen on the Belts page; the belt looked at limits nothing elsewhere."""

from dataclasses import dataclass
from functools import partial
from typing import ClassVar

import streamlit as st

from components import link, linked_widgets
from components.linked import ScreenChoices, number_in, one_of, parsed_by, yes_or_no
from geo.belts.belt_shapes import CORRIDOR_KM
from geo.belts.corridors import NARROWEST, WIDEST
from geo.filters import label_option, list_options
from screens.belts.profile_charts import Look

PARTS = ("profile", "compare", "overlap")
belt_ids = partial(list_options, "belt")


def _first_belt(raw: str) -> str | None:
    # Links had the name of Explore's filter, which may ask for several belts.
    return next((belt for belt in raw.split(".") if belt in belt_ids()), None)


def _two_belts(raw: str) -> tuple[str, ...] | None:
    picked = link.some_of(belt_ids())(raw)
    return tuple(belt for belt in belt_ids() if belt in picked) if len(picked) >= 2 else None


@dataclass(frozen=True)
class Choices(ScreenChoices):
    """One reader's choices in this run; `width` is in km on each side of the axis."""

    SCREEN: ClassVar[str] = "belts"
    SHARED: ClassVar = ("unverified", "selected")
    FORMER: ClassVar = {
        "part": "part",
        "belt": "belt",
        "width": "width",
        "compared": "compare",
        "differing": "differing",
    }

    part: str = one_of(PARTS)
    belt: str = parsed_by(_first_belt, lambda: belt_ids()[0], belt_ids)
    width: float = number_in(CORRIDOR_KM, NARROWEST, WIDEST)
    compared: tuple[str, ...] = parsed_by(_two_belts, lambda: belt_ids()[:2], belt_ids)
    differing: bool = yes_or_no()

    @property
    def look(self) -> Look:
        """What the words and colours of charts depend on."""
        return Look(self.lang, self.theme)

    def name(self, belt: str) -> str:
        """Return a belt's short name in the reader's language."""
        return label_option("belt", belt, self.lang)


def show_parts(chosen: Choices) -> None:
    """Draw the switch between the parts of the page."""
    linked_widgets.show_segments(
        chosen,
        "part",
        chosen.say("Part of the page"),
        lambda part: chosen.say(f"belts.{part}"),
        label_visibility="collapsed",
    )


def show_width(chosen: Choices) -> None:
    """Draw the corridor's width as a slider and as a number; either moves the other."""
    label = chosen.say("Axis buffer: km on each side")
    linked_widgets.show_slider(chosen, "width", label, "km")


def fly_to_belt() -> None:
    """Ask the map to fly to the belt, once."""
    st.session_state.belt_flights = count_flights() + 1


def count_flights() -> int:
    """Return how often the reader chose a belt."""
    return int(st.session_state.get("belt_flights", 0))
