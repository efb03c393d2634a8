"""Read the hand-edited tables: every fault at once, each with its address."""

import csv
from collections.abc import Iterator
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
from geo.paths import DATA, shown

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
    "date_parsing": "is not a date; write YYYY-MM-DD",
}


@dataclass(frozen=True)
class Located:
    """A valid row and the line it stands on."""

    line: int
    row: Row


def _text(path: Path) -> str:
    say = translator(shell_language())
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        message = say("file is missing; restore it from the repository")
    except UnicodeDecodeError:
        message = say("is not UTF-8; save it with that encoding")
    except OSError as error:
        message = say("cannot be read: {reason}").format(reason=error.strerror)
    raise DataError([Problem(shown(path), None, "", message)])


def _message(error: Any) -> str:
    say = translator(shell_language())
    words = WORDS.get(error["type"])
    if words is None:
        return f"{error['msg']} ({error['input']!r})"
    context = error.get("ctx", {})
    if error["type"] in {"extra_forbidden", "missing"}:
        return say(words)
    return f"{error['input']!r} " + say(words).format(**context)


def _records(path: Path, text: str) -> Iterator[tuple[int, dict[Any, Any]]]:
    reader = csv.DictReader(StringIO(text, newline=""), strict=True)
    try:
        for record in reader:
            yield reader.line_num, record
    except csv.Error as error:
        say = translator(shell_language())
        message = say("is not well-formed CSV ({reason}); check the quotation marks")
        problem = Problem(shown(path), reader.line_num, "", message.format(reason=error))
        raise DataError([problem]) from error


def read_rows(path: Path, model: type[Row]) -> tuple[list[Located], list[Problem]]:
    """Return the valid rows of a table and one problem for each fault.

    Raises DataError when the file cannot be read as a table at all.
    """
    say, file = translator(shell_language()), shown(path)
    good: list[Located] = []
    problems: list[Problem] = []
    for line, record in _records(path, _text(path)):
        if None in record or None in record.values():
            message = say("the row has not as many cells as the header; check commas and quotes")
            problems.append(Problem(file, line, "", message))
            continue
        try:
            good.append(Located(line, model(**record)))
        except ValidationError as error:
            problems += [
                Problem(file, line, str(fault["loc"][0]), _message(fault))
                for fault in error.errors()
            ]
    if not good and not problems:
        problems.append(Problem(file, None, "", say("has no rows; restore it")))
    return good, problems


def frame(rows: list[Located], model: type[Row]) -> pd.DataFrame:
    """Return rows as a frame with the model's columns in order."""
    return pd.DataFrame([item.row.model_dump() for item in rows], columns=list(model.model_fields))


def read_table(name: str, folder: Path = DATA) -> pd.DataFrame:
    """Return one table of `data/` as a frame; columns as its model in `geo.models`.

    Lists are tuples, unknown values are missing (None or NaN), never zero.
    Raises DataError with every fault of the file.
    """
    model = TABLES[name]
    rows, problems = read_rows(folder / f"{name}.csv", model)
    if problems:
        raise DataError(problems)
    return frame(rows, model)


@cache
def table(name: str) -> pd.DataFrame:
    """Return a table of the atlas, read once; treat it as read-only."""
    return read_table(name)
