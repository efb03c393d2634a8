"""The reader's file on its way from bytes to a layer; in this session and nowhere else."""

from collections import deque
from dataclasses import dataclass, field, replace
from typing import Any

import streamlit as st

from components.own_session import drop_own_layer, find_own_layer, keep_own_layer
from geo.intake.judging.hints import Hint
from geo.intake.judging.interpretation import Interpretation
from geo.intake.judging.upload_verdicts import Verdicts
from geo.intake.own_frame import make_own_layer
from geo.intake.own_layer import OwnLayer
from geo.intake.reading.upload import ReadingOptions, Upload

KEY = "own-file"
FORGOTTEN = "own-files-forgotten"


@dataclass
class OwnFile:
    """A file that the reader brought; what is None is still to be made.

    While nobody has named the system of coordinates, `as_written` has the points as they stand in
    the file, and `first_hint` what speaks for a system; `is_set_aside` says that the reader took
    the rows off.
    """

    name: str
    data: bytes
    options: ReadingOptions = field(default_factory=ReadingOptions)
    upload: Upload | None = None
    interpretation: Interpretation = field(default_factory=Interpretation)
    verdicts: Verdicts | None = None
    as_written: OwnLayer | None = None
    first_hint: Hint | None = None
    is_set_aside: bool = False
    #: The last layers that a map was given: it may fetch one after another has taken its place.
    previewed: deque[OwnLayer] = field(default_factory=lambda: deque(maxlen=2))


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
        file.verdicts = file.as_written = file.first_hint = None
        drop_own_layer()


def use_rows(file: OwnFile) -> None:
    """Make a layer of the rows that can be used, unless there is one or it was taken off."""
    is_wanted = not file.is_set_aside and find_own_layer() is None
    if file.verdicts and is_wanted and len(file.verdicts.rows):
        keep_own_layer(make_own_layer(file.verdicts))


def set_rows_aside(wish: bool) -> None:
    """Take the rows off the map, or let them be used again; for callbacks."""
    if file := find_file():
        file.is_set_aside = wish
        drop_own_layer()
