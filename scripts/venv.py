"""The environment `.venv`: made, filled, and mended when something in it is broken."""

from __future__ import annotations

import json
import shutil
from typing import Any

from scripts.messages import SetupError, say
from scripts.processes import ROOT, Outcome, install_with_apt, run
from scripts.pythons import NEW_ENOUGH, find_python
from scripts.stamps import digest, read_json, write_stamp

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "installed.json"
# pip may be upgraded or replaced by its user; that changes nothing for the app.
TOOLS = ("pip==", "setuptools==", "wheel==")


def ensure_packages(*files: str) -> None:
    """See to it that `.venv` holds exactly what requirement files ask for, each file intact.

    Parameters
    ----------
    *files
        Names of requirement files at the root of the repository.

    Raises
    ------
    SetupError
        When pip cannot reach its index, or fails for another reason.
    """
    if not _is_usable():
        _make()
    stamp = read_json(STAMP)
    known: dict[str, str] = stamp.get("files", {})
    wanted = {name: digest(ROOT / name) for name in files}
    state = _state()
    gone = set(stamp.get("installed", [])) - set(state["installed"])
    if not gone and not state["damaged"] and wanted.items() <= known.items():
        return
    # What was installed for the tests stays pinned when only the app asks.
    every = sorted(set(files) | {name for name in known if (ROOT / name).is_file()})
    if gone or any(known.get(name) != sha for name, sha in wanted.items()):
        _install(every)
        state = _state()
    if state["damaged"]:
        state = _repair(state["damaged"])
    write_stamp(
        STAMP,
        {
            "files": {name: digest(ROOT / name) for name in every},
            "installed": [name for name in state["installed"] if not name.startswith(TOOLS)],
        },
    )


def pip(*arguments: str) -> Outcome:
    """Run the pip of `.venv`, quietly and without waiting long for a dead network."""
    options = ["--disable-pip-version-check", "--no-input", "--retries", "2"]
    return run([str(PYTHON), "-m", "pip", *arguments, *options])


def _is_usable() -> bool:
    return run([str(PYTHON), "-c", "import pip; " + NEW_ENOUGH]).ok


def _make() -> None:
    python = find_python()
    say("making-venv", python=python)
    if VENV.is_dir() and not VENV.is_symlink():
        shutil.rmtree(str(VENV))
    outcome = run([python, "-m", "venv", str(VENV)])
    if not outcome.ok and install_with_apt("python3-venv").ok:
        outcome = run([python, "-m", "venv", "--clear", str(VENV)])
    if not outcome.ok:
        raise SetupError("no-venv-module", python=python, detail=outcome.tail)


def _install(files: list[str]) -> None:
    say("installing")
    outcome = pip("install", "--prefer-binary", *[part for name in files for part in ("-r", name)])
    if not outcome.ok:
        key = "pip-offline" if outcome.offline else "pip-failed"
        raise SetupError(key, files=", ".join(files), detail=outcome.tail)


def _repair(damaged: list[str]) -> dict[str, Any]:
    names = ", ".join(damaged)
    say("repairing", names=names)
    outcome = pip("install", "--prefer-binary", "--ignore-installed", "--no-deps", *damaged)
    if not outcome.ok:
        key = "pip-offline" if outcome.offline else "pip-failed"
        raise SetupError(key, files=names, detail=outcome.tail)
    state = _state()
    if state["damaged"]:
        raise SetupError("still-damaged", names=", ".join(state["damaged"]))
    return state


def _state() -> dict[str, Any]:
    outcome = run([str(PYTHON), "-W", "ignore", "-m", "scripts.installed"])
    if not outcome.ok:
        raise SetupError("still-damaged", names=outcome.tail.strip())
    state: dict[str, Any] = json.loads(outcome.output)
    return state
