"""The commands of the Makefile."""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path
from typing import Callable

from scripts import server
from scripts.browser import ensure_browser
from scripts.bundle import ensure_bundles
from scripts.fonts import ensure_chinese_font
from scripts.messages import SetupError, say, speak_any_encoding, text
from scripts.node import ensure_modules
from scripts.processes import ROOT
from scripts.stamps import only_one_setup
from scripts.steps import BUILDS, CHECKS, TESTS, run_steps, stream
from scripts.venv import PYTHON, ensure_packages

APP = ("requirements-geo.txt", "requirements.txt")
EVERYTHING = (*APP, "requirements-dev.txt", "requirements-build.txt")
MADE = (
    ".venv",
    "build",
    "node_modules",
    "layers/bundles",
    "screenshots",
    "jilin_belt_atlas.egg-info",
    ".setup.lock",
    ".hypothesis",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
)


def main(arguments: list[str]) -> int:
    """Run one command; what the user can mend is told in a sentence, never in a trace."""
    speak_any_encoding()
    name = arguments[0] if arguments else "help"
    try:
        if name not in COMMANDS:
            raise SetupError("unknown-command", name=name)
        return COMMANDS[name]() or 0
    except SetupError as error:
        return _fail(str(error))
    except OSError as error:
        return _fail(text("system", detail=error))
    except KeyboardInterrupt:
        return _fail(text("interrupted"), 130)


def _fail(message: str, status: int = 1) -> int:
    print("\n" + message, file=sys.stderr)
    return status


def set_up(*files: str, browser: bool = False, dev: bool = False) -> dict[str, str]:
    """Install what a command needs; return the environment its programs run in."""
    with only_one_setup():
        ensure_packages(*files)
        ensure_modules(dev)
        ensure_bundles()
        if not browser:
            return {}
        path = ensure_browser()
        ensure_chinese_font()
        return {"CHROMIUM": path}


def run_app() -> int:
    """Install what is missing and serve the app."""
    # Asked first: nobody should wait for an installation to hear that the port is taken.
    host, port = server.listening_place()
    set_up(*APP)
    server.serve(host, port)
    return 0


def test() -> int:
    """Run everything a change has to pass."""
    started = time.monotonic()
    environment = set_up(*EVERYTHING, browser=True, dev=True)
    return run_steps(TESTS, environment, started)


def check() -> int:
    """Run the quick checks: lint, types, data, unit tests."""
    started = time.monotonic()
    return run_steps(CHECKS, set_up(*EVERYTHING, dev=True), started)


def build() -> int:
    """Make data/built/ again from the tables, its QGIS project too."""
    started = time.monotonic()
    return run_steps(BUILDS, set_up(*EVERYTHING), started)


def bench() -> int:
    """Measure speed."""
    if not (ROOT / "benchmarks").is_dir():
        raise SetupError("not-there", path="benchmarks/")
    environment = set_up(*EVERYTHING, browser=True)
    return stream([str(PYTHON), "-m", "benchmarks"], environment)


def screenshots() -> int:
    """Take a picture of every page."""
    environment = set_up(*EVERYTHING, browser=True)
    return stream([str(PYTHON), "-m", "scripts.screenshots"], environment)


def clean() -> int:
    """Remove whatever make has made; facts and built layers stay."""
    caches = [path for path in ROOT.rglob("__pycache__") if ".venv" not in path.parts]
    for path in [ROOT / name for name in MADE] + caches:
        _remove(path)
    return 0


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(str(path))
    elif path.exists() or path.is_symlink():
        path.unlink()


def help_() -> int:
    """List the commands."""
    say("help")
    return 0


COMMANDS: dict[str, Callable[[], int]] = {
    "help": help_,
    "run": run_app,
    "test": test,
    "check": check,
    "build": build,
    "bench": bench,
    "screenshots": screenshots,
    "clean": clean,
}
