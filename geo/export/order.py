"""What a reader asks to take away: one answer for the page and the command line."""

from dataclasses import dataclass, field
from functools import lru_cache

from geo.export.bundle import bundle_extract
from geo.export.extract import make_extract
from geo.export.files import file_name, file_stem
from geo.export.formats import FORMATS, encode_extract
from geo.filters import Filter
from geo.i18n import Language


@dataclass(frozen=True)
class Order:
    """A layer as a filter shows it, in a format of `FORMATS`, as it is or zipped with sources."""

    layer: str
    filter: Filter = field(default_factory=Filter)
    kind: str = "geojson"
    zipped: bool = False
    geometry: str = "territory"
    lang: Language = "en"

    @property
    def file_name(self) -> str:
        """A file name that says what the file holds."""
        suffix = ".zip" if self.zipped else FORMATS[self.kind].suffix
        return file_name(self.layer, self.filter, suffix)

    @property
    def media_type(self) -> str:
        """The file's type on the network."""
        return "application/zip" if self.zipped else FORMATS[self.kind].media_type

    def content(self) -> bytes:
        """Return the file; the latest are kept, so that its size and the file are made once.

        Raises UnknownId for a layer, format or geometry that is not offered.
        """
        return _content(self)


@lru_cache(maxsize=32)
def _content(order: Order) -> bytes:
    extract = make_extract(order.layer, order.filter, geometry=order.geometry, lang=order.lang)
    if order.zipped:
        return bundle_extract(extract, order.kind, file_stem(order.layer, order.filter), order.lang)
    return encode_extract(extract, order.kind)
