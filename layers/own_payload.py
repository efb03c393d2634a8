"""A reader's own points and outlines, served to their map and their search alone.

The address holds a token that cannot be guessed. Only the session holds the layer; this module
knows it by a weak reference, so that the payload is gone when the session is, or when the reader
says so.
"""

from __future__ import annotations

import gzip
import json
from secrets import token_urlsafe
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakKeyDictionary, WeakValueDictionary, ref

import numpy as np

from geo.search import fold_text
from layers.assets import PREFIX, Asset
from layers.outlines import encode_outlines as outline_rows
from layers.payload import encode_points

if TYPE_CHECKING:
    from geo.intake.own_layer import OwnLayer

FOLDER: Final = "own/"
_offered: WeakKeyDictionary[OwnLayer, OwnPayload] = WeakKeyDictionary()
_payloads: WeakValueDictionary[str, OwnPayload] = WeakValueDictionary()


class OwnPayload:
    """The points of one reader, as the map fetches them, at an address of their own."""

    def __init__(self, content: bytes, layer: OwnLayer) -> None:
        self.layer = ref(layer)
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


def offer_layer(layer: OwnLayer) -> OwnPayload:
    """Return the payload of a reader's layer, made once; it is served for as long as the layer is.

    The points carry the names once; shapes that are more than a point come as outlines.
    """
    payload = _offered.get(layer)
    if payload is None:
        payload = _offered[layer] = OwnPayload(_encode_layer(layer), layer)
        _payloads[payload.path] = payload
    return payload


def _encode_layer(layer: OwnLayer) -> bytes:
    record = encode_points(layer.frame)
    del record["en"]  # the names stand once
    if len(layer.outlines):
        rows = layer.frame["id"].isin(layer.outlines.index)
        shapes = layer.outlines.reindex(layer.frame["id"][rows])
        record["outlines"] = outline_rows(shapes, np.flatnonzero(rows))
    # Fetched as JSON and never part of a script, so it needs no escaping.
    return json.dumps(record, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def find_asset(path: str) -> Asset | None:
    """Return what is served at a path below ``/atlas``, or None when its layer is gone."""
    payload = _payloads.get(path)
    return payload.asset if payload else None


def find_hits(path: str, text: str, limit: int) -> list[dict[str, Any]] | None:
    """Return the rows that `text` may mean, best first, as the search of the page ranks them.

    None when nothing is served at this path, or no longer.
    """
    payload = _payloads.get(path)
    layer = payload.layer() if payload else None
    if layer is None:
        return None
    folded = fold_text(text)
    ranked = layer.name_index.find_hits(folded, limit) if folded else []
    return [
        {"layer": hit.layer, "id": hit.id, "name": hit.name_zh, "rank": rank}
        for rank, hit in ranked
    ]
