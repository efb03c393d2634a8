"""What the rules judge: every table that can be read, with the addresses of its rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.errors import DataError, Problem
from geo.models import TABLES, find_key
from geo.paths import DATA, display_path
from geo.tables import Located, Read, read_rows


@dataclass(frozen=True)
class Facts:
    """Every table that can be read, with the folder it came from."""

    folder: Path
    tables: dict[str, Read]

    def each(self, table: str) -> Iterator[tuple[Located, Any]]:
        """Iterate over a table's valid rows, located and bare."""
        rows = self.tables[table].rows if table in self.tables else []
        return ((item, item.row) for item in rows)

    def written(self, table: str) -> set[str] | None:
        """Return the keys of a table's rows as written, so that a faulty row still has its key.

        None when the table cannot be read: then nothing can be said of what is in it.
        """
        if table not in self.tables:
            return None
        names = find_key(table).split("+")
        records = self.tables[table].records
        return {" ".join(record[name] or "" for name in names) for record in records}

    def sound(self, *tables: str) -> bool:
        """Return whether every row of these tables is valid, so that counting them makes sense."""
        return all(name in self.tables and not self.tables[name].problems for name in tables)

    def problem(self, table: str, line: int | None, field: str, message: str) -> Problem:
        """Return a problem of a table, with its address."""
        return Problem(display_path(self.folder / f"{table}.csv"), line, field, message)


def read_facts(folder: Path = DATA) -> tuple[Facts, list[Problem]]:
    """Read every table; return what can be read and every fault of form."""
    tables: dict[str, Read] = {}
    problems: list[Problem] = []
    for name, model in TABLES.items():
        try:
            tables[name] = read_rows(folder / f"{name}.csv", model)
            problems += tables[name].problems
        except DataError as error:
            problems += error.problems
    return Facts(folder, tables), problems
