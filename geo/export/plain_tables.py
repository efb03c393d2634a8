"""Tables without geometry, each as a file of its own: whole, or what of it bears on one park."""

import json
from collections.abc import Callable
from typing import Any

from pandas import DataFrame

from geo.csvout import csv_bytes
from geo.errors import UnknownId
from geo.export.spreadsheets import flatten_column
from geo.i18n import LANGUAGE_IDS, shell_language, translator
from geo.park_promises import select_incentives, select_requirements
from geo.promise_wording import tell_ground
from geo.retired_ids import renew_id
from geo.store import load_layer
from geo.tables import load_table

#: Tables whose rows bear on a park or not, and how that is found out.
BEARING: dict[str, Callable[[Any], DataFrame]] = {
    "incentives": select_incentives,
    "requirements": select_requirements,
}
#: Format → media type.
FORMATS = {"csv": "text/csv", "json": "application/json"}


def select_table(name: str, park: str | None = None) -> DataFrame:
    """Return a table, one value a cell; with a park what bears, or may bear, on it, and why.

    Columns are those of the table and, with a park, `covers` (whether the text covers it), `named`
    (the clusters that it names there) and `ground` in both languages. Raises UnknownId for a park
    that there is not, and for a table whose rows bear on none.
    """
    return _put_key_first(_select_rows(name, park)).apply(flatten_column)


def _put_key_first(table: DataFrame) -> DataFrame:
    keys = [name for name in ("id", "code", "list") if name in table][:1]
    return table[keys + [name for name in table.columns if name not in keys]]


def _select_rows(name: str, park: str | None) -> DataFrame:
    if park is None:
        return load_table(name)
    if name not in BEARING:
        say = translator(shell_language())
        raise UnknownId(say("Only {tables} bear on a park.").format(tables=", ".join(BEARING)))
    park = renew_id(park)
    parks = load_layer("parks").set_index("id", drop=False)
    if park not in parks.index:
        say = translator(shell_language())
        raise UnknownId(say("There is no park {id!r}.").format(id=park))
    rows = BEARING[name](parks.loc[park])
    grounds = {
        f"ground_{lang}": [tell_ground(row, lang) for row in rows.itertuples()]
        for lang in LANGUAGE_IDS
    }
    return rows.assign(**grounds)


def list_records(table: DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a flat table as JSON takes them; what is unknown is null."""
    known = table.astype(object).where(table.notna(), None)
    return [{str(name): value for name, value in row.items()} for row in known.to_dict("records")]


def write_table(table: DataFrame, kind: str) -> bytes:
    """Return a flat table as a file of a format of FORMATS."""
    if kind == "csv":
        return csv_bytes(table)
    return (json.dumps(list_records(table), ensure_ascii=False, indent=2) + "\n").encode()
