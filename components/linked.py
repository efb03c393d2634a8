"""Choices kept in the link: a screen declares each once; reading, notices and widgets follow.

A screen's `parameters.py` holds one frozen dataclass that derives from `ScreenChoices`. A field
made by `one_of`, `some_of`, `number_in`, `yes_or_no` or `parsed_by` is a name of the link, prefixed
by the screen: the field `part` of the screen `belts` is `belts-part`. Language, filter and
selection, which all screens share, come from `components.state`. Every section's `show_...` takes
these choices, all in one.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from functools import partial
from typing import Any, ClassVar, Self, TypedDict

import streamlit as st

from components import link, state
from components.state import State
from geo.errors import AtlasError

Ids = Sequence[Any] | Callable[[], Sequence[Any]]
NONE: tuple[str, ...] = ()


class Binding(TypedDict):
    """What ties a Streamlit widget to a choice."""

    key: str
    on_change: Callable[[], None]


@dataclass(frozen=True)
class Parameter:
    """How a choice is read from the link and written to it; `ids` are its options, if few."""

    parse: Callable[[str], Any]
    default: Callable[[], Any]
    ids: Callable[[], Sequence[Any]]


def parsed_by(parse: Callable[[str], Any], default: object, ids: Ids = NONE) -> Any:
    """Declare a choice; `parse` gives None for what is not known, or raises AtlasError."""
    declared = Parameter(parse, _lazy(default), _lazy(ids))
    return field(default_factory=declared.default, metadata={"parameter": declared})


def one_of(ids: Ids, default: str | None = None) -> Any:
    """Declare a choice of one id, of the first unless told otherwise."""
    list_ids = _lazy(ids)
    return parsed_by(
        lambda raw: link.one_of(list_ids())(raw), lambda: default or list_ids()[0], list_ids
    )


def some_of(ids: Ids) -> Any:
    """Declare a choice of any number of ids, of none at first."""
    list_ids = _lazy(ids)
    return parsed_by(lambda raw: link.some_of(list_ids())(raw), NONE, list_ids)


def number_in(default: float, low: float, high: float) -> Any:
    """Declare a choice of a number between `low` and `high`."""
    return parsed_by(link.number_in(low, high), default, (low, high))


def yes_or_no() -> Any:
    """Declare a choice of yes or no, of no at first."""
    return parsed_by({"0": False, "1": True}.get, default=False)


def _lazy(value: Any) -> Callable[[], Any]:
    return value if callable(value) else lambda: value


@dataclass(frozen=True)
class ScreenChoices(State):
    """One reader's choices on a screen in this run; `faults` tell what could not be read."""

    SCREEN: ClassVar[str]
    #: What of the shared choices the screen heeds.
    SHARED: ClassVar[Sequence[str]] = state.SHARED
    #: Names that links had before, by field.
    FORMER: ClassVar[dict[str, str]] = {}

    faults: tuple[str, ...] = ()

    @classmethod
    def current(cls) -> Self:
        """Return the reader's choices; what is not known is told and ignored."""
        link.rename_arrivals({former: cls.link_name(name) for name, former in cls.FORMER.items()})
        shared = state.read_state(cls.SHARED)
        faults: list[str] = []
        values = {
            name: _read(cls.link_name(name), declared, shared.lang, faults)
            for name, declared in cls.parameters()
        }
        return cls(**vars(shared), faults=tuple(faults), **values)

    @classmethod
    def parameters(cls) -> Iterator[tuple[str, Parameter]]:
        """Yield each field that the link holds."""
        for parameter in fields(cls):
            if "parameter" in parameter.metadata:
                yield parameter.name, parameter.metadata["parameter"]

    @classmethod
    def link_name(cls, name: str) -> str:
        """Return what the link calls a field."""
        return f"{cls.SCREEN}-{name}"

    @classmethod
    def put(cls, name: str, value: object) -> None:
        """Change a choice, for callbacks; None brings back its default."""
        link.put_value(cls.link_name(name), _write(value))

    @classmethod
    def ids(cls, name: str) -> Sequence[Any]:
        """Return the options of a choice."""
        return dict(cls.parameters())[name].ids()

    def bind(self, name: str, take: Callable[[Any], object] | None = None) -> Binding:
        """Return what ties a widget to a choice; `take` stands in for `put` where more is to do."""
        value = getattr(self, name)
        content = list(value) if isinstance(value, tuple) else value
        return bind_widget(self.link_name(name), content, take or partial(self.put, name))


def bind_widget(
    key: str, value: object, take: Callable[[Any], object], *, again: bool = True
) -> Binding:
    """Tell a widget its value, whatever the browser still holds; `take` receives a new one.

    Without `again` it is not told what it says already, so that a moving hand is not pulled back.
    """
    session = st.session_state
    if again or key not in session or session[key] != value:
        session[key] = value

    def change() -> None:
        take(session[key])

    return {"key": key, "on_change": change}


def _write(value: object) -> str | None:
    match value:
        case None | False:
            return None
        case True:
            return "1"
        case float():
            return f"{value:g}"
        case list() | tuple():
            return ".".join(map(str, value))
    return str(value)


def _read(name: str, declared: Parameter, lang: str, faults: list[str]) -> Any:
    """Return a choice as the link says; one at fault is told and replaced by the last good one."""
    good = st.session_state.setdefault("linked-good", {})
    raw = st.session_state.link.get(name)
    try:
        value = link.read_value(name, None, declared.parse)
    except AtlasError as error:
        part, message = name.partition("-")[2], error.say(lang)
        faults.append(message if message.startswith(part) else f"{part}: {message}")
        link.settle_value(name, good.get(name))
        return declared.parse(good[name]) if name in good else declared.default()
    if value is None:
        good.pop(name, None)
        return declared.default()
    good[name] = raw
    return value
