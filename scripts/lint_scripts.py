"""Check what the browser runs: form and habits by biome, types by TypeScript's compiler."""

from __future__ import annotations

import subprocess
import sys

from scripts.node import find_node
from scripts.processes import ROOT

PROGRAMS = (
    ("node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."),
    ("node_modules/typescript/bin/tsc", "--project", "."),
)


def main() -> int:
    """Run each program to the first that finds a fault."""
    for program in PROGRAMS:
        status = subprocess.run([find_node(), *program], cwd=str(ROOT), check=False).returncode
        if status:
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main())
