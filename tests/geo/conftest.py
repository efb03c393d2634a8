"""What the tests of the domain share: a copy of the facts that may be damaged."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from geo.check import find_problems
from geo.check.facts import read_facts
from geo.check.rules import RULES
from geo.errors import Problem
from geo.paths import DATA


class Copy:
    """A copy of `data/`, with the few ways in which a test damages it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(DATA, folder)

    def path(self, name: str) -> Path:
        return self.folder / (name if "." in name else f"{name}.csv")

    def change(self, name: str, change: Callable[[str], str]) -> None:
        """Rewrite a file; the change must be one."""
        path = self.path(name)
        before = path.read_text("utf-8")
        after = change(before)
        assert after != before
        path.write_text(after, "utf-8")

    def swap(self, name: str, old: str, new: str) -> None:
        """Replace the first `old` of a file."""
        self.change(name, lambda text: text.replace(old, new, 1))

    def put(self, table: str, line: int, **cells: str) -> None:
        """Put cells into the row that stands on a line of a table."""
        with self.path(table).open(encoding="utf-8", newline="") as source:
            header, *rows = csv.reader(source)
        for column, value in cells.items():
            rows[line - 2][header.index(column)] = value
        self._write(table, [header, *rows])

    def drop(self, table: str, gone: Callable[[dict[str, str]], bool]) -> None:
        """Remove the rows of which `gone` holds."""
        with self.path(table).open(encoding="utf-8", newline="") as source:
            header, *rows = csv.reader(source)
        kept = [row for row in rows if not gone(dict(zip(header, row, strict=True)))]
        assert len(kept) < len(rows)
        self._write(table, [header, *kept])

    def _write(self, table: str, rows: list[list[str]]) -> None:
        with self.path(table).open("w", encoding="utf-8", newline="") as target:
            csv.writer(target, lineterminator="\n").writerows(rows)

    def _table_faults(self) -> list[Problem]:
        read, problems = read_facts(self.folder)
        problems += [fault for rule in RULES for fault in rule(read, str)]
        return sorted(problems, key=lambda fault: (fault.file, fault.line or 0, fault.field))

    def line(self, table: str, **cells: str) -> int:
        """Return the line of the first row that has these cells."""
        with self.path(table).open(encoding="utf-8", newline="") as source:
            for number, row in enumerate(csv.DictReader(source), start=2):
                if cells.items() <= row.items():
                    return number
        raise LookupError(cells)

    def faults(self, layers: bool = True) -> list[str]:
        """Return every fault found, as `file:line field`; each must say what to do.

        Without `layers` only the tables are checked, which is quicker.
        """
        problems = find_problems(self.folder) if layers else self._table_faults()
        assert all("; " in problem.message for problem in problems), problems
        root = self.folder.as_posix() + "/"
        return [str(problem).partition(": ")[0].removeprefix(root) for problem in problems]


@pytest.fixture
def facts(tmp_path: Path) -> Copy:
    """A copy of the facts."""
    return Copy(tmp_path / "data")
