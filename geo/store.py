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
from geo.citations import cite_sources, date_document, date_sources
from geo.crs import STORED
from geo.errors import DataError, Problem
from geo.i18n import shell_language, translator
from geo.layers import LAYERS, Geometry, Layer
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


def _read_units(layer: Layer) -> GeoDataFrame:
    frame = read_built(layer.id)
    return frame.assign(level=layer.level) if layer.level else frame


def _place_points(layer: Layer) -> GeoDataFrame:
    """Rows at their columns lon and lat, with what other tables say of them."""
    rows = load_table(layer.id)
    points = gpd.points_from_xy(rows.lon, rows.lat)
    frame = GeoDataFrame(rows, geometry=points, crs=STORED)
    frame = frame.rename(columns={} if "id" in frame else {"adcode": "id"})
    frame["source"] = frame.sources.map(_word_sources)
    adders = {"parks": _add_lists, "seats": _add_levels, "hubs": _add_dates}
    return adders.get(layer.id, _add_nothing)(frame)


def _add_dates(hubs: GeoDataFrame) -> GeoDataFrame:
    return hubs.assign(as_of=hubs.sources.map(date_sources))


def _word_sources(citations: tuple[str, ...]) -> str | None:
    """Return what a row rests on as files hold it: in words, with addresses, split by ` | `."""
    return " | ".join(source.in_print for source in cite_sources(citations, "en")) or None


def _add_nothing(frame: GeoDataFrame) -> GeoDataFrame:
    return frame


def _add_levels(seats: GeoDataFrame) -> GeoDataFrame:
    places = load_table("places").set_index("adcode")
    return seats.assign(level=seats.id.map(places.level))


def _add_lists(parks: GeoDataFrame) -> GeoDataFrame:
    """Parks with industries, belts and documents (tuples of ids)."""
    industries = load_table("park_industries").groupby("park").industry.agg(tuple)
    belts = load_table("belt_members").groupby("adcode").belt.agg(tuple)
    parks["industries"] = parks.id.map(industries).map(_as_tuple)
    parks["belts"] = parks.prefecture_adcode.map(belts).map(_as_tuple)
    parks["documents"] = evidence.park_documents(parks)
    return parks


def _as_tuple(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _place_at_seats(layer: Layer) -> GeoDataFrame:
    rows = load_table(layer.id)
    points = load_layer("seats").set_index("id").geometry
    places = [points.get(place) if place else None for place in rows.place]
    rows = rows.assign(as_of=rows.document.map(date_document))
    return GeoDataFrame(rows, geometry=gpd.GeoSeries(places, crs=STORED), crs=STORED)


def _draw_places(layer: Layer) -> GeoDataFrame:
    return shape_places(layer.id, "territory")


def shape_places(name: str, geometry: str) -> GeoDataFrame:
    """Return facts drawn as the place they are given to: county, prefecture, belt, province.

    `geometry` ("territory", "axis", "corridor") shapes belts.
    """
    belts = load_layer("belts")
    frames = [load_layer(level) for level in ("province", "prefectures", "counties")]
    frames.append(belts[belts.geometry_kind == geometry])
    shapes = pd.concat([frame.set_index("id").geometry for frame in frames])
    rows = load_table(name)
    rows = rows.assign(as_of=rows.document.map(date_document))
    return GeoDataFrame(rows, geometry=rows.place.map(shapes).to_numpy(), crs=shapes.crs)


def _shape_belts(layer: Layer) -> GeoDataFrame:
    """One row a belt and geometry kind: belt's columns and geometry_kind."""
    facts = load_table(layer.id).sort_values("sort")
    members, prefectures = load_table("belt_members"), load_layer("prefectures")
    axes = shapes.connect_axes(load_table("belt_axes"), load_layer("seats"))
    outline = load_layer("province").geometry.iloc[0]
    shapes_by_kind = {
        "territory": shapes.unite_territories(members, prefectures),
        "axis": axes,
        "corridor": shapes.buffer_axes(axes, outline),
    }
    frames = [
        GeoDataFrame(
            facts.assign(geometry_kind=kind), geometry=facts.id.map(series).to_numpy(), crs=STORED
        )
        for kind, series in shapes_by_kind.items()
    ]
    return pd.concat(frames, ignore_index=True)


READERS: dict[Geometry, Callable[[Layer], GeoDataFrame]] = {
    "built": _read_units,
    "points": _place_points,
    "seat": _place_at_seats,
    "place": _draw_places,
    "belts": _shape_belts,
}


@cache
def load_layer(name: str) -> GeoDataFrame:
    """Return a layer of the atlas by its id, a key of `geo.layers.LAYERS`.

    Returns
    -------
    GeoDataFrame
        EPSG:4326, shared: treat it as read-only. `id`, the columns of the layer's table and, of
        parks, `industries`, `belts` and `documents` (tuples of ids); of seats and administrative
        units, `level`; of belts, `geometry_kind`: one row for each belt and kind. Where rows cite
        sources, `source` has them in words; hubs, clusters, brands and specialities have `as_of`:
        the date of the source or document that says so, None where it bears none.

    Raises
    ------
    DataError
        With every fault, when a file behind the layer is missing or damaged.

    Examples
    --------
    >>> hubs = load_layer("hubs")
    >>> len(hubs), hubs.crs.to_epsg(), hubs.kind.iloc[0]
    (60, 4326, 'airport')
    """
    layer = LAYERS[name]
    return READERS[layer.geometry](layer)
