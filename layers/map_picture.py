"""The map on a page as a drawing to take along: SVG, from the same state as the map itself.

Title, key, scale, sources, date and licence stand in the picture, so that it says the same away
from the page. It is drawn in the light theme, and shows what the map was asked to show, not how
far one has zoomed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

import shapely
from geopandas import GeoSeries

from geo import store
from geo.crs import STORED
from geo.export.extract import LICENCE
from geo.filters import list_options
from geo.i18n import translator
from geo.intake.own_layer import OwnLayer
from geo.layers import OWN
from geo.names import get_text
from layers import style
from layers.atlas_layer import MapState
from layers.corridor import corridor_outline
from layers.drawn_points import PlacedSign, Sign, list_key, place_signs
from layers.map_ground import (
    Box,
    choose_bar,
    find_review_number,
    is_inside,
    list_axes,
    list_names,
    project_layer,
    project_shapes,
    write_outlines,
    write_path,
    write_rivers,
)
from layers.markup import render_template
from layers.text_lines import break_lines, measure_text

WIDTH: Final = 1200  # pixels of a picture
EDGE: Final = 24
ALONE: Final = 760  # pixels of a map on a sheet
TITLE, WORD, FOOT = 22, 14, 12  # sizes of letters
LINE: Final = 1.45  # height of a line by its letters
SAMPLE: Final = 34  # pixels of a line of the key before its word
ROW: Final = 26  # pixels of a row of the key
MARGIN_KM: Final = 14
CLOSEST_KM: Final = 150  # width of a fitted map at least
HIGH: Final = 0.66  # of a map by its width at least
TEMPLATE: Final = "layers/templates/map_picture.svg"
PALETTE: Final = style.PALETTES["light"]


@dataclass(frozen=True)
class MapPicture:
    """A map and the words around it.

    `shows` says in a sentence or a name what the map shows; `link` opens the same; `day` and
    `version` date it; `own` are the reader's rows, where the map has any.
    """

    shows: str
    state: MapState
    link: str
    day: str
    version: str
    own: OwnLayer | None = None


@dataclass(frozen=True)
class KeyLine:
    """A line of the key: its word, and the one thing that stands before it."""

    text: str
    belt: dict[str, Any] | None = None
    claim: str = ""
    badge: str = ""
    sign: Sign | None = None
    x: float = 0
    y: float = 0


def draw_map_picture(picture: MapPicture, font: str = style.FONT) -> str:
    """Return a map with title, key, scale, sources, date and licence as SVG."""
    lang, inner = picture.state.lang, WIDTH - 2 * EDGE
    drawing = draw_map(picture.state, picture.own, inner)
    heading = break_lines(picture.shows, inner, TITLE)
    key = _flow(_list_key(picture.state, drawing["signs"]), inner)
    foot = [line for text in _write_foot(picture) for line in break_lines(text, inner, FOOT)]
    top = EDGE + TITLE * LINE * len(heading)
    under = top + drawing["height"] + 12
    below = under + (key[-1].y if key else 0) + ROW
    return render_template(
        TEMPLATE,
        lang,
        font=font,
        palette=PALETTE,
        width=WIDTH,
        height=below + FOOT * LINE * len(foot) + EDGE / 2,
        edge=EDGE,
        heading=[(EDGE + TITLE * LINE * (row + 0.5), line) for row, line in enumerate(heading)],
        foot=[(below + FOOT * LINE * (row + 0.7), line) for row, line in enumerate(foot)],
        key=key,
        under=under,
        map=drawing | {"x": EDGE, "y": top},
        **_STYLE,
    )


def draw_map_alone(state: MapState, own: OwnLayer | None = None, font: str = style.FONT) -> str:
    """Return the map without words around it as SVG, for a sheet that has them itself."""
    drawing = draw_map(state, own, ALONE)
    return render_template(
        TEMPLATE,
        state.lang,
        font=font,
        palette=PALETTE,
        width=ALONE,
        height=drawing["height"],
        edge=0,
        heading=[],
        foot=[],
        key=[],
        under=0,
        map=drawing | {"x": 0, "y": 0},
        **_STYLE,
    )


_STYLE: Final = {"shapes": style.SHAPES, "glyphs": style.GLYPHS}


def draw_map(state: MapState, own: OwnLayer | None, width: float) -> dict[str, Any]:
    """Return what the template draws of a map so many pixels wide; all places in kilometres."""
    box = _fit_box(state)
    unit = box[2] / width
    signs = place_signs(state, own, box, unit)
    claims = state.claims
    return {
        "box": box,
        "unit": unit,
        "width": width,
        "height": width * box[3] / box[2],
        "land": write_outlines("land"),
        "province": write_outlines("province"),
        "rivers": write_rivers(),
        "lakes": write_outlines("waters"),
        "prefectures": write_outlines("prefectures"),
        "counties": write_outlines("counties"),
        "claimed": _write_some("counties", claims.get("counties", {})),
        "selected": _write_selected(state),
        "corridors": _list_corridors(state),
        "belts": _list_belts(state),
        "names": _list_names(state, box, signs, unit),
        "signs": signs,
        "bar": choose_bar(box[2]),
        "review": find_review_number(),
    }


def _fit_box(state: MapState) -> Box:
    """Return what a drawing shows: what the map was asked to fly to, else its results, else all."""
    west, north, east, south = (float(edge) for edge in _find_shapes(state).total_bounds)
    width = max(east - west + 2 * MARGIN_KM, CLOSEST_KM)
    height = south - north + 2 * MARGIN_KM
    width, height = max(width, height), max(height, width * HIGH)
    return ((west + east - width) / 2, (north + south - height) / 2, width, height)


def _find_shapes(state: MapState) -> GeoSeries:
    if state.focus is not None and len(state.focus.to) == 4:
        return project_shapes(GeoSeries([shapely.box(*state.focus.to)], crs=STORED))
    leaders = [key for layer, key in state.pins if layer != OWN]
    return project_layer("parks")[leaders] if leaders else project_layer("province")


def _write_some(layer: str, ids: Any) -> str:
    shapes = project_layer(layer)
    return write_path(shapes[shapes.index.isin(list(ids))])


def _write_selected(state: MapState) -> str:
    layer, key = state.selected or ("", "")
    return _write_some(layer, [key]) if layer in {"prefectures", "counties"} else ""


def _list_shown_belts(state: MapState) -> list[str]:
    belts, rows = list_options("belt"), state.shown.get("belts")
    return list(belts) if rows is None else [belts[row] for row in rows]


def _list_belts(state: MapState) -> list[dict[str, Any]]:
    """Return the axes shown with colour, dash in pixels and whether they claim what is asked."""
    claiming, order = state.claims.get("belts"), list_options("belt")
    shown = _list_shown_belts(state) if state.layers.get("axis", True) else []
    return [
        {
            "id": belt,
            "path": path,
            "colour": PALETTE.belts[order.index(belt)],
            "dash": style.BELT_STYLES[order.index(belt)].dash,
            "faint": claiming is not None and belt not in claiming,
        }
        for belt, path in list_axes()
        if belt in shown
    ]


def _list_corridors(state: MapState) -> list[dict[str, Any]]:
    """Return the corridors of a width that was asked for, by belt."""
    features = list((state.extra or {}).get("features", []))
    if state.reach is not None:
        features.append(corridor_outline(state.reach.belt, state.reach.km))
    order = list_options("belt")
    corridors = []
    for feature in features:
        shape = project_shapes(GeoSeries([shapely.geometry.shape(feature["geometry"])], crs=STORED))
        colour = PALETTE.belts[order.index(feature["properties"]["belt"])]
        corridors.append({"path": write_path(shape), "colour": colour})
    return corridors


def _list_names(
    state: MapState, box: Box, signs: list[PlacedSign], unit: float
) -> list[dict[str, Any]]:
    """Return the names of prefectures inside the box, with the years of the documents claiming."""
    claims = state.claims.get("prefectures", {})
    ids = project_layer("prefectures").index
    names = [
        name | {"claim": claims.get(key, "")}
        for key, name in zip(ids, list_names("prefectures", state.lang), strict=True)
        if is_inside(box, name["x"], name["y"])
    ]
    return [name | {"y": _find_room(name, signs, unit)} for name in names]


def _find_room(name: dict[str, Any], signs: list[PlacedSign], unit: float) -> float:
    """Return how far down a name stands: where fewest signs lie under it, as near as can be."""
    half = measure_text(name["text"], WORD) / 2 * unit
    steps = sorted(range(-4, 5), key=abs)

    def count_covered(step: int) -> int:
        y = name["y"] + step * 12 * unit
        return sum(
            abs(sign.x - name["x"]) < half + 6 * unit and abs(sign.y - y + 5 * unit) < 12 * unit
            for sign in signs
        )

    return float(name["y"] + min(steps, key=count_covered) * 12 * unit)


def _list_key(state: MapState, signs: list[PlacedSign]) -> list[KeyLine]:
    """Return the lines of the key: belts by name, what claims look like, then the signs."""
    say, lang = translator(state.lang), state.lang
    names = store.load_layer("belts").drop_duplicates("id").set_index("id")
    return [
        *(
            KeyLine(get_text(names.loc[belt["id"]], "name", lang), belt=belt)
            for belt in _list_belts(state)
        ),
        *([KeyLine(say("Strong lines claim it"), claim="belt")] if "belts" in state.claims else []),
        *(
            KeyLine(say(f"key.claims.{kind}"), claim=kind, badge=next(iter(badges.values())))
            for kind, layer in (("prefecture", "prefectures"), ("county", "counties"))
            if (badges := state.claims.get(layer))
        ),
        *([KeyLine(say("Rank in the answer"), badge="1")] if state.pins else []),
        *(KeyLine(word, sign=sign) for sign, word in list_key(signs, lang)),
    ]


def _flow(lines: list[KeyLine], width: float) -> list[KeyLine]:
    """Return the lines with their places, as many in a row as have room."""
    x, y, placed = 0.0, ROW / 2, []
    for line in lines:
        room = SAMPLE + measure_text(line.text, WORD) + 26
        if x and x + room > width:
            x, y = 0.0, y + ROW
        placed.append(replace(line, x=x, y=y))
        x += room
    return placed


def _write_foot(picture: MapPicture) -> list[str]:
    say = translator(picture.state.lang)
    version = say("data version {version}").format(version=picture.version)
    licence = say("Licence of the atlas's data: {name}").format(name=LICENCE)
    return [
        " · ".join([say("Jilin Belt Atlas"), picture.day, version, say("schematic")]),
        " · ".join([say("sources"), licence]),
        picture.link,
    ]
