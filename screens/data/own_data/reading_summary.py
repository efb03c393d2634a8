"""How a file was read, and the ways to read it otherwise."""

from collections.abc import Collection

import streamlit as st

from components.state import State
from geo.intake.reading.encoding import ENCODINGS
from geo.intake.reading.upload import Upload
from screens.data.own_data.own_file import OwnFile, read_otherwise

FIRST_ROWS = 50
SEPARATORS = {
    ",": "comma",
    "\t": "tab",
    ";": "semicolon",
    "|": "bar",
    "，": "comma",
    "；": "semicolon",
}
FORMATS = {
    "csv": "CSV",
    "xlsx": "Excel",
    "geojson": "GeoJSON",
    "gpkg": "GeoPackage",
    "kml": "KML",
    "shp": "Shapefile",
}


def show_reading(chosen: State, file: OwnFile, upload: Upload) -> None:
    """Draw what was understood of the file, its first rows, and what can be corrected."""
    say = chosen.say
    st.caption(" · ".join(_list_facts(chosen, upload)))
    with st.expander(say("First rows, and read it otherwise"), icon=":material/table:"):
        if upload.format in {"csv", "xlsx"} or upload.parts:
            with st.container(horizontal=True):
                _show_corrections(chosen, file, upload)
        rows = upload.cells.head(FIRST_ROWS)
        rows.insert(0, _find_free_name(rows.columns, say("Line")), upload.lines[:FIRST_ROWS])
        st.dataframe(rows, hide_index=True, height=240, key="intake-first")


def _find_free_name(columns: Collection[str], name: str) -> str:
    while name in columns:
        name += " "
    return name


def _list_facts(chosen: State, upload: Upload) -> list[str]:
    say, recognised = chosen.say, upload.recognised
    facts = [FORMATS[upload.format], say("rows: {n}").format(n=f"{len(upload):,}")]
    if recognised.encoding:
        facts.append(say("encoding {name}").format(name=recognised.encoding.upper()))
    if recognised.separator:
        sign = SEPARATORS[recognised.separator]
        facts.append(say("separated by {sign}").format(sign=say(sign)))
    if recognised.part:
        facts.append(say("“{name}”").format(name=recognised.part))
    if recognised.header_line == 0:
        facts.append(say("no header"))
    elif recognised.header_line:
        facts.append(say("header in line {n}").format(n=recognised.header_line))
    if upload.crs:
        facts.append(say("the file says {system}").format(system=upload.crs))
    return facts


def _show_corrections(chosen: State, file: OwnFile, upload: Upload) -> None:
    if upload.format == "csv":
        _show_encodings(chosen, file)
    if upload.format in {"csv", "xlsx"}:
        _show_header_row(chosen, file, upload)
    if len(upload.parts) > 1:
        st.session_state["intake-part"] = upload.recognised.part
        st.selectbox(
            chosen.say("Sheet or layer"),
            upload.parts,
            key="intake-part",
            on_change=_take_option,
            args=("part",),
        )


def _show_encodings(chosen: State, file: OwnFile) -> None:
    st.session_state["intake-encoding"] = file.options.encoding
    st.selectbox(
        chosen.say("Encoding"),
        ENCODINGS,
        key="intake-encoding",
        format_func=str.upper,
        placeholder=chosen.say("as recognised"),
        on_change=_take_option,
        args=("encoding",),
    )


def _show_header_row(chosen: State, file: OwnFile, upload: Upload) -> None:
    say = chosen.say
    st.session_state["intake-header"] = file.options.header
    st.number_input(
        say("Row of the header, 0 = none"),
        min_value=0,
        max_value=min(50, len(upload)),
        key="intake-header",
        placeholder=say("as recognised"),
        help=say("Counted without blank rows."),
        on_change=_take_option,
        args=("header",),
    )


def _take_option(name: str) -> None:
    read_otherwise(**{name: st.session_state[f"intake-{name}"]})
