"""The search box: Chinese, pinyin, initials, English and aliases; the reader's own rows too."""

from dataclasses import replace

import streamlit as st

from components import state
from components.markdown import escape_markdown
from components.own_session import find_own_layer
from components.state import State
from geo.intake.own_layer import is_own_id
from geo.names import get_text
from geo.search import Hit, search_atlas

SHOWN = 8
LONG = 40  # signs of a reader's own name that a button shows


def show_search_box(chosen: State) -> None:
    """Draw the box and, under it, a button for each thing found."""
    say = chosen.say
    text = st.text_input(
        say("Search"),
        key="search",
        placeholder=say("Search: 长春, changchun, ccjk, mineral water …"),
        label_visibility="collapsed",
        icon=":material/search:",
    )
    if not text:
        return
    hits = _hits(chosen, text)
    if not hits:
        st.caption(say("Nothing is known by that name."))
    with st.container(horizontal=True, gap="small"):
        for hit in hits[:SHOWN]:
            st.button(
                _label(chosen, hit),
                key=f"hit-{hit.layer}-{hit.id}",
                on_click=_take,
                args=(hit,),
            )
    if len(hits) > SHOWN:
        st.caption(say("There are more: type more of the name."))


def _hits(chosen: State, text: str) -> list[Hit]:
    """Return what is found, one more than is shown where there is more."""
    layer = find_own_layer()
    if layer is None:
        return search_atlas(text, SHOWN + 1)
    with st.spinner(chosen.say("Searching your rows too …")):  # the first time, many names
        return search_atlas(text, SHOWN + 1, layer.name_index.find_hits)


def _label(chosen: State, hit: Hit) -> str:
    name = get_text(hit, "name", chosen.lang)
    if not is_own_id(hit.id):
        return f"{name} · {chosen.say(f'one.{hit.layer}')}"
    short = name if len(name) <= LONG else f"{name[:LONG]}…"
    return f"{escape_markdown(short)} · {chosen.say('status.own')}"


def _take(hit: Hit) -> None:
    st.session_state.search = ""
    if hit.layer == "industries":
        before = state.read_state().filter
        state.choose_filter(
            replace(before, industry=tuple(dict.fromkeys((*before.industry, hit.id))))
        )
    state.select_thing((hit.layer, hit.id), fly=True)
