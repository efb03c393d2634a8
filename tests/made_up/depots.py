"""A layer that is not in the atlas, as somebody who adds one writes it: model, record and look.

Its table is `depots.csv`. Loaded as a plugin of pytest before anything else reads the records.
"""

from typing import Literal

from geo.layers import LAYERS, Layer
from geo.models import TABLES, Citations, Lat, Lon, Named, Noted, PlaceCode, Precision
from layers import style
from layers.looks import LayerStyle, PointLook


class Depot(Named, Noted):
    """A depot."""

    kind: Literal["dry", "cold"]
    """Kind of depot."""
    lon: Lon
    """Longitude, degrees east, WGS 84."""
    lat: Lat
    """Latitude, degrees north, WGS 84."""
    county_adcode: PlaceCode
    """The county it lies in."""
    location_precision: Precision
    """What the point stands for."""
    sources: Citations
    """Where the row comes from."""


TABLES["depots"] = Depot
LAYERS["depots"] = Layer(
    id="depots",
    geometry="points",
    sources=("pages",),
    narrowed_by="county",
    proof="pages",
    searched=8,
    columns=("kind", "county_adcode", "location_precision"),
)
style.LAYERS["depots"] = LayerStyle("points", True, PointLook("square", "hub", noun="one.depots"))
