"""Items as a file, in every format of `geo.export`."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from api.configuration import COLLECTIONS
from api.provider import EVERYTHING
from geo.export import FORMATS, encode_extract, make_extract

#: What `f` may ask for beside JSON and HTML; GeoJSON is what `json` gives.
KINDS = tuple(kind for kind in FORMATS if kind != "geojson")


def write(collection: str, found: Mapping[str, Any], kind: str) -> tuple[str, bytes]:
    """Return the media type and the content of a file with the features that were `found`.

    `found` is the FeatureCollection that answers the same question as JSON: its features, in
    their order, and its sentence of the filter. Columns and geometry are always whole.
    """
    layer, geometry = COLLECTIONS[collection]
    whole = make_extract(layer, EVERYTHING, geometry=geometry)
    rows = whole.frame.set_index("id", drop=False).loc[[one["id"] for one in found["features"]]]
    shown = replace(whole, frame=rows.reset_index(drop=True), filter=found["filter"])
    return FORMATS[kind].media_type, encode_extract(shown, kind)
