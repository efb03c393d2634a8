"""An extract as a table: cells of one value each, as spreadsheets and databases hold them."""

import re
from io import BytesIO
from typing import Any

import pandas as pd
from geopandas import GeoDataFrame, GeoSeries
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from pandas import DataFrame, Series

from geo.csvout import csv_bytes
from geo.export.extract import Extract
from geo.export.feature_collection import DECIMALS, tidy_geometry

# Control characters that no XML text, and so no workbook, can hold.
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
CELL_LIMIT = 32_767  # characters that a cell of Excel holds


def flatten_frame(frame: GeoDataFrame) -> GeoDataFrame:
    """Return a frame with one value a cell: lists joined with `;`, whole numbers as integers."""
    names = [name for name in frame.columns if name != frame.geometry.name]
    return tidy_geometry(frame).assign(**{name: flatten_column(frame[name]) for name in names})


def flatten_column(values: Series) -> Series:
    """Return a column with one value a cell; unknown stays missing.

    >>> flatten_column(Series([("a", "b"), None])).tolist()
    ['a;b', nan]
    >>> flatten_column(Series([2.0, None])).tolist()
    [2, <NA>]
    """
    if pd.api.types.is_float_dtype(values):
        numbers = values.dropna()
        return values.astype("Int64") if len(numbers) and (numbers % 1 == 0).all() else values
    if values.dtype != object:
        return values
    texts = [None if _unknown(value) else _text(value) for value in values]
    return Series(texts, index=values.index, dtype="str")


def _unknown(value: Any) -> bool:
    return not isinstance(value, tuple | list) and bool(pd.isna(value))


def _text(value: Any) -> str:
    return ";".join(map(str, value)) if isinstance(value, tuple | list) else str(value)


def tabulate_rows(frame: GeoDataFrame) -> DataFrame:
    """Return a frame as a table: `id` first, `lon` and `lat` last, no geometry.

    They are the frame's own where it has both, else degrees of the point itself, of a line or an
    area those of a point on it.
    """
    plain = flatten_frame(frame)
    inside = plain.geometry.representative_point()
    if {"lon", "lat"} <= set(frame.columns):
        inside = GeoSeries.from_xy(frame.lon, frame.lat)
    order = ["id", *(name for name in plain.columns if name not in {"id", "lon", "lat"})]
    table = DataFrame(plain[order].drop(columns=plain.geometry.name))
    return table.assign(lon=inside.x.round(DECIMALS), lat=inside.y.round(DECIMALS))


def to_csv(extract: Extract) -> bytes:
    """Return an extract as CSV that a spreadsheet opens: BOM, lon, lat, WKT, no formulas."""
    shapes = tidy_geometry(extract.frame).geometry.to_wkt(rounding_precision=DECIMALS)
    return csv_bytes(tabulate_rows(extract.frame).assign(wkt=shapes))


def to_xlsx(extract: Extract) -> bytes:
    """Return an extract as a workbook: its rows, and a sheet `about` with their provenance.

    Shapes are left out: an outline is longer than a cell can hold.
    """
    book, buffer = Workbook(write_only=True), BytesIO()
    table = tabulate_rows(extract.frame)
    sheet = book.create_sheet(extract.name[:31])
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{len(table) + 1}"
    sheet.append([_cell(sheet, name, bold=True) for name in table.columns])
    for row in table.astype(object).itertuples(index=False):
        sheet.append([_cell(sheet, value) for value in row])
    about = book.create_sheet("about")
    for pair in extract.notes().items():
        about.append([_cell(about, value) for value in pair])
    book.save(buffer)
    return buffer.getvalue()


def _cell(sheet: Any, value: Any, *, bold: bool = False) -> WriteOnlyCell:
    """Return a cell that is what it says: a text stays text, even one that begins with `=`."""
    if _unknown(value):
        return WriteOnlyCell(sheet)
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        cell = WriteOnlyCell(sheet, UNWRITABLE.sub("", value)[:CELL_LIMIT])
        cell.data_type = "s"
    if bold:
        cell.font = Font(bold=True)
    return cell
