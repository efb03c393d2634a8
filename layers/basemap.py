"""The constant map: view, limits and controls; built anew on every run from equal inputs.

Nothing here depends on the reader's choices, so its hash stays equal and the browser keeps the
map, and the view, across reruns. Addresses are relative to the map's own frame and lead back to
this server: the map works in a closed network.
"""

from __future__ import annotations

import os
from typing import Any, Final

import folium
from folium.template import Template

from layers.assets import vendor_url
from layers.atlas_layer import AtlasLayer
from layers.html import script_json

WEST, SOUTH, EAST, NORTH = 121.6, 40.8, 131.3, 46.3
#: Leaflet's own options. The wheel scrolls the page until the reader clicks into the map.
OPTIONS: Final[dict[str, Any]] = {
    "center": [43.7, 126.4],
    "zoom": 7,
    "minZoom": 4,
    "maxZoom": 15,
    "zoomSnap": 0.1,
    "zoomDelta": 0.7,
    "wheelPxPerZoomLevel": 100,
    "maxBounds": [[30, 103], [55, 150]],
    "maxBoundsViscosity": 1,
    "bounceAtZoomLimits": False,
    "scrollWheelZoom": False,
    "zoomControl": False,
}


class AtlasMap(folium.Map):
    """Folium's map without the page-wide styles and scripts that it brings for stand-alone pages.

    What this element renders travels with every change, so it is kept short.
    """

    _template = Template("""
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = L.map({{ this.get_name()|tojson }}, {{ this.leaflet }});
            {{ this.get_name() }}.attributionControl.setPrefix("Leaflet");
        {% endmacro %}
    """)
    leaflet = script_json(OPTIONS)


def base_map() -> folium.Map:
    """Build the atlas's map with its one layer, and the operator's tiles if there are any.

    Environment
    -----------
    ATLAS_TILES
        ``osm`` or ``tianditu``; anything else, or nothing, keeps the map offline.
    ATLAS_TIANDITU_KEY
        The operator's key; without it Tianditu stays off.
    ATLAS_REVIEW_NUMBER
        The map review number (审图号) to print at the lower left.
    """
    atlas_map = AtlasMap(location=OPTIONS["center"], zoom_start=OPTIONS["zoom"], tiles=None)
    atlas_map.default_js = [("leaflet", vendor_url("leaflet.js"))]
    atlas_map.default_css = [("leaflet_css", vendor_url("leaflet.css"))]
    for tiles in _operator_tiles():
        atlas_map.add_child(tiles)
    bounds = (WEST, SOUTH, EAST, NORTH)
    atlas_map.add_child(AtlasLayer(bounds, os.environ.get("ATLAS_REVIEW_NUMBER", "").strip()))
    return atlas_map


def _operator_tiles() -> list[folium.TileLayer]:
    choice = os.environ.get("ATLAS_TILES", "").strip().lower()
    key = os.environ.get("ATLAS_TIANDITU_KEY", "").strip()
    if choice == "osm":
        address = "https://tile.openstreetmap.org/{z}/{x}/{y}.png"
        return [_tiles(address, "© OpenStreetMap contributors")]
    if choice == "tianditu" and key:
        return [_tiles(_tianditu(name, key), "天地图 Tianditu") for name in ("vec", "cva")]
    return []


def _tianditu(name: str, key: str) -> str:
    return (
        f"https://t{{s}}.tianditu.gov.cn/{name}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0"
        f"&LAYER={name}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles"
        f"&TILEMATRIX={{z}}&TILEROW={{y}}&TILECOL={{x}}&tk={key}"
    )


def _tiles(address: str, attribution: str) -> folium.TileLayer:
    return folium.TileLayer(
        tiles=address,
        attr=attribution,
        subdomains="01234567" if "tianditu" in address else "abc",
        max_zoom=18,
        control=False,
    )
