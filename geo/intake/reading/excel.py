"""Workbooks: values only, no formula is ever worked out, no macro ever run."""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from geo.intake.reading.archives import members, require_plain_xml
from geo.intake.reading.file_limits import FEATURES, Refused, require_columns
from geo.intake.reading.upload import Numbered, Progress, Upload, Wish, grid, text, watched


def read(name: str, data: bytes, wish: Wish, progress: Progress) -> Upload:
    """Return the wanted sheet, else the first visible one that holds anything.

    Raises Refused for a damaged workbook and for what `geo.intake.archives` refuses.
    """
    require_plain_xml(members(data))
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheets = [one for one in book.worksheets if one.sheet_state == "visible"]
    except Exception as error:  # openpyxl raises many kinds for a damaged file
        raise Refused("damaged", format="Excel", detail=str(error)[:80]) from error
    names = [one.title for one in sheets]
    if wish.part and wish.part not in names:
        raise Refused("layer", name=wish.part, known=", ".join(names))
    for sheet in [one for one in sheets if wish.part in {None, one.title}]:
        if rows := list(watched(_rows(sheet), FEATURES, progress)):
            table = grid(rows, wish.header)
            found = table.found | {"part": sheet.title}
            return Upload(
                name, "xlsx", table.cells, table.lines, found=found, parts=tuple(names),
                faults=table.faults,
            )  # fmt: skip
    raise Refused("empty")


def _rows(sheet: Any) -> Iterator[Numbered]:
    """Yield rows that are not blank, with their number in the sheet."""
    sheet.reset_dimensions()  # what a file says of its own size is not to be trusted
    for number, row in enumerate(_values(sheet), start=1):
        cells = [_text(value) for value in row]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            require_columns(len(cells))
            yield number, cells


def _values(sheet: Any) -> Iterator[tuple[Any, ...]]:
    try:
        yield from sheet.iter_rows(values_only=True)
    except Refused:
        raise
    except Exception as error:  # as above
        raise Refused("damaged", format="Excel", detail=str(error)[:80]) from error


def _text(value: Any) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time().isoformat() == "00:00:00" else str(value)
    return text(value)
