"""Where files live."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("ATLAS_DATA") or ROOT / "data")  # an operator's own copy, if any
BUILT = DATA / "built"
LOCALES = ROOT / "locales"


def display_path(path: Path) -> str:
    """Return `path` as a reader of the repository would write it."""
    try:
        return path.resolve().relative_to(ROOT).as_posix()
    except ValueError:
        return path.as_posix()
