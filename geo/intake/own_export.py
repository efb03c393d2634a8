"""The reader's own layer out again, in the formats of the atlas's layers."""

import shapely
from geopandas import GeoDataFrame, GeoSeries

from geo import store
from geo.export import FORMATS
from geo.export.collection import DECIMALS
from geo.export.extract import Extract
from geo.export.formats import encode
from geo.filters import Filter
from geo.i18n import Language

NAME = "own"
STEM = "own-data"


class Own(Extract):
    """Rows that a reader brought: theirs, under no licence of ours."""

    @property
    def title(self) -> str:
        """What the data is, for a reader of the file alone."""
        return "Data brought to the Jilin Belt Atlas by its reader"


def content(
    mine: GeoDataFrame,
    chosen: Filter,
    kind: str,
    lang: Language,
    outlines: GeoSeries | None = None,
) -> bytes:
    """Return what a filter shows of a reader's layer as a file in a format of `FORMATS`.

    Rows that have an `outline` (by id, EPSG:4326) have it as their geometry; lon and lat remain
    those of the point by which they were filtered. It is made anew each time and kept nowhere.
    """
    shown = chosen.apply(mine)
    if outlines is not None:
        shown = _outlined(shown, outlines)
    sources = tuple(dict.fromkeys(shown.source))
    made = Own(NAME, shown, chosen.describe(lang), sources, store.version(), licence="")
    return encode(made, kind)


def _outlined(shown: GeoDataFrame, outlines: GeoSeries) -> GeoDataFrame:
    shapes = outlines.reindex(shown.id).to_numpy()
    # What is smaller than the last decimal that a file has would be lost: it stays a point.
    small = shapely.is_empty(shapely.set_precision(shapes, 10**-DECIMALS))
    pointed = shapely.is_missing(shapes) | small
    shapes[pointed] = shown.geometry.to_numpy()[pointed]
    return shown.set_geometry(GeoSeries(shapes, index=shown.index, crs=shown.crs))


def file_name(kind: str) -> str:
    """Return the name of such a file."""
    return STEM + FORMATS[kind].suffix
