"""Coordinates as people write them → numbers."""

import re
import unicodedata
from math import copysign

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas import Series

Numbers = NDArray[np.float64]
_DEGREES = re.compile(
    r"""^(?:[NSEW]|东经|北纬|经度|纬度)?[:：]?\s*
        (?P<degrees>[+-]?\d+(?:\.\d+)?)\s*(?:[°º度d]\s*
        (?:(?P<minutes>\d+(?:\.\d+)?)\s*['′’分m]\s*)?
        (?:(?P<seconds>\d+(?:\.\d+)?)\s*(?:["″”秒s]|''|′′)\s*)?)?
        (?:[NSEW]|东经|北纬)?$""",
    re.VERBOSE | re.IGNORECASE,
)
_BETWEEN = re.compile(r"[,，;；、/\s]+")


def parse_numbers(values: Series) -> Numbers:
    """Return text as numbers, NaN where it is empty or no number; degrees may have minutes."""
    numbers = pd.to_numeric(values, errors="coerce").to_numpy(dtype=float, copy=True)
    numbers[~np.isfinite(numbers)] = np.nan
    for row in np.flatnonzero(np.isnan(numbers) & (values != "").to_numpy()):
        numbers[row] = parse_coordinate(str(values.iloc[row]))
    return numbers


def parse_coordinate(text: str) -> float:
    """Return a coordinate such as ``125.32``, ``１２５．３２`` or ``东经125°19′12″``, or NaN.

    Examples
    --------
    >>> parse_coordinate("东经125°30′")
    125.5
    >>> parse_coordinate("about 125")
    nan
    """
    plain = unicodedata.normalize("NFKC", text.strip()).replace("\u2032\u2032", "″")
    if plain.count(",") == 1 and "." not in plain:
        plain = plain.replace(",", ".")
    match = _DEGREES.match(plain)
    if not match:
        return float("nan")
    degrees, minutes, seconds = (float(part or 0) for part in match.groups())
    return degrees + copysign(minutes / 60 + seconds / 3600, degrees)


def split_pairs(values: Series) -> tuple[Series, Series]:
    """Return cells such as ``125.32, 43.88`` as two columns of text; what has no two stays one."""
    parts = values.map(lambda cell: [part for part in _BETWEEN.split(cell.strip(" ()[]")) if part])
    first = parts.map(lambda pair: pair[0] if len(pair) == 2 else " ".join(pair))
    second = parts.map(lambda pair: pair[1] if len(pair) == 2 else "")
    return first, second
