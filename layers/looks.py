"""What the look of a layer is made of: records of `layers.style`, sent to the browser."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A line of the key to the symbols: its word, and a row's cells that look like that."""

    word: str
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class KeySection:
    """A part of the key that the reader unfolds; `title` is the key of a word.

    With `column`, only rows are shown whose word stands in that column of the layer.
    """

    title: str
    rows: tuple[KeyRow, ...]
    column: str = ""


@dataclass(frozen=True, slots=True)
class PointLook:
    """How the rows of a point layer look, and what legend and tooltip say of them.

    Attributes
    ----------
    shape, fill
        A key of `SHAPES` and a colour of `Palette`.
    shape_by_kind, fill_by_level
        Shape or colour of the rows whose `kind` or `level` is listed.
    glyph_by
        Column whose words name a glyph of `GLYPHS`, or "".
    large_levels
        Levels whose rows are drawn larger.
    seated
        Rows have no place of their own: they stand, softly, at the seat of their county.
    ground
        Rows are points of the ground: other symbols and names may cover them, and their own
        names are written beside them.
    noun
        Key of the word for a row that has no `kind`, or "".
    example
        Cells of the row that stands for the layer in the legend.
    key
        Sections of the key to the symbols.
    """

    shape: str
    fill: str
    shape_by_kind: Mapping[str, str] = field(default_factory=dict)
    fill_by_level: Mapping[str, str] = field(default_factory=dict)
    glyph_by: str = ""
    large_levels: tuple[str, ...] = ()
    seated: bool = False
    ground: bool = False
    noun: str = ""
    example: Mapping[str, str] = field(default_factory=dict)
    key: tuple[KeySection, ...] = ()


@dataclass(frozen=True, slots=True)
class AreaLook:
    """How the legend draws a layer that covers ground: its pattern, and its line.

    `pattern` is ``strip`` (a band in a belt's colour), ``line``, ``hatch`` or ``frame``; a layer
    of belts has the colour of each belt and therefore none of its own.
    """

    pattern: Literal["strip", "line", "hatch", "frame"]
    line: str = ""
    width: float = 0


@dataclass(frozen=True, slots=True)
class LayerStyle:
    """A layer that the reader can switch: its group in the legend, whether it starts on, its look.

    `records` names the areas of the payload that an area layer draws. `short` are its lines in the
    short key, which stands on a wide map; a line without cells shows what stands for the layer.
    """

    group: Literal["belts", "points", "boundaries"]
    on: bool
    look: PointLook | AreaLook
    records: str = ""
    short: tuple[KeyRow, ...] = ()
