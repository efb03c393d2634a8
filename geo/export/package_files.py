"""What travels with a file so that it explains itself: data package, sources, a page to read."""

import csv
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from pathlib import PurePath
from typing import Any

import pandas as pd
from pandas import DataFrame, Series

from geo import datapackage
from geo.i18n import Language, pick, translator
from geo.tables import load_table


def build_package(
    name: str,
    title: str,
    description: str,
    version: str,
    licence: str,
    used: Iterable[str],
    resources: Sequence[Mapping[str, Any]],
) -> bytes:
    """Return a `datapackage.json`.

    Parameters
    ----------
    name, title, description, version
        Of the package; `name` is written after that of the atlas.
    licence
        Names of `geo.datapackage.LICENCES`, joined with AND.
    used
        Sources, keys of `geo.datapackage.SOURCES`.
    resources
        The files, or the layers of one file.
    """
    described = {
        "profile": "data-package",
        "name": f"jilin-belt-atlas-{name}",
        "title": title,
        "description": description,
        "version": version,
        "licenses": list_licences(licence),
        "sources": [datapackage.SOURCES[name] for name in used],
        "resources": resources,
    }
    return (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode()


def list_licences(expression: str) -> list[dict[str, str]]:
    """Return the licences that an expression joins with AND, as a data package names them.

    >>> [licence["name"] for licence in list_licences("CC-BY-4.0 AND ODbL-1.0")]
    ['CC-BY-4.0', 'ODbL-1.0']
    """
    licences = {licence["name"]: licence for licence in datapackage.LICENCES}
    return [licences[name] for name in expression.split(" AND ")]


def describe_file(path: str, media_type: str, data: bytes) -> dict[str, Any]:
    """Return what a data package says of a file: its place, kind, size and checksum."""
    return {
        "path": path,
        "profile": "data-resource",
        "format": PurePath(path).suffix.removeprefix("."),
        "mediatype": media_type,
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
    }


def describe_fields(table: DataFrame, names: Sequence[str]) -> list[dict[str, str]]:
    """Return the columns of a table with the meaning that the models of `names` give them."""
    meanings: dict[str, str] = {}
    for name in reversed(names):
        meanings |= datapackage.column_meanings(name)
    return [
        {"name": name, "type": _type(table[name])}
        | ({"description": meanings[name]} if name in meanings else {})
        for name in table.columns
    ]


def _type(values: Series) -> str:
    if pd.api.types.is_bool_dtype(values):
        return "boolean"
    if pd.api.types.is_integer_dtype(values):
        return "integer"
    return "number" if pd.api.types.is_float_dtype(values) else "string"


def render_sources(listed: Iterable[str], frames: Iterable[DataFrame]) -> bytes:
    """Return where rows come from as CSV: kind, title, place; sources, documents and pages."""
    cited: set[str] = set()
    pages: set[str] = set()
    for frame in frames:
        cited |= set(frame["document"].dropna()) if "document" in frame else set()
        cited |= {document for cell in frame.get("documents", ()) for document in cell}
        texts = frame["source"].dropna() if "source" in frame else ()
        pages |= {part for text in texts for part in text.split(" | ") if part}
    buffer = StringIO()
    out = csv.writer(buffer, lineterminator="\n")
    out.writerow(["kind", "title", "where"])
    out.writerows(["source", source, ""] for source in listed)
    for document in load_table("policies").itertuples():
        if document.id in cited:
            date = document.date.isoformat() if document.date else ""
            out.writerow(["document", f"{document.title_zh} / {document.title_en}", date])
    out.writerows(["page", page, ""] for page in sorted(pages))
    return buffer.getvalue().encode()


def render_readme(
    title: str,
    facts: Mapping[str, str],
    version: str,
    licence: str,
    listed: Iterable[str],
    lang: Language,
) -> bytes:
    """Return what a person needs to know, in `lang`, as Markdown.

    Parameters
    ----------
    title
        The first line.
    facts
        What is special to this file, by name; version, coordinates and licence follow.
    version, licence
        Of the data; the licence as names joined with AND.
    listed
        The sources, a line each.
    lang
        Language of the page.
    """
    say, colon = translator(lang), pick("：", ": ", lang)
    licences = ", ".join([licence, *(terms["path"] for terms in list_licences(licence))])
    all_facts = {
        **facts,
        say("Data version"): version,
        say("Coordinates"): say("WGS 84 (EPSG:4326), longitude and latitude in degrees"),
        say("Licence"): licences,
        say("Cite as"): cite_data(version, lang),
    }
    lines = [
        f"# {title}",
        "",
        *(f"- {key}{colon}{value}" for key, value in all_facts.items()),
        "",
        f"## {say('Sources')}",
        "",
        say("Each source keeps its own terms."),
        "",
        *(f"- {source}" for source in listed),
        "",
        say("An empty cell means unknown, not zero. Boundaries are schematic."),
        "",
    ]
    return "\n".join(lines).encode()


def cite_data(version: str, lang: Language, address: str = "") -> str:
    """Return how to cite the data of a version: who, when, what, terms, and where if known."""
    cited = translator(lang)(
        "{authors} ({year}): Jilin Belt Atlas, data version {version}. CC BY 4.0."
    ).format(authors=datapackage.AUTHORS[lang], year=datapackage.YEAR, version=version)
    return f"{cited} {address}".rstrip()
