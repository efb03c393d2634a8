"""Where files live: beside this package in the repository, inside it once it is installed."""

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
ROOT = PACKAGE if (PACKAGE / "data").is_dir() else PACKAGE.parent
SHIPPED_DATA = ROOT / "data"
DATA = Path(os.environ.get("ATLAS_DATA") or SHIPPED_DATA)  # an operator's own copy, if any
BUILT = DATA / "built"
LOCALES = ROOT / "locales"


def display_path(path: Path) -> str:
    """Return `path` as a reader of the repository would write it."""
    try:
        return path.resolve().relative_to(ROOT).as_posix()
    except ValueError:
        return path.as_posix()
