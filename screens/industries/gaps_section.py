"""The gap finder: what documents name and no park lists, and the reverse; coverage beside it."""

from functools import cache

import streamlit as st
from pandas import DataFrame

from components import sheet
from geo import claims
from geo.i18n import translator
from geo.measures import count_known_parks, find_gaps
from geo.names import map_sectors, name_industry, name_place
from screens.industries import claim_evidence
from screens.industries.parameters import Choices

NAMED = ("gap", "unknown", "related", "both")


def show_gaps(chosen: Choices) -> None:
    """Draw the two lists of the chosen place and how far its parks are known."""
    say, lang = chosen.say, chosen.lang
    found = _gaps(chosen.by, chosen.counties)
    here = found[found.place == chosen.place]
    held = (
        count_known_parks(claims.parks_by_place(chosen.by))
        .reindex([chosen.place], fill_value=0)
        .iloc[0]
    )
    _coverage(chosen, int(held.known), int(held.total))
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader(say("Documents name it: do parks there list it?"))
        sheet.show_table(
            chosen.say, named(here, lang, chosen.by), f"gaps-{chosen.place}-{chosen.by}"
        )
        st.caption(
            say(
                "“Cannot be said” is not a gap: some parks there have no known industries, and one"
                " of them may hold it."
            )
        )
    with right:
        st.subheader(say("Parks list it, no document names it here"))
        sheet.show_table(
            chosen.say, unnamed(here, lang, chosen.by), f"unnamed-{chosen.place}-{chosen.by}"
        )
    claim_evidence.draw_folded_claim(chosen)
    with st.expander(say("How far the parks of every place are known")):
        sheet.show_table(chosen.say, covered(lang), "coverage")


@cache
def _gaps(by: str, counties: bool) -> DataFrame:
    kin = map_sectors() if by == "industry" else None
    return find_gaps(claims.list_claims(by, counties=counties), claims.parks_by_place(by), kin)


def _coverage(chosen: Choices, known: int, total: int) -> None:
    say = chosen.say
    words = say(
        "{place}: the atlas holds {total} verified parks there and knows the industries of {known}."
        " Parks that it does not hold are in no list."
    )
    text = words.format(place=name_place(chosen.place, chosen.lang), total=total, known=known)
    if known < total:
        text += " " + say("As long as {n} are unknown, no absence there counts as a gap.").format(
            n=total - known
        )
    st.info(text, icon=":material/rule:")


def named(here: DataFrame, lang: str, by: str) -> DataFrame:
    """Return what documents name for a place, gaps first."""
    say = translator(lang)
    here = here[here.status.isin(NAMED)]
    here = here.sort_values("status", key=lambda ones: ones.map(NAMED.index), kind="stable")
    return DataFrame(
        {
            say(f"level.{by}"): [name_industry(one, lang) for one in here["item"]],
            say("Finding"): [say(f"gap.{one}") for one in here.status],
            say("Documents"): here.documents,
            say("Parks that list it"): here.parks,
            say("Parks with a kindred industry"): here.related,
        }
    )


def unnamed(here: DataFrame, lang: str, by: str) -> DataFrame:
    """Return what parks of a place list and no document names for it."""
    say = translator(lang)
    here = here[here.status == "unnamed"].sort_values("parks", ascending=False, kind="stable")
    return DataFrame(
        {
            say(f"level.{by}"): [name_industry(one, lang) for one in here["item"]],
            say("Parks that list it"): here.parks,
            say("Kindred industries that documents name"): here.related_named,
        }
    )


@cache
def covered(lang: str) -> DataFrame:
    """Return how many parks each place has and of how many the industries are known."""
    say, found = translator(lang), count_known_parks(claims.parks_by_place())
    order = [*claims.list_places("belt"), *claims.list_places("prefecture")]
    found = found.reindex(order, fill_value=0)
    return DataFrame(
        {
            say("Place"): [name_place(one, lang) for one in order],
            say("Verified parks"): found.total.tolist(),
            say("With known industries"): found.known.tolist(),
        }
    )
