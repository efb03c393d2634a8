"""Paper: typst sets a template of this house. What it says comes as data and is never markup."""

import json
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import segno
from segno.encoder import DataOverflowError

from geo.errors import AtlasError
from geo.i18n import shell_language, translator
from geo.paths import ROOT

#: Noto Sans SC in regular and bold, set into every PDF and picture; it comes with npm.
FONTS: Final = ROOT / "node_modules" / "@embedpdf" / "fonts-sc" / "fonts"
PAPER_FONT: Final = "Noto Sans S Chinese"
TEMPLATES: Final = Path(__file__).parent / "templates"


class FontMissing(AtlasError):
    """The font of printed files is not installed; the text names the remedy."""


def find_fonts() -> Path:
    """Return the folder of the font for printed files.

    Raises
    ------
    FontMissing
        When set-up has not brought it.
    """
    if not any(FONTS.glob("*.otf")):
        say = translator(shell_language())
        raise FontMissing(say("The font of printed files is not installed: run `make run`."))
    return FONTS


def typeset(template: str, content: Mapping[str, Any]) -> bytes:
    """Return a PDF that a template of `layers/templates/` makes of what it is told.

    Raises
    ------
    FontMissing
        When the font is not installed.
    """
    return _compile(template, content)


def draw_pixels(svg: str, width: int, scale: float = 1.5) -> bytes:
    """Return a drawing `width` pixels wide as PNG, `scale` times as sharp.

    Raises
    ------
    FontMissing
        When the font is not installed.
    """
    return _compile("picture.typ", {"svg": svg, "width": width}, format="png", ppi=72.0 * scale)


def _compile(template: str, content: Mapping[str, Any], **options: Any) -> bytes:
    import typst  # tens of milliseconds to load, only for a click

    made: bytes = typst.compile(
        TEMPLATES / template,
        root=TEMPLATES,
        sys_inputs={"content": json.dumps(content, ensure_ascii=False)},
        font_paths=[find_fonts()],
        ignore_system_fonts=True,
        **options,
    )
    return made


def draw_code(link: str) -> str:
    """Return the QR code of a link as SVG; nothing when the link is too long for one."""
    try:
        code = segno.make(link, error="l", micro=False)
    except DataOverflowError:
        return ""
    picture = BytesIO()
    code.save(picture, kind="svg", border=2, xmldecl=False)
    return picture.getvalue().decode()
