"""An extract as a zip that explains itself: data, data package, sources, checksums."""

import hashlib
import zipfile
from collections.abc import Mapping
from io import BytesIO

from geo.export import explained
from geo.export.extract import TABLES, USES, Extract
from geo.export.formats import FORMATS, encode_extract
from geo.export.tabular import tabulate_rows
from geo.i18n import Language, translator

SUMS = "SHA256SUMS"
DAWN = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip knows: the same content, the same bytes


def bundle_extract(shown: Extract, kind: str, stem: str, lang: Language = "en") -> bytes:
    """Return a zip of an extract in a format of `FORMATS` with its provenance.

    Members: `stem` with the format's suffix, datapackage.json, sources.csv, README.md in `lang`
    and SHA256SUMS. Raises UnknownId for a format that is not offered.
    """
    name = stem + FORMATS[kind].suffix if kind in FORMATS else stem
    data = encode_extract(shown, kind)
    return zip_files(
        {
            name: data,
            "datapackage.json": describe_extract(shown, kind, name, data),
            "sources.csv": explained.render_sources(shown.sources, [shown.frame]),
            "README.md": render_readme(shown, name, lang),
        }
    )


def zip_files(files: Mapping[str, bytes]) -> bytes:
    """Return a zip of files by name, and of their checksums; equal files give equal bytes."""
    made = BytesIO()
    sums = "".join(
        f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items()
    )
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**files, SUMS: sums.encode()}.items():
            archive.writestr(zipfile.ZipInfo(name, DAWN), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def describe_extract(shown: Extract, kind: str, name: str, data: bytes) -> bytes:
    """Return the data package of one file."""
    file = explained.describe_file(name, FORMATS[kind].media_type, data)
    resource = {"name": shown.name, "title": shown.title, **file, "count": len(shown.frame)}
    if kind == "csv":
        shape = {"name": "wkt", "type": "string", "description": "The shape, EPSG:4326."}
        columns = explained.describe_fields(tabulate_rows(shown.frame), TABLES.get(shown.name, ()))
        resource |= {"encoding": "utf-8", "schema": {"fields": [*columns, shape]}}
    return explained.build_package(
        shown.name,
        shown.title,
        shown.filter,
        shown.version,
        shown.licence,
        USES.get(shown.name, ()),
        [resource],
    )


def render_readme(shown: Extract, name: str, lang: Language) -> bytes:
    """Return what a person needs to know of the file, in `lang`."""
    say = translator(lang)
    facts = {
        say("File"): f"`{name}`",
        say("Features"): str(len(shown.frame)),
        say("Filter"): shown.filter,
    }
    title = f"{say('Jilin Belt Atlas')} · {say(f'layer.{shown.name}')}"
    return explained.render_readme(title, facts, shown.version, shown.licence, shown.sources, lang)
