"""What the reader of the Industries page has chosen, kept in the link."""

from dataclasses import dataclass, replace
from typing import ClassVar, Self

import streamlit as st

from components import linked_widgets
from components.linked import ScreenChoices, one_of, some_of, yes_or_no
from geo import claims
from geo.i18n import Language, translator
from geo.names import join_names, map_sectors, name_industry, name_place

PARTS = ("matrix", "timeline", "likeness", "emphasis", "gaps", "province")
CELLS = ("documents", "agreement")
AXES = ("place", "item")  # what the time line follows
ALL = "all"  # asked only for an industry, the page answers for it everywhere
START = "auto-parts"  # what most documents agree on, so that the page begins full


def list_places() -> tuple[str, ...]:
    """Return the prefectures, then the belts."""
    return (*claims.list_places("prefecture"), *claims.list_places("belt"))


def list_choices() -> tuple[str, ...]:
    """Return what may stand for the place: all of them, or one."""
    return (ALL, *list_places())


def list_items() -> tuple[str, ...]:
    """Return the industries, then the sectors."""
    return (*claims.list_items("industry"), *claims.list_items("sector"))


@dataclass(frozen=True)
class Choices(ScreenChoices):
    """One reader's choices in this run; `item` is an industry or a sector, as `by` asks."""

    SCREEN: ClassVar[str] = "industries"
    FORMER: ClassVar = {
        "part": "ind-show",
        "by": "ind-by",
        "place": "ind-place",
        "item": "ind-item",
        "cells": "ind-cells",
        "axis": "ind-axis",
        "counties": "ind-counties",
    }

    part: str = one_of(PARTS)
    by: str = one_of(claims.LEVELS)
    place: str = one_of(list_choices)
    item: str = one_of(list_items, START)
    cells: str = one_of(CELLS)
    axis: str = one_of(AXES)
    counties: bool = yes_or_no()
    ranks: tuple[str, ...] = some_of(lambda: claims.RANKS)

    @classmethod
    def current(cls) -> Self:
        """Return the reader's choices; what is not known is told and ignored."""
        choices = super().current()
        axis = "item" if choices.is_everywhere else choices.axis
        return replace(choices, item=_at_level(choices.item, choices.by), axis=axis)

    @property
    def is_everywhere(self) -> bool:
        """Whether the page is asked for an industry in all places."""
        return self.place == ALL

    @property
    def kind(self) -> str:
        """The kind of the place: "belt" or "prefecture"."""
        return "belt" if self.place in claims.list_places("belt") else "prefecture"


def _at_level(item: str, by: str) -> str:
    """Return the sector of an industry, or the first named industry of a sector, as `by` asks."""
    if item in claims.list_items(by):
        return item
    if by == "sector":
        return str(map_sectors()[item])
    inside = [industry for industry in claims.list_items() if map_sectors()[industry] == item]
    named = set(claims.list_claims().industry)
    return next((industry for industry in inside if industry in named), inside[0])


def name_chosen_place(place: str, lang: Language) -> str:
    """Return the name of a place, or that all are asked for."""
    return translator(lang)("All places") if place == ALL else name_place(place, lang)


def choose_industry(industry: str) -> None:
    """Choose an industry; for callbacks."""
    Choices.put("by", "industry")
    Choices.put("item", industry)


def show_choices(chosen: Choices) -> None:
    """Draw the choices: what to see, then of which place and industry."""
    say, lang = chosen.say, chosen.lang
    linked_widgets.show_segments(
        chosen,
        "part",
        say("Show"),
        lambda part: say(f"section.{part}"),
        label_visibility="collapsed",
    )
    if chosen.part == "province":  # of which no place and no industry is asked
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="industries-choices"):
        linked_widgets.show_list(
            chosen, "place", say("Place"), lambda place: name_chosen_place(place, lang)
        )
        linked_widgets.show_list(
            chosen,
            "item",
            say(f"level.{chosen.by}"),
            lambda item: name_industry(item, lang),
            ids=claims.list_items(chosen.by),
        )
        linked_widgets.show_segments(chosen, "by", say("Detail"), lambda by: say(f"by.{by}"))
        _show_counties(chosen)
    _note_counties(chosen)


def _note_counties(chosen: Choices) -> None:
    """Say whose statements are rolled into prefectures, when they are."""
    if chosen.counties:
        facts = claims.list_claims(counties=True)
        inside = dict.fromkeys(facts.source_place[facts.source_kind == "county"])
        names = join_names((name_place(county, chosen.lang) for county in inside), chosen.lang)
        note = chosen.say("With counties: statements about {names} count for their prefectures.")
        st.caption(note.format(names=names))


def _show_counties(chosen: Choices) -> None:
    linked_widgets.show_toggle(
        chosen,
        "counties",
        chosen.say("Add statements about counties"),
        help=chosen.say(
            "The 2006 document names four counties. With this on, what it says of them counts for"
            " their prefecture of today too, and is marked as such."
        ),
    )


def show_ranks(chosen: Choices) -> None:
    """Draw the choice of ranks that documents give industries of the province; none means all."""
    say = chosen.say
    linked_widgets.show_pills(
        chosen, "ranks", say("Rank in the document"), lambda rank: say(f"rank.{rank}")
    )


def show_axis(chosen: Choices) -> None:
    """Draw the switch of what the time line follows; without a place it follows the industry."""
    say = chosen.say
    if chosen.is_everywhere:
        st.caption(say("Choose a place above to read what each document adds and drops for it."))
        return
    linked_widgets.show_segments(
        chosen, "axis", say("Time line of"), lambda axis: say(f"axis.{axis}")
    )


def show_cell_contents(chosen: Choices) -> None:
    """Draw the switch of what a cell of the matrix shows."""
    say = chosen.say
    linked_widgets.show_segments(
        chosen, "cells", say("Cells show"), lambda cells: say(f"cells.{cells}")
    )
