"""Which column is what: by its heading first, by its values where the heading says nothing."""

from collections.abc import Mapping

import pandas as pd
from pandas import DataFrame, Series

from geo.intake.judging.row_places import county_of
from geo.intake.judging.spellings import match
from geo.intake.judging.vocabulary import ROLES, rank_of, role_of
from geo.intake.reading.upload import Upload

SAMPLE = 300  # rows by which a column without a telling heading is judged
ENOUGH = 0.8
LON, LAT = (118.0, 134.0), (39.0, 48.0)


def detect(upload: Upload) -> dict[str, str]:
    """Return role → column, for the roles of `geo.intake.vocabulary.ROLES` that are found."""
    columns = list(upload.cells.columns)
    named: dict[str, str] = {}
    for column in sorted(columns, key=rank_of):
        role = role_of(column)
        if role and role not in named:
            named[role] = column
    if "lon" in named and "lat" in named:
        named.pop("pair", None)
    elif "pair" not in named:
        named = {role: one for role, one in named.items() if role not in {"lon", "lat"}}
    sample = upload.cells.head(SAMPLE)
    for role, column in _by_values(sample, named, shapes=upload.shapes is not None).items():
        named.setdefault(role, column)
    if upload.shapes is not None:
        named = {role: one for role, one in named.items() if role not in {"lon", "lat", "pair"}}
    return {role: named[role] for role in ROLES if role in named}


def _by_values(sample: DataFrame, named: Mapping[str, str], *, shapes: bool) -> dict[str, str]:
    free = [column for column in sample.columns if column not in named.values()]
    tests = {"industry": _industries, "county": _counties}
    if not shapes and "pair" not in named:
        tests = {"lon": _within(LON), "lat": _within(LAT)} | tests
    found: dict[str, str] = {}
    for role, test in tests.items():
        if role in named:
            continue
        fits = {column: test(sample[column]) for column in free}
        best = max(fits, key=lambda column: fits[column], default=None)
        if best is not None and fits[best] >= ENOUGH:
            found[role] = best
            free.remove(best)
    if "name" not in named and (text := [one for one in free if _wordy(sample[one])]):
        found["name"] = text[0]
    return found


def _within(ends: tuple[float, float]):  # type: ignore[no-untyped-def]  # noqa: ANN202
    def share(values: Series) -> float:
        numbers = pd.to_numeric(values[values != ""], errors="coerce")
        return float(numbers.between(*ends).mean()) if len(numbers) else 0.0

    return share


def _industries(values: Series) -> float:
    known = values[values != ""].drop_duplicates()
    exact = [match(one).how in {"name", "alias"} for one in known]
    return sum(exact) / len(exact) if exact else 0.0


def _counties(values: Series) -> float:
    known = values[values != ""].drop_duplicates()
    return sum(county_of(one) is not None for one in known) / len(known) if len(known) else 0.0


def _wordy(values: Series) -> bool:
    known = values[values != ""]
    numbers = pd.to_numeric(known, errors="coerce")
    return bool(len(known)) and float(numbers.isna().mean()) >= ENOUGH
