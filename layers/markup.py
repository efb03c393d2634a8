"""HTML and SVG from templates that escape every value."""

from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from geo.i18n import translator
from geo.paths import ROOT


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
    """Return a template filled in, in `lang`; `_` translates inside it."""
    return _templates().get_template(template).render(lang=lang, _=translator(lang), **values)
