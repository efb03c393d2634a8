"""Adding a layer: a table, its model, one record and one look, and it is everywhere.

A layer that is not in the atlas enters by the same door as a real one (`tests/made_up/depots.py`),
in a process of its own, so that nothing of it stays behind.
"""

from pathlib import Path

from tests.made_up.process import run_beside_depots


def test_a_layer_of_one_record_is_everywhere(tmp_path: Path) -> None:
    run_beside_depots("everywhere.py", tmp_path)
