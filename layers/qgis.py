"""A QGIS project that draws the whole atlas's GeoPackage as the app does.

`make build` writes it to `data/built/atlas.qgs` by `python -m layers.qgis`; `geo.export.atlas`
puts it beside the GeoPackage. Colours, symbols and dashes are those of `layers.style`, in the
light theme.
"""

from __future__ import annotations

import base64
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from geo import build, store
from geo.errors import AtlasError
from geo.export import atlas
from geo.filters import label_option, list_options
from geo.i18n import translator
from layers import style
from layers.looks import PointLook

PALETTE = style.PALETTES["light"]
NAME = 'if(left(@qgis_locale, 2) = \'zh\', "name_zh", "name_en")'
GEOMETRIES = {"marker": ("Point", 0), "line": ("Line", 1), "fill": ("Polygon", 2)}
# QGIS takes the project's own system for unknown where only its authority's number is given.
WGS84 = {"proj4": "+proj=longlat +datum=WGS84 +no_defs", "srid": "4326", "authid": "EPSG:4326"}
MERCATOR = {
    "proj4": "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m"
    " +nadgrids=@null +wktext +no_defs",
    "srid": "3857",
    "authid": "EPSG:3857",
}
MARGIN = 12_000  # of the first view, in metres


@dataclass(frozen=True)
class Symbol:
    """One line of a legend: which rows (a QGIS expression), what they are called, how drawn."""

    where: str
    words: str
    parts: tuple[tuple[str, dict[str, str]], ...]  # class of a symbol layer and its options


@dataclass(frozen=True)
class Layer:
    """A layer of the project."""

    name: str
    words: str
    kind: str  # marker, line or fill
    symbols: tuple[Symbol, ...]
    shown: bool = True
    lettering: dict[str, str] = field(default_factory=dict)  # size, colour; empty: no labels

    @property
    def key(self) -> str:
        """Its id in the project; QGIS makes a new one of an id of ten letters or fewer."""
        return f"jilin_{self.name}_layer"


def both(msgid: str) -> str:
    """Return words in both languages: a project has no language of its own."""
    chinese, english = translator("zh")(msgid), translator("en")(msgid)
    return f"{chinese} {english}"


def svg(look: dict[str, Any]) -> str:
    """Return a symbol of `layers.style` as an embedded SVG: shape, fill, dashed, glyph."""
    dash = ' stroke-dasharray="0.36 0.22"' if look.get("dashed") else ""
    glyph = (
        f'<path d="{style.GLYPHS[look["glyph"]]}" fill="{PALETTE.hub_glyph}" fill-rule="evenodd"/>'
        if "glyph" in look
        else ""
    )
    text = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1.4 -1.4 2.8 2.8">'
        f'<path d="{style.SHAPES[look["shape"]]}" fill="{look["fill"]}" '
        f'stroke="{PALETTE.outline}" stroke-width="0.16" stroke-linejoin="round"{dash}/>'
        f"{glyph}</svg>"
    )
    return "base64:" + base64.b64encode(text.encode()).decode()


def marker(where: str, words: str, size: float, **look: Any) -> Symbol:
    """Return a symbol of points, `size` in millimetres."""
    options_ = {"name": svg(look), "size": f"{size:g}", "size_unit": "MM"}
    return Symbol(where, words, (("SvgMarker", options_),))


def parks() -> Layer:
    """Return parks: shape by kind, fill and size by level, dashes and hollow as on the map."""
    held = store.load_layer("parks")[["level", "kind", "location_precision", "status"]]
    exact = held.location_precision == "site"
    looks = held.assign(exact=exact).drop(columns="location_precision").drop_duplicates()
    order = {"level": style.PARK_LEVELS, "kind": tuple(style.PARK_SHAPES)}
    ranked = looks.sort_values(
        ["level", "kind", "status", "exact"],
        key=lambda one: one.map(order[one.name].index) if one.name in order else one,
        ascending=[True, True, False, False],
    )
    return Layer(
        "parks",
        both("layer.parks"),
        "marker",
        tuple(_park(look) for look in ranked.itertuples()),
        lettering={"size": "7.5", "colour": PALETTE.text},
    )


def _park(look: Any) -> Symbol:
    rule = (
        f"\"level\" = '{look.level}' AND \"kind\" = '{look.kind}' AND \"status\" = '{look.status}'"
    )
    sign = "=" if look.exact else "<>"
    fill = PALETTE.national if look.level == "national" else PALETTE.provincial
    words = [both(f"kind.{look.kind}"), both(f"level.{look.level}")]
    words += [] if look.exact else [both("precision.approximate")]
    words += [] if look.status == "verified" else [both("status.unverified")]
    return marker(
        f"{rule} AND \"location_precision\" {sign} 'site'",
        " · ".join(words),
        4.4 if look.level == "national" else 3.4,
        shape=style.PARK_SHAPES[look.kind],
        fill=PALETTE.land if look.status == "unverified" else fill,
        dashed=not look.exact,
    )


