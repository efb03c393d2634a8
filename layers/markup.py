"""HTML and SVG from templates that escape every value."""

from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from geo.i18n import translator
from geo.paths import ROOT
from layers.style import FONT


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(ROOT),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render_template(template: str, lang: str, **values: Any) -> str:
    """Return a template filled in, in `lang`; `_` translates inside it.

    `font` is the house's, unless `values` have another.
    """
    values = {"font": FONT} | values | {"lang": lang, "_": translator(lang)}
    return _templates().get_template(template).render(**values)
