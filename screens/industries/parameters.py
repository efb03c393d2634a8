"""What the reader of the industries page has chosen, kept in the link, and its widgets."""

from dataclasses import dataclass

import streamlit as st

from components import link
from components.state import State
from geo import claims
from geo.names import join_names, map_sectors, name_industry, name_place

SECTIONS = ("matrix", "timeline", "likeness", "emphasis", "gaps")
CELLS = ("documents", "agreement")
AXES = ("place", "item")  # what the time line follows
START = ("220100", "auto-parts")  # what most documents agree on, so that the page begins full


@dataclass(frozen=True)
class Asked:
    """One reader's choices on this page; `kind` is that of the place."""

    section: str
    by: str
    place: str
    item: str
    cells: str
    axis: str
    counties: bool

    @property
    def kind(self) -> str:
        """Return "belt" or "prefecture"."""
        return "belt" if self.place in claims.list_places("belt") else "prefecture"


def places() -> tuple[str, ...]:
    """Return the prefectures, then the belts."""
    return (*claims.list_places("prefecture"), *claims.list_places("belt"))


def current() -> Asked:
    """Return the choices as the link holds them; what it does not know is told and ignored."""
    by = link.value("ind-by", "industry", link.one_of(claims.LEVELS))
    known = (*claims.list_items("industry"), *claims.list_items("sector"))
    return Asked(
        section=link.value("ind-show", SECTIONS[0], link.one_of(SECTIONS)),
        by=by,
        place=link.value("ind-place", START[0], link.one_of(places())),
        item=_at_level(link.value("ind-item", START[1], link.one_of(known)), by),
        cells=link.value("ind-cells", CELLS[0], link.one_of(CELLS)),
        axis=link.value("ind-axis", AXES[0], link.one_of(AXES)),
        counties=link.value("ind-counties", "0", link.one_of("01")) == "1",
    )


def _at_level(item: str, by: str) -> str:
    """Return the sector of an industry, or the first named industry of a sector, as `by` asks."""
    if item in claims.list_items(by):
        return item
    if by == "sector":
        return str(map_sectors()[item])
    inside = [one for one in claims.list_items() if map_sectors()[one] == item]
    named = set(claims.list_claims().industry)
    return next((one for one in inside if one in named), inside[0])


def choose(place: str, item: str) -> None:
    """Choose a place and an item; for callbacks."""
    link.put("ind-place", place)
    link.put("ind-item", item)


def show(chosen: State, asked: Asked) -> None:
    """Draw the choices: what to see, then of which place and industry."""
    say = chosen.say
    _switch("ind-show", SECTIONS, asked.section, (say("Show"), lambda one: say(f"section.{one}")))
    with st.container(horizontal=True, vertical_alignment="bottom", key="ind-choice"):
        _list(
            "ind-place",
            places(),
            asked.place,
            (say("Place"), lambda one: name_place(one, chosen.lang)),
        )
        words = (say(f"level.{asked.by}"), lambda one: name_industry(one, chosen.lang))
        _list("ind-item", claims.list_items(asked.by), asked.item, words)
        words = (say("Detail"), lambda one: say(f"by.{one}"))
        _switch("ind-by", claims.LEVELS, asked.by, words)
        _counties(chosen, asked)
    note(chosen, asked)


def note(chosen: State, asked: Asked) -> None:
    """Say whose statements are rolled into prefectures, when they are."""
    if asked.counties:
        facts = claims.list_claims(counties=True)
        inside = dict.fromkeys(facts.source_place[facts.source_kind == "county"])
        names = join_names((name_place(one, chosen.lang) for one in inside), chosen.lang)
        words = chosen.say("With counties: statements about {names} count for their prefectures.")
        st.caption(words.format(names=names))


def _counties(chosen: State, asked: Asked) -> None:
    st.session_state["ind-counties"] = asked.counties
    st.toggle(
        chosen.say("Add statements about counties"),
        key="ind-counties",
        on_change=lambda: link.put(
            "ind-counties", "1" if st.session_state["ind-counties"] else None
        ),
        help=chosen.say(
            "The 2006 document names four counties. With this on, what it says of them counts for"
            " their prefecture of today too, and is marked as such."
        ),
    )


def _switch(name: str, options: tuple[str, ...], value: str, words: tuple) -> None:  # type: ignore[type-arg]
    label, text = words
    st.session_state[name] = value
    st.segmented_control(
        label, options, format_func=text, key=name, on_change=_take, args=(name,), required=True
    )


def _list(name: str, options: tuple[str, ...], value: str, words: tuple) -> None:  # type: ignore[type-arg]
    label, text = words
    st.session_state[name] = value
    st.selectbox(
        label, options, format_func=text, key=name, on_change=_take, args=(name,), width=300
    )


def _take(name: str) -> None:
    link.put(name, st.session_state[name])


def axis(chosen: State, asked: Asked) -> None:
    """Draw the switch of what the time line follows."""
    say = chosen.say
    words = (say("Time line of"), lambda one: say(f"axis.{one}"))
    _switch("ind-axis", AXES, asked.axis, words)


def cells(chosen: State, asked: Asked) -> None:
    """Draw the switch of what a cell of the matrix shows."""
    say = chosen.say
    words = (say("Cells show"), lambda one: say(f"cells.{one}"))
    _switch("ind-cells", CELLS, asked.cells, words)
