"""The reader's own layer out again, in the formats of the atlas's layers."""

from geopandas import GeoDataFrame

from geo import store
from geo.export import FORMATS
from geo.export.extract import Extract
from geo.export.formats import encode
from geo.filters import Filter
from geo.i18n import Language

NAME = "guests"
STEM = "own-data"


class Own(Extract):
    """Rows that a reader brought: theirs, under no licence of ours."""

    @property
    def title(self) -> str:
        """What the data is, for a reader of the file alone."""
        return "Data brought to the Jilin Belt Atlas by its reader"


def content(mine: GeoDataFrame, chosen: Filter, kind: str, lang: Language) -> bytes:
    """Return what a filter shows of a reader's layer as a file in a format of `FORMATS`.

    It is made anew each time and kept nowhere.
    """
    shown = chosen.apply(mine)
    sources = tuple(dict.fromkeys(shown.source))
    made = Own(NAME, shown, chosen.describe(lang), sources, store.version(), licence="")
    return encode(made, kind)


def file_name(kind: str) -> str:
    """Return the name of such a file."""
    return STEM + FORMATS[kind].suffix