def hubs() -> Layer:
    """Return hubs: a badge with the glyph of the kind."""
    return Layer(
        "hubs",
        both("layer.hubs"),
        "marker",
        tuple(
            marker(
                f"\"kind\" = '{kind}'",
                both(f"kind.{kind}"),
                3.6,
                shape="badge",
                fill=PALETTE.hub,
                glyph=kind,
            )
            for kind in style.HUB_KINDS
        ),
    )


def simple(name: str, shape: str, fill: str, size: float, *, shown: bool = False) -> Layer:
    """Return points that all look the same."""
    words = both(f"layer.{name}")
    return Layer(name, words, "marker", (marker("", words, size, shape=shape, fill=fill),), shown)


def belts(kind: str) -> Layer:
    """Return belts in one of their shapes: colour, dash and hatch of each."""
    words = {
        belt: f"{label_option('belt', belt, 'zh')} {label_option('belt', belt, 'en')}"
        for belt in list_options("belt")
    }
    drawn = {"axis": _axis, "corridor": _corridor, "territory": _territory}[kind]
    symbols = tuple(
        Symbol(f"\"id\" = '{belt}'", words[belt], drawn(row)) for row, belt in enumerate(words)
    )
    geometry = "line" if kind == "axis" else "fill"
    return Layer(f"belt_{kind}", both(f"layer.{kind}"), geometry, symbols, kind != "territory")


def _axis(row: int) -> tuple[tuple[str, dict[str, str]], ...]:
    dash = style.BELT_STYLES[row].dash
    return (
        (
            "SimpleLine",
            {
                "line_color": PALETTE.belts[row],
                "line_width": "0.8",
                "line_width_unit": "MM",
                "use_custom_dash": "1" if dash else "0",
                "customdash": ";".join(f"{0.3 * one:g}" for one in dash) or "5;2",
                "customdash_unit": "MM",
            },
        ),
    )


def _corridor(row: int) -> tuple[tuple[str, dict[str, str]], ...]:
    colour = PALETTE.belts[row]
    return (("SimpleFill", {"color": f"{colour}2e", "outline_color": f"{colour}99"}),)


def _territory(row: int) -> tuple[tuple[str, dict[str, str]], ...]:
    colour, angle = PALETTE.belts[row], style.BELT_STYLES[row].hatch
    return (
        ("LinePatternFill", {"angle": str(angle), "distance": "2.4", "color": colour}),
        ("SimpleFill", {"style": "no", "outline_color": colour, "outline_width": "0.5"}),
    )


def areas(name: str, line: str, width: float, **more: Any) -> Layer:
    """Return administrative areas: an outline, the land for the province."""
    words = both(f"layer.{name}")
    inside = {"color": PALETTE.land} if name == "province" else {"style": "no"}
    options_ = {**inside, "outline_color": line, "outline_width": f"{width:g}"}
    return Layer(name, words, "fill", (Symbol("", words, (("SimpleFill", options_),)),), **more)


def points(layer: str, look: PointLook) -> Layer:
    """Return a layer of points by its look."""
    if look.shape_by_kind:
        return parks()
    if look.glyph_by:
        return hubs()
    return simple(layer, look.shape, getattr(PALETTE, look.fill), 3.6)


def _stands_out(layer: str, look: PointLook) -> bool:
    return layer != style.OWN and not look.ground


def layers() -> tuple[Layer, ...]:
    """Return every layer of the project, the topmost first."""
    return (
        *(points(layer, look) for layer, look in style.point_looks() if _stands_out(layer, look)),
        simple("specialities", "dot", PALETTE.shade, 3),
        simple("seats", "dot", PALETTE.seat, 2.2, shown=True),
        belts("axis"),
        belts("corridor"),
        belts("territory"),
        areas(
            "prefectures",
            PALETTE.prefecture_line,
            0.4,
            lettering={"size": "10", "colour": PALETTE.text_soft},
        ),
        areas("counties", PALETTE.county_line, 0.2),
        areas("province", PALETTE.province_line, 0.6),
    )


def project() -> str:
    """Return the project as the text of a `.qgs` file."""
    root = ET.Element("qgis", projectname=both("Jilin Belt Atlas"), version="3.22.0")
    ET.SubElement(root, "title").text = both("Jilin Belt Atlas")
    _system(ET.SubElement(root, "projectCrs"), MERCATOR)
    tree = ET.SubElement(root, "layer-tree-group")
    known = layers()
    for one in known:
        checked = "Qt::Checked" if one.shown else "Qt::Unchecked"
        ET.SubElement(
            tree,
            "layer-tree-layer",
            id=one.key,
            name=one.words,
            source=_source(one),
            providerKey="ogr",
            checked=checked,
            expanded="0",
        )
    _canvas(ET.SubElement(root, "mapcanvas", name="theMapCanvas"))
    held = ET.SubElement(root, "projectlayers")
    for one in known:
        _layer(held, one)
    order = ET.SubElement(root, "layerorder")
    for one in known:
        ET.SubElement(order, "layer", id=one.key)
    more = ET.SubElement(root, "properties")
    ET.SubElement(ET.SubElement(more, "Paths"), "Absolute", type="bool").text = "false"
    # Without it QGIS does not read the project's own coordinate system.
    known_system = ET.SubElement(more, "SpatialRefSys")
    ET.SubElement(known_system, "ProjectionsEnabled", type="int").text = "1"
    ET.indent(root)
    return ET.tostring(root, encoding="unicode") + "\n"


