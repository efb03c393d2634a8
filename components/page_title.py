"""The heading of a page: the question that it answers, and its name in the browser's tab."""

import streamlit as st

from components import state
from geo.i18n import translator
from layers.markup import render_template

PAGE = "page-name"


def name_page(name: str) -> None:
    """Remember the name of the page that runs, a message id."""
    st.session_state[PAGE] = name


def show_page_title(question: str, subject: str = "", *, hidden: bool = False) -> None:
    """Head the page with its question; `hidden` keeps the heading for screen readers only.

    `subject` is what the reader looks at, such as an industry: first in the tab's title.
    """
    lang = state.find_language()
    say = translator(lang)
    title = " · ".join(name for name in (subject, say(st.session_state[PAGE])) if name)
    st.set_page_config(page_title=f"{title} — {say('Jilin Belt Atlas')}")
    st.html(
        render_template(
            "components/templates/page_title.html", lang, question=question, hidden=hidden
        )
    )
