"""An extract as a zip that explains itself: data, data package, sources, checksums."""

import hashlib
import zipfile
from collections.abc import Mapping
from io import BytesIO

from geo.export import package_files
from geo.export.extract import TABLES, USES, Extract
from geo.export.formats import FORMATS, encode_extract
from geo.export.spreadsheets import tabulate_rows
from geo.i18n import Language, translator

SUMS = "SHA256SUMS"
DAWN = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip knows: the same content, the same bytes


def bundle_extract(extract: Extract, kind: str, stem: str, lang: Language = "en") -> bytes:
    """Return a zip of an extract in a format of `FORMATS` with its provenance.

    Members: `stem` with the format's suffix, datapackage.json, sources.csv, README.md in `lang`
    and SHA256SUMS. Raises UnknownId for a format that is not offered.
    """
    name = stem + FORMATS[kind].suffix if kind in FORMATS else stem
    data = encode_extract(extract, kind)
    return zip_files(
        {
            name: data,
            "datapackage.json": describe_extract(extract, kind, name, data),
            "sources.csv": package_files.render_sources(extract.sources, [extract.frame]),
            "README.md": render_readme(extract, name, lang),
        }
    )


def zip_files(files: Mapping[str, bytes]) -> bytes:
    """Return a zip of files by name, and of their checksums; equal files give equal bytes.

    >>> zipfile.ZipFile(BytesIO(zip_files({"a.txt": b"a"}))).namelist()
    ['a.txt', 'SHA256SUMS']
    """
    buffer = BytesIO()
    sums = "".join(
        f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items()
    )
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**files, SUMS: sums.encode()}.items():
            archive.writestr(zipfile.ZipInfo(name, DAWN), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def describe_extract(extract: Extract, kind: str, name: str, data: bytes) -> bytes:
    """Return the data package of one file."""
    file = package_files.describe_file(name, FORMATS[kind].media_type, data)
    resource = {"name": extract.name, "title": extract.title, **file, "count": len(extract.frame)}
    if kind == "csv":
        shape = {"name": "wkt", "type": "string", "description": "The shape, EPSG:4326."}
        tables = TABLES.get(extract.name, ())
        columns = package_files.describe_fields(tabulate_rows(extract.frame), tables)
        resource |= {"encoding": "utf-8", "schema": {"fields": [*columns, shape]}}
    return package_files.build_package(
        extract.name,
        extract.title,
        extract.filter,
        extract.version,
        extract.licence,
        USES.get(extract.name, ()),
        [resource],
    )


def render_readme(extract: Extract, name: str, lang: Language) -> bytes:
    """Return what a person needs to know of the file, in `lang`."""
    say = translator(lang)
    facts = {
        say("File"): f"`{name}`",
        say("Features"): str(len(extract.frame)),
        say("Filter"): extract.filter,
    }
    title = f"{say('Jilin Belt Atlas')} · {say(f'layer.{extract.name}')}"
    return package_files.render_readme(
        title, facts, extract.version, extract.licence, extract.sources, lang
    )
