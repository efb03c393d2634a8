"""A file comes in: chosen, read and judged, with progress that can be cancelled."""

from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import TypeVar

import streamlit as st

from components.markdown import plain
from components.state import State
from geo.intake.judging.interpretation import Choice, suggested
from geo.intake.judging.row_judgement import Checked
from geo.intake.judging.row_judgement import check as check_rows
from geo.intake.reading import readers
from geo.intake.reading.file_limits import BYTES, COLUMNS, FEATURES, MEGABYTE
from geo.intake.reading.upload import Progress, Upload, unheard
from screens.data.own_data.own_file import OwnFile, count_forgotten, forget_file, keep_file

KINDS = [ending[1:] for ending in readers.READERS]
PAUSE = 0.1  # seconds between two signs of progress
LARGE = MEGABYTE  # smaller files are done before a bar could be seen
Made = TypeVar("Made")


def show(chosen: State) -> None:
    """Draw the upload with what is taken and what becomes of it."""
    say = chosen.say
    key = f"intake-file-{chosen.lang}-{count_forgotten()}"
    st.file_uploader(
        say("Your own data"),
        type=KINDS,
        max_upload_size=BYTES // MEGABYTE,
        key=key,
        on_change=_take,
        args=(key,),
        help=say("Columns are recognised; you can correct everything before it is used."),
    )
    limits = say("CSV, Excel (.xlsx), GeoJSON, GeoPackage, KML, KMZ or a zipped Shapefile; at most "
                 "{size} MB, {rows} rows and {columns} columns.")  # fmt: skip
    st.caption(limits.format(size=BYTES // MEGABYTE, rows=f"{FEATURES:,}", columns=COLUMNS))
    st.caption(say("It stays in this session alone: it is stored nowhere, and gone when you "
                   "forget it or close the page."))  # fmt: skip


def _take(key: str) -> None:
    file = st.session_state[key]
    if file is not None:
        keep_file(OwnFile(file.name, file.getvalue()))


def head(chosen: State, file: OwnFile) -> None:
    """Draw the name of the file and the way to be rid of it."""
    with st.container(horizontal=True, vertical_alignment="center", key="intake-head"):
        st.markdown(f"**{plain(file.name)}**", width="stretch")
        st.button(
            chosen.say("Forget it"),
            icon=":material/delete:",
            on_click=forget_file,
            key="intake-forget",
        )


def read(chosen: State, file: OwnFile) -> Upload:
    """Return the rows of the file, read once; Refused when it is not taken."""
    if file.upload is None:
        work = partial(readers.read, file.name, file.data, file.wish)
        file.upload = _watched(chosen, file, "Reading the file …", lambda told: work(progress=told))
        file.choice = suggested(file.upload)
    return file.upload


def check(chosen: State, file: OwnFile, upload: Upload) -> Checked:
    """Return the rows judged as the reader decided, worked out once for each decision."""
    if file.checked is None:
        choice: Choice = file.choice
        file.checked = _watched(
            chosen, file, "Checking every row …", lambda told: check_rows(upload, choice, told)
        )
    return file.checked


def _watched(chosen: State, file: OwnFile, words: str, work: Callable[[Progress], Made]) -> Made:
    """Do work under a bar with a way out: the button's run ends this one at its next sign."""
    if len(file.data) < LARGE:
        return work(unheard)
    text = chosen.say(words)
    place = st.empty()
    with place.container(horizontal=True, vertical_alignment="center"):
        bar = st.progress(0.0, text=text)
        st.button(
            chosen.say("Cancel"),
            icon=":material/close:",
            on_click=forget_file,
            key=f"intake-cancel-{words}",
        )

    last = 0.0

    def tell(done: float) -> None:
        nonlocal last
        now = monotonic()
        if now - last >= PAUSE:  # what nobody can see only keeps the browser from its work
            last = now
            bar.progress(done, text=text)

    made = work(tell)
    place.empty()
    return made
