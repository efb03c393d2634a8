"""The only place in Python that makes HTML or script text; it escapes everything it is given."""

from __future__ import annotations

import html
import json
import re

from layers import style

# Beside the signs that HTML knows: U+2028 and U+2029 end a line inside a script, the backtick
# opens a template string, and the apostrophe would let text pass for one of Folium's references.
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_SCRIPT_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&'`\u2028\u2029"}


def escape(value: object) -> str:
    """Text that is safe in HTML content and in quoted attributes; ``None`` gives an empty text."""
    if value is None:
        return ""
    return html.escape(str(value), quote=True).replace("`", "&#96;")


def script_json(value: object) -> str:
    """JSON that is safe inside a ``<script>`` element and as a JavaScript expression.

    Raises
    ------
    ValueError
        If `value` holds a number that JSON has no word for, such as NaN.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    # Folium reads what an element renders as a template once more: a brace that opens an
    # expression there must not come from a name.
    text = _STRING.sub(lambda found: found[0].replace("{", "\\u007b"), text)
    return text.translate(_SCRIPT_ESCAPES)


def park_swatch(kind: str, level: str = "national", theme: style.Theme = "light") -> str:
    """Symbol of a kind of park as an inline SVG of 18 px, hidden from screen readers."""
    palette = style.PALETTES[theme]
    fill = palette.national if level == "national" else palette.provincial
    return _symbol(style.SHAPES[style.PARK_SHAPES[kind]], fill, palette.outline)


def hub_swatch(kind: str, theme: style.Theme = "light") -> str:
    """Symbol of a kind of transport hub as an inline SVG of 18 px."""
    palette = style.PALETTES[theme]
    glyph = (
        f'<path d="{escape(style.GLYPHS[kind])}" fill="{palette.hub_glyph}" fill-rule="evenodd"/>'
    )
    return _symbol(style.SHAPES["badge"], palette.hub, palette.outline, glyph)


def belt_swatch(number: int, theme: style.Theme = "light") -> str:
    """Line of the belt in row `number`, in its colour and dash, as an inline SVG of 28 × 12 px."""
    colour = style.PALETTES[theme].belts[number]
    dash = " ".join(str(length) for length in style.BELT_STYLES[number].dash)
    return (
        '<svg aria-hidden="true" width="28" height="12" viewBox="0 0 28 12">'
        f'<rect width="28" height="12" rx="2" fill="{colour}" opacity="0.2"/>'
        f'<path d="M0 6H28" stroke="{colour}" stroke-width="3" stroke-dasharray="{dash}"/></svg>'
    )


def _symbol(path: str, fill: str, outline: str, inside: str = "") -> str:
    return (
        '<svg aria-hidden="true" width="18" height="18" viewBox="-1.4 -1.4 2.8 2.8">'
        f'<path d="{escape(path)}" fill="{fill}" stroke="{outline}" stroke-width="0.18"/>'
        f"{inside}</svg>"
    )
