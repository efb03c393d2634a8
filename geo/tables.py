"""Read the hand-edited tables: every fault at once, each with its address."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

import pandas as pd
from pydantic import ValidationError

from geo.errors import DataError, Problem
from geo.i18n import shell_language, translator
from geo.models import TABLES, Row
from geo.paths import DATA, display_path

# Pydantic's error type → what is wrong and what to do, in our words.
WORDS = {
    "extra_forbidden": "unknown column; remove it or correct its spelling",
    "missing": "column is missing; add it, leave cells empty where a value is unknown",
    "float_parsing": "is not a number; write digits with a decimal point",
    "int_parsing": "is not a whole number; write digits only",
    "greater_than_equal": "is too small (at least {ge}); check the value and its column",
    "less_than_equal": "is too large (at most {le}); check the value and its column",
    "literal_error": "is not one of the known words; use {expected}",
    "string_pattern_mismatch": "has the wrong form; it must match {pattern}",
    "string_too_short": "is empty; fill it in, this value is required",
    "date_from_datetime_parsing": "is not a date; write YYYY-MM-DD",
    "date_from_datetime_inexact": "is not a date; write YYYY-MM-DD",
    "date_parsing": "is not a date; write YYYY-MM-DD",
    "finite_number": "is not a number; write digits with a decimal point",
}


@dataclass(frozen=True)
class Located:
    """A valid row and the line it begins on."""

    line: int
    row: Row


@dataclass(frozen=True)
class Read:
    """What was read of a table: its valid rows, every fault, and all records as written."""

    rows: list[Located]
    problems: list[Problem]
    records: list[dict[Any, Any]]


def read_text(path: Path) -> str:
    """Return a hand-edited file's text; DataError with the remedy when it cannot be read."""
    say = translator(shell_language())
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        message = say("file is missing; restore it from the repository")
    except UnicodeDecodeError:
        message = say("is not UTF-8; save it with that encoding")
    except OSError as error:
        message = say("cannot be read ({reason}); check the file").format(reason=error.strerror)
    raise DataError([Problem(display_path(path), None, "", message)])


def _message(error: Any) -> str:
    say = translator(shell_language())
    remedy = WORDS.get(error["type"])
    if remedy is None:
        return f"{error['msg']} ({error['input']!r})"
    context = error.get("ctx", {})
    return f"{error['input']!r} " + say(remedy).format(**context)


def _records(path: Path, model: type[Row]) -> Iterator[tuple[int, dict[Any, Any]]]:
    """Yield each record with the line it begins on."""
    reader = csv.DictReader(StringIO(read_text(path), newline=""), strict=True)
    start = 1
    try:
        _require_header(path, reader.fieldnames or (), model)
        start = reader.line_num + 1
        for record in reader:
            yield start, record
            start = reader.line_num + 1
    except csv.Error as error:
        say = translator(shell_language())
        message = say("is not well-formed CSV ({reason}); check the quotation marks")
        problem = Problem(display_path(path), start, "", message.format(reason=error))
        raise DataError([problem]) from error


def _require_header(path: Path, header: Sequence[str], model: type[Row]) -> None:
    say, file = translator(shell_language()), display_path(path)
    if not header:
        raise DataError([Problem(file, None, "", say("has no rows; restore it"))])
    faults = {name: "extra_forbidden" for name in header if name not in model.model_fields}
    faults |= {name: "missing" for name in model.model_fields if name not in header}
    if faults:
        raise DataError([Problem(file, 1, name, say(WORDS[why])) for name, why in faults.items()])


def read_rows(path: Path, model: type[Row]) -> Read:
    """Read a table, gathering one problem for each fault.

    Raises DataError when the file cannot be read as a table of this model at all.
    """
    say, file = translator(shell_language()), display_path(path)
    table = Read([], [], [])
    for line, record in _records(path, model):
        table.records.append(record)
        if None in record or None in record.values():
            message = say("the row has not as many cells as the header; check commas and quotes")
            table.problems.append(Problem(file, line, "", message))
            continue
        try:
            table.rows.append(Located(line, model(**record)))
        except ValidationError as error:
            table.problems.extend(
                Problem(file, line, str(fault["loc"][0]), _message(fault))
                for fault in error.errors()
            )
    if not table.records:
        raise DataError([Problem(file, None, "", say("has no rows; restore it"))])
    return table


def build_frame(rows: list[Located], model: type[Row]) -> pd.DataFrame:
    """Return rows as a frame with the model's columns in order.

    Columns of numbers become numeric, NaN where unknown; every other unknown value is None.
    """
    columns = list(model.model_fields)
    data = pd.DataFrame([item.row.model_dump() for item in rows], columns=columns, dtype=object)
    numeric = [name for name in columns if _all_numbers(data[name])]
    return data.astype(dict.fromkeys(numeric, float))


def _all_numbers(values: pd.Series) -> bool:
    filled = [value for value in values if value is not None]
    return bool(filled) and all(isinstance(value, int | float) for value in filled)


def read_table(name: str, folder: Path = DATA) -> pd.DataFrame:
    """Return one table of `data/` as a frame; columns as its model in `geo.models`.

    Lists are tuples, unknown values are missing (None or NaN), never zero.
    Raises DataError with every fault of the file.
    """
    model = TABLES[name]
    table = read_rows(folder / f"{name}.csv", model)
    if table.problems:
        raise DataError(table.problems)
    return build_frame(table.rows, model)


@cache
def load_table(name: str) -> pd.DataFrame:
    """Return a table of the atlas, a key of `geo.models.TABLES`; read once, so read-only.

    Columns are the fields of the table's model, where each has its meaning and unit; lists are
    tuples, unknown values are missing. Raises DataError with every fault of the file.

    >>> load_table("hubs").kind.value_counts()["airport"].item()
    6
    """
    return read_table(name)


def rows_where(name: str, column: str, value: object) -> pd.DataFrame:
    """Return the rows of a table of the atlas whose `column` holds `value`."""
    rows = load_table(name)
    return rows[rows[column] == value]
