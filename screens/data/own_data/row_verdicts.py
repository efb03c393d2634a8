"""What can be used, what speaks against it, and every problem with its remedy."""

from functools import partial

import pandas as pd
import streamlit as st

from components.own_session import find_own_layer
from components.state import State
from geo.csvout import csv_bytes
from geo.intake.judging.hints import Hint, find_hint
from geo.intake.judging.problem_kinds import KINDS, describe_problem, describe_remedy
from geo.intake.judging.upload_verdicts import Verdicts, tabulate_rejected
from geo.siting.own_rows import MOST
from screens.data.own_data.own_file import set_rows_aside, understand_otherwise

MOST_PROBLEMS = 2_000
MOST_SHOWN = 8  # rows of a table before it scrolls
NEXT = {
    "explore": ("See them on the map", ":material/map:"),
    "invest": ("Rank them among the parks", ":material/query_stats:"),
}
HINTS = {
    "shift": "The places that the atlas knows too lie about {n} m off, all in one direction.",
    "county": "Points in another county than their row says: {n}.",
    "border": "Points outside the province: {n}.",
}
OFFERS = {
    "swap": ("Rows with longitude and latitude swapped: {n}.", "Swap them"),
    "repair": ("Areas that are not valid: {n}.", "Repair them"),
}


def show_verdicts(chosen: State, verdicts: Verdicts) -> None:
    """Draw the counts, the hint and the offers, and the way onto the map."""
    say, rows, codes = chosen.say, verdicts.rows, verdicts.problems.code
    figures = {
        say("Rows"): len(verdicts.upload),
        say("Can be used"): len(rows),
        say("Of these at the county seat"): int((rows.precision == "county_seat").sum()),
        say("Cannot be used yet"): len(verdicts.rejected),
    }
    with st.container(horizontal=True, gap="medium"):
        for name, figure in figures.items():
            st.metric(name, f"{figure:,}", width="content")
    _show_shape_count(chosen, int(rows["outline"].notna().sum()))
    if hint := find_hint(verdicts):
        show_hint(chosen, hint)
    _show_offer(chosen, int((codes == "swapped").sum()), "swap")
    if not verdicts.interpretation.repair:
        _show_offer(chosen, int((codes == "polygon").sum()), "repair")
    _show_use(chosen, verdicts)


def _show_shape_count(chosen: State, count: int) -> None:
    if count:
        sentence = chosen.say(
            "Lines, areas and groups of points among them: {n}. They are exported as they are, "
            "lines and areas drawn too; in filters, counts and the ranking a point of each stands "
            "for it."
        )
        st.caption(sentence.format(n=f"{count:,}"))


def show_hint(chosen: State, hint: Hint) -> None:
    """Draw what speaks for another system of coordinates, and the button that takes it."""
    say = chosen.say
    sentence = say(HINTS[hint.code]).format(n=f"{hint.amount:,}")
    if hint.system:
        sentence += say(" With {system} they fit.").format(system=hint.system)
    else:
        sentence += say(" Is the system of coordinates right?")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.warning(sentence, icon=":material/explore:")
        if hint.system:
            st.button(
                say("Read as {system}").format(system=hint.system),
                on_click=partial(understand_otherwise, system=hint.system),
                key="intake-hint",
            )


def _show_offer(chosen: State, count: int, field: str) -> None:
    """Draw what can be mended by setting a field of the interpretation."""
    if not count:
        return
    sentence, button = OFFERS[field]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.info(chosen.say(sentence).format(n=f"{count:,}"), icon=":material/build:")
        st.button(
            chosen.say(button),
            key=f"intake-{field}",
            on_click=partial(understand_otherwise, **{field: True}),
        )


def _show_use(chosen: State, verdicts: Verdicts) -> None:
    """Draw that the rows are in use and what can be done with them, or the way to use them."""
    say, layer = chosen.say, find_own_layer()
    with st.container(horizontal=True, vertical_alignment="center"):
        if layer is None:
            st.button(
                say("Use what is good on the map ({n})").format(n=f"{len(verdicts.rows):,}"),
                type="primary",
                icon=":material/add_location_alt:",
                disabled=verdicts.rows.empty,
                on_click=partial(set_rows_aside, wish=False),
                key="intake-use",
            )
            return
        sentence = say("Your rows are on the map, in filters, counts and the table: {n}.")
        st.success(sentence.format(n=f"{len(layer.frame):,}"), icon=":material/check:")
        for page, (words, icon) in NEXT.items():
            st.page_link(f"screens/{page}/page.py", label=say(words), icon=icon)
        st.button(
            say("Take them off"), on_click=partial(set_rows_aside, wish=True), key="intake-drop"
        )
    if len(layer.frame) > MOST:
        limit = say("The ranking on the Invest page compares the first {n} of them.")
        st.caption(limit.format(n=f"{MOST:,}"))


def show_problems(chosen: State, verdicts: Verdicts) -> None:
    """Draw every problem with line and remedy, and the rows that are not used as a file."""
    say, lang, problems = chosen.say, chosen.lang, verdicts.problems
    if problems.empty:
        st.success(say("No problems found."), icon=":material/check:")
        return
    st.markdown(f"**{say('Problems')}**")
    first = list(problems.head(MOST_PROBLEMS).itertuples(index=False))
    columns = {
        say("Line"): [problem.line for problem in first],
        say("Use"): [
            say("not used") if KINDS[problem.code].blocks else say("used") for problem in first
        ],
        say("What is wrong"): [
            describe_problem(problem.code, problem.value, lang) for problem in first
        ],
        say("Remedy"): [describe_remedy(problem.code, lang) for problem in first],
    }
    st.dataframe(
        pd.DataFrame(columns),
        hide_index=True,
        height=320 if len(first) > MOST_SHOWN else "content",
        key="intake-problems",
    )
    if len(problems) > MOST_PROBLEMS:
        limit = say("The first {n} of {all}; the file has all.")
        st.caption(limit.format(n=MOST_PROBLEMS, all=len(problems)))
    if len(verdicts.rejected):
        _show_rejected(chosen, verdicts)


def _show_rejected(chosen: State, verdicts: Verdicts) -> None:
    say = chosen.say
    st.download_button(
        say("Download what is not used ({n})").format(n=f"{len(verdicts.rejected):,}"),
        data=lambda: csv_bytes(tabulate_rejected(verdicts, chosen.lang)),
        file_name="not-used.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
        key="intake-rejected",
        help=say("As they were, with their line and the reason: mend and upload them again."),
    )
