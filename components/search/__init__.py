"""The search in the head of every page: it lists while one types, and asks no run for it.

The browser finds the atlas's things in an index that it fetches once (`search_index`), and a
reader's own rows at their address on the server. What is chosen is told here: Explore shows it,
and Policy what a document states, unless the page that runs takes such things itself.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from components import link, state
from components.own_session import find_own_layer, is_known
from components.scripted import declare_component, list_script
from components.search import policy_address, search_index
from geo.i18n import Language
from geo.search import is_stated
from layers.assets import Asset
from layers.own_payload import offer_layer

STYLE_SHEET = Path(__file__).parent / "search.css"
KEY = "search"
TAKERS = "search-takers"
WAITING = "search-waiting"
Taker = Callable[[str], None]


@cache
def list_assets() -> dict[str, Asset]:
    """Return the search's own files, by path below `/atlas`."""
    return list_script("search") | search_index.list_assets()


_search = declare_component("atlas_search", "search")


def show_search(lang: Language) -> None:
    """Draw the search."""
    own = find_own_layer()
    st.session_state[TAKERS] = {}
    with st.container(key="search-place"):
        _search(
            key=KEY,
            data={
                "index": search_index.index_path(lang),
                "own": f"{offer_layer(own).path}/find" if own else "",
                "texts": search_index.list_texts(lang),
            },
            on_chosen_change=_take,
        )


def take_here(layer: str, take: Taker) -> None:
    """Let the page that runs take the things of a layer that are chosen; `take` gets the id."""
    st.session_state[TAKERS][layer] = take


def turn_to_choice(pages: Iterable[StreamlitPage], page: StreamlitPage) -> None:
    """Turn to the one of `pages` that shows what was chosen on another page."""
    waiting = st.session_state.pop(WAITING, None)
    shown_on = next((other for other in pages if other.title == waiting), page)
    if page is not shown_on:
        st.switch_page(shown_on)  # without parameters: they would be a step of their own


def _take() -> None:
    answer: Mapping[str, str] = st.session_state[KEY].chosen
    layer, key = str(answer["layer"]), str(answer["id"])
    if is_stated(layer, key):
        for name, wish in policy_address.list_choices(layer, key).items():
            link.put_value(name, wish)
        st.session_state[WAITING] = "Policy"
        return
    if not is_known(layer, key):
        return
    taker: Taker | None = st.session_state[TAKERS].get(layer)
    if taker:
        taker(key)
        return
    if layer == "industries":
        state.choose_filter(replace(state.read_state().filter, industry=(key,)))
    state.select_thing((layer, key), fly=True)
    st.session_state[WAITING] = "Explore"
