"""Say what is installed in the environment of the Python that runs this, and what is damaged.

An interrupted pip, a full disk or a helpful clean-up tool leaves packages that pip believes in
and that do not work. Each package lists its files with their sizes; this compares.
"""

from __future__ import annotations

import json
from importlib.metadata import Distribution, distributions
from pathlib import Path


def is_damaged(package: Distribution) -> bool:
    """Return whether a file of the package is missing or has another size."""
    if package.files is None:
        return True
    return any(
        not is_whole(Path(str(file.locate())), file.size)
        for file in package.files
        if file.suffix != ".pyc"  # Python makes these again by itself
    )


def is_whole(path: Path, size: int | None) -> bool:
    """Return whether a file is there and, where a size is on record, has it."""
    try:
        return size in (None, path.stat().st_size)
    except OSError:
        return False


def main() -> None:
    """Print the packages as JSON."""
    packages = {f"{p.name}=={p.version}": p for p in distributions() if p.name}
    damaged = sorted(name for name, package in packages.items() if is_damaged(package))
    print(json.dumps({"installed": sorted(packages), "damaged": damaged}))


if __name__ == "__main__":
    main()
