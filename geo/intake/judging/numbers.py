"""Coordinates as people write them → numbers."""

import re
import unicodedata

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


def numbers(values: Series) -> Numbers:
    """Return text as numbers, NaN where it is empty or no number; degrees may have minutes."""
    known = pd.to_numeric(values, errors="coerce").to_numpy(dtype=float, copy=True)
    known[~np.isfinite(known)] = np.nan
    for row in np.flatnonzero(np.isnan(known) & (values != "").to_numpy()):
        known[row] = number(str(values.iloc[row]))
    return known


def number(words: str) -> float:
    """Return a coordinate such as ``125.32``, ``１２５．３２`` or ``东经125°19′12″``, or NaN."""
    plain = unicodedata.normalize("NFKC", words.strip()).replace("\u2032\u2032", "″")
    if plain.count(",") == 1 and "." not in plain:
        plain = plain.replace(",", ".")
    found = _DEGREES.match(plain)
    if not found:
        return float("nan")
    degrees, minutes, seconds = (float(part or 0) for part in found.groups())
    return degrees + np.copysign(minutes / 60 + seconds / 3600, degrees)


def pairs(values: Series) -> tuple[Series, Series]:
    """Return cells such as ``125.32, 43.88`` as two columns of text; what has no two stays one."""
    parts = values.map(lambda cell: [one for one in _BETWEEN.split(cell.strip(" ()[]")) if one])
    first = parts.map(lambda one: one[0] if len(one) == 2 else " ".join(one))
    second = parts.map(lambda one: one[1] if len(one) == 2 else "")
    return first, second
