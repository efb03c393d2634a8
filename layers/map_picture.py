"""The map on a page as a drawing to take along: SVG, from the same state as the map itself.

Title, key, scale, sources, date and licence stand in the picture, so that it says the same away
from the page. It is drawn in the light theme, and shows what the map was asked to show, not how
far one has zoomed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

from geo import store
from geo.export.extract import LICENCE
from geo.i18n import translator
from geo.intake.own_layer import OwnLayer
from geo.names import get_text
from layers import style
from layers.atlas_layer import MapState
from layers.drawn_points import PlacedSign, Sign, list_key
from layers.map_drawing import PALETTE, WORD, draw_map, list_belts
from layers.markup import render_template
from layers.text_lines import break_lines, measure_text

WIDTH: Final = 1200  # pixels of a picture
EDGE: Final = 24
ALONE: Final = 760  # pixels of a map on a sheet
TITLE, FOOT = 22, 12  # sizes of letters
LINE: Final = 1.45  # height of a line by its letters
SAMPLE: Final = 34  # pixels of a line of the key before its word
ROW: Final = 26  # pixels of a row of the key
TEMPLATE: Final = "layers/templates/map_picture.svg"


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


def _list_key(state: MapState, signs: list[PlacedSign]) -> list[KeyLine]:
    """Return the lines of the key: belts by name, what claims look like, then the signs."""
    say, lang = translator(state.lang), state.lang
    names = store.load_layer("belts").drop_duplicates("id").set_index("id")
    return [
        *(
            KeyLine(get_text(names.loc[belt["id"]], "name", lang), belt=belt)
            for belt in list_belts(state)
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
