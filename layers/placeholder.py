"""What stands where a map will be: the province's outline, drawn by the style sheet alone."""

from urllib.parse import quote

import shapely

from geo import store
from layers.style import PALETTES

TOLERANCE = 0.04  # degrees
STRETCH = 1.38  # a degree of latitude, in degrees of longitude of the province
RULE = """
#map_div:not([data-theme]) {{
  background: {sea} url("data:image/svg+xml,{drawing}") center / min(70%, 640px) auto no-repeat;
}}
"""


def write_placeholder() -> bytes:
    """Return a rule of CSS that draws the province until the map has its theme, in both themes."""
    drawing = quote(_draw_province())
    light, dark = (RULE.format(sea=PALETTES[name].sea, drawing=drawing) for name in PALETTES)
    return f"{light}@media (prefers-color-scheme: dark) {{{dark}}}\n".encode()


def _draw_province() -> str:
    shape = store.load_layer("province").geometry.iloc[0]
    outline = max(shapely.get_parts(shapely.simplify(shape, TOLERANCE)), key=lambda part: part.area)
    corners = shapely.get_coordinates(outline) * [1, -STRETCH]
    left, top = corners.min(axis=0)
    width, height = corners.max(axis=0) - (left, top)
    places = " ".join(f"{x - left:.2f} {y - top:.2f}" for x, y in corners)
    fills = {name: PALETTES[name].land for name in PALETTES}
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.2f} {height:.2f}">'
        f"<style>path{{fill:{fills['light']}}}@media (prefers-color-scheme:dark)"
        f"{{path{{fill:{fills['dark']}}}}}</style>"
        f'<path d="M{places}Z"/></svg>'
    )
