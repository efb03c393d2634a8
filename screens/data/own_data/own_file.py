"""The reader's file on its way from bytes to a layer; in this session and nowhere else."""

from dataclasses import dataclass, field, replace
from typing import Any

import streamlit as st

from components.own_session import drop_own_layer, keep_own_layer
from geo.intake.judging.interpretation import Interpretation
from geo.intake.judging.upload_verdicts import Verdicts
from geo.intake.own_frame import make_own_layer
from geo.intake.reading.upload import ReadingOptions, Upload

KEY = "own-file"
FORGOTTEN = "own-files-forgotten"


@dataclass
class OwnFile:
    """A file that the reader brought; what is None is still to be made."""

    name: str
    data: bytes
    options: ReadingOptions = field(default_factory=ReadingOptions)
    upload: Upload | None = None
    interpretation: Interpretation = field(default_factory=Interpretation)
    verdicts: Verdicts | None = None


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
    """Change how the file is read, fields of `ReadingOptions`; for callbacks."""
    if file := find_file():
        keep_file(OwnFile(file.name, file.data, replace(file.options, **changes)))


def understand_otherwise(**changes: Any) -> None:
    """Change what the file is understood to say, fields of `Interpretation`; for callbacks.

    The layer is to be taken anew.
    """
    if file := find_file():
        file.interpretation = replace(file.interpretation, **changes)
        file.verdicts = None
        drop_own_layer()


def use_rows() -> None:
    """Make a layer of the rows that can be used; for callbacks."""
    file = find_file()
    if file and file.verdicts:
        keep_own_layer(make_own_layer(file.verdicts))