def _source(one: Layer) -> str:
    return f"./{atlas.GEOPACKAGE}|layername={one.name}"


def _system(parent: ET.Element, known: dict[str, str]) -> None:
    system = ET.SubElement(parent, "spatialrefsys")
    for name, text in known.items():
        ET.SubElement(system, name).text = text


def _canvas(canvas: ET.Element) -> None:
    """Show the province, in Web Mercator as the app does."""
    ET.SubElement(canvas, "units").text = "meters"
    west, south, east, north = store.load_layer("province").to_crs(3857).total_bounds
    bounds = (west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN)
    extent = ET.SubElement(canvas, "extent")
    for name, edge in zip(("xmin", "ymin", "xmax", "ymax"), bounds, strict=True):
        ET.SubElement(extent, name).text = f"{edge:.0f}"
    _system(ET.SubElement(canvas, "destinationsrs"), MERCATOR)


def _layer(parent: ET.Element, one: Layer) -> None:
    geometry, number = GEOMETRIES[one.kind]
    made = ET.SubElement(
        parent,
        "maplayer",
        type="vector",
        geometry=geometry,
        labelsEnabled="1" if one.lettering else "0",
    )
    for name, text in (("id", one.key), ("datasource", _source(one)), ("layername", one.words)):
        ET.SubElement(made, name).text = text
    _system(ET.SubElement(made, "srs"), WGS84)
    ET.SubElement(made, "provider", encoding="UTF-8").text = "ogr"
    _renderer(made, one)
    if one.lettering:
        _labels(made, one.lettering)
    ET.SubElement(made, "previewExpression").text = NAME
    ET.SubElement(made, "layerGeometryType").text = str(number)


def _renderer(made: ET.Element, one: Layer) -> None:
    if not one.symbols[0].where:
        drawn = ET.SubElement(made, "renderer-v2", type="singleSymbol", symbollevels="0")
        _symbols(drawn, one)
        return
    drawn = ET.SubElement(made, "renderer-v2", type="RuleRenderer", symbollevels="0")
    rules = ET.SubElement(drawn, "rules", key=f"{one.name}-rules")
    for row, symbol in enumerate(one.symbols):
        ET.SubElement(
            rules,
            "rule",
            key=f"{one.name}-{row}",
            symbol=str(row),
            label=symbol.words,
            filter=symbol.where,
        )
    _symbols(drawn, one)


def _symbols(drawn: ET.Element, one: Layer) -> None:
    held = ET.SubElement(drawn, "symbols")
    for row, symbol in enumerate(one.symbols):
        made = ET.SubElement(held, "symbol", type=one.kind, name=str(row), alpha="1")
        for kind, known in symbol.parts:
            part = ET.SubElement(made, "layer", {"class": kind, "enabled": "1", "pass": "0"})
            _options(part, known)


def _options(parent: ET.Element, known: dict[str, str]) -> None:
    """Write options twice: as QGIS reads them from 3.22 on, and as it did before."""
    held = ET.SubElement(parent, "Option", type="Map")
    for name, text in known.items():
        ET.SubElement(held, "Option", name=name, value=_colour(text), type="QString")
    for name, text in known.items():
        ET.SubElement(parent, "prop", k=name, v=_colour(text))


def _colour(text: str) -> str:
    """Return `#rrggbb` or `#rrggbbaa` as QGIS writes colours; other texts as they are."""
    if not text.startswith("#"):
        return text
    parts = [int(text[at : at + 2], 16) for at in range(1, len(text), 2)]
    return ",".join(str(one) for one in [*parts, 255][:4])


def _labels(made: ET.Element, known: dict[str, str]) -> None:
    labelling = ET.SubElement(made, "labeling", type="simple")
    settings = ET.SubElement(labelling, "settings", calloutType="simple")
    text = ET.SubElement(
        settings,
        "text-style",
        fieldName=NAME,
        isExpression="1",
        fontSize=known["size"],
        fontSizeUnit="Point",
        textColor=_colour(known["colour"]),
        textOpacity="1",
    )
    ET.SubElement(
        text,
        "text-buffer",
        bufferDraw="1",
        bufferSize="0.7",
        bufferSizeUnits="MM",
        bufferColor=_colour(PALETTE.halo),
        bufferOpacity="1",
    )


def main(path: Path = atlas.PROJECT) -> int:
    """Write the project; a user's error is printed without a stack trace, status 2."""
    try:
        build.save_file(path, project())
    except AtlasError as error:
        print(error, file=sys.stderr)
        return 2
    print(path.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
