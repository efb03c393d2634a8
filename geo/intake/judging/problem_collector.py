"""Problems gathered row by row, many thousands at once."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas import DataFrame, Series

from geo.intake.judging.problem_kinds import KINDS

COLUMNS = ("row", "line", "code", "value")
LONG = 60  # signs of a value that a problem repeats


class ProblemCollector:
    """Collects problems of the rows of one upload."""

    def __init__(self, lines: NDArray[np.int64]) -> None:
        self._lines = lines
        self._frames: list[DataFrame] = []
        self.blocked = np.zeros(len(lines), dtype=bool)

    def add(
        self,
        rows: NDArray[np.bool_] | Sequence[int],
        code: str,
        values: Series | NDArray[np.object_] | str = "",
    ) -> None:
        """Note a problem of the rows that are flagged or listed; `values` has one a row of all."""
        numbers = np.asarray(rows)
        numbers = np.flatnonzero(numbers) if numbers.dtype == bool else numbers.astype(np.int64)
        if not len(numbers):
            return
        value = values if isinstance(values, str) else np.asarray(values, dtype=object)[numbers]
        columns = {"row": numbers, "line": self._lines[numbers], "code": code, "value": value}
        self._frames.append(DataFrame(columns, dtype=object))
        if KINDS[code].blocks:
            self.blocked[numbers] = True

    def to_frame(self) -> DataFrame:
        """Return every problem by row: row, line (whole numbers), code, value (text)."""
        if not self._frames:
            return DataFrame({name: [] for name in COLUMNS})
        frame = pd.concat(self._frames, ignore_index=True).astype({"row": int, "line": int})
        frame["value"] = frame["value"].map(lambda value: str(value)[:LONG])
        return frame.sort_values("row", kind="stable", ignore_index=True)
