"""Which column is what: by its heading first, by its values where the heading says nothing."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

import pandas as pd
from pandas import DataFrame, Series

from geo.intake.judging.row_places import find_county
from geo.intake.judging.spellings import match_word
from geo.intake.reading.heading_words import ROLES, find_role, rank_heading
from geo.intake.reading.upload import Upload

SAMPLE = 300  # rows by which a column without a telling heading is judged
ENOUGH = 0.8
POSITION_ROLES = {"lon", "lat", "pair"}
LON, LAT = (118.0, 134.0), (39.0, 48.0)


def detect_columns(upload: Upload) -> dict[str, str]:
    """Return role → column, for the roles of `geo.intake.reading.heading_words.ROLES` it finds."""
    roles = _read_headings(upload.cells.columns)
    has_shapes = upload.shapes is not None
    sample = upload.cells.head(SAMPLE)
    for role, column in _judge_values(sample, roles, has_shapes=has_shapes).items():
        roles.setdefault(role, column)
    if has_shapes:
        roles = {role: column for role, column in roles.items() if role not in POSITION_ROLES}
    return {role: roles[role] for role in ROLES if role in roles}


def _read_headings(columns: Iterable[str]) -> dict[str, str]:
    """Return role → column by the headings; longitude and latitude only as two, or as a pair."""
    roles: dict[str, str] = {}
    for column in sorted(columns, key=rank_heading):
        role = find_role(column)
        if role and role not in roles:
            roles[role] = column
    if "lon" in roles and "lat" in roles:
        roles.pop("pair", None)
    elif "pair" not in roles:
        roles = {role: column for role, column in roles.items() if role not in {"lon", "lat"}}
    return roles


def _judge_values(
    sample: DataFrame, roles: Mapping[str, str], *, has_shapes: bool
) -> dict[str, str]:
    """Return role → column, of roles and columns that no heading has settled, by their values."""
    free = [column for column in sample.columns if column not in roles.values()]
    tests: dict[str, Callable[[Series], float]] = {}
    if not has_shapes and "pair" not in roles:
        tests = {"lon": partial(_share_within, LON), "lat": partial(_share_within, LAT)}
    tests |= {"industry": _share_of_industries, "county": _share_of_counties}
    matches: dict[str, str] = {}
    for role, test in tests.items():
        if role in roles:
            continue
        fits = {column: test(sample[column]) for column in free}
        best = max(fits, key=lambda column: fits[column], default=None)
        if best is not None and fits[best] >= ENOUGH:
            matches[role] = best
            free.remove(best)
    if "name" not in roles:
        worded = (column for column in free if _is_worded(sample[column]))
        if (name := next(worded, None)) is not None:
            matches["name"] = name
    return matches


def _share_within(ends: tuple[float, float], values: Series) -> float:
    numbers = pd.to_numeric(values[values != ""], errors="coerce")
    return float(numbers.between(*ends).mean()) if len(numbers) else 0.0


def _share_of_industries(values: Series) -> float:
    distinct = values[values != ""].drop_duplicates()
    is_exact = [match_word(word).how in {"name", "alias"} for word in distinct]
    return sum(is_exact) / len(is_exact) if is_exact else 0.0


def _share_of_counties(values: Series) -> float:
    distinct = values[values != ""].drop_duplicates()
    counties = [find_county(cell) for cell in distinct]
    return sum(map(bool, counties)) / len(counties) if counties else 0.0


def _is_worded(values: Series) -> bool:
    filled = values[values != ""]
    numbers = pd.to_numeric(filled, errors="coerce")
    return bool(len(filled)) and float(numbers.isna().mean()) >= ENOUGH
