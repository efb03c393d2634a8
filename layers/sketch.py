"""Maps for print: inline SVG from the atlas's own layers, its text selectable, no network.

Drawn in the measuring projection, in kilometres, north up.
"""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from geo import store
from geo.i18n import Language
from layers import style
from layers.map_ground import (
    Box,
    choose_bar,
    find_review_number,
    is_inside,
    list_axes,
    list_names,
    place_points,
    project_point,
    write_outlines,
    write_rivers,
)
from layers.markup import render_template
from layers.spread import spread_points
from layers.text_lines import measure_text

SURROUNDINGS_KM = 30  # around the outermost of marked parks
WIDE = 1.7  # width of a fitted map by its height
COUNTIES_BELOW_KM = 260  # a wider map names prefectures only
PALETTE = style.PALETTES["light"]


@dataclass(frozen=True)
class Mark:
    """A park on a sketch: its id and the text in its sign (its rank).

    `at` is longitude and latitude of what is no park of the atlas.
    """

    park: str
    text: str
    strong: bool = False
    at: tuple[float, float] | None = None


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
    return _draw(
        box, marks, lang, belts, names=list_names(layer, lang), unit=width / 680, font=font
    )


def park_map(mark: Mark, lang: Language, width_km: float = 90, font: str = style.FONT) -> str:
    """Return the surroundings of a park with county names and hubs."""
    x, y = _place(mark)
    box = (x - width_km / 2, y - width_km / 3, width_km, width_km / 1.5)
    unit = box[2] / 300
    return _draw(box, [mark], lang, (), names=list_names("counties", lang), unit=unit, font=font)


def park_picture(mark: Mark, lang: Language) -> str:
    """Return `park_map` as an image element, for pages that let no SVG through."""
    text = b64encode(park_map(mark, lang).encode()).decode("ascii")
    return render_template(
        "layers/templates/picture.html", lang, source=f"data:image/svg+xml;base64,{text}"
    )


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
        land=write_outlines("land"),
        province=write_outlines("province"),
        rivers=write_rivers(),
        lakes=write_outlines("waters"),
        prefectures=write_outlines("prefectures"),
        counties=write_outlines("counties"),
        belts=[
            {
                "path": line,
                "colour": PALETTE.belts[order.index(belt)],
                "dash": " ".join(
                    f"{length * unit:.2f}" for length in style.BELT_STYLES[order.index(belt)].dash
                ),
            }
            for belt, line in list_axes()
            if belt in belts
        ],
        names=[
            name
            for name in names
            if is_inside(box, name["x"], name["y"]) and not _is_covered(name, signs, unit)
        ],
        hubs=_hubs(box),
        badge=style.SHAPES["badge"],
        marks=signs,
        bar=choose_bar(box[2]),
        review=find_review_number(),
    )


def _is_covered(name: dict[str, Any], signs: list[dict[str, Any]], unit: float) -> bool:
    """Return whether a sign would lie over a name."""
    wide = measure_text(name["text"], 12) / 2
    return any(
        abs(sign["x"] - name["x"]) < (wide + 9) * unit
        and abs(sign["y"] - name["y"] + 4 * unit) < 15 * unit
        for sign in signs
    )


def _hubs(box: Box) -> list[dict[str, Any]]:
    kinds = store.load_layer("hubs").set_index("id").kind
    return [
        {"x": round(x, 1), "y": round(y, 1), "glyph": style.GLYPHS[kinds[key]]}
        for key, (x, y) in place_points("hubs").items()
        if is_inside(box, x, y)
    ]


def _place(mark: Mark) -> tuple[float, float]:
    return place_points("parks")[mark.park] if mark.at is None else project_point(*mark.at)


def _marks(marks: Sequence[Mark], unit: float) -> list[dict[str, Any]]:
    """Place signs at their parks; those that would cover one another move aside with a line."""
    places = [_place(mark) for mark in marks]
    spots = spread_points(places, 19 * unit)
    return [
        {"x": round(spot[0], 2), "y": round(spot[1], 2), "at": (round(at[0], 2), round(at[1], 2)),
         "text": mark.text, "strong": mark.strong}
        for mark, at, spot in zip(marks, places, spots, strict=True)
    ]  # fmt: skip
