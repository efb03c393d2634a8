"""The documents' targets, each in its own unit and in a common one.

Common units: `cny_100m` (CNY 100 million), `percent`, `count`. A target in words has none.
"""

from collections.abc import Mapping
from functools import cache

import pandas as pd
from pandas import DataFrame, Series

from geo.tables import load_table

CNY_100M: Mapping[str, float] = {"cny_100m": 1.0, "cny_1t": 10_000.0}
COMMON = ("cny_100m", "percent", "count")
TOTAL, CATEGORIES, TIERS = "clusters-2017", "clusters-2017-by-category", "clusters-2017-by-output"
SALES = "clusters-2020-by-sales"
#: The tables whose rows are quotations of documents.
QUOTED = (
    "belts",
    "areas",
    "specialities",
    "clusters",
    "brands",
    "targets",
    "incentives",
    "requirements",
    "measures",
    "institutions",
)


def to_common_unit(value: float, unit: str | None) -> tuple[float, str | None]:
    """Return a value in its common unit; 1.7 `cny_1t` is 17,000 `cny_100m`.

    A missing value stays missing.
    """
    if unit is not None and unit in CNY_100M:
        return round(value * CNY_100M[unit], 8), "cny_100m"
    return value, "percent" if unit == "percent_per_year" else unit


@cache
def load_targets() -> DataFrame:
    """Return every target with its common_value, common_max and common_unit."""
    rows = load_table("targets")
    common = {
        column: [to_common_unit(*pair) for pair in zip(rows[column], rows.unit, strict=True)]
        for column in ("value", "value_max")
    }
    return rows.assign(
        common_value=[value for value, _ in common["value"]],
        common_max=[value for value, _ in common["value_max"]],
        common_unit=[unit for _, unit in common["value"]],
    )


def target_series(name: str) -> DataFrame:
    """Return the rows of one series of targets."""
    rows = load_targets()
    return rows[rows.series == name]


def select_targets(
    documents: tuple[str, ...], years: tuple[int, ...], unit: str | None
) -> DataFrame:
    """Return the targets of documents, years and a common unit; nothing chosen means all.

    The year 0 stands for rows that name no year.
    """
    rows = load_targets()
    keep = Series(True, index=rows.index)
    if documents:
        keep &= rows.document.isin(documents)
    if years:
        keep &= rows.year.fillna(0).astype(int).isin(years)
    if unit:
        keep &= rows.common_unit == unit
    return rows[keep]


def target_years() -> tuple[int, ...]:
    """Return the years that targets are set for, ascending; 0 last for those without."""
    stated_years = sorted({int(year) for year in load_table("targets").year.dropna()})
    return (*stated_years, 0)


@cache
def list_quotations() -> DataFrame:
    """Return every phrase of a document that the atlas uses.

    Columns: table, id, document, section, place_phrase, phrase, name_zh, name_en, status; the
    names say what the phrase is evidence of.
    """
    industries = load_table("industries").set_index("id")
    specialities = load_table("specialities")
    frames = {name: load_table(name) for name in QUOTED} | {
        "specialities": specialities.assign(
            name_zh=specialities.industry.map(industries.name_zh),
            name_en=specialities.industry.map(industries.name_en),
        ),
        "targets": load_table("targets").rename(
            columns={"indicator_zh": "name_zh", "indicator_en": "name_en"}
        ),
    }
    columns = ["table", "id", "document", "section", "place_kind", "place", "place_phrase"]
    columns += ["phrase", "name_zh", "name_en", "status", "note_zh", "note_en"]
    quotations = pd.concat(
        [frame.assign(table=name) for name, frame in frames.items()], ignore_index=True
    )
    quotations = quotations.reindex(columns=columns)
    return quotations.assign(status=quotations.status.fillna("stated"))


def find_discrepancies(documents: tuple[str, ...] = ()) -> DataFrame:
    """Return the recorded discrepancies that touch one of `documents`; none given means all."""
    rows = load_table("discrepancies")
    if not documents:
        return rows
    return rows[rows.documents.map(lambda ids: not set(documents).isdisjoint(ids))]
