"""A file of any kind that is taken → its rows."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath

from geo.intake.reading import delimited, excel, gdal, geojson, kml
from geo.intake.reading.file_limits import Refused, require_size
from geo.intake.reading.upload import Progress, Upload, Wish, unheard

Reader = Callable[[str, bytes, Wish, Progress], Upload]

READERS: dict[str, Reader] = {
    ".csv": delimited.read,
    ".tsv": delimited.read,
    ".txt": delimited.read,
    ".xlsx": excel.read,
    ".geojson": geojson.read,
    ".json": geojson.read,
    ".gpkg": gdal.read_geopackage,
    ".kml": kml.read,
    ".kmz": kml.read_zipped,
    ".zip": gdal.read_shapefile,
}


def read(name: str, data: bytes, wish: Wish | None = None, progress: Progress = unheard) -> Upload:
    """Return every row of a file as written.

    Parameters
    ----------
    name
        Its name; the ending tells the kind, its content must agree.
    data
        Its bytes.
    wish
        What the reader corrects of how it is read.
    progress
        Told how much is done, from 0 to 1; may raise to cancel.

    Raises
    ------
    Refused
        When the file as a whole is not taken; nothing else is raised for any content.
    """
    suffix = PurePosixPath(name.lower()).suffix
    if suffix == ".xls":
        raise Refused("xls")
    if suffix not in READERS:
        raise Refused("format", name=name[:60])
    require_size(data)
    if not data:
        raise Refused("empty")
    with _uncollected():
        return READERS[suffix](name, data, wish or Wish(), progress)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Leave garbage for later: while many rows come in, most of the time would go into looking.

    Where several read at once, the first switches it off and on again.
    """
    usual = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if usual:
            gc.enable()
