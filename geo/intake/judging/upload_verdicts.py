"""What became of every row of an upload: used, or given back with the reason."""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from pandas import DataFrame, Series

from geo.intake.judging.interpretation import Interpretation
from geo.intake.judging.problem_kinds import KINDS, describe_problem, describe_remedy
from geo.intake.reading.upload import Upload


@dataclass(frozen=True)
class Verdicts:
    """An upload as it was understood.

    Attributes
    ----------
    rows
        Usable rows: row, line, name, lon, lat (WGS 84), county (adcode), precision (``site`` or
        ``county_seat``), words and industries (tuples), outline (true shape in WGS 84; None
        where it is but a point).
    problems
        row, line, code (a key of `geo.intake.judging.problem_kinds.KINDS`), value.
    """

    upload: Upload
    interpretation: Interpretation
    rows: DataFrame
    problems: DataFrame

    @property
    def rejected(self) -> NDArray[np.int64]:
        """Numbers of the rows that are not used."""
        is_used = np.zeros(len(self.upload), dtype=bool)
        is_used[self.rows.row.to_numpy(dtype=int)] = True
        return np.flatnonzero(~is_used)


def tabulate_rejected(verdicts: Verdicts, lang: str) -> DataFrame:
    """Return the rows that are not used, as they were, with their line and the reason.

    Geometry is added as WKT in the file's own coordinates.
    """
    upload, rejected = verdicts.upload, verdicts.rejected
    cells = upload.cells.iloc[rejected]
    frame = cells.assign(**{_find_free_name(cells, "line"): upload.lines[rejected]})
    reasons = _collect_reasons(verdicts, lang)
    frame[_find_free_name(cells, "reason")] = reasons.reindex(rejected).to_numpy()
    if upload.shapes is not None:
        shapes = upload.shapes.iloc[rejected]
        frame[_find_free_name(cells, "wkt")] = shapely.to_wkt(shapes.to_numpy())
    return frame.reset_index(drop=True)


def _collect_reasons(verdicts: Verdicts, lang: str) -> Series:
    """Return what is wrong with each row that is not used, and its remedy, by row."""
    blocking_codes = [code for code, kind in KINDS.items() if kind.blocks]
    problems = verdicts.problems[verdicts.problems.code.isin(blocking_codes)]
    reasons = [
        f"{describe_problem(problem.code, problem.value, lang)} "
        f"{describe_remedy(problem.code, lang)}"
        for problem in problems.itertuples()
    ]
    return Series(reasons, index=problems.row, dtype=object).groupby(level=0).agg(" ".join)


def _find_free_name(cells: DataFrame, name: str) -> str:
    while name in cells.columns:
        name = f"_{name}"
    return name
