"""Which column is what, and in which system the coordinates are."""

import streamlit as st

from components.state import State
from geo.crs import DATUMS, parse_datum
from geo.intake.reading.upload import Upload
from screens.data.own_data.own_file import OwnFile, find_file, understand_otherwise

TABLE_ROLES = ("name", "lon", "lat", "pair", "industry", "county", "address")
SHAPE_ROLES = ("name", "industry", "county", "address")
WIDTH = 4
OTHER = "EPSG"


def show_columns(chosen: State, file: OwnFile, upload: Upload) -> None:
    """Draw the columns by role, and the system of coordinates by name."""
    st.markdown(f"**{chosen.say('Which column is what')}**")
    roles = TABLE_ROLES if upload.shapes is None else SHAPE_ROLES
    for start in range(0, len(roles), WIDTH):
        for place, role in zip(st.columns(WIDTH), roles[start : start + WIDTH], strict=False):
            with place:
                _show_role(chosen, file, upload, role)
    _show_system(chosen, file)


def _show_role(chosen: State, file: OwnFile, upload: Upload, role: str) -> None:
    key = f"intake-role-{role}"
    st.session_state[key] = file.interpretation.columns.get(role)
    st.selectbox(
        chosen.say(f"role.{role}"),
        list(upload.cells.columns),
        key=key,
        placeholder=chosen.say("no column"),
        on_change=_take_role,
        args=(role, key),
    )


def _take_role(role: str, key: str) -> None:
    file = find_file()
    if file is None:
        return
    columns = {**file.interpretation.columns, role: st.session_state[key]}
    if not columns[role]:
        del columns[role]
    understand_otherwise(columns=columns)


def _show_system(chosen: State, file: OwnFile) -> None:
    say, system = chosen.say, file.interpretation.system
    option = system if system in DATUMS or system is None else OTHER
    before = st.session_state.get("intake-system") if system is None else option
    st.session_state["intake-system"] = option or (OTHER if before == OTHER else None)
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    with left:
        st.pills(
            say("System of coordinates"),
            [*DATUMS, OTHER],
            key="intake-system",
            format_func=lambda name: say(f"system.{_to_code(name)}"),
            on_change=_take_system,
            help=say("system.help"),
        )
    if st.session_state["intake-system"] == OTHER:
        with right:
            st.session_state["intake-epsg"] = system or ""
            st.text_input(
                say("EPSG code"), key="intake-epsg", placeholder="4547", on_change=_take_code
            )


def _to_code(name: str) -> str:
    return "".join(sign for sign in name.lower() if sign.isalnum())


def _take_system() -> None:
    system = st.session_state["intake-system"]
    understand_otherwise(system=None if system == OTHER else system)


def _take_code() -> None:
    understand_otherwise(system=parse_datum(st.session_state["intake-epsg"]))
