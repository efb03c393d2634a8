"""Targets in common units, and which phrases and discrepancies belong to which document."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import targets
from geo.models import TABLES, Stated
from geo.tables import load_table


@pytest.mark.parametrize(
    ("value", "unit", "wanted"),
    [
        (1.7, "cny_1t", (17_000, "cny_100m")),  # 1.7 × 10¹² = 17,000 × 10⁸
        (2, "cny_1t", (20_000, "cny_100m")),
        (1000, "cny_100m", (1000, "cny_100m")),
        (35.4, "percent", (35.4, "percent")),
        (7, "percent_per_year", (7, "percent")),
        (162, "count", (162, "count")),
    ],
)
def test_common_units(value: float, unit: str, wanted: tuple[float, str]) -> None:
    assert targets.to_common_unit(value, unit) == wanted


def test_a_missing_value_stays_missing() -> None:
    value, unit = targets.to_common_unit(math.nan, "cny_1t")
    assert math.isnan(value)
    assert unit == "cny_100m"


@given(st.floats(0, 1e6), st.sampled_from(list(targets.CNY_100M)))
def test_money_keeps_its_order(value: float, unit: str) -> None:
    assert targets.to_common_unit(value, unit)[0] <= targets.to_common_unit(value + 1, unit)[0]


def test_the_clusters_add_up_as_the_document_has_it() -> None:
    assert targets.target_series(targets.TIERS).value.sum() == 162
    assert targets.target_series(targets.CATEGORIES).value.sum() == 160
    assert len(targets.target_series(targets.CATEGORIES)) == 13


def test_a_range_has_both_bounds_in_common_units() -> None:
    rows = targets.load_targets().set_index("id")
    one = rows.loc["sme-clusters-2006-clusters-per-county"]
    assert (one.common_value, one.common_max, one.common_unit) == (1, 2, "count")


def test_the_undated_document_sets_no_target() -> None:
    assert targets.select_targets(("characteristic-parks",), (), None).empty


def test_filters_narrow_one_another() -> None:
    rows = targets.select_targets(("belts-2013",), (2017,), "cny_100m")
    assert rows.id.tolist() == ["belts-2013-output"]
    assert len(targets.select_targets((), (), None)) == len(load_table("targets"))
    known = sum(len(targets.select_targets((), (), unit)) for unit in targets.COMMON)
    assert known == load_table("targets").value.notna().sum()


def test_years_end_with_the_unnamed() -> None:
    assert targets.target_years() == (2006, 2010, 2017, 2020, 2021, 0)


def test_every_phrase_of_every_table_is_there_once() -> None:
    found = targets.list_quotations()
    quoted = {name for name, model in TABLES.items() if issubclass(model, Stated)}
    assert set(targets.QUOTED) == quoted
    assert len(found) == sum(len(load_table(name)) for name in quoted)
    assert not found[["document", "section", "phrase", "name_zh", "name_en"]].isna().any(axis=None)
    assert (found.status == "disputed").sum() == (
        load_table("specialities").status == "disputed"
    ).sum()


def test_discrepancies_of_a_document() -> None:
    ids = set(targets.find_discrepancies(("belts-2013",)).id)
    assert "clusters-162-or-160" in ids
    assert "rail-buses" not in ids
    pd.testing.assert_frame_equal(targets.find_discrepancies(), load_table("discrepancies"))
