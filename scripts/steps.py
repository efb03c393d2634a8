"""The steps of check, test and build: to the first stage that fails, one summary."""

from __future__ import annotations

import os
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import NamedTuple, Tuple

from scripts.messages import say, text
from scripts.processes import ROOT, run
from scripts.venv import PYTHON

Stage = Tuple[str, ...]  # steps that run side by side

LINT = ("ruff check .", "ruff format --check .", "mypy", "scripts.lint_scripts", "geo check")
# As many workers as cores, but no more browsers than a small memory holds.
PYTEST = "pytest -n auto --maxprocesses 4"
# What opens servers, sessions, browsers or environments takes longer than a quick check may.
SLOW = ("api", "browser", "screens", "test_setup.py")
UNIT_TESTS = PYTEST + " -q" + "".join(" --ignore tests/" + name for name in SLOW)
CHECKS = ((*LINT, UNIT_TESTS),)
# The project is drawn from the layers just built.
BUILDS = (("geo build",), ("layers.qgis",))
TESTS = ((*LINT, "geo build --check"), (PYTEST,))


class Result(NamedTuple):
    """How a step ended: a key of TEXTS, and the seconds it took."""

    outcome: str
    seconds: float


def run_steps(stages: tuple[Stage, ...], environment: dict[str, str], started: float) -> int:
    """Run stages of Python modules with their arguments and print how each step ended.

    Parameters
    ----------
    stages
        Steps, each the name of a module and its arguments. Those of a stage run side by side.
    environment
        Variables added to ours.
    started
        `time.monotonic()` when the command began; its set-up is the first line of the summary.
    """
    results = {"set-up": Result("passed", time.monotonic() - started)}
    for stage in stages:
        if any(result.outcome != "passed" for result in results.values()):
            results.update((step, Result("not-run", 0.0)) for step in stage)
        elif len(stage) == 1:
            results[stage[0]] = _run_alone(stage[0], environment)
        else:
            results.update(_run_side_by_side(stage, environment))
    print()
    say("summary")
    for step, result in results.items():
        name = step.split(" --ignore")[0]
        print(f"  {name:34} {result.seconds:6.1f} s  {text(result.outcome)}")
    print(f"  {'':34} {time.monotonic() - started:6.1f} s", flush=True)
    return 0 if all(result.outcome == "passed" for result in results.values()) else 1


def _run_alone(step: str, environment: dict[str, str]) -> Result:
    """Run a step that prints as it goes."""
    print("\n── " + step, flush=True)
    started = time.monotonic()
    status = stream(_command(step), environment)
    return Result("failed" if status else "passed", time.monotonic() - started)


def _run_side_by_side(stage: Stage, environment: dict[str, str]) -> dict[str, Result]:
    """Run steps at once; print what each says in one piece, when it has ended."""
    started = time.monotonic()
    results = {}
    print("\n" + text("side-by-side", steps=len(stage)), flush=True)
    with ThreadPoolExecutor(len(stage)) as pool:
        running = {pool.submit(run, _command(step), **environment): step for step in stage}
        for future in as_completed(running):
            step, outcome = running[future], future.result()
            print(f"\n── {step}\n{outcome.output.rstrip()}", flush=True)
            seconds = time.monotonic() - started
            results[step] = Result("passed" if outcome.ok else "failed", seconds)
    return {step: results[step] for step in stage}


def _command(step: str) -> list[str]:
    return [str(PYTHON), "-m", *step.split()]


def stream(command: list[str], environment: dict[str, str]) -> int:
    """Run a program that prints for the user itself; return its exit status."""
    return subprocess.run(
        command, cwd=str(ROOT), env=dict(os.environ, **environment), check=False
    ).returncode
