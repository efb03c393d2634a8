"""Workbooks: values only, no formula is ever worked out, no macro ever run.

Read by openpyxl row by row: python-calamine is faster but lays out the whole sheet, and a workbook
of 5 kB with one cell in the last corner makes it ask for 512 GB, which ends the process.
"""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from geo.intake.reading.archives import require_plain_xml, unpack_archive
from geo.intake.reading.file_limits import FEATURES, Refused, require_columns
from geo.intake.reading.table_grid import NumberedRow, make_grid, to_text, watch_rows
from geo.intake.reading.upload import Progress, ReadingOptions, Recognised, Upload


def read_workbook(name: str, data: bytes, options: ReadingOptions, progress: Progress) -> Upload:
    """Return the sheet that is asked for, else the first visible one that holds anything.

    Raises Refused for a damaged workbook and for what `geo.intake.reading.archives` refuses.
    """
    sheets = _open_sheets(data)
    if options.part and options.part not in sheets:
        raise Refused("layer", name=options.part, known=", ".join(sheets))
    for title in [options.part] if options.part else sheets:
        if rows := list(watch_rows(_list_rows(sheets[title]), FEATURES, progress)):
            grid = make_grid(rows, options.header)
            return Upload(
                name=name,
                format="xlsx",
                cells=grid.cells,
                lines=grid.lines,
                recognised=Recognised(part=title, header_line=grid.header_line),
                parts=tuple(sheets),
                faults=grid.faults,
            )
    raise Refused("empty")


def _open_sheets(data: bytes) -> dict[str, Any]:
    """Return the visible sheets by title."""
    require_plain_xml(unpack_archive(data))
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        return {sheet.title: sheet for sheet in book.worksheets if sheet.sheet_state == "visible"}
    except Exception as error:  # openpyxl raises many kinds for a damaged file
        raise Refused("damaged", format="Excel", detail=str(error)[:80]) from error


def _list_rows(sheet: Any) -> Iterator[NumberedRow]:
    """Yield rows that are not blank, with their number in the sheet."""
    sheet.reset_dimensions()  # what a file says of its own size is not to be trusted
    for number, row in enumerate(_list_values(sheet), start=1):
        cells = [_to_cell(value) for value in row]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            require_columns(len(cells))
            yield number, tuple(cells)


def _list_values(sheet: Any) -> Iterator[tuple[Any, ...]]:
    try:
        yield from sheet.iter_rows(values_only=True)
    except Refused:
        raise
    except Exception as error:  # as above
        raise Refused("damaged", format="Excel", detail=str(error)[:80]) from error


def _to_cell(value: Any) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time().isoformat() == "00:00:00" else str(value)
    return to_text(value)
