"""The frame around every page: language, title, look, and what a reader sees of an error."""

import logging
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from components import filters, link, page_title, search, state
from components.contents import HELP
from components.own_guard import show_own_guard
from components.print_view import show_print_view
from components.share import menu, offers
from geo.errors import AtlasError
from geo.i18n import LANGUAGE_IDS, Translate, translator
from geo.paths import ROOT
from layers.assets import Asset, asset, hashed
from layers.markup import render_template
from layers.style import write_css_variables

#: The look of all pages, then what each page adds for its own pieces.
STYLE_SHEETS = (
    Path(__file__).parent / "atlas.css",
    search.STYLE_SHEET,
    menu.STYLE_SHEET,
    *sorted(ROOT.glob("screens/**/page.css")),
    Path(__file__).parent / "print.css",  # last: paper overrules the screen
)
ICON = Path(__file__).parent / "icon.svg"
NAMES = {"zh": "中文", "en": "English"}


@cache
def list_assets() -> dict[str, Asset]:
    """Return the page's own files, by path below `/atlas`: sent once, not on every run."""
    return {style_path(): asset(style_path(), _style_sheet())} | (
        filters.list_assets() | search.list_assets()
    )


@cache
def style_path() -> str:
    """Return the path of the style sheet below `/atlas`, new with its content."""
    return hashed("page.css", _style_sheet())


@cache
def _style_sheet() -> bytes:
    colours = write_css_variables().encode()
    return b"\n".join([colours, *(sheet.read_bytes() for sheet in STYLE_SHEETS)])


def set_up_page(page: StreamlitPage) -> None:
    """Read the address of the page and set it up in the reader's language."""
    link.read_address(page.url_path)
    lang = state.find_language()
    page_title.name_page(page.title)
    st.set_page_config(page_icon=str(ICON), layout="wide")
    st.html(
        render_template("components/templates/head.html", lang, style=style_path()),
        unsafe_allow_javascript=True,
    )


def show_page(
    page: StreamlitPage, pages: Mapping[StreamlitPage, str], help_page: StreamlitPage
) -> None:
    """Draw the head of the page and run it; an error of the data is told, not traced.

    `pages` are those that the head names, with their icons.
    """
    search.turn_to_choice(pages, page)
    offers.forget_offers()
    lang = state.find_language()
    say = translator(lang)
    with st.container(horizontal=True, vertical_alignment="center", key="head"):
        st.html(render_template("components/templates/title.html", lang), width="content")
        with st.container(horizontal=True, gap="small", key="pages"):
            for other, icon in pages.items():
                _show_page_link(other, icon, say)
        search.show_search(lang)
        share = st.container(key="share", width="content")
        _languages(lang)
        st.html(
            render_template("components/templates/theme_switch.html", lang),
            width="content",
            unsafe_allow_javascript=True,
        )
        with st.container(key="help", width="content"):
            _show_page_link(help_page, HELP.icon, say)
    notices = st.container()
    try:
        page.run()
    except AtlasError as error:
        st.error(str(error), icon=":material/error:")
    except Exception:
        logging.getLogger(__name__).exception("page failed")
        st.error(say("Something went wrong here. The log of the server says what."))
    with share:
        menu.show_menu(lang)
    link.write_address()
    with notices:
        _show_notices(say)
    show_own_guard(lang)
    show_print_view(lang)
    st.html(
        render_template("components/templates/tail.html", lang, page=page.url_path),
        unsafe_allow_javascript=True,
    )
    st.html(render_template("components/templates/aids.html", lang), unsafe_allow_javascript=True)


def _show_page_link(page: StreamlitPage, icon: str, say: Translate) -> None:
    """Draw the way to a page; it carries what the page heeds, should this session end meanwhile."""
    st.page_link(
        page, label=say(page.title), icon=icon, query_params=link.list_carried(page.url_path)
    )


def _languages(lang: str) -> None:
    st.segmented_control(
        translator(lang)("Language"),
        LANGUAGE_IDS,
        format_func=lambda lang_id: NAMES[lang_id],
        default=lang,
        key=f"language-{lang}",
        on_change=lambda: link.put_value("lang", st.session_state[f"language-{lang}"] or lang),
        label_visibility="collapsed",
        width="content",
    )


def _show_notices(say: Translate) -> None:
    refused = link.take_notices()
    if refused:
        message = say("The link names {ids}, which the atlas does not know: ignored.")
        named = ", ".join(f"`{raw.replace('`', '')}`" for raw in refused)
        st.warning(message.format(ids=named), icon=":material/info:")
