"""Addresses of the API below `/api`: the same filter, under the same names, as the app's links."""

from urllib.parse import urlencode

from geo.filters import Filter
from geo.layers import LAYERS

PARK_FACETS = ("level", "kind", "unverified")  # what only parks have


def name_collection(layer: str, geometry: str = "territory") -> str:
    """Return the collection of a layer; belts have one for each shape.

    >>> name_collection("belts", "axis"), name_collection("parks")
    ('belts-axis', 'parks')
    """
    shaped = LAYERS[layer].geometry == "belts" and geometry != "territory"
    return f"{layer}-{geometry}" if shaped else layer


def items_address(base: str, layer: str, chosen: Filter, geometry: str = "territory") -> str:
    """Return where the API at `base` gives what a filter shows of a layer as GeoJSON.

    >>> items_address("http://127.0.0.1:8501/api", "parks", Filter(level=("national",)))
    'http://127.0.0.1:8501/api/collections/parks/items?level=national&f=json'
    """
    params = {
        name: text
        for name, text in chosen.to_params().items()
        if LAYERS[layer].narrowed_by == "park" or name not in PARK_FACETS
    }
    place = f"{base}/collections/{name_collection(layer, geometry)}/items"
    return f"{place}?{urlencode({**params, 'f': 'json'})}"
