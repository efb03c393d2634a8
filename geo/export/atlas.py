"""The whole atlas in one GeoPackage, and as a zip with a QGIS project that opens it."""

import json
import tempfile
import zipfile
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import pyogrio
from geopandas import GeoDataFrame

from geo import datapackage, store
from geo.belts import GEOMETRIES
from geo.errors import DataError, Problem
from geo.export import formats
from geo.export.bundle import DAWN, citation, zipped
from geo.export.extract import LICENCE, source
from geo.export.tabular import flat, single
from geo.filters import Filter
from geo.i18n import Language, shell_language, translator
from geo.paths import ROOT, shown
from geo.select import select
from geo.tables import table

NAME = "jilin-belt-atlas"
GEOPACKAGE = f"{NAME}.gpkg"
#: Written by `python -m layers.qgis`; it names the GeoPackage beside it.
PROJECT = ROOT / "data" / "built" / "atlas.qgs"  # drawn from our style, whoever the data is
TABLES = ("industries", "sectors", "policies", "targets", "discrepancies", "belt_members")


def layers() -> dict[str, GeoDataFrame]:
    """Return every layer of the atlas by its name in the GeoPackage, unverified parks included.

    Belts come thrice, once a geometry; specialities as points inside the place they speak of.
    """
    everything = Filter(unverified=True)
    belts = {f"belt_{kind}": select("belts", everything, kind) for kind in GEOMETRIES}
    facts = select("specialities", everything)
    inside = facts.geometry.representative_point()
    rest = ("prefectures", "counties", "parks", "hubs", "clusters", "brands")
    return {
        "province": store.layer("province"),
        **{name: select(name, everything) for name in rest},
        "seats": store.layer("seats"),
        **belts,
        "specialities": facts.set_geometry(inside),
    }


@lru_cache(maxsize=2)
def geopackage(lang: Language = "en") -> bytes:
    """Return the whole atlas as one GeoPackage: `layers()`, and the tables they refer to."""
    notes = {
        "title": translator(lang)("Jilin Belt Atlas"),
        "license": LICENCE,
        "data_version": store.version(),
        "citation": citation(store.version(), lang),
        "sources": "; ".join(source(name, lang) for name in datapackage.SOURCES),
    }
    first = {"dataset_metadata": notes, "dataset_options": formats.GEOPACKAGE}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / GEOPACKAGE
        for row, (name, frame) in enumerate(layers().items()):
            options = first if row == 0 else {"append": True}
            pyogrio.write_dataframe(flat(frame), path, layer=name, driver="GPKG", **options)
        for name in TABLES:
            pyogrio.write_dataframe(
                table(name).apply(single), path, layer=name, driver="GPKG", append=True
            )
        return path.read_bytes()


@lru_cache(maxsize=2)
def bundle(lang: Language = "en") -> bytes:
    """Return the GeoPackage with its QGIS project, data package and sources as a zip.

    Raises DataError when the project is missing from the built files.
    """
    say = translator(lang)
    if not PROJECT.is_file():
        message = translator(shell_language())("file is missing; restore it from the repository")
        raise DataError([Problem(shown(PROJECT), None, "", message)])
    project = BytesIO()
    with zipfile.ZipFile(project, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(f"{NAME}.qgs", DAWN), PROJECT.read_bytes())
    described = datapackage.package() | {"version": store.version()}
    text = "\n".join(
        [
            f"# {say('Jilin Belt Atlas')}",
            "",
            say("Open {file} in QGIS: it shows {data} as the atlas does.").format(
                file=f"`{NAME}.qgz`", data=f"`{GEOPACKAGE}`"
            ),
            "",
            citation(store.version(), lang),
            "",
            *(f"- {source(name, lang)}" for name in datapackage.SOURCES),
            "",
        ]
    )
    return zipped(
        {
            GEOPACKAGE: geopackage(lang),
            f"{NAME}.qgz": project.getvalue(),
            "README.md": text.encode(),
            "sources.json": (
                json.dumps(described["sources"], ensure_ascii=False, indent=2) + "\n"
            ).encode(),
        }
    )
