"""What the reader has chosen on the Policy page, each choice under a name of the link."""

from dataclasses import dataclass

import streamlit as st

from components import link, state
from geo.filters import label, options
from geo.i18n import Language, Translate, translator
from geo.tables import table
from geo.targets import COMMON, years
from layers.style import Theme

CHAPTERS = ("targets", "clusters", "documents")
UNITS = (*COMMON, "other")
MESSAGES = {"unit": "in"}  # `unit.count` is the message of an amount


@dataclass(frozen=True)
class Choices:
    """One reader's choices in this run; empty tuples ask for everything."""

    lang: Language
    chapter: str
    documents: tuple[str, ...]
    years: tuple[int, ...]
    unit: str
    target: str | None

    @property
    def say(self) -> Translate:
        """The translator of the reader's language."""
        return translator(self.lang)

    @property
    def theme(self) -> Theme:
        """Light or dark."""
        return state.theme()


def current() -> Choices:
    """Return the reader's choices, as the address bar and the session hold them."""
    known = tuple(str(one) for one in years())
    none: tuple[str, ...] = ()
    chosen = link.value("year", none, link.some_of(known))
    return Choices(
        lang=state.language(),
        chapter=link.value("chapter", CHAPTERS[0], link.one_of(CHAPTERS)),
        documents=link.value("document", none, link.some_of(options("document"))),
        years=tuple(int(one) for one in chosen),
        unit=link.value("unit", UNITS[0], link.one_of(UNITS)),
        target=link.value("target", None, _target),
    )


def _target(raw: str) -> str | None:
    return raw if raw in set(table("targets").id) else None


def chapter(chosen: Choices) -> None:
    """Draw the switch between the parts of the page."""
    one("chapter", CHAPTERS, chosen.chapter, chosen.say("Part of the page"), chosen.say)


def documents(chosen: Choices) -> None:
    """Draw the choice of documents; none chosen asks for all."""
    lang = chosen.lang
    several(
        "document",
        {one: label("document", one, lang) for one in options("document")},
        chosen.documents,
        chosen.say("Documents"),
    )


def year(chosen: Choices) -> None:
    """Draw the choice of years; none chosen asks for all."""
    names = {str(one): str(one) if one else chosen.say("year.0") for one in years()}
    picked = tuple(str(one) for one in chosen.years)
    several("year", names, picked, chosen.say("Year to be reached"))


def one(name: str, known: tuple[str, ...], value: str, words: str, say: Translate) -> None:
    """Draw a switch between known ids; their words are the messages `<name>.<id>`."""
    st.session_state[f"policy-{name}"] = value
    st.segmented_control(
        words,
        known,
        format_func=lambda item: say(f"{MESSAGES.get(name, name)}.{item}"),
        key=f"policy-{name}",
        on_change=take,
        args=(name,),
        required=True,
        label_visibility="collapsed",
    )


def several(name: str, names: dict[str, str], picked: tuple[str, ...], words: str) -> None:
    """Draw a choice of any number of ids, given with their names."""
    st.session_state[f"policy-{name}"] = list(picked)
    st.pills(
        words,
        list(names),
        selection_mode="multi",
        format_func=names.__getitem__,
        key=f"policy-{name}",
        on_change=take,
        args=(name,),
        wrap=True,
    )


def take(name: str) -> None:
    """Put a widget's value into the link; for callbacks."""
    value = st.session_state[f"policy-{name}"]
    link.put(name, ".".join(value) if isinstance(value, list) else value)
