"""The points of a map's state as signs of a drawing, and the key to those that are there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from geo import store
from geo.belts.corridors import VERDICTS
from geo.i18n import Language, translator
from geo.intake.own_layer import OwnLayer
from geo.layers import OWN
from layers import style
from layers.atlas_layer import MapState
from layers.looks import PointLook
from layers.map_ground import Box, is_inside, project_shapes
from layers.spread import spread_points

STEP: Final = 11  # pixels between signs
RANK_STEP: Final = 21  # and between ranks, which lie over them
APPROXIMATE: Final = tuple(word for word in style.PRECISIONS if word != "site")
NAMED: Final = "seats"  # their names say all of it
#: By column, what of a sign shows its word.
SHOWN_BY: Final = {
    "kind": ("shape", "glyph"),
    "level": ("fill",),
    "location_precision": ("approximate",),
    "status": ("unverified",),
}


@dataclass(frozen=True)
class Sign:
    """How a row of a layer looks; a `verdict` says how surely it lies in a corridor."""

    layer: str
    shape: str
    fill: str
    glyph: str = ""
    large: bool = False
    approximate: bool = False
    unverified: bool = False
    verdict: str = ""


class PlacedSign(NamedTuple):
    """A sign, where it is drawn and `at` which point it belongs; `number` is a result's rank."""

    x: float
    y: float
    at: tuple[float, float]
    sign: Sign
    number: int
    selected: bool


class _Row(NamedTuple):
    at: tuple[float, float]
    sign: Sign
    number: int
    selected: bool


def place_signs(state: MapState, own: OwnLayer | None, box: Box, unit: float) -> list[PlacedSign]:
    """Return the signs of the rows that a map shows inside a box, the topmost last.

    `unit` is one pixel in kilometres. Signs that would cover others move aside; results and what
    is large keep their points.
    """
    rows = [row for layer in _list_layers(state, own) for row in _read_layer(state, layer, own)]
    rows = [row for row in rows if is_inside(box, *row.at)]
    rows.sort(key=lambda row: (not row.number, row.number, not row.sign.large))
    ranked = [row.at for row in rows if row.number]
    others = [row.at for row in rows if not row.number]
    spots = spread_points(ranked, RANK_STEP * unit) + spread_points(others, STEP * unit)
    return [
        PlacedSign(x, y, row.at, row.sign, row.number, row.selected)
        for (x, y), row in zip(spots, rows, strict=True)
    ][::-1]


def list_key(signs: Iterable[PlacedSign], lang: Language) -> list[tuple[Sign, str]]:
    """Return the lines of the key that the signs need, in the words of the map's own legend."""
    say, there = translator(lang), {placed.sign for placed in signs if not placed.number}
    park = style.PARK_LOOK
    lines = [
        (_dress("parks", park, park.example, verdict), say(f"verdict.{verdict}"))
        for verdict in VERDICTS
        if any(sign.verdict == verdict for sign in there)
    ]
    for layer, look in style.point_looks():
        # A verdict takes the place into account, so its signs do not tell how exact that is.
        of_layer = [sign for sign in there if sign.layer == layer]
        lines += [(sign, say(word)) for sign, word in _list_lines(layer, look, of_layer)]
    return lines


def _list_lines(layer: str, look: PointLook, there: list[Sign]) -> Iterator[tuple[Sign, str]]:
    """Yield the lines of a layer's key whose look is among the signs that are there."""
    if there and look.noun:
        yield _dress(layer, look, look.example), look.noun
    for section in look.key:
        for row in section.rows:
            sign = _dress(layer, look, row.cells)
            columns = [section.column] if section.column else list(row.cells)
            aspects = [aspect for column in columns for aspect in SHOWN_BY[column]]
            tells_place = bool({"location_precision", "status"} & set(columns))
            judged = [other for other in there if not (tells_place and other.verdict)]
            if any(_is_alike(sign, other, aspects) for other in judged):
                yield sign, row.word


def _is_alike(one: Sign, other: Sign, aspects: Iterable[str]) -> bool:
    return all(getattr(one, aspect) == getattr(other, aspect) for aspect in aspects)


def _list_layers(state: MapState, own: OwnLayer | None) -> list[str]:
    layers = [*style.point_layers(), *([OWN] if own is not None else [])]
    return [
        layer
        for layer in layers
        if layer != NAMED and state.layers.get(layer, style.LAYERS[layer].on)
    ]


def _read_layer(state: MapState, layer: str, own: OwnLayer | None) -> Iterator[_Row]:
    """Yield the rows of a layer that the map shows and that have a point."""
    look = dict(style.point_looks())[layer]
    frame = own.frame if own is not None and layer == OWN else store.load_layer(layer)
    ranks = {key: rank for rank, (of, key) in enumerate(state.pins, 1) if of == layer}
    points = project_shapes(frame.geometry)
    records = frame.drop(columns="geometry").to_dict("records")
    shown = state.shown.get(layer)
    for row in range(len(frame)) if shown is None else shown:
        point, cells = points.iloc[row], records[row]
        if point is not None and not point.is_empty:
            sign = _dress(layer, look, cells, _judge(state, layer, row))
            selected = state.selected == (layer, cells["id"])
            yield _Row((point.x, point.y), sign, ranks.get(cells["id"], 0), selected)


def _judge(state: MapState, layer: str, row: int) -> str:
    """Return how surely a row lies in the corridor that is asked for; "" where none is."""
    if state.reach is None or layer not in state.reach.rows:
        return ""
    near, far = (distances[row] for distances in state.reach.rows[layer])
    if far is not None and far <= state.reach.km:
        return "certain"
    return "possible" if near is None or near <= state.reach.km else "outside"


def _dress(layer: str, look: PointLook, cells: Mapping[str, Any], verdict: str = "") -> Sign:
    return Sign(
        layer,
        shape=look.shape_by_kind.get(str(cells.get("kind")), look.shape),
        fill=look.fill_by_level.get(str(cells.get("level")), look.fill),
        glyph=str(cells.get(look.glyph_by, "")),
        large=cells.get("level") in look.large_levels,
        approximate=look.seated or cells.get("location_precision") in APPROXIMATE,
        unverified=cells.get("status") == "unverified",
        verdict=verdict,
    )
