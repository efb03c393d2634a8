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

from geo import build, store
from geo.errors import AtlasError
from geo.export import atlas
from geo.filters import label_option, list_options
from geo.i18n import translator
from geo.layers import OWN
from layers import style
from layers.looks import PointLook
from layers.markup import render_template

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
    label: str
    parts: tuple[tuple[str, dict[str, str]], ...]  # class of a symbol layer and its options


@dataclass(frozen=True)
class Layer:
    """A layer of the project."""

    name: str
    label: str
    kind: str  # marker, line or fill
    symbols: tuple[Symbol, ...]
    visible: bool = True
    lettering: dict[str, str] = field(default_factory=dict)  # size, colour; empty: no labels

    @property
    def geometry(self) -> tuple[str, int]:
        """The name and the number that QGIS gives to the kind of geometry."""
        return GEOMETRIES[self.kind]

    @property
    def key(self) -> str:
        """Its id in the project; QGIS makes a new one of an id of ten letters or fewer."""
        return f"jilin_{self.name}_layer"


def join_languages(msgid: str) -> str:
    """Return words in both languages: a project has no language of its own."""
    chinese, english = translator("zh")(msgid), translator("en")(msgid)
    return f"{chinese} {english}"


def embed_symbol(look: dict[str, Any]) -> str:
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


def make_marker(where: str, label: str, size: float, **look: Any) -> Symbol:
    """Return a symbol of points, `size` in millimetres."""
    symbol_options = {"name": embed_symbol(look), "size": f"{size:g}", "size_unit": "MM"}
    return Symbol(where, label, (("SvgMarker", symbol_options),))


def draw_parks() -> Layer:
    """Return parks: shape by kind, fill and size by level, dashes and hollow as on the map."""
    columns = store.load_layer("parks")[["level", "kind", "location_precision", "status"]]
    exact = columns.location_precision == "site"
    looks = columns.assign(exact=exact).drop(columns="location_precision").drop_duplicates()
    order = {"level": style.PARK_LEVELS, "kind": tuple(style.PARK_SHAPES)}
    ranked = looks.sort_values(
        ["level", "kind", "status", "exact"],
        key=lambda column: column.map(order[column.name].index) if column.name in order else column,
        ascending=[True, True, False, False],
    )
    return Layer(
        "parks",
        join_languages("layer.parks"),
        "marker",
        tuple(_park(look) for look in ranked.itertuples()),
        lettering={"size": "7.5", "colour": PALETTE.text},
    )


def _park(look: Any) -> Symbol:
    rule = (
        f"\"level\" = '{look.level}' AND \"kind\" = '{look.kind}' AND \"status\" = '{look.status}'"
    )
    sign = "=" if look.exact else "<>"
    fill = getattr(PALETTE, look.level)
    names = [join_languages(f"kind.{look.kind}"), join_languages(f"level.{look.level}")]
    names += [] if look.exact else [join_languages("precision.approximate")]
    names += [] if look.status == "verified" else [join_languages("status.unverified")]
    return make_marker(
        f"{rule} AND \"location_precision\" {sign} 'site'",
        " · ".join(names),
        4.4 if look.level == "national" else 3.4,
        shape=style.PARK_SHAPES[look.kind],
        fill=PALETTE.land if look.status == "unverified" else fill,
        dashed=not look.exact,
    )


def draw_hubs() -> Layer:
    """Return hubs: a badge with the glyph of the kind."""
    return Layer(
        "hubs",
        join_languages("layer.hubs"),
        "marker",
        tuple(
            make_marker(
                f"\"kind\" = '{kind}'",
                join_languages(f"kind.{kind}"),
                3.6,
                shape="badge",
                fill=PALETTE.hub,
                glyph=kind,
            )
            for kind in style.HUB_KINDS
        ),
    )


def draw_points(name: str, shape: str, fill: str, size: float, *, visible: bool = False) -> Layer:
    """Return points that all look the same."""
    name_in_both = join_languages(f"layer.{name}")
    return Layer(
        name,
        name_in_both,
        "marker",
        (make_marker("", name_in_both, size, shape=shape, fill=fill),),
        visible,
    )


