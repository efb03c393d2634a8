"""`python -m benchmarks [case…]`: measure, print, and keep the results."""

from __future__ import annotations

import argparse
from importlib import import_module

from benchmarks.report import RESULTS, save

#: Modules of this package with a function `run(repeat: int) -> Section`.
CASES = ("explore", "planner", "siting", "intake", "drag", "tasks")
REPEAT = 15


def main() -> None:
    """Run the cases that are named, else all."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("cases", nargs="*", metavar="case", help=", ".join(CASES))
    parser.add_argument("--repeat", type=int, default=REPEAT, help="timed repetitions")
    asked = parser.parse_args()
    for wrong in [one for one in asked.cases if one not in CASES]:
        parser.error(f"unknown case {wrong!r}; known: {', '.join(CASES)}")
    for name in asked.cases or CASES:
        section = import_module(f"benchmarks.{name}").run(asked.repeat)
        print(section.markdown() + "\n", flush=True)
        save(section)
    print(f"-> {RESULTS.parent.name}/{RESULTS.name}")


if __name__ == "__main__":
    main()
