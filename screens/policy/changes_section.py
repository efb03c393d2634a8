"""What the latest document names for a place and an earlier one did not, and the other way."""

import streamlit as st
from pandas import DataFrame

from components import link, sheet
from components.peek import peek_on_phone
from geo.i18n import translator
from geo.names import join_industries, name_document_year, name_place
from layers.markup import render_template
from screens.policy import parameters
from screens.policy.document_changes import COLUMNS, compare_place, name_column, pair_documents
from screens.policy.parameters import ALL, Choices

TIMELINE = "screens/industries/page.py"


def show_changes(chosen: Choices) -> None:
    """Draw the choice of place, then its comparison; without a place a line for each of them."""
    say = chosen.say
    parameters.show_place(chosen)
    places = parameters.list_prefectures() if chosen.place == ALL else (chosen.place,)
    st.header(_title(chosen))
    st.caption(
        say(
            "Names are compared as the documents use them: what is dropped may go on under a"
            " narrower or wider name; by sector this shows. An undated document has no before and"
            " after: what it alone names is called neither new nor dropped."
        )
    )
    if chosen.place == ALL:
        frame = tabulate_comparison(places, chosen)
        with peek_on_phone("policy-places"):
            st.html(
                render_template(
                    "screens/policy/changes.html",
                    chosen.lang,
                    columns=list(frame.columns),
                    rows=frame.to_numpy().tolist(),
                )
            )
        sheet.show_table_download(say, frame, "policy-changes")
        return
    st.html(
        render_template(
            "screens/policy/place_changes.html",
            chosen.lang,
            parts=compare_place(chosen.place, chosen.by, chosen.lang),
        )
    )
    _show_way_to_time_line(chosen)


def _title(chosen: Choices) -> str:
    earlier, later = (name_document_year(key, chosen.lang) for key in pair_documents())
    if chosen.place == ALL:
        return chosen.say("What {later} names against {earlier}, place by place").format(
            later=later, earlier=earlier
        )
    return chosen.say("{place}: {later} against {earlier}").format(
        place=name_place(chosen.place, chosen.lang), later=later, earlier=earlier
    )


def tabulate_comparison(places: tuple[str, ...], chosen: Choices) -> DataFrame:
    """Return a row a place: what is dropped, repeated and added, and what no date orders."""
    say, lang = translator(chosen.lang), chosen.lang
    rows = []
    for place in places:
        parts = compare_place(place, chosen.by, lang)
        texts = [part.note or join_industries(part.items, lang) or say("nothing") for part in parts]
        rows.append([name_place(place, lang), *texts])
    return DataFrame(rows, columns=[say("Place"), *(name_column(name, lang) for name in COLUMNS)])


def _show_way_to_time_line(chosen: Choices) -> None:
    """Lead to the whole time line of the place, all documents and belts, on Industries."""
    choices = {
        "industries-part": "timeline",
        "industries-axis": "place",
        "industries-place": chosen.place,
        "industries-by": chosen.by,
    }
    st.page_link(
        TIMELINE,
        label=chosen.say("All documents on {place}, one by one, on Industries").format(
            place=name_place(chosen.place, chosen.lang)
        ),
        icon=":material/timeline:",
        query_params=link.list_carried("industries") | choices,
    )
