"""Comma, tab, semicolon or bar: text tables, row by row, with the line each begins on."""

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import chain, islice

from geo.intake.reading.encoding import decode_text
from geo.intake.reading.file_limits import BYTES
from geo.intake.reading.table_grid import NumberedRow, make_grid, watch_rows
from geo.intake.reading.upload import Progress, ReadingOptions, Recognised, Upload

SEPARATORS = (",", "\t", ";", "|", "，", "；")
SAMPLE = 50  # lines by which the separator is judged
END = "\0end of file\0"

csv.field_size_limit(BYTES)


def read_delimited(name: str, data: bytes, options: ReadingOptions, progress: Progress) -> Upload:
    """Return a text table as written.

    Raises Refused for too many rows or columns, and for a file without rows.
    """
    text, encoding = decode_text(data, options.encoding)
    separator = find_separator(text)
    grid = make_grid(_list_rows(text, separator, progress), options.header)
    return Upload(
        name=name,
        format="csv",
        cells=grid.cells,
        lines=grid.lines,
        recognised=Recognised(encoding, separator, header_line=grid.header_line),
        faults=grid.faults,
    )


def find_separator(text: str) -> str:
    """Return the separator by which most of the first lines have the same number of cells."""
    sample = list(islice(StringIO(text, newline=""), SAMPLE))

    def fit(separator: str) -> tuple[float, int]:
        widths = Counter(
            len(row) for row in csv.reader(sample, delimiter=separator) if any(map(str.strip, row))
        )
        width, often = max(widths.items(), key=lambda item: (item[1], item[0]), default=(1, 0))
        return (often / widths.total() if width > 1 else 0.0), width

    # Text such as a list of industries may hold the other signs: the most even split wins.
    return max(SEPARATORS, key=fit)


def _list_rows(text: str, separator: str, progress: Progress) -> list[NumberedRow]:
    """Return the rows that are not blank.

    A quotation mark that is never closed would swallow all rows after it: then the marks are
    taken as they stand.
    """
    whole = max(1, text.count("\n"))
    rows = list(watch_rows(_parse_records(text, separator, csv.QUOTE_MINIMAL), whole, progress))
    if rows[-1][1] != (END,):
        rows = list(watch_rows(_parse_records(text, separator, csv.QUOTE_NONE), whole, progress))
    return rows[:-1]


def _parse_records(text: str, separator: str, quoting: int) -> Iterator[NumberedRow]:
    """Yield records with the line each begins on, and `END` where the last one was closed."""
    lines = chain(StringIO(text, newline=""), [] if text.endswith(("\n", "\r")) else ["\n"], [END])
    reader = csv.reader(lines, delimiter=separator, quoting=quoting)  # type: ignore[arg-type]
    start = 1
    for row in reader:
        if "".join(row).strip():
            yield start, tuple(row)
        start = reader.line_num + 1
