"""What an upload may be, and the one error that refuses a file as a whole."""

from geo.errors import AtlasError
from geo.i18n import translator

MEGABYTE = 1024 * 1024
BYTES = 50 * MEGABYTE
FEATURES = 200_000
COLUMNS = 100
UNPACKED = 4 * BYTES  # of an archive, all members together
RATIO = 200  # unpacked to packed; spreadsheets of repeated words reach 50
MEMBERS = 1_000

REASONS = {
    "archive": "The archive is damaged: {detail}. Pack it again.",
    "bomb": "The archive unpacks to more than {most} MB: refused. Send fewer features.",
    "columns": "{count} columns; at most {most} are taken. Leave out those you do not need.",
    "damaged": "The file cannot be read as {format}: {detail}. Export it again.",
    "encrypted": "The archive is locked with a password. Send it without.",
    "empty": "The file has no rows.",
    "entities": "The file defines entities or a document type, which is refused. Export it again.",
    "features": "More than {most} features. Split the file, or send those you need.",
    "format": (
        "File type of “{name}” is not supported. Use CSV, Excel (.xlsx), GeoJSON, GeoPackage, "
        "KML, KMZ, or a Shapefile as .zip."
    ),
    "layer": "“{name}” is not in the file. It has: {known}.",
    "members": "The archive holds more than {most} files: refused.",
    "nested": "The archive holds another archive ({name}): refused. Unpack it first.",
    "no_layer": "The archive holds no {format}.",
    "path": "The archive names a path outside itself ({name}): refused.",
    "several": "The archive holds several layers ({known}). Send one at a time.",
    "shapefile": "The Shapefile lacks its {name} part. Pack all of its parts into one .zip.",
    "size": "The file has {count} MB; at most {most} MB are taken. Split it.",
    "xls": "Excel's old form (.xls) is not taken. Save it as .xlsx.",
}


class Refused(AtlasError):
    """A file that is not taken; `code` is a key of `REASONS`, `values` fill its gaps."""

    def __init__(self, code: str, **values: object) -> None:
        self.code, self.values = code, values
        super().__init__(self.explain("en"))

    def explain(self, lang: str) -> str:
        """Return why, and what to do, in `lang` ("zh" or "en")."""
        return translator(lang)(REASONS[self.code]).format(**self.values)


def require_size(data: bytes) -> None:
    """Raise Refused when a file is larger than `BYTES`."""
    if len(data) > BYTES:
        raise Refused("size", count=-(-len(data) // MEGABYTE), most=BYTES // MEGABYTE)


def require_columns(count: int) -> None:
    """Raise Refused when a table has more than `COLUMNS` columns."""
    if count > COLUMNS:
        raise Refused("columns", count=count, most=COLUMNS)


def require_features(count: int) -> None:
    """Raise Refused when a layer has none, or more than `FEATURES`."""
    if count > FEATURES:
        raise Refused("features", most=f"{FEATURES:,}")
    if count == 0:
        raise Refused("empty")
