"""One look for every map: colours, symbols and line patterns, as plain data.

The browser, the legend, the QGIS export and the printed report all read these tables, so they
hold numbers and names only. Hues come from Okabe and Ito's palette, which stays apart for
colour-blind readers. No meaning rests on hue alone: belts differ in dash and hatch, parks in
shape, precision in outline; and every symbol has an outline of at least 3:1 against the land.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Final, Literal

from geo.layers import OWN
from layers.looks import AreaLook, KeyRow, KeySection, LayerStyle, PointLook

Theme = Literal["light", "dark"]

#: Of page, map, charts, report and API alike: the system's own, then one with the Chinese signs.
FONT: Final = (
    "-apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC',"
    " 'Noto Sans SC', 'Source Han Sans SC', 'WenQuanYi Zen Hei', system-ui, sans-serif"
)


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of one theme; every value is ``#rrggbb``.

    `on_national` is that of text on `national`, `caution` that of a sign which is read as text, and
    in print the ground of text on what is marked.
    """

    sea: str
    neighbour: str
    land: str
    water: str
    province_line: str
    prefecture_line: str
    county_line: str
    text: str
    text_soft: str
    halo: str
    panel: str
    panel_line: str
    outline: str
    national: str
    on_national: str
    provincial: str
    not_stated: str
    cluster: str
    brand: str
    hub: str
    hub_glyph: str
    seat: str
    own: str
    shade: str
    selected: str
    caution: str
    belts: tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class BeltStyle:
    """How one belt differs without its colour: dash in pixels, hatch angle in degrees."""

    dash: tuple[int, ...]
    hatch: int


PALETTES: Final[dict[Theme, Palette]] = {
    "light": Palette(
        sea="#dce6ec",
        neighbour="#eceae4",
        land="#fbfaf6",
        water="#a6c8da",
        province_line="#4a5560",
        prefecture_line="#828c94",
        county_line="#d3d4d0",
        text="#26313a",
        text_soft="#5b6670",
        halo="#fbfaf6",
        panel="#ffffff",
        panel_line="#d5d9dc",
        outline="#16232d",
        national="#0072b2",
        on_national="#ffffff",
        provincial="#a5d3ee",
        not_stated="#e3e3de",
        cluster="#009e73",
        brand="#e69f00",
        hub="#ffffff",
        hub_glyph="#26313a",
        seat="#55606a",
        own="#f0e442",
        shade="#0072b2",
        selected="#d55e00",
        caution="#b3450c",
        belts=("#d55e00", "#009e73", "#b0568a", "#b87d00"),
    ),
    "dark": Palette(
        sea="#0b1218",
        neighbour="#141b21",
        land="#1f2830",
        water="#33536a",
        province_line="#a9b4bd",
        prefecture_line="#6b7781",
        county_line="#37424b",
        text="#e8edf1",
        text_soft="#a9b4bd",
        halo="#1b232a",
        panel="#1a2229",
        panel_line="#3a4650",
        outline="#d3dce2",
        national="#56b4e9",
        on_national="#0b1218",
        provincial="#285f88",
        not_stated="#4c555d",
        cluster="#1fb58a",
        brand="#e69f00",
        hub="#2b363f",
        hub_glyph="#eef3f6",
        seat="#b4bec6",
        own="#f0e442",
        shade="#56b4e9",
        selected="#ff9a4d",
        caution="#ff9a4d",
        belts=("#f08344", "#2fc39a", "#e09ac2", "#e9b44c"),
    ),
}

BELT_STYLES: Final[tuple[BeltStyle, ...]] = (
    BeltStyle(dash=(), hatch=45),
    BeltStyle(dash=(10, 4), hatch=135),
    BeltStyle(dash=(2, 4), hatch=0),
    BeltStyle(dash=(10, 4, 2, 4), hatch=90),
)

PARK_SHAPES: Final[dict[str, str]] = {
    "economic_technological": "hexagon",
    "high_tech": "diamond",
    "border_cooperation": "triangle",
    "comprehensive_bonded": "cross",
    "new_area": "star",
    "provincial_development_zone": "circle",
    "industrial_concentration": "square",
    "characteristic_park": "triangle_down",
}
PARK_LEVELS: Final[tuple[str, ...]] = ("national", "provincial", "not_stated")
PRECISIONS: Final[tuple[str, ...]] = ("site", "geocoded", "town", "county_seat")
BRAND_KINDS: Final[tuple[str, ...]] = ("place", "product")
HUB_KINDS: Final[tuple[str, ...]] = (
    "airport",
    "rail_station",
    "border_port",
    "seaport",
    "inland_port",
    "research",
)

