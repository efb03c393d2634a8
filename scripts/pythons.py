"""Find a Python that is new enough."""

from __future__ import annotations

import platform
import shutil

from scripts.messages import SetupError
from scripts.processes import run

OLDEST = (3, 11)
NAMES = ("python3.14", "python3.13", "python3.12", "python3.11", "python3")
NEW_ENOUGH = f"import sys; sys.exit(sys.version_info < {OLDEST})"
COMPLETE = "import ensurepip, venv; " + NEW_ENOUGH


def find_python() -> str:
    """Return the path of a Python from 3.11 on, one that can make environments if there is one.

    Each candidate is run: the shims of version managers exist for versions that do not.

    Raises
    ------
    SetupError
        When every Python of this machine is too old.
    """
    found = [path for path in map(shutil.which, NAMES) if path]
    for probe in (COMPLETE, NEW_ENOUGH):
        for path in found:
            if run([path, "-c", probe]).ok:
                return path
    raise SetupError("python-too-old", version=platform.python_version())
