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
from geo.export import formats, package_files
from geo.export.bundle import DAWN, zip_files
from geo.export.extract import LICENCE as OURS
from geo.export.extract import LICENCES, cite_source
from geo.export.extract import TABLES as FACTS
from geo.export.spreadsheets import flatten_column, flatten_frame
from geo.filters import Filter
from geo.i18n import Language, shell_language, translator
from geo.layers import Layer, list_layers
from geo.paths import SHIPPED_DATA, display_path
from geo.select import select_rows
from geo.tables import load_table

NAME = "jilin-belt-atlas"
GEOPACKAGE = f"{NAME}.gpkg"
#: Written by `make build`; it names the GeoPackage beside it.
PROJECT = SHIPPED_DATA / "built" / "atlas.qgs"  # drawn from our style, whoever the data is
TABLES = (
    "industries",
    "sectors",
    "policies",
    "targets",
    "incentives",
    "requirements",
    "measures",
    "institutions",
    "discrepancies",
    "context",
    "belt_members",
    "areas",
    "sources",
    "catalogue_2018",
    "designations",
    "park_areas",
    "lists",
    "list_rows",
)
BELTS = tuple(f"belt_{kind}" for kind in GEOMETRIES)
EVERYTHING = Filter(unverified=True)
BUNDLED = list_layers(lambda layer: layer.bundled)
# What stays with the points of one layer holds for the whole.
LICENCE = " AND ".join(
    dict.fromkeys((OURS, *(name for layer in BUNDLED for name in layer.licences)))
)
DRAWN = ("land", "waters")  # and not in the atlas's files
USED = tuple(name for name in datapackage.SOURCES if name not in DRAWN)


def collect_layers() -> dict[str, GeoDataFrame]:
    """Return every layer of the atlas by its name in the GeoPackage, unverified parks included.

    Belts come thrice, once a geometry; specialities as points inside the place they speak of.
    """
    frames: dict[str, GeoDataFrame] = {}
    for layer in BUNDLED:
        frames |= _frames(layer)
    return frames


def _frames(layer: Layer) -> dict[str, GeoDataFrame]:
    if layer.geometry == "belts":
        kinds = zip(BELTS, GEOMETRIES, strict=True)
        return {name: select_rows(layer.id, EVERYTHING, kind) for name, kind in kinds}
    if not layer.exported:
        return {layer.id: store.load_layer(layer.id)}
    rows = select_rows(layer.id, EVERYTHING)
    inside = layer.geometry == "place"
    return {layer.id: rows.set_geometry(rows.geometry.representative_point()) if inside else rows}


def collect_tables() -> dict[str, DataFrame]:
    """Return the tables that the layers refer to, by their name in the GeoPackage."""
    return {name: load_table(name).apply(flatten_column) for name in TABLES}


@lru_cache(maxsize=2)
def write_geopackage(lang: Language = "en") -> bytes:
    """Return the whole atlas as one GeoPackage: layers and tables."""
    notes = {
        "title": translator(lang)("Jilin Belt Atlas"),
        "license": LICENCE,
        "data_version": store.data_version(),
        "citation": package_files.cite_data(store.data_version(), lang),
        "sources": "; ".join(_sources(lang)),
    }
    first = {"dataset_metadata": notes, "dataset_options": formats.GEOPACKAGE}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / GEOPACKAGE
        for row, (name, frame) in enumerate(collect_layers().items()):
            options = first if row == 0 else {"append": True}
            pyogrio.write_dataframe(
                flatten_frame(frame), path, layer=name, driver="GPKG", **options
            )
        for name, rows in collect_tables().items():
            pyogrio.write_dataframe(rows, path, layer=name, driver="GPKG", append=True)
        return path.read_bytes()


def _sources(lang: Language) -> list[str]:
    return [cite_source(name, lang) for name in USED]


@lru_cache(maxsize=2)
def bundle_atlas(lang: Language = "en") -> bytes:
    """Return the GeoPackage with its QGIS project and its provenance as a zip.

    Members: both files, datapackage.json, sources.csv, README.md in `lang` and SHA256SUMS.
    Raises DataError when the project is missing from the built files.
    """
    files = {GEOPACKAGE: write_geopackage(lang), f"{NAME}.qgz": _project()}
    frames = [*collect_layers().values(), *(load_table(name) for name in TABLES)]
    return zip_files(
        files
        | {
            "datapackage.json": describe_atlas(files),
            "sources.csv": package_files.render_sources(_sources(lang), frames),
            "README.md": render_readme(lang),
        }
    )


def _project() -> bytes:
    if not PROJECT.is_file():
        say = translator(shell_language())
        message = say("file is missing; run `make build` or restore it from the repository")
        raise DataError([Problem(display_path(PROJECT), None, "", message)])
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(f"{NAME}.qgs", DAWN), PROJECT.read_bytes())
    return buffer.getvalue()


def describe_atlas(files: dict[str, bytes]) -> bytes:
    """Return the data package: a resource for each layer and table of the GeoPackage, its project.

    `files` are the two by name.
    """
    data, project = files.items()
    geopackage_file = package_files.describe_file(
        data[0], formats.FORMATS["gpkg"].media_type, data[1]
    )
    plain = {
        name: DataFrame(flatten_frame(frame)).drop(columns="geometry")
        for name, frame in collect_layers().items()
    }
    project_file = package_files.describe_file(project[0], "application/zip", project[1])
    return package_files.build_package(
        "whole",
        "Jilin Belt Atlas",
        EVERYTHING.describe("en"),
        store.data_version(),
        LICENCE,
        USED,
        [
            *(
                _resource(name, rows, geopackage_file)
                for name, rows in (plain | collect_tables()).items()
            ),
            {"name": "qgis-project", **project_file},
        ],
    )


def _resource(name: str, rows: DataFrame, file: dict[str, Any]) -> dict[str, Any]:
    layer = "belts" if name in BELTS else name
    used = FACTS.get(layer, (layer,))
    sources = dict.fromkeys(source for table in used for source in datapackage.USES[table])
    return {
        "name": name,
        **file,
        "layer": name,
        "count": len(rows),
        "licenses": package_files.list_licences(LICENCES.get(layer, OURS)),
        "sources": [datapackage.SOURCES[source] for source in sources],
        "schema": {"fields": package_files.describe_fields(rows, used)},
    }


def render_readme(lang: Language) -> bytes:
    """Return what a person needs to know of the zip, in `lang`."""
    say = translator(lang)
    opened = say("Open {file} in QGIS: it shows {data} as the atlas does.")
    facts = {
        say("File"): opened.format(file=f"`{NAME}.qgz`", data=f"`{GEOPACKAGE}`"),
        say("Filter"): EVERYTHING.describe(lang),
    }
    return package_files.render_readme(
        say("Jilin Belt Atlas"), facts, store.data_version(), LICENCE, _sources(lang), lang
    )
