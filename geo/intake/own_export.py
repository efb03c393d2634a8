"""The reader's own layer out again, in the formats of the atlas's layers."""

import shapely
from geopandas import GeoDataFrame, GeoSeries

from geo import store
from geo.export.extract import Extract
from geo.export.feature_collection import DECIMALS
from geo.export.formats import FORMATS, encode_extract
from geo.filters import Filter
from geo.i18n import Language
from geo.intake.own_layer import OwnLayer

NAME = "own"
STEM = "own-data"


class OwnExtract(Extract):
    """Rows that a reader brought: under no licence of the atlas."""

    @property
    def title(self) -> str:
        """What the data is, for a reader of the file alone."""
        return "Data brought to the Jilin Belt Atlas by its reader"


def export_own_layer(layer: OwnLayer, chosen: Filter, kind: str, lang: Language) -> bytes:
    """Return what a filter shows of a reader's layer as a file in a format of `FORMATS`.

    Rows that have an outline have it as their geometry, EPSG:4326; lon and lat remain those of the
    point by which they were filtered. It is made anew each time and kept nowhere.
    """
    shown_rows = _outline_rows(chosen.apply(layer.frame), layer.outlines)
    sources = tuple(dict.fromkeys(shown_rows.source))
    extract = OwnExtract(
        NAME, shown_rows, chosen.describe(lang), sources, store.data_version(), licence=""
    )
    return encode_extract(extract, kind)


def _outline_rows(rows: GeoDataFrame, outlines: GeoSeries) -> GeoDataFrame:
    """Return rows with their outlines, where they have one, in place of their points."""
    shapes = outlines.reindex(rows.id).to_numpy()
    # What is smaller than the last decimal that a file has would be lost: it stays a point.
    is_small = shapely.is_empty(shapely.set_precision(shapes, 10**-DECIMALS))
    is_point = shapely.is_missing(shapes) | is_small
    shapes[is_point] = rows.geometry.to_numpy()[is_point]
    return rows.set_geometry(GeoSeries(shapes, index=rows.index, crs=rows.crs))


def name_own_file(kind: str) -> str:
    """Return the name of such a file."""
    return STEM + FORMATS[kind].suffix
