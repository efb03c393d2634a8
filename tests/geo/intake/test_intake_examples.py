"""The examples in the docstrings of the intake run as written."""

import doctest
from types import ModuleType

import pytest

from geo import intake
from geo.intake.judging import coordinate_text, interpretation, row_judgement
from geo.intake.reading import readers


@pytest.mark.parametrize(
    "module", [intake, readers, interpretation, row_judgement, coordinate_text]
)
def test_the_examples_hold(module: ModuleType) -> None:
    results = doctest.testmod(module)
    assert results.attempted
    assert not results.failed
