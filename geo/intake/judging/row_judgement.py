"""Every row judged at once: what can be used, what is wrong with the rest, nothing lost."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from pandas import DataFrame, Series

from geo import store
from geo.intake.judging import row_industries, shapes
from geo.intake.judging.interpretation import Choice
from geo.intake.judging.problem_collector import Issues
from geo.intake.judging.problem_kinds import KINDS, remedy, told
from geo.intake.judging.row_places import counties_at, county_in, county_of
from geo.intake.reading.upload import Progress, Upload, unheard

Texts = NDArray[np.object_]


@dataclass(frozen=True)
class Checked:
    """An upload as it was understood.

    Attributes
    ----------
    rows
        Usable rows: row, line, name, lon, lat (WGS 84), county (adcode), precision (``site`` or
        ``county_seat``), words and industries (tuples), outline (true shape in WGS 84; None
        where it is but a point).
    problems
        row, line, code (a key of `geo.intake.problems.KINDS`), value.
    """

    upload: Upload
    choice: Choice
    rows: DataFrame
    problems: DataFrame

    @property
    def rejected(self) -> NDArray[np.int64]:
        """Numbers of the rows that are not used."""
        used = np.zeros(len(self.upload), dtype=bool)
        used[self.rows.row.to_numpy(dtype=int)] = True
        return np.flatnonzero(~used)


def check(upload: Upload, choice: Choice, progress: Progress = unheard) -> Checked:
    """Judge every row of an upload.

    `choice` must leave nothing `missing`; `progress` is told how much is done and may raise.
    """
    issues = Issues(upload.lines)
    _note_faults(upload, issues)
    names = _column(upload, choice, "name")
    issues.add(names == "", "name")
    progress(0.1)
    placed = shapes.place(upload, choice, issues)
    progress(0.3)
    points, counties, swapped = _located(placed, choice, issues)
    progress(0.5)
    drawn = np.full(len(upload), None, dtype=object)
    if placed.shapes is not None:
        drawn = shapes.stored(placed.shapes, swapped, choice, issues)
    progress(0.6)
    seated = _seat(upload, choice, placed.given, points, counties, issues)
    progress(0.7)
    listed = row_industries.understand(_column(upload, choice, "industry"), choice.words, issues)
    _note_duplicates(names, points, upload.lines, issues)
    progress(0.9)
    frame = DataFrame(
        {
            "row": np.arange(len(upload)),
            "line": upload.lines,
            "name": _texts(names),
            "lon": points[:, 0],
            "lat": points[:, 1],
            "county": _texts(counties),
            "precision": _texts(np.where(seated, "county_seat", "site")),
            "words": listed.words,
            "industries": listed.industries,
            "outline": drawn,
        }
    )
    return Checked(upload, choice, frame[~issues.blocked].reset_index(drop=True), issues.table())


def _note_faults(upload: Upload, issues: Issues) -> None:
    """Note what reading alone could tell."""
    for code in dict.fromkeys(fault.code for fault in upload.faults):
        found = {fault.row: fault.value for fault in upload.faults if fault.code == code}
        rows, values = list(found), np.full(len(upload), "", dtype=object)
        values[rows] = list(found.values())
        issues.add(rows, code, values)


def _texts(values: NDArray[Any]) -> Series:
    """Return texts as a column of what they are: another type would be converted to and fro."""
    return Series(values, dtype=object)


def _column(upload: Upload, choice: Choice, role: str) -> Texts:
    if role not in choice.columns:
        return np.full(len(upload), "", dtype=object)
    return np.asarray(upload.cells[choice.columns[role]], dtype=object)


def _located(
    placed: shapes.Placed, choice: Choice, issues: Issues
) -> tuple[NDArray[np.float64], Texts, shapes.Flags]:
    """Return points, the counties they lie in, and which rows were swapped back as wanted."""
    points = placed.points.copy()
    known = np.isfinite(points).all(axis=1)
    counties = np.full(len(points), None, dtype=object)
    counties[known] = counties_at(points[known])
    lost = known & (counties == None)  # noqa: E711 - element by element
    turned = np.full(len(points), None, dtype=object)
    lost |= placed.given & ~known & ~issues.blocked
    back = placed.turned(lost)
    maybe = np.isfinite(back).all(axis=1)
    turned[maybe] = counties_at(back[maybe])
    swapped = lost & (turned != None)  # noqa: E711
    shown = _shown(np.where(np.isfinite(points), points, back[:, ::-1]), lost)
    if choice.swap:
        points[swapped] = back[swapped]
        counties[swapped] = turned[swapped]
    else:
        issues.add(swapped, "swapped", shown)
    issues.add(lost & ~swapped, "outside", shown)
    return points, counties, swapped & choice.swap


def _shown(points: NDArray[np.float64], rows: NDArray[np.bool_]) -> Texts:
    """Return how the positions of the flagged rows read; of the others nothing."""
    shown = np.full(len(points), "", dtype=object)
    shown[rows] = [
        f"{lon:.4f}, {lat:.4f}" if lon == lon else "?" for lon, lat in points[rows].tolist()
    ]
    return shown


def _seat(
    upload: Upload,
    choice: Choice,
    given: NDArray[np.bool_],
    points: NDArray[np.float64],
    counties: Texts,
    issues: Issues,
) -> NDArray[np.bool_]:
    """Put rows without a position at the seat of their county, in place; return which they are."""
    says, words = said_counties(upload, choice)
    differs = given & (says != None) & (counties != None) & (says != counties)  # noqa: E711
    issues.add(differs, "differs", words)
    seated = ~given & (says != None)  # noqa: E711
    seats = store.load_layer("seats").set_index("id")
    codes = says[seated]
    points[seated] = np.column_stack([seats.lon[codes], seats.lat[codes]])
    counties[seated] = codes
    lost = ~given & (says == None)  # noqa: E711
    issues.add(lost & (words != ""), "county", words)
    issues.add(lost & (words == "") & ~issues.blocked, "nowhere")
    return seated


def said_counties(upload: Upload, choice: Choice) -> tuple[Texts, Texts]:
    """Return the county that the words of each row name (None = none), and those words."""
    counties, addresses = (_column(upload, choice, role) for role in ("county", "address"))
    codes, distinct = pd.factorize(counties)
    named = [county_of(words) if words else None for words in distinct]
    found = np.array(named, dtype=object)[codes]
    rest = np.flatnonzero((found == None) & (addresses != ""))  # noqa: E711
    for row in rest:
        found[row] = county_in(addresses[row])
    return found, np.where(counties != "", counties, addresses)


def _note_duplicates(
    names: Texts, points: NDArray[np.float64], lines: NDArray[np.int64], issues: Issues
) -> None:
    """Note rows with the name and place (to 1 m) of an earlier one that can be used."""
    usable = np.flatnonzero(~issues.blocked)
    frame = DataFrame(
        {
            "name": _texts(names[usable]),
            "x": points[usable, 0].round(5),
            "y": points[usable, 1].round(5),
            "line": lines[usable],
        }
    )
    again = frame.duplicated(["name", "x", "y"]).to_numpy()
    if not again.any():
        return
    first = frame.groupby(["name", "x", "y"], sort=False).line.transform("first")
    values = np.full(len(names), "", dtype=object)
    values[usable] = first.astype(str)
    issues.add(usable[again], "duplicate", values)


def problems_file(checked: Checked, lang: str) -> DataFrame:
    """Return the rows that are not used, as they were, with their line and the reason."""
    rejected = checked.rejected
    blocks = [code for code, kind in KINDS.items() if kind.blocks]
    blocking = checked.problems[checked.problems.code.isin(blocks)]
    said = [
        f"{told(one.code, one.value, lang)} {remedy(one.code, lang)}"
        for one in blocking.itertuples()
    ]
    reasons = Series(said, index=blocking.row, dtype=object).groupby(level=0).agg(" ".join)
    cells = checked.upload.cells.iloc[rejected]
    frame = cells.assign(**{_free(cells, "line"): checked.upload.lines[rejected]})
    frame[_free(cells, "reason")] = reasons.reindex(rejected).to_numpy()
    if checked.upload.shapes is not None:
        shape = checked.upload.shapes.iloc[rejected]
        frame[_free(cells, "wkt")] = shapely.to_wkt(shape.to_numpy())
    return frame.reset_index(drop=True)


def _free(cells: DataFrame, name: str) -> str:
    while name in cells.columns:
        name = f"_{name}"
    return name
