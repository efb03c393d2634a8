"""What was understood of a file, and the ways to read it otherwise."""

import streamlit as st

from components.state import State
from geo.intake.reading.encoding import ENCODINGS
from geo.intake.reading.upload import Upload
from screens.data.own_data.own_file import OwnFile, read_otherwise

SHOWN = 50
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


def show(chosen: State, file: OwnFile, upload: Upload) -> None:
    """Draw how the file was read, its first rows, and what can be corrected."""
    say = chosen.say
    st.caption(" · ".join(_facts(chosen, upload)))
    with st.expander(say("First rows, and read it otherwise"), icon=":material/table:"):
        if upload.format in {"csv", "xlsx"} or upload.parts:
            with st.container(horizontal=True):
                _corrections(chosen, file, upload)
        first = upload.cells.head(SHOWN)
        first.insert(0, _free(first.columns, say("Line")), upload.lines[:SHOWN])
        st.dataframe(first, hide_index=True, height=240, key="intake-first")


def _free(columns: object, name: str) -> str:
    while name in list(columns):  # type: ignore[call-overload]
        name += " "
    return name


def _facts(chosen: State, upload: Upload) -> list[str]:
    say, found = chosen.say, upload.found
    facts = [FORMATS[upload.format], say("rows: {n}").format(n=f"{len(upload):,}")]
    if "encoding" in found:
        facts.append(say("encoding {name}").format(name=found["encoding"].upper()))
    if "separator" in found:
        sign = SEPARATORS[found["separator"]]
        facts.append(say("separated by {sign}").format(sign=say(sign)))
    if "part" in found:
        facts.append(say("“{name}”").format(name=found["part"]))
    if found.get("header") == "0":
        facts.append(say("no header"))
    elif "header" in found:
        facts.append(say("header in line {n}").format(n=found["header"]))
    if upload.crs:
        facts.append(say("the file says {system}").format(system=upload.crs))
    return facts


def _corrections(chosen: State, file: OwnFile, upload: Upload) -> None:
    say = chosen.say
    if upload.format == "csv":
        st.session_state["intake-encoding"] = file.wish.encoding
        st.selectbox(
            say("Encoding"),
            ENCODINGS,
            key="intake-encoding",
            format_func=str.upper,
            placeholder=say("as recognised"),
            on_change=_wish,
            args=("encoding",),
        )
    if upload.format in {"csv", "xlsx"}:
        st.session_state["intake-header"] = file.wish.header
        st.number_input(
            say("Row of the header, 0 = none"),
            min_value=0,
            max_value=min(50, len(upload)),
            key="intake-header",
            placeholder=say("as recognised"),
            help=say("Counted without blank rows."),
            on_change=_wish,
            args=("header",),
        )
    if len(upload.parts) > 1:
        st.session_state["intake-part"] = upload.found.get("part")
        st.selectbox(
            say("Sheet or layer"), upload.parts, key="intake-part", on_change=_wish, args=("part",)
        )


def _wish(name: str) -> None:
    read_otherwise(**{name: st.session_state[f"intake-{name}"]})
