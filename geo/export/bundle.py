"""An extract as a zip that explains itself: data, data package, sources, checksums."""

import csv
import hashlib
import json
import zipfile
from collections.abc import Mapping
from io import BytesIO, StringIO
from typing import Any

from geo import datapackage
from geo.export.extract import TABLES, USES, Extract
from geo.export.formats import FORMATS, encode
from geo.export.tabular import rows
from geo.i18n import Language, pick, translator
from geo.tables import table

SUMS = "SHA256SUMS"
DAWN = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip knows: the same content, the same bytes


def bundle(shown: Extract, kind: str, stem: str, lang: Language = "en") -> bytes:
    """Return a zip of an extract in a format of `FORMATS` with its provenance.

    Members: `stem` with the format's suffix, datapackage.json, sources.csv, README.md in `lang`
    and SHA256SUMS. Raises UnknownId for a format that is not offered.
    """
    name = stem + FORMATS[kind].suffix if kind in FORMATS else stem
    data = encode(shown, kind)
    described = describe(shown, kind, name, data)
    files = {
        name: data,
        "datapackage.json": (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode(),
        "sources.csv": sources(shown).encode(),
        "README.md": readme(shown, name, lang).encode(),
    }
    return zipped(files)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return a zip of files by name, and of their checksums; equal files give equal bytes."""
    made = BytesIO()
    sums = "".join(f"{_digest(content)}  {name}\n" for name, content in files.items())
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**files, SUMS: sums.encode()}.items():
            archive.writestr(zipfile.ZipInfo(name, DAWN), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def describe(shown: Extract, kind: str, name: str, data: bytes) -> dict[str, Any]:
    """Return the data package of one file as JSON knows it."""
    form = FORMATS[kind]
    resource = {
        "name": shown.name,
        "path": name,
        "title": shown.title,
        "profile": "data-resource",
        "format": form.suffix.removeprefix("."),
        "mediatype": form.media_type,
        "bytes": len(data),
        "hash": f"sha256:{_digest(data)}",
        "count": len(shown.frame),
    }
    text = {"encoding": "utf-8", "schema": {"fields": fields(shown)}} if kind == "csv" else {}
    return {
        "profile": "data-package",
        "name": f"jilin-belt-atlas-{shown.name}",
        "title": shown.title,
        "description": shown.filter,
        "version": shown.version,
        "licenses": [datapackage.LICENCE],
        "sources": [datapackage.SOURCES[one] for one in USES.get(shown.name, ())],
        "resources": [resource | text],
    }


def fields(shown: Extract) -> list[dict[str, str]]:
    """Return the columns of the extract as a table, with the meaning that the models give them."""
    resources = {one["name"]: one["schema"]["fields"] for one in datapackage.package()["resources"]}
    known = {
        field["name"]: field["description"]
        for name in reversed(TABLES.get(shown.name, ()))
        for field in resources[name]
    }
    kinds = {"Int64": "integer", "float64": "number"}
    table_ = rows(shown.frame)
    found = [
        {"name": name, "type": kinds.get(str(table_[name].dtype), "string")}
        | ({"description": known[name]} if name in known else {})
        for name in table_.columns
    ]
    return [*found, {"name": "wkt", "type": "string", "description": "The shape, EPSG:4326."}]


def sources(shown: Extract) -> str:
    """Return where the rows come from as CSV: kind, title, place; documents and pages."""
    frame = shown.frame
    cited: set[str] = set(frame.document.dropna()) if "document" in frame else set()
    if "documents" in frame:
        cited |= {one for many in frame.documents for one in many}
    made = StringIO()
    out = csv.writer(made, lineterminator="\n")
    out.writerow(["kind", "title", "where"])
    for one in shown.sources:
        out.writerow(["source", one, ""])
    for one in table("policies").itertuples():
        if one.id in cited:
            date = one.date.isoformat() if one.date else ""
            out.writerow(["document", f"{one.title_zh} / {one.title_en}", date])
    pages = {part for text in frame.get("source", ()) for part in (text or "").split(" | ") if part}
    out.writerows(["page", one, ""] for one in sorted(pages))
    return made.getvalue()


def readme(shown: Extract, name: str, lang: Language) -> str:
    """Return what a person needs to know of the file, in `lang`."""
    say = translator(lang)
    listed = "\n".join(f"- {one}" for one in shown.sources)
    facts = {
        say("File"): f"`{name}`",
        say("Features"): str(len(shown.frame)),
        say("Filter"): shown.filter,
        say("Data version"): shown.version,
        say("Coordinates"): say("WGS 84 (EPSG:4326), longitude and latitude in degrees"),
        say("Licence"): f"{shown.licence}, {datapackage.LICENCE['path']}",
        say("Cite as"): citation(shown.version, lang),
    }
    colon = pick("：", ": ", lang)
    return "\n".join(
        [
            f"# {say('Jilin Belt Atlas')} · {say(f'layer.{shown.name}')}",
            "",
            *(f"- {key}{colon}{value}" for key, value in facts.items()),
            "",
            f"## {say('Sources')}",
            "",
            say("Each source keeps its own terms."),
            "",
            listed,
            "",
            say("An empty cell is unknown, never zero. Boundaries are schematic."),
            "",
        ]
    )


def citation(version: str, lang: Language) -> str:
    """Return how to cite the data of a version."""
    return translator(lang)("Jilin Belt Atlas, data version {version}, CC BY 4.0").format(
        version=version
    )
