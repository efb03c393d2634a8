"""What a case found: a table and aims, printed and kept in results.md."""

from __future__ import annotations

import datetime
import os
import platform
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from statistics import median, quantiles

RESULTS = Path(__file__).parent / "results.md"
PACKAGES = ("streamlit", "streamlit-folium", "folium", "geopandas", "pandas")
TOP = """# Benchmarks

Made by `make bench`; a case that was not run keeps its last section. Times depend on the machine
and on what else it does: compare those of one section, which were taken in turns in one run.
"""


@dataclass(frozen=True)
class Aim:
    """What was aimed at, and what came out."""

    aim: str
    found: str
    met: bool


@dataclass(frozen=True)
class Section:
    """What one case found.

    Attributes
    ----------
    title
        Heading; stable, since it decides which section of results.md is replaced.
    header, rows
        The table.
    aims
        Aims with their outcome; may be empty.
    method
        How it was measured, a few sentences of Markdown.
    versions
        Programs besides Python and `PACKAGES` that matter, with their versions.
    """

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    method: str
    aims: Sequence[Aim] = ()
    versions: Sequence[str] = field(default_factory=tuple)

    def markdown(self) -> str:
        """Return the section as Markdown."""
        aims = [f"- {_met(one)}: {one.aim}; measured {one.found}." for one in self.aims]
        parts = [f"## {self.title}", machine(self.versions), table(self.header, self.rows)]
        return "\n\n".join([*parts, *(["\n".join(aims)] if aims else []), self.method])


def _met(one: Aim) -> str:
    return "met" if one.met else "**missed**"


def machine(more: Sequence[str] = ()) -> str:
    """Return the day, the machine and the versions, in one line."""
    versions = [f"{name} {version(name)}" for name in PACKAGES]
    parts = [
        datetime.datetime.now(datetime.UTC).date().isoformat(),
        f"{os.cpu_count()} cores ({platform.system()} {platform.machine()})",
        f"load {os.getloadavg()[0]:.1f} at the end",
        f"Python {platform.python_version()}",
    ]
    return ", ".join([*parts, *versions, *more]) + "."


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table; all columns but the first are numbers."""
    lines = [header, ["---", *["---:"] * (len(header) - 1)], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def spread(values: Sequence[float], unit: str) -> str:
    """Return the median and the range in which nine of ten values lie."""
    tenths = quantiles(values, n=20, method="inclusive")
    return f"{median(values):,.0f} {unit} ({tenths[0]:,.0f}–{tenths[-1]:,.0f})"


def save(section: Section, path: Path = RESULTS) -> None:
    """Put a section into the results; sections of other titles stay."""
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    held = dict(re.findall(r"(?ms)^## (.+?)\n(.*?)(?=^## |\Z)", before))
    held[section.title] = section.markdown().split("\n", 1)[1]
    parts = [TOP, *(f"## {title}\n\n{text.strip()}\n" for title, text in held.items())]
    path.write_text("\n".join(parts), encoding="utf-8")
