"""What a page offers to take along: its map as a figure, and a brief of what it is about."""

from dataclasses import dataclass

import streamlit as st

from layers.atlas_layer import MapState


@dataclass(frozen=True)
class MapOffer:
    """A map of the page: its title, and the state that it shows."""

    title: str
    state: MapState


def offer_map(title: str, state: MapState) -> None:
    """Offer a map of this page as a figure."""
    _offers().append(MapOffer(title, state))


def offer_brief(layer: str, thing_id: str) -> None:
    """Offer one page of paper about a belt, prefecture, park or industry."""
    _offers().append((layer, thing_id))


def clear_offers() -> None:
    """Forget what the page offered in its last run."""
    st.session_state.offers = []


def _offers() -> list[MapOffer | tuple[str, str]]:
    offers: list[MapOffer | tuple[str, str]] = st.session_state.setdefault("offers", [])
    return offers
