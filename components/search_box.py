"""The search box: Chinese, pinyin, initials, English and aliases."""

from dataclasses import replace

import streamlit as st

from components import state
from components.state import State
from geo.i18n import pick
from geo.search import Hit, search

SHOWN = 8


def show(chosen: State) -> None:
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
    hits = search(text, SHOWN)
    if not hits:
        st.caption(say("Nothing is known by that name."))
    with st.container(horizontal=True, gap="small"):
        for hit in hits:
            name = pick(hit.name_zh, hit.name_en, chosen.lang)
            st.button(
                f"{name} · {say(f'one.{hit.layer}')}",
                key=f"hit-{hit.layer}-{hit.id}",
                on_click=_take,
                args=(hit,),
            )


def _take(hit: Hit) -> None:
    st.session_state.search = ""
    if hit.layer == "industries":
        asked = state.current().filter
        state.choose(replace(asked, industry=tuple(dict.fromkeys((*asked.industry, hit.id)))))
    state.select((hit.layer, hit.id), fly=True)
