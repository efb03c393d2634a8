"""Limits that came along from another page: told, and dropped or kept in one press."""

from dataclasses import replace

import streamlit as st

from components import link, state
from geo.siting.limits import FacetLimit
from geo.siting.wording.limit_wording import tell_limit
from screens.invest.parameters import Choices, list_required

KEY = "invest-settled"  # the facets that the reader chose, or kept, on this page


def show_arrival_notice(chosen: Choices) -> None:
    """Name the limits that another page brought, with a way to drop and a way to keep them."""
    say, limits = chosen.say, list_arrived_limits(chosen)
    if not limits:
        return
    words = "; ".join(tell_limit(limit, chosen.lang) for limit in limits)
    with st.container(horizontal=True, vertical_alignment="center", key="invest-arrived"):
        st.markdown(
            say("Taken along from another page: only {limits}").format(limits=words),
            width="content",
        )
        st.button(
            say("Rank without it"), icon=":material/close:", type="tertiary",
            key="invest-arrived-drop", on_click=_drop_limits, args=(limits,),
        )  # fmt: skip
        st.button(
            say("Keep"), icon=":material/check:", type="tertiary",
            key="invest-arrived-keep", on_click=_keep_limits, args=(limits,),
        )  # fmt: skip


def list_arrived_limits(chosen: Choices) -> list[FacetLimit]:
    """Return the limits that were chosen on another page, in this session."""
    session, limits = st.session_state, list_required(chosen.filter)
    if KEY not in session:
        is_own_link = not link.has_seen_others(Choices.SCREEN)
        session[KEY] = {limit.facet: limit.ids for limit in limits if is_own_link}
    return [limit for limit in limits if session[KEY].get(limit.facet) != limit.ids]


def settle_facet(facet: str, ids: tuple[str, ...]) -> None:
    """Remember that the reader chose a facet on this page, for callbacks."""
    st.session_state.setdefault(KEY, {})[facet] = ids


def _keep_limits(limits: list[FacetLimit]) -> None:
    for limit in limits:
        settle_facet(limit.facet, limit.ids)


def _drop_limits(limits: list[FacetLimit]) -> None:
    nothing: dict[str, tuple[str, ...]] = {limit.facet: () for limit in limits}
    state.choose_filter(replace(state.read_state().filter, **nothing))  # type: ignore[arg-type]
    Choices.put("ranked", value=True)
