"""Where files live."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
BUILT = DATA / "built"
LOCALES = ROOT / "locales"


def shown(path: Path) -> str:
    """Return `path` as a reader of the repository would write it."""
    try:
        return path.resolve().relative_to(ROOT).as_posix()
    except ValueError:
        return path.as_posix()
