"""What the reader has chosen on the Policy page; a document looked at limits nothing elsewhere."""

from dataclasses import dataclass
from functools import partial
from typing import ClassVar

import streamlit as st

from components import link, linked_widgets
from components.linked import ScreenChoices, one_of, parsed_by, some_of
from geo import claims
from geo.filters import label_option, list_options
from geo.names import name_place
from geo.tables import load_table
from geo.targets import COMMON, target_years

PARTS = (
    "targets",
    "clusters",
    "offered",
    "required",
    "measures",
    "bodies",
    "changes",
    "documents",
)
ALL = "all"


def _read_years(raw: str) -> tuple[int, ...]:
    return tuple(map(int, link.some_of([str(year) for year in target_years()])(raw)))


def _read_row(table: str, raw: str) -> str | None:
    return raw if raw in set(load_table(table).id) else None


def _list_words(table: str, column: str) -> tuple[str, ...]:
    """Return the words that a column holds, in the order of the table."""
    return tuple(load_table(table)[column].unique())


def list_prefectures() -> tuple[str, ...]:
    """Return the places that more than one document speaks of."""
    return claims.list_places("prefecture")


def _list_places() -> tuple[str, ...]:
    return (ALL, *list_prefectures())


@dataclass(frozen=True)
class Choices(ScreenChoices):
    """One reader's choices in this run; empty tuples ask for everything."""

    SCREEN: ClassVar[str] = "policy"
    SHARED: ClassVar = ()
    FORMER: ClassVar = {
        "part": "chapter",
        "documents": "document",
        "years": "year",
        "unit": "unit",
        "target": "target",
    }

    part: str = one_of(PARTS)
    documents: tuple[str, ...] = some_of(partial(list_options, "document"))
    years: tuple[int, ...] = parsed_by(_read_years, (), target_years)
    unit: str = one_of(COMMON)
    target: str | None = parsed_by(partial(_read_row, "targets"), None)
    kinds: tuple[str, ...] = some_of(partial(_list_words, "incentives", "kind"))
    states: tuple[str, ...] = some_of(partial(_list_words, "incentives", "state"))
    incentive: str | None = parsed_by(partial(_read_row, "incentives"), None)
    subjects: tuple[str, ...] = some_of(partial(_list_words, "requirements", "subject"))
    demands: tuple[str, ...] = some_of(partial(_list_words, "requirements", "kind"))
    requirement: str | None = parsed_by(partial(_read_row, "requirements"), None)
    movements: tuple[str, ...] = some_of(partial(_list_words, "measures", "kind"))
    measure: str | None = parsed_by(partial(_read_row, "measures"), None)
    institution: str | None = parsed_by(partial(_read_row, "institutions"), None)
    place: str = one_of(_list_places)
    by: str = one_of(claims.LEVELS)


def show_parts(chosen: Choices) -> None:
    """Draw the switch between the parts of the page."""
    linked_widgets.show_segments(
        chosen,
        "part",
        chosen.say("Part of the page"),
        lambda part: chosen.say(f"chapter.{part}"),
        label_visibility="collapsed",
    )


def show_place(chosen: Choices) -> None:
    """Draw the choice of a place, and whether industries or their sectors are compared."""
    say, lang = chosen.say, chosen.lang
    with st.container(horizontal=True, vertical_alignment="bottom", key="policy-place-choices"):
        linked_widgets.show_list(
            chosen,
            "place",
            say("Place"),
            lambda place: say("All places") if place == ALL else name_place(place, lang),
        )
        linked_widgets.show_segments(chosen, "by", say("Detail"), lambda by: say(f"by.{by}"))


def show_documents(chosen: Choices) -> None:
    """Draw the choice of documents; none chosen asks for all."""
    text = partial(label_option, "document", lang=chosen.lang)
    linked_widgets.show_pills(chosen, "documents", chosen.say("Documents"), text)


def show_words(chosen: Choices, name: str, label: str, stem: str) -> None:
    """Draw the choice `name` of words, said as `stem`.word; none chosen asks for all."""
    linked_widgets.show_pills(chosen, name, label, lambda word: chosen.say(f"{stem}.{word}"))


def show_years(chosen: Choices) -> None:
    """Draw the choice of years; none chosen asks for all."""
    say = chosen.say
    linked_widgets.show_pills(
        chosen,
        "years",
        say("Year to be reached"),
        lambda year: str(year) if year else say("year.0"),
    )


def show_units(chosen: Choices) -> None:
    """Draw the choice of the common unit of the chart."""
    linked_widgets.show_segments(
        chosen,
        "unit",
        chosen.say("Common unit"),
        # `unit.count` is the message of an amount
        lambda unit: chosen.say(f"in.{unit}"),
        label_visibility="collapsed",
    )
