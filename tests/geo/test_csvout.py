"""Tables as files for a spreadsheet."""

import csv
from io import StringIO

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from geo.csvout import RISKY, csv_bytes


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))


def test_it_begins_with_a_bom_and_unknown_cells_are_empty() -> None:
    data = csv_bytes(pd.DataFrame({"名称": ["长春", None], "ha": [1.5, None]}))
    assert data.startswith(b"\xef\xbb\xbf")
    assert rows(data) == [["名称", "ha"], ["长春", "1.5"], ["", ""]]


def test_text_that_would_run_is_held_back_and_numbers_are_not() -> None:
    data = csv_bytes(pd.DataFrame({"=a": ["=1+1", "@x"], "n": [-1, 2]}))
    assert rows(data) == [["'=a", "n"], ["'=1+1", "-1"], ["'@x", "2"]]


def test_lists_are_joined() -> None:
    assert rows(csv_bytes(pd.DataFrame({"a": [("x", "y")]})))[1] == ["x;y"]


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\x00")), min_size=1))
def test_no_cell_begins_with_a_sign_that_runs(texts: list[str]) -> None:
    for (cell,) in rows(csv_bytes(pd.DataFrame({"a": texts, "b": 1})[["a"]]))[1:]:
        assert not cell.startswith(RISKY)
