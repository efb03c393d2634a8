"""What can be used, what speaks against it, and every problem with its remedy."""

from functools import partial

import pandas as pd
import streamlit as st

from components.own_session import drop_own_layer, find_own_layer
from components.state import State
from geo.csvout import csv_bytes
from geo.intake.judging.hints import Hint, hint
from geo.intake.judging.problem_kinds import KINDS, remedy, told
from geo.intake.judging.row_judgement import Checked, problems_file
from geo.siting.own_rows import MOST
from screens.data.own_data.own_file import understand_otherwise, use_rows

SHOWN = 2_000
HINTS = {
    "shift": "The places that the atlas knows too lie about {n} m off, all in one direction.",
    "county": "Points in another county than their row says: {n}.",
    "border": "Points outside the province: {n}.",
}


def show(chosen: State, checked: Checked) -> None:
    """Draw the counts, the hint and the offers, and the way onto the map."""
    say = chosen.say
    codes = checked.problems.code
    figures = {
        say("Rows"): len(checked.upload),
        say("Can be used"): len(checked.rows),
        say("Of these at the county seat"): int((checked.rows.precision == "county_seat").sum()),
        say("Cannot be used yet"): len(checked.rejected),
    }
    with st.container(horizontal=True, gap="medium"):
        for name, figure in figures.items():
            st.metric(name, f"{figure:,}", width="content")
    _shapes(chosen, int(checked.rows["outline"].notna().sum()))
    _hint(chosen, hint(checked))
    _offer(chosen, int((codes == "swapped").sum()), "swap")
    if not checked.choice.repair:
        _offer(chosen, int((codes == "polygon").sum()), "repair")
    _use(chosen, checked)


def _shapes(chosen: State, count: int) -> None:
    if count:
        words = chosen.say(
            "Lines, areas and groups of points among them: {n}. They are exported as they are, "
            "lines and areas drawn too; in filters, counts and the ranking a point of each stands "
            "for it."
        )
        st.caption(words.format(n=f"{count:,}"))


def _hint(chosen: State, found: Hint | None) -> None:
    if found is None:
        return
    say = chosen.say
    words = say(HINTS[found.code]).format(n=f"{found.amount:,}")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.warning(
            words + (say(" With {system} they fit.").format(system=found.system)
                     if found.system else say(" Is the system of coordinates right?")),
            icon=":material/explore:",
        )  # fmt: skip
        if found.system:
            st.button(
                say("Read as {system}").format(system=found.system),
                on_click=partial(understand_otherwise, system=found.system),
                key="intake-hint",
            )


OFFERS = {
    "swap": ("Rows with longitude and latitude swapped: {n}.", "Swap them"),
    "repair": ("Areas that are not valid: {n}.", "Repair them"),
}


def _offer(chosen: State, count: int, what: str) -> None:
    if not count:
        return
    words, button = OFFERS[what]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.info(chosen.say(words).format(n=f"{count:,}"), icon=":material/build:")
        st.button(
            chosen.say(button),
            key=f"intake-{what}",
            on_click=partial(understand_otherwise, **{what: True}),
        )


def _use(chosen: State, checked: Checked) -> None:
    say = chosen.say
    with st.container(horizontal=True, vertical_alignment="center"):
        layer = find_own_layer()
        if layer is None:
            st.button(
                say("Use what is good on the map ({n})").format(n=f"{len(checked.rows):,}"),
                type="primary",
                icon=":material/add_location_alt:",
                disabled=checked.rows.empty,
                on_click=use_rows,
                key="intake-use",
            )
            return
        words = say("Your rows are on the map, in filters, counts and the table: {n}.")
        st.success(words.format(n=f"{len(layer.frame):,}"), icon=":material/check:")
        st.button(say("Take them off"), on_click=drop_own_layer, key="intake-drop")
    if len(layer.frame) > MOST:
        told = say("The ranking on the Invest page compares the first {n} of them.")
        st.caption(told.format(n=f"{MOST:,}"))


def problems(chosen: State, checked: Checked) -> None:
    """Draw every problem with line and remedy, and the rows that are not used as a file."""
    say, lang, found = chosen.say, chosen.lang, checked.problems
    if found.empty:
        st.success(say("No problems found."), icon=":material/check:")
        return
    st.markdown(f"**{say('Problems')}**")
    first = found.head(SHOWN)
    shown = {
        say("Line"): first.line,
        say("Use"): [say("not used") if KINDS[code].blocks else say("used") for code in first.code],
        say("What is wrong"): [
            told(one.code, one.value, lang) for one in first.itertuples(index=False)
        ],
        say("Remedy"): [remedy(code, lang) for code in first.code],
    }
    st.dataframe(pd.DataFrame(shown), hide_index=True, height=320, key="intake-problems")
    if len(found) > SHOWN:
        st.caption(say("The first {n} of {all}; the file has all.").format(n=SHOWN, all=len(found)))
    if len(checked.rejected):
        st.download_button(
            say("Download what is not used ({n})").format(n=f"{len(checked.rejected):,}"),
            data=lambda: csv_bytes(problems_file(checked, lang)),
            file_name="not-used.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
            key="intake-rejected",
            help=say("As they were, with their line and the reason: mend and upload them again."),
        )
