"""Conditions in CQL2, the filter language of OGC, over the rows of a layer.

The package `cql2` reads both forms of the language; the tree that it gives is answered here with
three values: a comparison with an unknown cell is neither true nor false, nor is its negation.
"""

import fnmatch
import operator
import re
from collections.abc import Callable
from functools import partial, reduce
from typing import Any

import cql2
import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame, GeoSeries
from pandas import Series
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geo.errors import WrongCondition
from geo.narrowing import read_box

PARSERS: dict[str, Callable[[str], Any]] = {
    "cql2-text": cql2.parse_text,
    "cql2-json": cql2.parse_json,
}


def parse_condition(text: str, lang: str = "cql2-text") -> Any:
    """Return a condition as the tree that CQL2 JSON writes; `lang` is a key of `PARSERS`.

    Raises WrongCondition for what is no CQL2.

    >>> parse_condition("area_ha > 1000")
    {'op': '>', 'args': [{'property': 'area_ha'}, 1000.0]}
    """
    try:
        return PARSERS[lang](text).to_json()
    except (cql2.ParseError, RecursionError, ValueError) as error:
        raise WrongCondition(f"The filter is not {lang}.") from error


def match_condition(rows: GeoDataFrame, condition: Any) -> Series:
    """Return which rows meet a condition, index as `rows`; what is unknown does not meet it.

    Places in the condition are in the CRS of `rows`. Raises WrongCondition for a property or a
    function that there is not, and for a comparison of what cannot be compared.

    >>> from geo import store
    >>> parks = store.load_layer("parks")
    >>> national = match_condition(parks, parse_condition("level = 'national'"))
    >>> set(parks[national].level)
    {'national'}
    """
    evaluation = _Evaluation(rows)
    try:
        truth = evaluation.read_truth(evaluation.evaluate(condition))
    except (ArithmeticError, AttributeError, RecursionError, TypeError, ValueError) as error:
        raise WrongCondition("The filter compares what cannot be compared.") from error
    return truth.fillna(value=False).astype(bool)


class _Evaluation:
    """A condition over some rows: each part of it becomes a column of values, or a single one."""

    def __init__(self, rows: GeoDataFrame) -> None:
        self.rows = rows

    def evaluate(self, node: Any) -> Any:
        """Return the value of a part of a condition."""
        match node:
            case {"op": str(name), "args": list(parts)}:
                return self.apply(name.lower(), [self.evaluate(part) for part in parts])
            case {"property": str(name)}:
                return self.read_column(name)
            case {"bbox": [*edges]}:
                return read_box(edges)
            case {"type": str()}:
                return shape(node)
            case list():
                return [self.evaluate(part) for part in node]
            case bool() | int() | float() | str():
                return node
        raise WrongCondition(f"The filter has what is not offered: {', '.join(node)}.")

    def read_column(self, name: str) -> Series:
        """Return a property as a column whose comparisons know the unknown."""
        if name not in self.rows.columns:
            raise WrongCondition(f"There is no property {name!r}.")
        cells = self.rows[name]
        return cells if name == self.rows.geometry.name else cells.convert_dtypes()

    def read_truth(self, value: Any) -> Series:
        """Return a part of a condition as true, false or unknown for each row."""
        if isinstance(value, bool | np.bool_):
            return Series(bool(value), index=self.rows.index, dtype="boolean")
        if not (isinstance(value, Series) and pd.api.types.is_bool_dtype(value)):
            raise TypeError(value)
        return value.astype("boolean")

    def apply(self, name: str, values: list[Any]) -> Any:
        """Return what an operator or a function gives."""
        match name:
            case "and" | "or":
                join = operator.and_ if name == "and" else operator.or_
                return reduce(join, map(self.read_truth, values))
            case "not":
                return ~self.read_truth(*values)
            case "between":
                cell, low, high = values
                return self.read_truth(cell >= low) & self.read_truth(cell <= high)
            case "in":
                cell, options = values
                return reduce(operator.or_, (self.read_truth(cell == text) for text in options))
        if name not in OPERATORS:
            raise WrongCondition(f"There is no function {name}.")
        return OPERATORS[name](*values)


def _match_pattern(texts: Series, pattern: str) -> Series:
    r"""Return which texts match a pattern of `%` (any signs), `_` (one sign) and `\` (as it is)."""
    translated = re.sub(r"\\(.)|([%_\[*?])", _translate_sign, pattern, flags=re.DOTALL)
    # What `fnmatch` writes never goes back, so that no pattern can take long.
    matches = re.compile(fnmatch.translate(translated)).match
    return texts.map(lambda text: bool(matches(text)), na_action="ignore").astype("boolean")


def _translate_sign(part: re.Match[str]) -> str:
    """Return a sign of a pattern as `fnmatch` writes it."""
    literal, sign = part.groups()
    if sign in {"%", "_"}:
        return "*" if sign == "%" else "?"
    text = literal or sign
    return f"[{text}]" if text in "[*?" else text


def _fold_case(text: Any) -> Any:
    return text.str.casefold() if isinstance(text, Series) else text.casefold()


def _calculate(sign: Callable[[Any, Any], Any], left: Any, right: Any) -> Any:
    """Return the result of two numbers; what no number can hold, as a division by 0, is unknown."""
    for value in (left, right):  # a text times a number would be a long text
        if not pd.api.types.is_numeric_dtype(value if isinstance(value, Series) else type(value)):
            raise TypeError(value)
    result = sign(left, right)
    if not isinstance(result, Series):
        return result
    return result.mask(~np.isfinite(result.to_numpy(dtype=float, na_value=np.nan)))


def _relate(predicate: Callable[[Any, Any], Any], left: Any, right: Any) -> Any:
    """Return which places stand in a relation; without a place it is unknown."""
    for value in (left, right):
        if not isinstance(value, GeoSeries | BaseGeometry):
            raise TypeError(value)
    answer = predicate(*(np.asarray(value) for value in (left, right)))
    columns = [value for value in (left, right) if isinstance(value, GeoSeries)]
    if not columns:
        return bool(answer)
    truth = Series(answer, index=columns[0].index, dtype="boolean")
    return truth.mask(reduce(operator.or_, (column.isna() for column in columns)))


OPERATORS: dict[str, Callable[..., Any]] = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
    "+": partial(_calculate, operator.add),
    "-": partial(_calculate, operator.sub),
    "*": partial(_calculate, operator.mul),
    "/": partial(_calculate, operator.truediv),
    "isnull": pd.isna,
    "like": _match_pattern,
    "casei": _fold_case,
    "s_intersects": partial(_relate, shapely.intersects),
    "s_disjoint": partial(_relate, shapely.disjoint),
    "s_contains": partial(_relate, shapely.contains),
    "s_within": partial(_relate, shapely.within),
    "s_touches": partial(_relate, shapely.touches),
    "s_crosses": partial(_relate, shapely.crosses),
    "s_overlaps": partial(_relate, shapely.overlaps),
    "s_equals": partial(_relate, shapely.equals),
}
