"""Problems gathered row by row, many thousands at once."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas import DataFrame, Series

from geo.intake.judging.problem_kinds import KINDS

COLUMNS = ("row", "line", "code", "value")
LONG = 60  # signs of a value that a problem repeats


class Issues:
    """Collects problems of the rows of one upload."""

    def __init__(self, lines: NDArray[np.int64]) -> None:
        self._lines = lines
        self._found: list[DataFrame] = []
        self.blocked = np.zeros(len(lines), dtype=bool)

    def add(
        self,
        rows: NDArray[np.bool_] | Sequence[int],
        code: str,
        values: Series | NDArray[np.object_] | str = "",
    ) -> None:
        """Note a problem of the rows that are flagged or listed; `values` has one a row of all."""
        listed = np.asarray(rows)
        listed = np.flatnonzero(listed) if listed.dtype == bool else listed.astype(np.int64)
        if not len(listed):
            return
        told = values if isinstance(values, str) else np.asarray(values, dtype=object)[listed]
        frame = DataFrame(
            {"row": listed, "line": self._lines[listed], "code": code, "value": told}, dtype=object
        )
        self._found.append(frame)
        if KINDS[code].blocks:
            self.blocked[listed] = True

    def table(self) -> DataFrame:
        """Return every problem by row: row, line (whole numbers), code, value (text)."""
        if not self._found:
            return DataFrame({name: [] for name in COLUMNS})
        found = pd.concat(self._found, ignore_index=True).astype({"row": int, "line": int})
        found["value"] = found["value"].map(lambda value: str(value)[:LONG])
        return found.sort_values("row", kind="stable", ignore_index=True)
