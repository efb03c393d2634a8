"""A reader's own points and outlines, served to their map alone.

The address holds a token that cannot be guessed. Only the session holds the payload; this module
knows it by a weak reference, so that it is gone when the session is, or when the reader says so.
"""

from __future__ import annotations

import gzip
import json
from secrets import token_urlsafe
from typing import TYPE_CHECKING, Final
from weakref import WeakValueDictionary

import numpy as np

from layers.assets import PREFIX, Asset
from layers.outlines import outlines as outline_rows
from layers.payload import points

if TYPE_CHECKING:
    from geopandas import GeoDataFrame, GeoSeries

FOLDER: Final = "own/"
_payloads: WeakValueDictionary[str, OwnPayload] = WeakValueDictionary()


class OwnPayload:
    """The points of one reader, as the map fetches them, at an address of their own."""

    def __init__(self, content: bytes) -> None:
        self.path = f"{FOLDER}{token_urlsafe(24)}.json"
        self.asset = Asset(
            content,
            "application/json; charset=utf-8",
            "private, no-store",
            gzip.compress(content, 1, mtime=0),
        )

    @property
    def url(self) -> str:
        """Address as seen from the map's frame."""
        return f"{PREFIX}/{self.path}"


def offer_rows(frame: GeoDataFrame, outlines: GeoSeries | None = None) -> OwnPayload:
    """Return the payload of a reader's points; it is served for as long as somebody holds it.

    `outlines` are the true shapes, by id, of the rows that are more than a point.
    """
    record = points(frame)
    del record["en"]  # the names stand once
    if outlines is not None and len(outlines):
        rows = frame["id"].isin(outlines.index)
        record["outlines"] = outline_rows(outlines.reindex(frame["id"][rows]), np.flatnonzero(rows))
    # Fetched as JSON and never part of a script, so it needs no escaping.
    content = json.dumps(
        record,
        ensure_ascii=False,
        allow_nan=False,
        separators=(",", ":"),
    )
    payload = OwnPayload(content.encode())
    _payloads[payload.path] = payload
    return payload


def find_asset(path: str) -> Asset | None:
    """Return what is served at a path below ``/atlas``, or None when nobody holds it any more."""
    payload = _payloads.get(path)
    return payload.asset if payload else None
