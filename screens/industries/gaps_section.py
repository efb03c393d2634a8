"""The gap finder: what documents name and no park lists, and the reverse; coverage beside it."""

from functools import cache

import streamlit as st
from pandas import DataFrame

from components import sheet
from geo import claims
from geo.i18n import Language, translator
from geo.measures import count_known_parks, find_gaps
from geo.names import map_sectors, name_industry, name_place
from screens.industries import claim_evidence
from screens.industries.parameters import Choices, list_places

NAMED = ("gap", "unknown", "related", "both")


def show_gaps(chosen: Choices) -> None:
    """Draw the two lists of the chosen place and how far its parks are known."""
    say, lang = chosen.say, chosen.lang
    gaps = _find_gaps(chosen.by, chosen.counties)
    if chosen.is_everywhere:
        gaps = gaps[(gaps["item"] == chosen.item) & gaps.place.isin(list_places())]
    else:
        gaps = gaps[gaps.place == chosen.place]
        _show_coverage(chosen)
    left, right = st.columns(2, gap="large")
    with left:
        st.header(say("Named in documents: is it listed by a local park?"))
        sheet.show_table(
            chosen.say, _tabulate_named(gaps, chosen), f"gaps-{chosen.place}-{chosen.by}"
        )
        st.caption(
            say(
                "“Cannot be said” is not a gap: some parks there have no known industries, and one"
                " of them may hold it."
            )
        )
    with right:
        st.header(say("Parks list it, no document names it here"))
        sheet.show_table(
            chosen.say,
            _tabulate_unnamed(gaps, chosen),
            f"unnamed-{chosen.place}-{chosen.by}",
        )
    claim_evidence.show_folded_claim(chosen)
    with st.expander(say("How far the parks of every place are known")):
        sheet.show_table(chosen.say, tabulate_coverage(lang), "coverage")


@cache
def _find_gaps(by: str, counties: bool) -> DataFrame:
    kin = map_sectors() if by == "industry" else None
    return find_gaps(claims.list_claims(by, counties=counties), claims.parks_by_place(by), kin)


def _show_coverage(chosen: Choices) -> None:
    say = chosen.say
    counts = count_known_parks(claims.parks_by_place(chosen.by))
    coverage = counts.reindex([chosen.place], fill_value=0).iloc[0]
    known_count, total = int(coverage.known), int(coverage.total)
    sentence = say(
        "{place}: the atlas holds {total} verified parks there and knows the industries of {known}."
        " Parks that it does not hold are in no list."
    )
    text = sentence.format(
        place=name_place(chosen.place, chosen.lang), total=total, known=known_count
    )
    if known_count < total:
        text += " " + say("As long as {n} are unknown, no absence there counts as a gap.").format(
            n=total - known_count
        )
    st.info(text, icon=":material/rule:")


def _tabulate_named(gaps: DataFrame, chosen: Choices) -> DataFrame:
    """Return what documents name, gaps first; in all places, the places that it is named for."""
    say = chosen.say
    gaps = gaps[gaps.status.isin(NAMED)]
    gaps = gaps.sort_values("status", key=lambda statuses: statuses.map(NAMED.index), kind="stable")
    return DataFrame(
        {
            **_name_rows(gaps, chosen),
            say("Finding"): [say(f"gap.{status}") for status in gaps.status],
            say("Documents"): gaps.documents,
            say("Parks that list it"): gaps.parks,
            say("Parks with a related industry"): gaps.related,
        }
    )


def _tabulate_unnamed(gaps: DataFrame, chosen: Choices) -> DataFrame:
    """Return what parks list and no document names for the place."""
    say = chosen.say
    gaps = gaps[gaps.status == "unnamed"].sort_values("parks", ascending=False, kind="stable")
    return DataFrame(
        {
            **_name_rows(gaps, chosen),
            say("Parks that list it"): gaps.parks,
            say("Related industries that documents name"): gaps.related_named,
        }
    )


def _name_rows(gaps: DataFrame, chosen: Choices) -> dict[str, list[str]]:
    """Return the first column: the places of the chosen item, or the items of the chosen place."""
    say, lang = chosen.say, chosen.lang
    if chosen.is_everywhere:
        return {say("Place"): [name_place(place, lang) for place in gaps.place]}
    return {say(f"level.{chosen.by}"): [name_industry(item, lang) for item in gaps["item"]]}


@cache
def tabulate_coverage(lang: Language) -> DataFrame:
    """Return how many parks each place has and of how many the industries are known."""
    say, coverage = translator(lang), count_known_parks(claims.parks_by_place())
    order = [*claims.list_places("belt"), *claims.list_places("prefecture")]
    coverage = coverage.reindex(order, fill_value=0)
    return DataFrame(
        {
            say("Place"): [name_place(place, lang) for place in order],
            say("Verified parks"): coverage.total.tolist(),
            say("With known industries"): coverage.known.tolist(),
        }
    )