def draw_belts(kind: str) -> Layer:
    """Return belts in one of their shapes: colour, dash and hatch of each."""
    names = {
        belt: f"{label_option('belt', belt, 'zh')} {label_option('belt', belt, 'en')}"
        for belt in list_options("belt")
    }
    draw = {"axis": _axis, "corridor": _corridor, "territory": _territory}[kind]
    symbols = tuple(
        Symbol(f"\"id\" = '{belt}'", names[belt], draw(row)) for row, belt in enumerate(names)
    )
    geometry = "line" if kind == "axis" else "fill"
    return Layer(
        f"belt_{kind}", join_languages(f"layer.{kind}"), geometry, symbols, kind != "territory"
    )


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
                "customdash": ";".join(f"{0.3 * length:g}" for length in dash) or "5;2",
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


def draw_areas(name: str, line: str, width: float, **more: Any) -> Layer:
    """Return administrative areas: an outline, the land for the province."""
    name_in_both = join_languages(f"layer.{name}")
    inside = {"color": PALETTE.land} if name == "province" else {"style": "no"}
    fill_options = {**inside, "outline_color": line, "outline_width": f"{width:g}"}
    return Layer(
        name,
        name_in_both,
        "fill",
        (Symbol("", name_in_both, (("SimpleFill", fill_options),)),),
        **more,
    )


def draw_look(layer: str, look: PointLook) -> Layer:
    """Return a layer of points by its look."""
    if look.shape_by_kind:
        return draw_parks()
    if look.glyph_by:
        return draw_hubs()
    return draw_points(layer, look.shape, getattr(PALETTE, look.fill), 3.6)


def _stands_out(layer: str, look: PointLook) -> bool:
    return layer != OWN and not look.ground


def list_layers() -> tuple[Layer, ...]:
    """Return every layer of the project, the topmost first."""
    return (
        *(
            draw_look(layer, look)
            for layer, look in style.point_looks()
            if _stands_out(layer, look)
        ),
        draw_points("specialities", "dot", PALETTE.shade, 3),
        draw_points("seats", "dot", PALETTE.seat, 2.2, visible=True),
        draw_belts("axis"),
        draw_belts("corridor"),
        draw_belts("territory"),
        draw_areas(
            "prefectures",
            PALETTE.prefecture_line,
            0.4,
            lettering={"size": "10", "colour": PALETTE.text_soft},
        ),
        draw_areas("counties", PALETTE.county_line, 0.2),
        draw_areas("province", PALETTE.province_line, 0.6),
    )


def render_project() -> str:
    """Return the project as the text of a `.qgs` file."""
    west, south, east, north = store.load_layer("province").to_crs(3857).total_bounds
    edges = (west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN)
    # The first view shows the province, in Web Mercator as the app does.
    extent = dict(zip(("xmin", "ymin", "xmax", "ymax"), map("{:.0f}".format, edges), strict=True))
    return render_template(
        "layers/templates/atlas.qgs",
        "zh",  # a project has no language of its own: its words come in both
        title=join_languages("Jilin Belt Atlas"),
        layers=list_layers(),
        extent=extent,
        geopackage=atlas.GEOPACKAGE,
        mercator=MERCATOR,
        wgs84=WGS84,
        name_field=NAME,
        halo=PALETTE.halo,
        write_colour=write_colour,
    )


def write_colour(text: str) -> str:
    """Return `#rrggbb` or `#rrggbbaa` as QGIS writes colours; other texts as they are."""
    if not text.startswith("#"):
        return text
    parts = [int(text[start : start + 2], 16) for start in range(1, len(text), 2)]
    return ",".join(map(str, [*parts, 255][:4]))


def main(path: Path = atlas.PROJECT) -> int:
    """Write the project; a user's error is printed without a stack trace, status 2."""
    try:
        build.save_file(path, render_project())
    except AtlasError as error:
        print(error, file=sys.stderr)
        return 2
    print(path.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
