"""The heading of a page: the question that it answers, and its name in the browser's tab."""

import streamlit as st

from components import state
from geo.i18n import translator
from layers.markup import render_template


def show_page_title(
    question: str, subject: str = "", intro: str = "", *, hidden: bool = False
) -> None:
    """Head the page with its question; `hidden` keeps the heading for screen readers only.

    `subject` is what the reader looks at (an industry, a belt), first in the tab's title; `intro`
    is one sentence below the heading.
    """
    lang = state.find_language()
    brand = translator(lang)("Jilin Belt Atlas")
    st.set_page_config(page_title=" — ".join(part for part in (subject, brand) if part))
    st.html(
        render_template(
            "components/templates/page_title.html",
            lang,
            question=question,
            intro=intro,
            hidden=hidden,
        )
    )
