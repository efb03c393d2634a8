"""Numbered rows of text → a table: its header found, every row as wide as it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pandas import DataFrame

from geo.intake.reading import header
from geo.intake.reading.file_limits import require_columns, require_features
from geo.intake.reading.upload import STEP, Fault, Progress

# Line and cells. Tuples of text are nothing that the garbage collector has to look at again.
NumberedRow = tuple[int, tuple[str, ...]]


@dataclass(frozen=True)
class Grid:
    """Rows of text below a header, fitted to its width; `header_line` is 0 when there is none."""

    cells: DataFrame
    lines: NDArray[np.int64]
    faults: tuple[Fault, ...]
    header_line: int


def watch_rows(
    rows: Iterable[NumberedRow], whole: int, progress: Progress
) -> Iterator[NumberedRow]:
    """Yield rows as they are read, telling which part of `whole` lines has been.

    Raises Refused soon after there are too many, not at the end of the file.
    """
    for count, (line, cells) in enumerate(rows, start=1):
        yield line, cells
        if count % STEP == 0:
            require_features(count - header.LOOKED_AT)
            progress(min(1.0, line / whole))


def make_grid(rows: Sequence[NumberedRow], header_row: int | None) -> Grid:
    """Return numbered rows as a table.

    `header_row` is the reader's own word on which row names the columns, from 1; 0 = none does.
    Raises Refused for too many columns or rows, and for none.
    """
    top = [cells for _, cells in rows[: max(header.LOOKED_AT, header_row or 0)]]
    at = header.find_header(top, None if header_row is None else header_row - 1)
    body = rows[at + 1 :]
    require_features(len(body))
    names = header.name_columns([cells for _, cells in rows] if at == header.NONE else top, at)
    require_columns(len(names))
    columns, faults = _fit_rows([cells for _, cells in body], max(1, len(names)))
    named_columns = zip(make_unique_names(names or [""]), columns, strict=True)
    return Grid(
        cells=DataFrame(dict(named_columns), dtype=object),
        lines=np.array([line for line, _ in body], dtype=np.int64),
        faults=tuple(faults),
        header_line=rows[at][0] if at >= 0 else 0,
    )


def _fit_rows(rows: Sequence[tuple[str, ...]], width: int) -> tuple[list[list[str]], list[Fault]]:
    """Return the columns of rows as wide as the header.

    A row with more cells keeps the rest in its last cell, and is a fault.
    """
    faults: list[Fault] = []

    def fit(number: int, row: tuple[str, ...]) -> tuple[str, ...]:
        cells = [*map(str.strip, row)]
        while len(cells) > width and not cells[-1]:
            cells.pop()
        if len(cells) > width:
            faults.append(Fault(number, "cells", str(len(cells))))
            cells = [*cells[: width - 1], " | ".join(cells[width - 1 :])]
        return (*cells, *[""] * (width - len(cells)))

    fitted = [row if len(row) == width else fit(number, row) for number, row in enumerate(rows)]
    # Not zip(*fitted): an iterator for each of many rows would keep the garbage collector busy.
    return [[row[column].strip() for row in fitted] for column in range(width)], faults


def make_unique_names(names: Iterable[object]) -> list[str]:
    """Return unique, non-empty column names; a nameless column is called by its number."""
    unique: list[str] = []
    for number, name in enumerate(names, start=1):
        bare = " ".join(str(name if name is not None else "").split()) or f"#{number}"
        column, again = bare, 2
        while column in unique:
            column, again = f"{bare} ({again})", again + 1
        unique.append(column)
    return unique


def to_text(value: object) -> str:
    """Return a cell as text; nothing and not-a-number are empty."""
    if value is None or value != value:  # NaN differs from itself
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value).strip()
