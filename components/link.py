"""The address bar: every choice of the reader under a stable name, so that a link restores it.

A page declares a choice by reading it with `read_value`; callbacks change it with `put_value`.
What the map keeps there itself (its view and visible layers) is left alone. Screens use
`components.linked`, which stands on this.

Streamlit's own `bind="query-params"` writes labels, so that a Chinese link would choose nothing in
English; here it is always ids.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from time import monotonic
from typing import TypeVar
from urllib.parse import urlencode

import streamlit as st

from geo.designations import find_homes, lead_home
from geo.filters import field_names
from geo.retired_ids import renew_ids

T = TypeVar("T")
S = TypeVar("S", bound=str)
MAP_OWNED = frozenset({"view", "layers", "proven"})
#: What most pages heed besides the language, by the name that it has on all of them.
SHARED = (*field_names(), "selected")
#: Of a page that there is not; the screen `lost` reads it.
LOST_ADDRESS = "lost-address"
ECHO_SECONDS = 2.0
# Rows of a reader's own in links of before, alone or among others joined with `.`.
FORMER_OWN_ID = re.compile(r"(?<![^.])user-(?=\d+(?![^.]))")
SHOWN = 60  # characters of a wrong value that a notice repeats


def read_address(page: str) -> None:
    """Take what the address bar says, on the first run and when it was changed from outside.

    `page` is the page that runs. On another page than before the address tells what that page
    heeds and nothing of the others.
    """
    session = st.session_state
    params = {
        name: lead_home(renew_ids(FORMER_OWN_ID.sub("own-", st.query_params[name])))
        for name in st.query_params
        if name not in MAP_OWNED
    }
    # A run that a callback began may carry an address that the browser has not renewed yet.
    changed = session.pop("link_changed", False)
    session.arrived = {}
    if "link" not in session:
        session.link, session.address, session.notices = dict(params), params, []
        session.replaced, session.written = {}, 0.0
        session.before, session.arrived = {}, dict(params)
        session.heeded = {}
    elif params == session.address:
        session.replaced = {}  # the browser has renewed its address: what is old now is a wish
    elif params and not changed and (page != session.page or not _echo(params)):
        session.before, session.arrived = dict(session.link), dict(params)
        told = session.address if page == session.page else session.heeded.get(page, ())
        session.link |= dict.fromkeys(set(told) - set(params)) | params
    session.page, session.declared = page, set()


def rename_arrivals(names: Mapping[str, str]) -> None:
    """Read what just arrived under a former name as the new one; `names` are new ones by former.

    A former name that means something else today keeps the value it had before the link came.
    """
    session = st.session_state
    for former, name in names.items():
        raw = session.arrived.pop(former, None)
        if raw is None:
            continue
        session.link[former] = session.before.get(former)
        if name not in session.arrived:
            session.link[name] = raw


def read_value(name: str, default: T, parse: Callable[[str], T | None]) -> T:
    """Return a choice; `parse` gives None for what is not known, which is then told and ignored."""
    st.session_state.declared.add(name)
    raw = st.session_state.link.get(name)
    if raw is None:
        return default
    parsed = parse(raw)
    if parsed is None:
        refuse_text(raw)
        st.session_state.link.pop(name)
        return default
    return parsed


def refuse_text(raw: str) -> None:
    """Remember that a part of the link was not understood, for `components.shell` to say."""
    st.session_state.notices.append(raw[:SHOWN])


def take_notices() -> list[str]:
    """Return what was not understood, each once, and forget it."""
    session = st.session_state
    session.last_notices, session.notices = list(dict.fromkeys(session.notices)), []
    return list(session.last_notices)


def repeat_notices() -> None:
    """Say the last notices again: the run that follows is none that the reader asked for."""
    st.session_state.notices = list(st.session_state.get("last_notices", []))


def put_value(name: str, raw: str | None) -> None:
    """Change a choice; None or an empty text brings back its default."""
    st.session_state.link_changed = True
    if raw:
        st.session_state.link[name] = raw
    else:
        st.session_state.link.pop(name, None)


def settle_value(name: str, raw: str | None) -> None:
    """Make the link say what this run uses; unlike `put_value` no choice of the reader's."""
    st.session_state.link[name] = raw


def list_params() -> dict[str, str]:
    """Return what the address of this page says: what it declared and was chosen."""
    session = st.session_state
    return {name: session.link[name] for name in sorted(session.declared) if session.link.get(name)}


def make_address(lang: str) -> str:
    """Return the address that opens this page as it is, in a language."""
    query = urlencode(list_params() | {"lang": lang}, safe=":,.;=")
    return f"{(st.context.url or '').split('?')[0]}?{query}"


def list_carried(page: str) -> dict[str, str]:
    """Return what the way to a page carries: what it heeds, or all that pages share."""
    session = st.session_state
    heeded = session.heeded.get(page) or {"lang", *SHARED}
    return {name: session.link[name] for name in sorted(heeded) if session.link.get(name)}


def has_seen_others(page: str) -> bool:
    """Return whether another page ran in this session before."""
    return bool(set(st.session_state.heeded) - {page})


def write_address() -> None:
    """Make the address bar say what this page declared; with stable ids, never with labels."""
    session = st.session_state
    now = list_params()
    session.heeded[session.page] = frozenset(session.declared)
    for name in set(st.query_params) - set(now) - MAP_OWNED:
        del st.query_params[name]
    for name, raw in now.items():
        if st.query_params.get(name) != raw:
            st.query_params[name] = raw
    if now != session.address:
        session.replaced, session.written = session.address, monotonic()
    session.address, session.arrived = now, {}


def _echo(params: dict[str, str]) -> bool:
    """Return whether the browser sent the address that was replaced just now, not a wish."""
    session = st.session_state
    return bool(params == session.replaced and monotonic() - session.written < ECHO_SECONDS)


def one_of(ids: Sequence[S]) -> Callable[[str], S | None]:
    """Return a parser for one id out of `known`."""
    return lambda raw: next((key for key in ids if key == raw), None)


def some_of(known_ids: Sequence[str]) -> Callable[[str], tuple[str, ...]]:
    """Return a parser for ids joined with `.`; unknown ones are told and ignored."""

    def parse(raw: str) -> tuple[str, ...]:
        ids = [key for key in raw.split(".") if key]
        # A title or brand was a park before: it is left out, and the reader wrote nothing wrong.
        for wrong in [key for key in ids if key not in known_ids and key not in find_homes()]:
            refuse_text(wrong)
        return tuple(dict.fromkeys(key for key in ids if key in known_ids))

    return parse


def number_in(low: float, high: float) -> Callable[[str], float | None]:
    """Return a parser for a number between `low` and `high`."""

    def parse(raw: str) -> float | None:
        try:
            number = float(raw)
        except ValueError:
            return None
        return number if low <= number <= high else None

    return parse
