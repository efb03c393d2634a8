"""What is known and what is not, counted on the real tables and on one made by hand."""

import pandas as pd
import pytest

from geo import quality
from geo.models import TABLES
from geo.tables import table


@pytest.mark.parametrize("name", TABLES)
def test_each_cell_is_filled_or_empty(name: str) -> None:
    found = quality.coverage(name)
    assert found.column.tolist() == table(name).columns.tolist()
    assert ((found["filled"] + found["empty"]) == len(table(name))).all()
    assert found.share.between(0, 1).all()


def test_an_empty_list_says_nothing_and_zero_something() -> None:
    held = pd.DataFrame({"a": [("x",), ()], "b": [None, "y"], "c": [0.0, float("nan")]})
    found = quality.fill(held).set_index("column")
    assert found.filled.to_dict() == {"a": 1, "b": 1, "c": 1}
    assert found.share.to_dict() == {"a": 0.5, "b": 0.5, "c": 0.5}


def test_parks_are_counted_as_the_page_counts_them() -> None:
    parks = table("parks")
    found = quality.layers().set_index("layer")
    verified = parks[parks.status == "verified"]
    assert found.features["parks"] == len(verified)
    assert found.unverified["parks"] == len(parks) - len(verified)
    assert found.approximate["parks"] == (verified.location_precision != "site").sum()
    assert found.placeless["brands"] == table("brands").place.isna().sum()
    assert found.approximate.isna()["counties"]


def test_documents_are_counted_by_table() -> None:
    found = quality.documents()
    assert found.index.tolist() == table("policies").id.tolist()
    assert found.specialities.sum() == len(table("specialities"))
    assert found.loc["belts-2013", "belts"] == 4


def test_the_data_is_sound() -> None:
    assert quality.problems() == ()
