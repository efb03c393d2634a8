"""The whole atlas in one GeoPackage, and as a zip with a QGIS project that opens it."""

import tempfile
import zipfile
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pyogrio
from geopandas import GeoDataFrame
from pandas import DataFrame

from geo import datapackage, store
from geo.belts.belt_shapes import GEOMETRIES
from geo.errors import DataError, Problem
from geo.export import explained, formats
from geo.export.bundle import DAWN, zipped
from geo.export.extract import LICENCE as OURS
from geo.export.extract import LICENCES, source
from geo.export.extract import TABLES as FACTS
from geo.export.tabular import flat, single
from geo.filters import Filter
from geo.i18n import Language, shell_language, translator
from geo.paths import ROOT, shown
from geo.select import select
from geo.tables import table

NAME = "jilin-belt-atlas"
GEOPACKAGE = f"{NAME}.gpkg"
#: Written by `make build`; it names the GeoPackage beside it.
PROJECT = ROOT / "data" / "built" / "atlas.qgs"  # drawn from our style, whoever the data is
TABLES = ("industries", "sectors", "policies", "targets", "discrepancies", "belt_members")
BELTS = tuple(f"belt_{kind}" for kind in GEOMETRIES)
EVERYTHING = Filter(unverified=True)
# Hubs are in it, so what stays with them holds for the whole.
LICENCE = LICENCES["hubs"]
USED = tuple(name for name in datapackage.SOURCES if name != "land")  # which is only drawn


def layers() -> dict[str, GeoDataFrame]:
    """Return every layer of the atlas by its name in the GeoPackage, unverified parks included.

    Belts come thrice, once a geometry; specialities as points inside the place they speak of.
    """
    drawn = zip(BELTS, GEOMETRIES, strict=True)
    belts = {name: select("belts", EVERYTHING, kind) for name, kind in drawn}
    facts = select("specialities", EVERYTHING)
    inside = facts.geometry.representative_point()
    rest = ("prefectures", "counties", "parks", "hubs", "clusters", "brands")
    return {
        "province": store.layer("province"),
        **{name: select(name, EVERYTHING) for name in rest},
        "seats": store.layer("seats"),
        **belts,
        "specialities": facts.set_geometry(inside),
    }


def tables() -> dict[str, DataFrame]:
    """Return the tables that the layers refer to, by their name in the GeoPackage."""
    return {name: table(name).apply(single) for name in TABLES}


@lru_cache(maxsize=2)
def geopackage(lang: Language = "en") -> bytes:
    """Return the whole atlas as one GeoPackage: `layers()` and `tables()`."""
    notes = {
        "title": translator(lang)("Jilin Belt Atlas"),
        "license": LICENCE,
        "data_version": store.version(),
        "citation": explained.citation(store.version(), lang),
        "sources": "; ".join(_sources(lang)),
    }
    first = {"dataset_metadata": notes, "dataset_options": formats.GEOPACKAGE}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / GEOPACKAGE
        for row, (name, frame) in enumerate(layers().items()):
            options = first if row == 0 else {"append": True}
            pyogrio.write_dataframe(flat(frame), path, layer=name, driver="GPKG", **options)
        for name, rows in tables().items():
            pyogrio.write_dataframe(rows, path, layer=name, driver="GPKG", append=True)
        return path.read_bytes()


def _sources(lang: Language) -> list[str]:
    return [source(name, lang) for name in USED]


@lru_cache(maxsize=2)
def bundle(lang: Language = "en") -> bytes:
    """Return the GeoPackage with its QGIS project and its provenance as a zip.

    Members: both files, datapackage.json, sources.csv, README.md in `lang` and SHA256SUMS.
    Raises DataError when the project is missing from the built files.
    """
    files = {GEOPACKAGE: geopackage(lang), f"{NAME}.qgz": _project()}
    frames = [*layers().values(), *(table(name) for name in TABLES)]
    return zipped(
        files
        | {
            "datapackage.json": describe(files),
            "sources.csv": explained.sources(_sources(lang), frames),
            "README.md": readme(lang),
        }
    )


def _project() -> bytes:
    if not PROJECT.is_file():
        say = translator(shell_language())
        message = say("file is missing; run `make build` or restore it from the repository")
        raise DataError([Problem(shown(PROJECT), None, "", message)])
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(f"{NAME}.qgs", DAWN), PROJECT.read_bytes())
    return made.getvalue()


def describe(files: dict[str, bytes]) -> bytes:
    """Return the data package: a resource for each layer and table of the GeoPackage, its project.

    `files` are the two by name.
    """
    data, project = files.items()
    held = explained.file(data[0], formats.FORMATS["gpkg"].media_type, data[1])
    plain = {name: DataFrame(flat(one)).drop(columns="geometry") for name, one in layers().items()}
    drawn = explained.file(project[0], "application/zip", project[1])
    return explained.package(
        "whole",
        "Jilin Belt Atlas",
        EVERYTHING.describe("en"),
        store.version(),
        LICENCE,
        USED,
        [
            *(_resource(name, rows, held) for name, rows in (plain | tables()).items()),
            {"name": "qgis-project", **drawn},
        ],
    )


def _resource(name: str, rows: DataFrame, held: dict[str, Any]) -> dict[str, Any]:
    layer = "belts" if name in BELTS else name
    used = FACTS.get(layer, (layer,))
    sources = dict.fromkeys(one for table_ in used for one in datapackage.USES[table_])
    return {
        "name": name,
        **held,
        "layer": name,
        "count": len(rows),
        "licenses": explained.licences(LICENCES.get(layer, OURS)),
        "sources": [datapackage.SOURCES[one] for one in sources],
        "schema": {"fields": explained.fields(rows, used)},
    }


def readme(lang: Language) -> bytes:
    """Return what a person needs to know of the zip, in `lang`."""
    say = translator(lang)
    opened = say("Open {file} in QGIS: it shows {data} as the atlas does.")
    facts = {
        say("File"): opened.format(file=f"`{NAME}.qgz`", data=f"`{GEOPACKAGE}`"),
        say("Filter"): EVERYTHING.describe(lang),
    }
    return explained.readme(
        say("Jilin Belt Atlas"), facts, store.version(), LICENCE, _sources(lang), lang
    )
