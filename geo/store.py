"""The only reader of built layers; hands out every layer of the atlas, ready to use.

Frames are shared: treat them as read-only. All are EPSG:4326 and have a text column `id`.
"""

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import geopandas as gpd
import pandas as pd
from geopandas import GeoDataFrame

from geo import evidence
from geo.belts import belt_shapes as shapes
from geo.crs import STORED
from geo.errors import DataError, Problem
from geo.i18n import shell_language, translator
from geo.paths import BUILT, DATA, display_path
from geo.tables import load_table


@cache
def data_version() -> str:
    """Return a short hash of every fact and built layer: the data's version."""
    digest = hashlib.sha256()
    for path in sorted([*DATA.glob("*.csv"), *BUILT.glob("*.geojson")]):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:10]


def read_built(name: str, folder: Path = BUILT) -> GeoDataFrame:
    """Return one built layer as it stands in its file, EPSG:4326, `id` as text.

    Raises DataError when the file is missing, or damaged so that it is no layer.
    """
    say = translator(shell_language())
    path = folder / f"{name}.geojson"
    if not path.is_file():
        message = say("file is missing; run `make build` or restore it from the repository")
        raise DataError([Problem(display_path(path), None, "", message)])
    try:
        frame = gpd.read_file(path, engine="pyogrio")
        return frame.assign(id=frame["id"].astype(str)).set_geometry("geometry")
    except Exception as error:  # GDAL raises several kinds for a damaged file
        message = say("is damaged; run `make build` or restore it from the repository")
        raise DataError([Problem(display_path(path), None, "", message)]) from error


def _counties() -> GeoDataFrame:
    return read_built("counties").assign(level="county")


def _prefectures() -> GeoDataFrame:
    return read_built("prefectures").assign(level="prefecture")


def _province() -> GeoDataFrame:
    return read_built("province").assign(level="province")


def _land() -> GeoDataFrame:
    return read_built("land")


def _points(name: str) -> GeoDataFrame:
    facts = load_table(name)
    return GeoDataFrame(
        facts, geometry=gpd.points_from_xy(facts.lon, facts.lat), crs=STORED
    ).rename(columns={"adcode": "id"} if "id" not in facts else {})


def _seats() -> GeoDataFrame:
    places = load_table("places").set_index("adcode")
    seats = _points("seats")
    return seats.assign(level=seats.id.map(places.level))


def _hubs() -> GeoDataFrame:
    return _points("hubs")


def _parks() -> GeoDataFrame:
    """Parks with industries, belts and documents (tuples of ids)."""
    parks = _points("parks")
    listed = load_table("park_industries").groupby("park").industry.agg(tuple)
    members = load_table("belt_members").groupby("adcode").belt.agg(tuple)
    parks["industries"] = parks.id.map(listed).map(_known)
    parks["belts"] = parks.prefecture_adcode.map(members).map(_known)
    parks["documents"] = evidence.park_documents(parks)
    return parks


def _known(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _belts() -> GeoDataFrame:
    """One row a belt and geometry kind: belt's columns and geometry_kind."""
    facts = load_table("belts").sort_values("sort")
    members, prefectures = load_table("belt_members"), load_layer("prefectures")
    axes = shapes.connect_axes(load_table("belt_axes"), load_layer("seats"))
    outline = load_layer("province").geometry.iloc[0]
    made = {
        "territory": shapes.unite_territories(members, prefectures),
        "axis": axes,
        "corridor": shapes.buffer_axes(axes, outline),
    }
    frames = [
        GeoDataFrame(
            facts.assign(geometry_kind=kind), geometry=facts.id.map(series).to_numpy(), crs=STORED
        )
        for kind, series in made.items()
    ]
    return pd.concat(frames, ignore_index=True)


def _at_seats(name: str) -> GeoDataFrame:
    facts = load_table(name)
    points = load_layer("seats").set_index("id").geometry
    located = [points.get(place) if place else None for place in facts.place]
    return GeoDataFrame(facts, geometry=gpd.GeoSeries(located, crs=STORED), crs=STORED)


def _clusters() -> GeoDataFrame:
    return _at_seats("clusters")


def _brands() -> GeoDataFrame:
    return _at_seats("brands")


LAYERS: dict[str, Callable[[], GeoDataFrame]] = {
    "province": _province,
    "prefectures": _prefectures,
    "counties": _counties,
    "land": _land,
    "belts": _belts,
    "parks": _parks,
    "hubs": _hubs,
    "seats": _seats,
    "clusters": _clusters,
    "brands": _brands,
}


@cache
def load_layer(name: str) -> GeoDataFrame:
    """Return a layer by name, a key of `LAYERS`.

    Raises DataError with every fault when a file behind it is missing or damaged.
    """
    return LAYERS[name]()
