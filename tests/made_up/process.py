"""Runs tests in a process of their own, in which the made-up layer is one of the atlas's."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from geo.paths import DATA, ROOT

FOLDER = Path(__file__).parent


def run_beside_depots(tests: str, folder: Path) -> None:
    """Run a file of this folder with the facts and the table of depots; all must pass."""
    data = folder / "data"
    shutil.copytree(DATA, data)
    shutil.copy(FOLDER / "depots.csv", data)
    environment = {name: text for name, text in os.environ.items() if "PYTEST" not in name}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "depots"]
    done = subprocess.run(
        [*command, f"tests/made_up/{tests}"],
        cwd=ROOT,
        env={**environment, "ATLAS_DATA": str(data), "PYTHONPATH": str(FOLDER)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
