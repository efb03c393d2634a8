"""A bar of what a corridor holds certainly, possibly and not."""

from geo.belts.corridors import Reach
from geo.i18n import Language
from layers.markup import render_template


def render_bar(reach: Reach, aria: str, lang: Language) -> str:
    """Return the bar; `aria` says it in words."""
    return render_template("screens/belts/belt_bar.html", lang, counts=reach.counts, aria=aria)
