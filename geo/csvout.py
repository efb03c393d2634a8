"""Tables as CSV that a spreadsheet opens as they are: UTF-8 with BOM, no cell run as a formula."""

from typing import Any

from pandas import DataFrame

RISKY = ("=", "+", "-", "@", "\t", "\r")


def _cell(value: Any) -> Any:
    """Return a list joined with `;`, and text that would pass for a formula behind a `'`."""
    if isinstance(value, tuple | list):
        value = ";".join(str(part) for part in value)
    return f"'{value}" if isinstance(value, str) and value.startswith(RISKY) else value


def csv_bytes(frame: DataFrame) -> bytes:
    """Return a frame as CSV bytes without its index; unknown values are empty cells."""
    guarded = frame.astype(object).map(_cell).rename(columns=_cell)
    return ("\ufeff" + guarded.to_csv(index=False, lineterminator="\n")).encode()
