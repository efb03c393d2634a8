"""What is known and what is not, counted on the real tables and on one made by hand."""

import pandas as pd
import pytest

from geo import quality
from geo.models import TABLES
from geo.tables import load_table


@pytest.mark.parametrize("name", TABLES)
def test_each_cell_is_filled_or_empty(name: str) -> None:
    found = quality.measure_coverage(name)
    assert found.column.tolist() == load_table(name).columns.tolist()
    assert ((found["filled"] + found["empty"]) == len(load_table(name))).all()
    assert found.share.between(0, 1).all()


def test_an_empty_list_says_nothing_and_zero_something() -> None:
    held = pd.DataFrame({"a": [("x",), ()], "b": [None, "y"], "c": [0.0, float("nan")]})
    found = quality.measure_fill(held).set_index("column")
    assert found.filled.to_dict() == {"a": 1, "b": 1, "c": 1}
    assert found.share.to_dict() == {"a": 0.5, "b": 0.5, "c": 0.5}


def test_parks_are_counted_as_the_page_counts_them() -> None:
    parks = load_table("parks")
    found = quality.describe_layers().set_index("layer")
    verified = parks[parks.status == "verified"]
    assert found.features["parks"] == len(verified)
    assert found.unverified["parks"] == len(parks) - len(verified)
    assert found.approximate["parks"] == (verified.location_precision != "site").sum()
    assert found.placeless["brands"] == load_table("brands").place.isna().sum()
    assert found.approximate.isna()["counties"]


def test_documents_are_counted_by_table() -> None:
    found = quality.count_documents()
    assert found.index.tolist() == load_table("policies").id.tolist()
    assert found.specialities.sum() == len(load_table("specialities"))
    assert found.loc["belts-2013", "belts"] == 4


def test_the_data_is_sound() -> None:
    assert quality.list_problems() == ()
