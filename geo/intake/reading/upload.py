"""A file as it was read, before anything in it is taken for a fact."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from geopandas import GeoSeries
from numpy.typing import NDArray
from pandas import DataFrame

Progress = Callable[[float], None]
STEP = 5_000  # rows between two signs of life


def ignore_progress(_: float) -> None:
    """Take a sign of progress that nobody waits for."""


@dataclass(frozen=True)
class ReadingOptions:
    """How the reader wants a file read, where it was understood wrongly.

    Attributes
    ----------
    encoding
        One of `geo.intake.reading.encoding.ENCODINGS`, or None.
    part
        Sheet of a workbook or layer of a GeoPackage, or None.
    header
        Row that names the columns, counted from 1 among those that are not blank; 0 = none does.
    """

    encoding: str | None = None
    part: str | None = None
    header: int | None = None


@dataclass(frozen=True)
class Recognised:
    """How a file was read; None where its format has no such thing.

    Attributes
    ----------
    encoding, separator
        Of a text table or of GeoJSON; of a text table.
    part
        The sheet or layer that was read.
    header_line
        Line of the row that names the columns; 0 when no row does.
    """

    encoding: str | None = None
    separator: str | None = None
    part: str | None = None
    header_line: int | None = None


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
    recognised
        How the file was read.
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
    recognised: Recognised = field(default_factory=Recognised)
    parts: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()

    def __len__(self) -> int:
        """Return how many rows the file has."""
        return len(self.cells)
