"""What the server must serve for the map: Leaflet, our script and style sheet, and the data.

Pure functions: address → bytes. The app mounts them as routes below ``/atlas``.
"""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from geo.errors import AtlasError
from geo.i18n import shell_language, translator
from geo.paths import ROOT

LEAFLET: Final = ROOT / "node_modules" / "leaflet" / "dist"
#: From the frame of the map component back to this server's root.
PREFIX: Final = "../../atlas"
FOR_EVER: Final = "public, max-age=31536000, immutable"
#: Made by `scripts/bundle.py` of the modules in `layers/js` and beside their screens.
BUNDLES: Final = Path(__file__).parent / "bundles"
_STYLE_SHEET = Path(__file__).parent / "js" / "atlas.css"
_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".png": "image/png",
}


class AssetMissing(AtlasError):
    """A file of the map is not installed; the text names the remedy."""


@dataclass(frozen=True)
class Asset:
    """One file to serve; `zipped` is the same, gzipped, where that is smaller."""

    content: bytes
    media_type: str
    cache_control: str
    zipped: bytes | None = None


def read_bundle(name: str) -> bytes:
    """Return what `scripts/bundle.py` made of a script and all that it imports.

    Raises
    ------
    AssetMissing
        If it has not been made.
    """
    path = BUNDLES / f"{name}.js"
    if not path.is_file():
        say = translator(shell_language())
        message = say(
            "The scripts of the browser are not bundled ({name} is missing): run {command}."
        )
        raise AssetMissing(message.format(name=path.name, command="`python -m scripts.bundle`"))
    return path.read_bytes()


@cache
def script() -> bytes:
    """Return the map's script."""
    return read_bundle("map")


@cache
def style_sheet() -> bytes:
    """Our style sheet, and what stands where a map will be."""
    from layers.placeholder import write_placeholder  # needs the data; the rest does not

    return _STYLE_SHEET.read_bytes() + write_placeholder()


def script_url() -> str:
    """Address of our script as seen from the map's frame."""
    return f"{PREFIX}/js/atlas.js?v={_hash(script())}"


def style_url() -> str:
    """Address of our style sheet as seen from the map's frame."""
    return f"{PREFIX}/js/atlas.css?v={_hash(style_sheet())}"


def vendor_url(name: str) -> str:
    """Address of a file of Leaflet as seen from the map's frame."""
    return f"{PREFIX}/vendor/{name}?v=1.9.4"


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:10]


def hashed(path: str, content: bytes) -> str:
    """Return a path with a hash of the content before its ending: new when the content is."""
    name = Path(path)
    return str(name.with_stem(f"{name.stem}-{_hash(content)}"))


def assets(leaflet: Path = LEAFLET) -> dict[str, Asset]:
    """Every file to serve, by its path below ``/atlas``, without a leading slash.

    Raises
    ------
    AssetMissing
        If Leaflet is not installed in `leaflet`.
    """
    from layers.payload import (
        atlas_payload,
        payload_name,
    )  # the payload needs the data; the rest not

    vendor = {
        f"vendor/{path.relative_to(leaflet).as_posix()}": path.read_bytes()
        for path in _leaflet_files(leaflet)
    }
    scripts = {
        "js/atlas.js": script(),
        "js/atlas.css": style_sheet(),
        f"data/{payload_name()}": atlas_payload(),
    }
    return {path: asset(path, content) for path, content in {**vendor, **scripts}.items()}


def _leaflet_files(folder: Path) -> list[Path]:
    needed = [folder / "leaflet.js", folder / "leaflet.css"]
    missing = [path for path in needed if not path.is_file()]
    if missing:
        say = translator(shell_language())
        message = say("Leaflet is not installed ({name} is missing): run `make run`.")
        raise AssetMissing(message.format(name=missing[0].name))
    return needed + sorted((folder / "images").glob("*.png"))


def asset(path: str, content: bytes) -> Asset:
    """Return a file to serve, by the ending of its path; it may be kept for ever."""
    suffix = Path(path).suffix
    zipped = None if suffix == ".png" else gzip.compress(content, 9, mtime=0)
    return Asset(content, _TYPES[suffix], FOR_EVER, zipped)
