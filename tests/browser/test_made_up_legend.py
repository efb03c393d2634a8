"""A layer that was added by one record is in the legend and on the map."""

from pathlib import Path

from tests.made_up.process import run_beside_depots


def test_a_layer_of_one_record_is_in_the_legend(tmp_path: Path) -> None:
    run_beside_depots("legend.py", tmp_path)
