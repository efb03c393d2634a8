"""The menu in the head of every page that holds what can be taken along."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import streamlit as st

from components import link
from components.own_session import find_own_layer
from components.share import offers
from components.share.brief import draw_brief
from components.share.offers import MapOffer
from geo import store
from geo.i18n import Language, translator
from geo.names import get_text
from geo.search import hits_by_key
from layers.map_picture import WIDTH, MapPicture, draw_map_picture
from layers.markup import render_template
from layers.typesetting import PAPER_FONT, draw_pixels

STYLE_SHEET = Path(__file__).parent / "share.css"
MEDIA_TYPES = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}


@st.fragment
def show_menu(lang: Language) -> None:
    """Draw the menu of what the page that has run offers; what is in it comes when it is opened."""
    say = translator(lang)
    with st.popover(
        say("Share"), icon=":material/share:", key="share-menu", on_change="rerun"
    ) as menu:
        if menu.open:
            _show_offers(lang)


def _show_offers(lang: Language) -> None:
    say = translator(lang)
    st.html(
        render_template("components/share/link_copier.html", lang), unsafe_allow_javascript=True
    )
    if maps := offers.list_maps():
        st.markdown(f"**{say('Map as a picture')}**")
        st.caption(say("With title, key, scale, sources, date and licence."))
    for offer in maps:
        _show_pictures(lang, offer, named=len(maps) > 1)
    if briefs := offers.list_briefs():
        st.markdown(f"**{say('Brief on one page')}**")
    for layer, key in briefs:
        name = get_text(hits_by_key()[layer, key], "name", lang)
        write = partial(draw_brief, lang, layer, key, link.make_address(lang))
        _show_file(name, f"brief-{key}-{lang}", "pdf", write)
    st.caption(say("Every page can be printed too: what is pressed stays off the paper."))


def _show_pictures(lang: Language, offer: MapOffer, *, named: bool) -> None:
    picture = MapPicture(
        offer.shows,
        offer.state,
        link.make_address(lang),
        date.today().isoformat(),
        store.data_version(),
        find_own_layer(),
    )
    if named:
        st.text(offer.shows)
    with st.container(horizontal=True):
        _show_file("PNG", offer.key, "png", partial(_draw_png, picture))
        _show_file("SVG", offer.key, "svg", partial(draw_map_picture, picture))


def _draw_png(picture: MapPicture) -> bytes:
    return draw_pixels(draw_map_picture(picture, PAPER_FONT), WIDTH)


def _show_file(label: str, name: str, kind: str, write: Callable[[], str | bytes]) -> None:
    """Draw the download of a file that is made on the click."""
    st.download_button(
        label,
        data=write,
        file_name=f"jilin-{name}.{kind}",
        mime=MEDIA_TYPES[kind],
        icon=":material/picture_as_pdf:" if kind == "pdf" else ":material/image:",
        on_click="ignore",
        key=f"share-{name}-{kind}",
    )
