"""What the page that runs has to take along; its pieces say so while they are drawn."""

from dataclasses import dataclass
from typing import Any

import streamlit as st

from layers.atlas_layer import MapState

KEY = "share-offers"


@dataclass(frozen=True)
class MapOffer:
    """A map of the page: the key of its widget, what it shows as a sentence, and its state."""

    key: str
    shows: str
    state: MapState


def forget_offers() -> None:
    """Begin a page: nothing is offered yet."""
    st.session_state[KEY] = {"maps": [], "briefs": []}


def offer_map(offer: MapOffer) -> None:
    """Offer a map of the page as a picture."""
    _find("maps").append(offer)


def offer_brief(layer: str, key: str) -> None:
    """Offer a brief of a thing, by its layer and id."""
    if (layer, key) not in _find("briefs"):
        _find("briefs").append((layer, key))


def list_maps() -> list[MapOffer]:
    """Return the maps that the page offers."""
    return list(_find("maps"))


def list_briefs() -> list[tuple[str, str]]:
    """Return the things of which the page offers a brief: layer and id."""
    return list(_find("briefs"))


def _find(kind: str) -> list[Any]:
    if KEY not in st.session_state:
        forget_offers()
    found: list[Any] = st.session_state[KEY][kind]
    return found
