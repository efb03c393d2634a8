"""A file comes in: chosen, read and judged, with progress that can be cancelled."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TypeVar

import streamlit as st

from components.markdown import escape_markdown
from components.state import State
from geo.i18n import Language
from geo.intake.judging.interpretation import suggest_interpretation
from geo.intake.judging.row_judgement import judge_rows
from geo.intake.judging.upload_verdicts import Verdicts
from geo.intake.reading.file_limits import BYTES, COLUMNS, FEATURES, MEGABYTE
from geo.intake.reading.readers import READERS, read_upload
from geo.intake.reading.upload import Progress, Upload, ignore_progress
from screens.data.own_data.own_file import OwnFile, count_forgotten, forget_file, keep_file

ENDINGS = [ending[1:] for ending in READERS]
PAUSE = 0.1  # seconds between two signs of progress
LARGE = MEGABYTE  # smaller files are done before a bar could be seen
Result = TypeVar("Result")


def show_uploader(chosen: State) -> None:
    """Draw the upload with what is taken and what becomes of it."""
    say = chosen.say
    key = f"intake-file-{chosen.lang}-{count_forgotten()}"
    st.file_uploader(
        say("Your own data"),
        type=ENDINGS,
        max_upload_size=BYTES // MEGABYTE,
        key=key,
        on_change=_take_file,
        args=(key,),
        help=say("Columns are recognised; you can correct everything before it is used."),
    )
    limits = say(
        "CSV, Excel (.xlsx), GeoJSON, GeoPackage, KML, KMZ or a zipped Shapefile; at most "
        "{size} MB, {rows} rows and {columns} columns."
    )
    st.caption(limits.format(size=BYTES // MEGABYTE, rows=f"{FEATURES:,}", columns=COLUMNS))
    st.download_button(
        say("A sample file (made up)"),
        data=partial(_read_sample, chosen.lang),
        file_name=f"sample-{chosen.lang}.csv",
        mime="text/csv",
        icon=":material/csv:",
        on_click="ignore",
        key=f"intake-sample-{chosen.lang}",
    )
    st.caption(
        say(
            "It stays in this session only: nothing is stored; it is gone when you remove it "
            "or close the page."
        )
    )


def _read_sample(lang: Language) -> bytes:
    return Path(__file__).with_name(f"sample_{lang}.csv").read_text("utf-8").encode("utf-8-sig")


def _take_file(key: str) -> None:
    file = st.session_state[key]
    if file is not None:
        keep_file(OwnFile(file.name, file.getvalue()))


def show_file_name(chosen: State, file: OwnFile) -> None:
    """Draw the name of the file and the way to be rid of it."""
    with st.container(horizontal=True, vertical_alignment="center", key="intake-head"):
        st.markdown(f"**{escape_markdown(file.name)}**", width="stretch")
        st.button(
            chosen.say("Remove my data"),
            icon=":material/delete:",
            on_click=forget_file,
            key="intake-forget",
        )


def read_file(chosen: State, file: OwnFile) -> Upload:
    """Return the rows of the file, read once; Refused when it is not taken."""
    if file.upload is None:
        file.upload = _watch(
            chosen,
            file,
            "Reading the file …",
            lambda progress: read_upload(file.name, file.data, file.options, progress),
        )
        file.interpretation = suggest_interpretation(file.upload)
    return file.upload


def judge_file(chosen: State, file: OwnFile, upload: Upload) -> Verdicts:
    """Return the rows judged as the reader decided, worked out once for each decision."""
    if file.verdicts is None:
        interpretation = file.interpretation
        file.verdicts = _watch(
            chosen,
            file,
            "Checking every row …",
            lambda progress: judge_rows(upload, interpretation, progress),
        )
    return file.verdicts


def _watch(chosen: State, file: OwnFile, title: str, work: Callable[[Progress], Result]) -> Result:
    """Do work under a bar with a way out: the button's run ends this one at its next sign."""
    if len(file.data) < LARGE:
        return work(ignore_progress)
    text = chosen.say(title)
    place = st.empty()
    with place.container(horizontal=True, vertical_alignment="center"):
        bar = st.progress(0.0, text=text)
        st.button(
            chosen.say("Cancel"),
            icon=":material/close:",
            on_click=forget_file,
            key=f"intake-cancel-{title}",
        )

    last = 0.0

    def show_progress(done: float) -> None:
        nonlocal last
        now = monotonic()
        if now - last >= PAUSE:  # what nobody can see only keeps the browser from its work
            last = now
            bar.progress(done, text=text)

    result = work(show_progress)
    place.empty()
    return result
