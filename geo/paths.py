"""Where files live: beside this package in the repository, inside it once it is installed."""

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
ROOT = PACKAGE if (PACKAGE / "data").is_dir() else PACKAGE.parent
SHIPPED_DATA = ROOT / "data"
DATA = Path(os.environ.get("ATLAS_DATA") or SHIPPED_DATA)  # an operator's own copy, if any
BUILT = DATA / "built"
LOCALES = ROOT / "locales"
#: The texts of the policy documents, which are not part of the repository.
POLICIES = Path(os.environ.get("ATLAS_POLICIES") or ROOT.parent / "shared" / "policies")


def display_path(path: Path) -> str:
    """Return `path` as a reader of the repository would write it."""
    try:
        return path.resolve().relative_to(ROOT).as_posix()
    except ValueError:
        return path.as_posix()


def replace_file(path: Path, content: bytes) -> None:
    """Write a file; one that is there is replaced only when the new one is complete.

    Raises OSError when it cannot be written; nothing of the attempt is left behind.
    """
    partial = path.with_name(path.name + ".partial")
    try:
        partial.write_bytes(content)
        partial.replace(path)
    except OSError:
        partial.unlink(missing_ok=True)
        raise
