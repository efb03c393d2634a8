"""Maps for print: inline SVG from the atlas's own layers, its text selectable, no network.

Drawn in the measuring projection, in kilometres, north up.
"""

from base64 import b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import shapely
from geopandas import GeoSeries

from geo import store
from geo.crs import METRIC, STORED, to_metric
from geo.i18n import Language
from geo.names import get_text
from layers import style
from layers.markup import render_template

TOLERANCE_KM = 0.6
MARGIN_KM = 12
WIDE_SIGNS = 0x2E7F  # Chinese ones come after it
SURROUNDINGS_KM = 30  # around the outermost of marked parks
WIDE = 1.7  # width of a fitted map by its height
COUNTIES_BELOW_KM = 260  # a wider map names prefectures only
PALETTE = style.PALETTES["light"]
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Mark:
    """A park on a sketch: its id and the text in its sign (its rank).

    `at` is longitude and latitude of what is no park of the atlas.
    """

    park: str
    text: str
    strong: bool = False
    at: tuple[float, float] | None = None


@cache
def _areas(layer: str) -> GeoSeries:
    frame = store.load_layer(layer).set_index("id")
    return to_metric(frame.geometry).scale(1e-3, -1e-3, origin=(0, 0))


@cache
def svg_path(layer: str) -> str:
    """Return all rings of a layer as one SVG path, simplified for display."""
    shapes = shapely.simplify(_areas(layer).to_numpy(), TOLERANCE_KM)
    rings = [ring for shape in shapes for ring in _rings(shape)]
    return "".join(
        "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in shapely.get_coordinates(ring)[:-1]) + "Z"
        for ring in rings
    )


def _rings(shape: Any) -> Iterable[Any]:
    for part in shapely.get_parts(shape):
        if isinstance(part, shapely.Polygon):
            yield part.exterior
            yield from part.interiors


@cache
def _belt_lines() -> tuple[tuple[str, str], ...]:
    belts = store.load_layer("belts")
    axes = belts[belts.geometry_kind == "axis"].set_index("id").geometry
    lines = to_metric(axes).scale(1e-3, -1e-3, origin=(0, 0))
    return tuple(
        (
            str(belt),
            "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in shapely.get_coordinates(line)),
        )
        for belt, line in lines.items()
    )


@cache
def _points(layer: str) -> dict[str, tuple[float, float]]:
    frame = store.load_layer(layer).set_index("id")
    shapes = to_metric(frame.geometry)
    return {key: (point.x / 1e3, -point.y / 1e3) for key, point in shapes.items()}


def province_map(marks: Sequence[Mark], lang: Language, belts: Sequence[str] = ()) -> str:
    """Return the province with marked parks, prefecture names, hubs and the axes of `belts`."""
    west, north, east, south = (float(edge) for edge in _areas("province").total_bounds)
    box = (
        west - MARGIN_KM, north - MARGIN_KM,
        east - west + 2 * MARGIN_KM, south - north + 2 * MARGIN_KM,
    )  # fmt: skip
    return _draw(box, marks, lang, belts, names=_names("prefectures", lang), unit=box[2] / 760)


def result_map(
    marks: Sequence[Mark], lang: Language, belts: Sequence[str] = (), font: str = style.FONT
) -> str:
    """Return a map fitted to the marked parks, with the axes of `belts` and names of counties."""
    places = [_place(mark) for mark in marks] or [(0.0, 0.0)]
    (west, east), (north, south) = (
        (min(sides) - SURROUNDINGS_KM, max(sides) + SURROUNDINGS_KM)
        for sides in zip(*places, strict=True)
    )
    width = max(east - west, (south - north) * WIDE)
    height = width / WIDE
    box = ((west + east - width) / 2, (north + south - height) / 2, width, height)
    layer = "counties" if width < COUNTIES_BELOW_KM else "prefectures"
    return _draw(box, marks, lang, belts, names=_names(layer, lang), unit=width / 680, font=font)


def park_map(mark: Mark, lang: Language, width_km: float = 90, font: str = style.FONT) -> str:
    """Return the surroundings of a park with county names and hubs."""
    x, y = _place(mark)
    box = (x - width_km / 2, y - width_km / 3, width_km, width_km / 1.5)
    unit = box[2] / 300
    return _draw(box, [mark], lang, (), names=_names("counties", lang), unit=unit, font=font)


def park_picture(mark: Mark, lang: Language) -> str:
    """Return `park_map` as an image element, for pages that let no SVG through."""
    text = b64encode(park_map(mark, lang).encode()).decode("ascii")
    return render_template(
        "layers/templates/picture.html", lang, source=f"data:image/svg+xml;base64,{text}"
    )


