"""One server for all workers of a run: the first that needs it starts it, it ends with the last.

Every user holds a shared lock while it lives, and the keeper of the server waits to have that lock
for itself. The system frees the lock of a user that dies, so a server outlives no run.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, LOCK_SH, flock
from pathlib import Path

import pytest

from scripts.processes import ROOT
from scripts.server import APP, running_server

PATIENCE = 300  # seconds that a start may take; the cores may be shared


def find_shared_folder(factory: pytest.TempPathFactory) -> Path:
    """Return the folder that all workers of this run have in common."""
    folder = factory.getbasetemp()
    return folder.parent if folder.name.startswith("popen-") else folder


@contextmanager
def share_server(folder: Path, script: str = APP[0]) -> Iterator[str]:
    """Yield the address of the server of a script, started by whoever comes first."""
    address = folder / "server.address"
    keeper = None
    with (folder / "server.users").open("a") as users:
        with (folder / "server.start").open("a") as start:
            flock(start, LOCK_EX)
            flock(users, LOCK_SH)
            if not address.exists():
                keeper = start_keeper(folder, script)
        yield address.read_text()
    if keeper is not None:
        keeper.communicate()


def start_keeper(folder: Path, script: str) -> subprocess.Popen[bytes]:
    """Start the process that keeps the server; return when the server answers."""
    log = folder / "server.log"
    # By its path: a package that somebody else installs may be called `tests` too.
    keeper = subprocess.Popen(
        [sys.executable, "-P", __file__, str(folder), script],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    assert keeper.stdout is not None
    if not keeper.stdout.readline():
        keeper.communicate()
        raise RuntimeError(log.read_text("utf-8", "replace"))
    return keeper


def keep_server(folder: Path, script: str) -> None:
    """Run a server until nobody uses it."""
    address = folder / "server.address"
    with running_server(folder / "server.log", PATIENCE, (script,)) as url:
        address.write_text(url)
        print(url, flush=True)
        with (folder / "server.users").open("a") as users:
            flock(users, LOCK_EX)
            address.unlink()


if __name__ == "__main__":
    keep_server(Path(sys.argv[1]), sys.argv[2])
