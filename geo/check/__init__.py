"""Rules across tables and layers; every fault at once, each with its address and remedy."""

from pathlib import Path

from geo.check.built_layers import layers_valid
from geo.check.facts import read_facts
from geo.check.rules import RULES
from geo.errors import Problem
from geo.i18n import shell_language, translator
from geo.paths import DATA

CHECKS = (*RULES, layers_valid)


def find_problems(folder: Path = DATA) -> list[Problem]:
    """Return every fault of the facts in `folder` and of its built layers, by file and line."""
    facts, problems = read_facts(folder)
    say = translator(shell_language())
    for find_faults in CHECKS:
        problems += find_faults(facts, say)
    return sorted(problems, key=lambda problem: (problem.file, problem.line or 0, problem.field))
