"""Names of files that say what they hold, and files that are whole or not there."""

from pathlib import Path

from geo.errors import AtlasError
from geo.filters import Filter
from geo.i18n import shell_language, translator
from geo.paths import display_path, replace_file


def file_stem(layer: str, chosen: Filter) -> str:
    """Return a file's name without suffix: the layer and what the filter asks for."""
    parts = [option for facet in chosen.active for option in getattr(chosen, facet)]
    return "-".join(["jilin", layer, *parts])[:100]


def file_name(layer: str, chosen: Filter, suffix: str = ".geojson") -> str:
    """Return a file name that says what the file holds.

    >>> file_name("parks", Filter(level=("national",)), ".csv")
    'jilin-parks-national.csv'
    """
    return file_stem(layer, chosen) + suffix


def write_file(path: Path, content: str | bytes) -> None:
    """Write a file that a command makes, whole or not at all.

    Raises AtlasError naming the path when it cannot be written.
    """
    data = content.encode() if isinstance(content, str) else content
    try:
        replace_file(path, data)
    except OSError as error:
        say = translator(shell_language())
        message = say("{path} cannot be written: {reason}. Choose another place with -o.")
        raise AtlasError(message.format(path=display_path(path), reason=error.strerror)) from error
