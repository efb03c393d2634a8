"""A file of any kind that is taken → its rows."""

from collections.abc import Callable
from pathlib import PurePosixPath

from geo.intake.reading.delimited import read_delimited
from geo.intake.reading.excel import read_workbook
from geo.intake.reading.file_limits import Refused, require_size
from geo.intake.reading.gdal import read_geopackage, read_shapefile
from geo.intake.reading.geojson import read_geojson
from geo.intake.reading.kml import read_kml, read_kmz
from geo.intake.reading.upload import Progress, ReadingOptions, Upload, ignore_progress

Reader = Callable[[str, bytes, ReadingOptions, Progress], Upload]

READERS: dict[str, Reader] = {
    ".csv": read_delimited,
    ".tsv": read_delimited,
    ".txt": read_delimited,
    ".xlsx": read_workbook,
    ".geojson": read_geojson,
    ".json": read_geojson,
    ".gpkg": read_geopackage,
    ".kml": read_kml,
    ".kmz": read_kmz,
    ".zip": read_shapefile,
}


def read_upload(
    name: str,
    data: bytes,
    options: ReadingOptions | None = None,
    progress: Progress = ignore_progress,
) -> Upload:
    r"""Return every row of a file as written.

    Parameters
    ----------
    name
        Its name; the ending tells the kind, its content must agree.
    data
        Its bytes.
    options
        What the reader corrects of how it is read.
    progress
        Told how much is done, from 0 to 1; may raise to cancel.

    Raises
    ------
    Refused
        When the file as a whole is not taken; nothing else is raised for any content.

    Examples
    --------
    >>> upload = read_upload("sites.csv", "名称,经度,纬度\n一号,125.32,43.88\n".encode("gb18030"))
    >>> upload.cells.to_dict("records")
    [{'名称': '一号', '经度': '125.32', '纬度': '43.88'}]
    >>> upload.lines.tolist(), upload.recognised.encoding
    ([2], 'gb18030')
    """
    suffix = PurePosixPath(name.lower()).suffix
    if suffix == ".xls":
        raise Refused("xls")
    if suffix not in READERS:
        raise Refused("format", name=name[:60])
    require_size(data)
    if not data:
        raise Refused("empty")
    return READERS[suffix](name, data, options or ReadingOptions(), progress)
