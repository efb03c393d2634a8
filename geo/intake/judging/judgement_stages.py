"""The stages of judging rows: each for all rows at once, each adding to what is known."""

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas import DataFrame, Series

from geo import store
from geo.crs import Points
from geo.intake.judging.interpretation import Interpretation
from geo.intake.judging.problem_collector import ProblemCollector
from geo.intake.judging.row_industries import RowIndustries, list_industries
from geo.intake.judging.row_outlines import Flags, convert_shapes
from geo.intake.judging.row_places import find_stated_counties, locate_counties
from geo.intake.judging.row_positions import Positions, Texts, place_rows
from geo.intake.judging.upload_verdicts import Verdicts
from geo.intake.reading.upload import Upload


class Judgement:
    """All rows of an upload on their way to a verdict: one method a stage, in this order.

    Attributes
    ----------
    names, points, counties, outlines, is_seated, industries
        What is known of each row after the stage that finds it; one value a row. Points are
        (n, 2) in WGS 84, NaN where there is none; counties are codes or None.
    """

    names: Texts
    positions: Positions
    points: Points
    counties: Texts
    is_swapped: Flags
    outlines: NDArray[np.object_]
    is_seated: Flags
    industries: RowIndustries

    def __init__(self, upload: Upload, interpretation: Interpretation) -> None:
        self.upload, self.interpretation = upload, interpretation
        self.problems = ProblemCollector(upload.lines)

    def note_faults(self) -> None:
        """Note what reading alone could tell."""
        for code in dict.fromkeys(fault.code for fault in self.upload.faults):
            faults = {fault.row: fault.value for fault in self.upload.faults if fault.code == code}
            rows, values = list(faults), np.full(len(self.upload), "", dtype=object)
            values[rows] = list(faults.values())
            self.problems.add(rows, code, values)

    def read_names(self) -> None:
        """Take the names; a row without one is not used."""
        self.names = self.interpretation.read_column(self.upload, "name")
        self.problems.add(self.names == "", "name")

    def place_rows(self) -> None:
        """Take the positions that the file states, in WGS 84."""
        self.positions = place_rows(self.upload, self.interpretation, self.problems)
        self.points = self.positions.points.copy()

    def locate_counties(self) -> None:
        """Find the county that each point lies in; swap numbers back where the reader wants it."""
        points, is_finite = self.points, np.isfinite(self.points).all(axis=1)
        self.counties = locate_counties(points)
        is_lost = is_finite & pd.isna(self.counties)
        is_lost |= self.positions.is_given & ~is_finite & ~self.problems.blocked
        turned = self.positions.turn(is_lost)
        turned_counties = locate_counties(turned)
        is_swapped = is_lost & pd.notna(turned_counties)
        texts = _describe_points(np.where(np.isfinite(points), points, turned[:, ::-1]), is_lost)
        self.is_swapped = is_swapped & self.interpretation.swap
        if self.interpretation.swap:
            points[is_swapped] = turned[is_swapped]
            self.counties[is_swapped] = turned_counties[is_swapped]
        else:
            self.problems.add(is_swapped, "swapped", texts)
        self.problems.add(is_lost & ~is_swapped, "outside", texts)

    def convert_outlines(self) -> None:
        """Bring the shapes that are more than a point into WGS 84."""
        self.outlines = np.full(len(self.upload), None, dtype=object)
        if self.positions.shapes is not None:
            self.outlines = convert_shapes(
                self.positions.shapes, self.is_swapped, self.interpretation, self.problems
            )

    def seat_rows(self) -> None:
        """Put rows without a position at the seat of the county that they state."""
        counties, addresses = (
            self.interpretation.read_column(self.upload, role) for role in ("county", "address")
        )
        stated = find_stated_counties(counties, addresses)
        texts = np.where(counties != "", counties, addresses)
        is_stated, is_given = pd.notna(stated), self.positions.is_given
        differs = is_given & is_stated & pd.notna(self.counties) & (stated != self.counties)
        self.problems.add(differs, "differs", texts)
        self.is_seated = ~is_given & is_stated
        codes, seats = stated[self.is_seated], store.load_layer("seats").set_index("id")
        self.points[self.is_seated] = np.column_stack([seats.lon[codes], seats.lat[codes]])
        self.counties[self.is_seated] = codes
        is_lost = ~is_given & ~is_stated
        self.problems.add(is_lost & (texts != ""), "county", texts)
        self.problems.add(is_lost & (texts == "") & ~self.problems.blocked, "nowhere")

    def read_industries(self) -> None:
        """Take the industries that each row lists."""
        cells = self.interpretation.read_column(self.upload, "industry")
        self.industries = list_industries(cells, self.interpretation.meanings, self.problems)

    def note_duplicates(self) -> None:
        """Note rows with the name and place (to 1 m) of an earlier one that can be used."""
        usable = np.flatnonzero(~self.problems.blocked)
        frame = DataFrame(
            {
                "name": _to_column(self.names[usable]),
                "x": self.points[usable, 0].round(5),
                "y": self.points[usable, 1].round(5),
                "line": self.upload.lines[usable],
            }
        )
        is_repeated = frame.duplicated(["name", "x", "y"]).to_numpy()
        if not is_repeated.any():
            return
        first_lines = frame.groupby(["name", "x", "y"], sort=False).line.transform("first")
        values = np.full(len(self.names), "", dtype=object)
        values[usable] = first_lines.astype(str)
        self.problems.add(usable[is_repeated], "duplicate", values)

    def conclude(self) -> Verdicts:
        """Return the verdicts, when every stage is done."""
        frame = DataFrame(
            {
                "row": np.arange(len(self.upload)),
                "line": self.upload.lines,
                "name": _to_column(self.names),
                "lon": self.points[:, 0],
                "lat": self.points[:, 1],
                "county": _to_column(self.counties),
                "precision": _to_column(np.where(self.is_seated, "county_seat", "site")),
                "words": self.industries.listed_words,
                "industries": self.industries.industries,
                "outline": self.outlines,
            }
        )
        usable_rows = frame[~self.problems.blocked].reset_index(drop=True)
        return Verdicts(self.upload, self.interpretation, usable_rows, self.problems.to_frame())


def _describe_points(points: Points, rows: Flags) -> Texts:
    """Return how the positions of the flagged rows read; of the others nothing."""
    texts = np.full(len(points), "", dtype=object)
    texts[rows] = [
        f"{lon:.4f}, {lat:.4f}" if np.isfinite(lon) else "?" for lon, lat in points[rows].tolist()
    ]
    return texts


def _to_column(values: NDArray[Any]) -> Series:
    """Return texts as a column of what they are: another type would be converted to and fro."""
    return Series(values, dtype=object)