def _names(layer: str, lang: Language) -> list[dict[str, Any]]:
    frame = store.load_layer(layer).set_index("id")
    shapes = _areas(layer)
    return [
        {
            "text": get_text(row, "name", lang),
            "x": round(shapes[row.Index].representative_point().x, 1),
            "y": round(shapes[row.Index].representative_point().y, 1),
        }
        for row in frame.itertuples()
    ]


def _draw(
    box: Box,
    marks: Sequence[Mark],
    lang: Language,
    belts: Sequence[str],
    *,
    names: list[dict[str, Any]],
    unit: float,
    font: str = style.FONT,
) -> str:
    """Fill in the template; `unit` is one pixel of the drawing in kilometres."""
    order = list(store.load_layer("belts").id.drop_duplicates())
    signs = _marks(marks, unit)
    return render_template(
        "layers/templates/sketch.svg",
        lang,
        font=font,
        box=box,
        unit=unit,
        palette=PALETTE,
        land=svg_path("land"),
        province=svg_path("province"),
        prefectures=svg_path("prefectures"),
        counties=svg_path("counties"),
        belts=[
            {
                "path": line,
                "colour": PALETTE.belts[order.index(belt)],
                "dash": " ".join(
                    f"{length * unit:.2f}" for length in style.BELT_STYLES[order.index(belt)].dash
                ),
            }
            for belt, line in _belt_lines()
            if belt in belts
        ],
        names=[
            name
            for name in names
            if _inside(box, name["x"], name["y"]) and not _is_covered(name, signs, unit)
        ],
        hubs=_hubs(box),
        badge=style.SHAPES["badge"],
        marks=signs,
        bar=_bar(box[2]),
        review=style_review(),
    )


def style_review() -> str:
    """Return the map review number that the operator gave, or nothing."""
    from os import environ

    return environ.get("ATLAS_REVIEW_NUMBER", "").strip()


def _inside(box: Box, x: float, y: float) -> bool:
    return box[0] < x < box[0] + box[2] and box[1] < y < box[1] + box[3]


def _is_covered(name: dict[str, Any], signs: list[dict[str, Any]], unit: float) -> bool:
    """Return whether a sign would lie over a name."""
    wide = sum(12 if ord(sign) > WIDE_SIGNS else 6.5 for sign in name["text"]) / 2
    return any(
        abs(sign["x"] - name["x"]) < (wide + 9) * unit
        and abs(sign["y"] - name["y"] + 4 * unit) < 15 * unit
        for sign in signs
    )


def _hubs(box: Box) -> list[dict[str, Any]]:
    kinds = store.load_layer("hubs").set_index("id").kind
    return [
        {"x": round(x, 1), "y": round(y, 1), "glyph": style.GLYPHS[kinds[key]]}
        for key, (x, y) in _points("hubs").items()
        if _inside(box, x, y)
    ]


def _place(mark: Mark) -> tuple[float, float]:
    return _points("parks")[mark.park] if mark.at is None else project_point(*mark.at)


def _marks(marks: Sequence[Mark], unit: float) -> list[dict[str, Any]]:
    """Place signs at their parks; those that would cover one another move aside with a line."""
    labels: list[dict[str, Any]] = []
    reach = 19 * unit
    for mark in marks:
        x, y = _place(mark)
        spot = next(
            (x + dx * reach, y + dy * reach)
            for dx, dy in OFFSETS
            if all((label["x"] - x - dx * reach) ** 2 + (label["y"] - y - dy * reach) ** 2
                   >= (reach * 0.95) ** 2 for label in labels)
        )  # fmt: skip
        labels.append(
            {"x": round(spot[0], 2), "y": round(spot[1], 2), "at": (round(x, 2), round(y, 2)),
             "text": mark.text, "strong": mark.strong}
        )  # fmt: skip
    return labels


# Rings of places around a point, nearest first: enough for more signs than a report holds.
OFFSETS = sorted(
    ((dx, dy) for dx in range(-12, 13) for dy in range(-12, 13)),
    key=lambda pair: pair[0] ** 2 + pair[1] ** 2,
)


def _bar(width: float) -> int:
    """Return the length of the scale bar: a round number near a sixth of the width, km."""
    return max(km for km in (5, 10, 20, 50, 100, 200) if km <= width / 5 or km == 5)


def project_point(lon: float, lat: float) -> tuple[float, float]:
    """Return where a point of EPSG:4326 lies on a sketch."""
    point = GeoSeries([shapely.Point(lon, lat)], crs=STORED).to_crs(METRIC).iloc[0]
    return point.x / 1e3, -point.y / 1e3