#: Outlines in a box from -1 to 1, y downwards; SVG path syntax, which a canvas also reads.
SHAPES: Final[dict[str, str]] = {
    "circle": "M.94 0A.94 .94 0 1 1-.94 0A.94 .94 0 1 1 .94 0Z",
    "square": "M-.82-.82H.82V.82H-.82Z",
    "diamond": "M0-1.12L1.12 0L0 1.12L-1.12 0Z",
    "triangle": "M0-1.08L1.1 .84H-1.1Z",
    "triangle_down": "M0 1.08L1.1-.84H-1.1Z",
    "hexagon": "M0-1.06L.92-.53V.53L0 1.06L-.92 .53V-.53Z",
    "cross": "M-.4-1.04H.4V-.4H1.04V.4H.4V1.04H-.4V.4H-1.04V-.4H-.4Z",
    "star": "M0-1.2L.32-.4L1.16-.36L.5 .16L.74 1L0 .52L-.74 1L-.5 .16L-1.16-.36L-.32-.4Z",
    "trefoil": (
        "M.5-.52A.5 .5 0 1 1-.5-.52A.5 .5 0 1 1 .5-.52Z"
        "M-.06 .44A.5 .5 0 1 1-1.06 .44A.5 .5 0 1 1-.06 .44Z"
        "M1.06 .44A.5 .5 0 1 1 .06 .44A.5 .5 0 1 1 1.06 .44Z"
    ),
    "pin": "M0 1.2C-.28 .72-.88 .3-.88-.26A.88 .88 0 1 1 .88-.26C.88 .3 .28 .72 0 1.2Z",
    "ribbon": "M-.72-1.04H.72V1.04L0 .5L-.72 1.04Z",
    "badge": "M-.6-.95H.6A.35 .35 0 0 1 .95-.6V.6A.35 .35 0 0 1 .6 .95H-.6A.35 .35 0 0 1-.95 .6V-.6A.35 .35 0 0 1-.6-.95Z",  # noqa: E501
    "dot": "M.45 0A.45 .45 0 1 1-.45 0A.45 .45 0 1 1 .45 0Z",
}

#: Glyphs inside the badge of a hub, in the same box.
GLYPHS: Final[dict[str, str]] = {
    "airport": (
        "M0-.72C.1-.72 .13-.56 .13-.44V-.2L.68 .16V.32L.13 .16V.44L.3 .58V.7L0 .6L-.3 .7"
        "V.58L-.13 .44V.16L-.68 .32V.16L-.13-.2V-.44C-.13-.56-.1-.72 0-.72Z"
    ),
    "rail_station": (
        "M-.3-.66H.3A.16 .16 0 0 1 .46-.5V.2A.16 .16 0 0 1 .3 .36L.5 .7H.3L.2 .52H-.2L-.3 .7"
        "H-.5L-.3 .36A.16 .16 0 0 1-.46 .2V-.5A.16 .16 0 0 1-.3-.66ZM-.3-.46V-.1H.3V-.46Z"
        "M-.28 .06V.2H-.12V.06ZM.12 .06V.2H.28V.06Z"
    ),
    "border_port": "M-.66-.6H.66V-.36H.52V.64H.28V-.04H-.28V.64H-.52V-.36H-.66ZM-.28-.36V-.24H.28V-.36Z",  # noqa: E501
    "seaport": (
        "M0-.72A.2 .2 0 0 1 .1-.34V-.2H.34V-.02H.1V.46C.3 .42 .42 .3 .46 .14L.32 .18L.5-.06"
        "L.7 .14L.62 .18C.56 .5 .3 .68 0 .7C-.3 .68-.56 .5-.62 .18L-.7 .14L-.5-.06L-.32 .18"
        "L-.46 .14C-.42 .3-.3 .42-.1 .46V-.02H-.34V-.2H-.1V-.34A.2 .2 0 0 1 0-.72Z"
    ),
    "inland_port": "M-.66 .04H-.05V.62H-.66ZM.05 .04H.66V.62H.05ZM-.3-.62H.31V-.04H-.3Z",
    "research": (
        "M-.2-.7H.2V-.54H.12V-.14L.58 .5A.14 .14 0 0 1 .46 .7H-.46A.14 .14 0 0 1-.58 .5"
        "L-.12-.14V-.54H-.2Z"
    ),
}


