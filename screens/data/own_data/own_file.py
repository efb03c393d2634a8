"""The reader's file on its way from bytes to a layer; in this session and nowhere else."""

from dataclasses import dataclass, field, replace
from typing import Any

import streamlit as st

from components.own_session import drop_own_layer, keep_own_layer
from geo.intake.judging.interpretation import Choice
from geo.intake.judging.row_judgement import Checked
from geo.intake.own_frame import make_own_layer
from geo.intake.reading.upload import Upload, Wish

KEY = "own-file"
FORGOTTEN = "own-files-forgotten"


@dataclass
class OwnFile:
    """A file that the reader brought; what is None is still to be made."""

    name: str
    data: bytes
    wish: Wish = field(default_factory=Wish)
    upload: Upload | None = None
    choice: Choice = field(default_factory=Choice)
    checked: Checked | None = None


def find_file() -> OwnFile | None:
    """Return what the reader brought, if anything."""
    file: OwnFile | None = st.session_state.get(KEY)
    return file


def keep_file(file: OwnFile) -> None:
    """Take a file in; what was brought before is gone."""
    st.session_state[KEY] = file
    drop_own_layer()


def forget_file() -> None:
    """Forget the file, its rows and its layer."""
    st.session_state.pop(KEY, None)
    drop_own_layer()
    # A new uploader, so that its file is gone too.
    st.session_state[FORGOTTEN] = count_forgotten() + 1


def count_forgotten() -> int:
    """Return how often a file was forgotten."""
    return int(st.session_state.get(FORGOTTEN, 0))


def read_otherwise(**changes: Any) -> None:
    """Change how the file is read, fields of `Wish`; for callbacks."""
    if file := find_file():
        keep_file(OwnFile(file.name, file.data, replace(file.wish, **changes)))


def understand_otherwise(**changes: Any) -> None:
    """Change what the file is understood to say, fields of `Choice`; for callbacks.

    The layer is to be taken anew.
    """
    if file := find_file():
        file.choice = replace(file.choice, **changes)
        file.checked = None
        drop_own_layer()


def use_rows() -> None:
    """Make a layer of the rows that can be used; for callbacks."""
    file = find_file()
    if file and file.checked:
        keep_own_layer(make_own_layer(file.checked))
