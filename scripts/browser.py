"""Find a Chromium for the browser tests, or install one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Iterator

from scripts.messages import SetupError, say
from scripts.processes import install_with_apt, run
from scripts.venv import PYTHON

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPLICATIONS = ("Google Chrome", "Chromium")
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    # Nothing but the app can be reached, so whatever asks for more is seen to fail.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)


def browser_flags() -> list[str]:
    """Return the flags a test browser starts with."""
    # Chromium's sandbox refuses to start for root, as in most containers.
    return [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else list(FLAGS)


def find_browser() -> str | None:
    """Return the path of a Chromium or Chrome that runs, or None.

    Raises
    ------
    SetupError
        When CHROMIUM names one that does not run.
    """
    chosen = os.environ.get("CHROMIUM")
    if chosen and not _runs(chosen):
        raise SetupError("bad-browser", path=chosen)
    return chosen or next(filter(_runs, _candidates()), None)


def ensure_browser() -> str:
    """Return the path of a browser, installing one when there is none.

    Raises
    ------
    SetupError
        When there is none and none can be installed.
    """
    found = find_browser()
    if found:
        return found
    say("installing-browser")
    detail = ""
    if install_with_apt("chromium").ok:
        found = find_browser()
    if not found:
        detail = run([str(PYTHON), "-m", "playwright", "install", "chromium"]).tail
        found = find_browser()
    if not found:
        raise SetupError("no-browser", detail=detail)
    return found


def _runs(path: str) -> bool:
    # Ubuntu's chromium-browser is a stub that only says where to get the real one.
    return run([path, "--version"]).ok


def _candidates() -> Iterator[str]:
    for name in NAMES:
        path = shutil.which(name)
        if path:
            yield path
    for home in (Path("/Applications"), Path.home() / "Applications"):
        for name in APPLICATIONS:
            program = home / (name + ".app") / "Contents" / "MacOS" / name
            if program.is_file():
                yield str(program)
    yield from _from_playwright()


def _from_playwright() -> Iterator[str]:
    places = (Path.home() / ".cache", Path.home() / "Library" / "Caches")
    chosen = os.environ.get("PLAYWRIGHT_BROWSERS_PATH", "")
    folders = [Path(chosen)] if chosen else [place / "ms-playwright" for place in places]
    for folder in folders:
        for pattern in (
            "chromium-*/chrome-linux*/chrome",
            "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
        ):
            for path in sorted(folder.glob(pattern), reverse=True):
                yield str(path)