def _key(
    prefix: str, column: str, cells_of_column: tuple[str, ...], **cells: str
) -> tuple[KeyRow, ...]:
    """Return a line of the key for each word of a column."""
    return tuple(KeyRow(f"{prefix}.{word}", {**cells, column: word}) for word in cells_of_column)


PARK_LOOK: Final = PointLook(
    shape="circle",
    fill="not_stated",
    shape_by_kind=PARK_SHAPES,
    fill_by_level={level: level for level in PARK_LEVELS},
    large_levels=("national",),
    example={"level": "national"},
    key=(
        KeySection("key.kinds", _key("kind", "kind", tuple(PARK_SHAPES), level="national"), "kind"),
        KeySection("key.levels", _key("level", "level", PARK_LEVELS)),
        KeySection(
            "key.precision",
            (
                KeyRow("precision.site", {"location_precision": "site"}),
                KeyRow("precision.approximate", {"location_precision": "town"}),
                KeyRow("status.unverified", {"status": "unverified"}),
            ),
        ),
    ),
)
HUB_LOOK: Final = PointLook(
    shape="badge",
    fill="hub",
    glyph_by="kind",
    example={"kind": "airport"},
    key=(KeySection("key.hubs", _key("kind", "kind", HUB_KINDS), "kind"),),
)

PARK_SHORT: Final = (
    KeyRow("short.national", {"level": "national"}),
    KeyRow("short.provincial", {"level": "provincial"}),
    KeyRow("level.not_stated", {"level": "not_stated"}),
    KeyRow("short.approximate", {"level": "provincial", "location_precision": "town"}),
)

#: Order here is the order of the legend; it is also the list of ids that a link may name.
LAYERS: Final[dict[str, LayerStyle]] = {
    "corridor": LayerStyle("belts", True, AreaLook("strip"), "belts"),
    "axis": LayerStyle(
        "belts", True, AreaLook("line", width=3), "belts", (KeyRow("short.axis", {}),)
    ),
    "territory": LayerStyle("belts", False, AreaLook("hatch", width=1.2), "belts"),
    OWN: LayerStyle("points", True, PointLook("pin", "own", noun="one.own")),
    "parks": LayerStyle("points", True, PARK_LOOK, short=PARK_SHORT),
    "clusters": LayerStyle(
        "points", False, PointLook("trefoil", "cluster", seated=True, noun="one.clusters")
    ),
    "brands": LayerStyle(
        "points", False, PointLook("ribbon", "brand", seated=True, noun="one.brands")
    ),
    "hubs": LayerStyle(
        "points", True, HUB_LOOK, short=(KeyRow("short.hubs", {"kind": "rail_station"}),)
    ),
    "seats": LayerStyle(
        "points", True, PointLook("dot", "seat", ground=True, large_levels=("prefecture",))
    ),
    "prefectures": LayerStyle(
        "boundaries", True, AreaLook("frame", "prefecture_line", 1.6), "prefectures"
    ),
    "counties": LayerStyle("boundaries", True, AreaLook("frame", "text_soft", 0.7), "counties"),
}


def point_looks() -> Iterator[tuple[str, PointLook]]:
    """Yield layers of points and their looks in the order of the legend, the own one too."""
    for layer, layer_style in LAYERS.items():
        if isinstance(layer_style.look, PointLook):
            yield layer, layer_style.look


def point_layers() -> tuple[str, ...]:
    """Return the atlas's layers of points in the order they are drawn: the last one lies on top."""
    return tuple(layer for layer, _ in point_looks() if layer != OWN)[::-1]


def write_css_variables() -> str:
    """Return the colours as custom properties of a style sheet, and the font.

    Each has the value of both themes; the `color-scheme` of the page, which Streamlit sets, picks.
    """
    light, dark = (asdict(PALETTES[theme]) for theme in ("light", "dark"))
    colours = [
        f"  --atlas-{name.replace('_', '-')}: light-dark({light[name]}, {dark[name]});"
        for name in light
        if isinstance(light[name], str)
    ]
    return "\n".join([":root {", *colours, f"  --atlas-font: {FONT};", "}", ""])


def as_dict() -> dict[str, object]:
    """Everything the browser needs to draw, ready for JSON."""
    return {
        "font": FONT,
        "palettes": {theme: asdict(palette) for theme, palette in PALETTES.items()},
        "belts": [asdict(belt) for belt in BELT_STYLES],
        "layers": {layer: asdict(layer_style) for layer, layer_style in LAYERS.items()},
        "pointLayers": point_layers(),
        "ownLayer": OWN,
        "shapes": SHAPES,
        "glyphs": GLYPHS,
    }
