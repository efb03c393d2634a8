"""A set of row numbers as short text: what a filter sends to the browser."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterable

import numpy as np


def encode_rows(rows: Iterable[int]) -> str:
    """Base64 of a bit field: row ``i`` is bit ``i % 8`` of byte ``i // 8``; no rows give ``""``.

    Raises
    ------
    ValueError
        If a row number is negative.
    """
    numbers = np.fromiter(rows, dtype=np.int64)
    if not numbers.size:
        return ""
    if numbers.min() < 0:
        message = f"row numbers start at 0, got {numbers.min()}"
        raise ValueError(message)
    flags = np.zeros(int(numbers.max()) + 1, dtype=bool)
    flags[numbers] = True
    return b64encode(np.packbits(flags, bitorder="little").tobytes()).decode("ascii")


def decode_rows(text: str) -> list[int]:
    """Row numbers in ascending order; the inverse of `encode_rows`."""
    field = np.frombuffer(b64decode(text), dtype=np.uint8)
    return [int(row) for row in np.flatnonzero(np.unpackbits(field, bitorder="little"))]
