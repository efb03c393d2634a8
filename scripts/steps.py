"""The steps of check, test and build: in this order, to the first failure, one summary."""

from __future__ import annotations

import os
import subprocess
import time

from scripts.messages import say, text
from scripts.processes import ROOT
from scripts.venv import PYTHON

CHECKS = (
    "ruff check .",
    "ruff format --check .",
    "mypy",
    "geo check",
)
# The project is drawn from the layers just built.
BUILDS = ("geo build", "layers.qgis")
TESTS = (*CHECKS, "geo build --check", "pytest")


def run_steps(steps: tuple[str, ...], environment: dict[str, str], started: float) -> int:
    """Run Python modules with their arguments and print how each ended.

    Parameters
    ----------
    steps
        Each the name of a module and its arguments.
    environment
        Variables added to ours.
    started
        `time.monotonic()` when the command began; its set-up is the first line of the summary.
    """
    rows = [("set-up", "passed", time.monotonic() - started)]
    status = 0
    for step in steps:
        if status:
            rows.append((step, "not-run", 0.0))
            continue
        print("\n── " + step, flush=True)
        begun = time.monotonic()
        status = stream([str(PYTHON), "-m", *step.split()], environment)
        rows.append((step, "failed" if status else "passed", time.monotonic() - begun))
    print()
    say("summary")
    for step, outcome, seconds in rows:
        print(f"  {step:24} {seconds:6.1f} s  {text(outcome)}")
    print(f"  {'':24} {time.monotonic() - started:6.1f} s", flush=True)
    return 1 if status else 0


def stream(command: list[str], environment: dict[str, str]) -> int:
    """Run a program that prints for the user itself; return its exit status."""
    return subprocess.run(
        command, cwd=str(ROOT), env=dict(os.environ, **environment), check=False
    ).returncode
