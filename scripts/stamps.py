"""Stamps: written last, kept inside what they vouch for, so they cannot outlive it."""

from __future__ import annotations

import hashlib
import json
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Iterator

from scripts.messages import say
from scripts.processes import ROOT


def digest(path: Path) -> str:
    """Return the SHA-256 of a file, "" when there is none."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def read_json(path: Path) -> dict[str, Any]:
    """Return what a stamp or a lock says; nothing when it is missing or cannot be read."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def write_stamp(path: Path, content: dict[str, Any]) -> None:
    """Write a stamp whole or not at all."""
    half = path.with_name(path.name + ".half")
    half.write_text(json.dumps(content, indent=1, sort_keys=True), encoding="utf-8")
    half.replace(path)


@contextmanager
def only_one_setup() -> Iterator[None]:
    """Let one set-up work at a time; the system frees the lock when its holder dies."""
    import fcntl  # here, so that importing this module needs no Unix

    with (ROOT / ".setup.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("other-setup")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
