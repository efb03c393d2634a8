"""What is known and what is not: the atlas's own judgement on its data, counted from the tables."""

from functools import cache

from pandas import DataFrame, isna

from geo import check
from geo.errors import Problem
from geo.filters import Filter
from geo.ground import select_counted
from geo.layers import list_exported
from geo.models import TABLES
from geo.select import select_rows
from geo.tables import load_table

SURE = "site"  # the precision of a point that is the place itself


def _filled(value: object) -> bool:
    """Return whether a cell says something; an empty list says nothing."""
    return bool(value) if isinstance(value, tuple) else not bool(isna(value))


def measure_fill(rows: DataFrame) -> DataFrame:
    """Return how much of a frame is filled: column, filled, empty (cells), share (0 to 1)."""
    filled = [int(sum(map(_filled, rows[column].tolist()))) for column in rows.columns]
    columns = DataFrame({"column": rows.columns, "filled": filled})
    return columns.assign(empty=len(rows) - columns.filled, share=columns.filled / len(rows))


@cache
def measure_coverage(name: str) -> DataFrame:
    """Return `measure_fill` of a table, a key of `geo.models.TABLES`.

    Empty is unknown, or none: the model says which.
    """
    return measure_fill(load_table(name))


@cache
def describe_layers() -> DataFrame:
    """Return, for each layer, its features and how sure they are.

    Columns: layer, features (shown without a filter), unverified (hidden besides), approximate
    (features whose point is of the town or county, not of the place itself; missing where a layer
    has no points of its own), placeless (features of which no place is known).
    """
    rows = []
    for layer in list_exported():
        frame = select_rows(layer, Filter())
        hidden = len(select_rows(layer, Filter(unverified=True))) - len(frame)
        precision = frame.get("location_precision")
        rows.append(
            {
                "layer": layer,
                "features": len(frame),
                "unverified": hidden,
                "approximate": None if precision is None else int((precision != SURE).sum()),
                "placeless": int(frame.geometry.isna().sum()),
            }
        )
    return DataFrame(rows).astype({"approximate": "Int64"})


@cache
def count_exact_parks() -> tuple[int, int]:
    """Return how many of the verified parks stand at their own place, and how many count."""
    parks = select_counted(select_rows("parks", Filter()))
    return int((parks.location_precision == SURE).sum()), len(parks)


@cache
def count_documents() -> DataFrame:
    """Return how many rows of each table (columns) rest on each document (index)."""
    stated = [name for name, model in TABLES.items() if "document" in model.model_fields]
    order = list(load_table("policies").id)
    counts = {name: load_table(name).document.value_counts() for name in stated}
    return DataFrame(counts, index=order).fillna(0).astype(int).rename_axis("document")


@cache
def list_problems() -> tuple[Problem, ...]:
    """Return every fault that `python -m geo check` finds, found once."""
    return tuple(check.find_problems())
