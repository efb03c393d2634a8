"""A file as it was read, before anything in it is taken for a fact."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from geopandas import GeoSeries
from numpy.typing import NDArray
from pandas import DataFrame

from geo.intake.reading import header
from geo.intake.reading.file_limits import require_columns, require_features

Progress = Callable[[float], None]
Numbered = tuple[int, list[str]]  # line and cells
STEP = 5_000  # rows between two signs of life


def unheard(_: float) -> None:
    """Take a sign of progress that nobody waits for."""


@dataclass(frozen=True)
class Wish:
    """How the reader wants a file read, where we understood it wrongly.

    Attributes
    ----------
    encoding
        One of `geo.intake.encoding.ENCODINGS`, or None.
    part
        Sheet of a workbook or layer of a GeoPackage, or None.
    header
        Row that names the columns, counted from 1 among those that are not blank; 0 = none does.
    """

    encoding: str | None = None
    part: str | None = None
    header: int | None = None


@dataclass(frozen=True)
class Fault:
    """Something wrong with one row that reading alone can tell: row number, code, value."""

    row: int
    code: str
    value: str = ""


@dataclass(frozen=True)
class Upload:
    """Every row of a file as written.

    Attributes
    ----------
    name, format
        Name of the file, and one of csv, xlsx, geojson, gpkg, kml, shp.
    cells
        One row a record, all text; an empty text is an empty cell.
    lines
        Line of the text file, row of the sheet, or number of the feature, from 1.
    shapes
        Geometry of each row in the file's own coordinates (no CRS set), or None for a plain table.
    crs
        What the file says of its coordinates, such as ``EPSG:4490``; None when it says nothing.
    found
        What was understood, by key: encoding, separator, part, header, above.
    parts
        Sheets or layers to choose from.
    faults
        Rows that are damaged in themselves.
    """

    name: str
    format: str
    cells: DataFrame
    lines: NDArray[np.int64]
    shapes: GeoSeries | None = None
    crs: str | None = None
    found: dict[str, str] = field(default_factory=dict)
    parts: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()

    def __len__(self) -> int:
        """Return how many rows the file has."""
        return len(self.cells)


@dataclass(frozen=True)
class Grid:
    """Rows of text below a header, fitted to its width."""

    cells: DataFrame
    lines: NDArray[np.int64]
    faults: tuple[Fault, ...]
    found: dict[str, str]


def watched(rows: Iterable[Numbered], whole: int, progress: Progress) -> Iterator[Numbered]:
    """Yield rows as they are read, telling which part of `whole` lines has been.

    Raises Refused soon after there are too many, not at the end of the file.
    """
    for count, (line, cells) in enumerate(rows, start=1):
        yield line, cells
        if count % STEP == 0:
            require_features(count - header.LOOKED_AT)
            progress(min(1.0, line / whole))


def grid(rows: Sequence[Numbered], wanted: int | None) -> Grid:
    """Return numbered rows as a table: its header found, every row as wide as it.

    Raises Refused for too many columns or rows, and for none.
    """
    only = [cells for _, cells in rows[: max(header.LOOKED_AT, (wanted or 0))]]
    at = header.find_header(only, None if wanted is None else wanted - 1)
    body = rows[at + 1 :]
    require_features(len(body))
    names = header.names([cells for _, cells in rows] if at == header.NONE else only, at)
    require_columns(len(names))
    columns, faults = _fitted(body, max(1, len(names)))
    return Grid(
        cells=DataFrame(dict(zip(headings(names or [""]), columns, strict=True)), dtype=object),
        lines=np.array([line for line, _ in body], dtype=np.int64),
        faults=tuple(faults),
        found={"header": str(rows[at][0]) if at >= 0 else "0", "above": str(max(0, at))},
    )


def _fitted(rows: Sequence[Numbered], width: int) -> tuple[list[list[str]], list[Fault]]:
    """Return the columns of rows as wide as the header.

    A row with more cells keeps the rest in its last cell, and is a fault.
    """
    faults: list[Fault] = []

    def fit(number: int, row: list[str]) -> list[str]:
        cells = list(map(str.strip, row))
        while len(cells) > width and not cells[-1]:
            cells.pop()
        if len(cells) > width:
            faults.append(Fault(number, "cells", str(len(cells))))
            cells = [*cells[: width - 1], " | ".join(cells[width - 1 :])]
        return cells + [""] * (width - len(cells))

    fitted = [
        row if len(row) == width else fit(number, row) for number, (_, row) in enumerate(rows)
    ]
    # Column by column: a list for each of many rows would keep the garbage collector busy.
    return [list(map(str.strip, column)) for column in zip(*fitted, strict=True)], faults


def headings(names: Iterable[object]) -> list[str]:
    """Return unique, non-empty column names; a nameless column is called by its number."""
    found: list[str] = []
    for number, name in enumerate(names, start=1):
        text = " ".join(str(name if name is not None else "").split()) or f"#{number}"
        unique, again = text, 2
        while unique in found:
            unique, again = f"{text} ({again})", again + 1
        found.append(unique)
    return found


def text(value: object) -> str:
    """Return a cell as text; nothing and not-a-number are empty."""
    if value is None or value != value:  # NaN differs from itself
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value).strip()
