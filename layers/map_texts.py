"""The texts that the map itself shows, translated from the catalogues under `locales/`."""

from __future__ import annotations

from typing import Final

from geo.i18n import Language, translator
from layers import style

#: Texts of the map that belong to no layer.
FIXED: Final = (
    "legend",
    "key.claims",
    "key.claims.prefecture",
    "key.claims.county",
    "key.claims.none",
    "precision.approximate",
    "seated",
    "status.unverified",
    "count",
    "disc.open",
    "belt.pick",
    "proof",
    "proof.count",
    "corridor.width",
    "view.home",
    "zoom.in",
    "zoom.out",
    "map",
    "wheel",
    "schematic",
    "results.zoom",
    "review",
    "sources",
)
LEVELS: Final = (*style.PARK_LEVELS, "prefecture", "county")
KINDS: Final = (*style.PARK_SHAPES, *style.HUB_KINDS, *style.BRAND_KINDS)


def list_text_keys() -> tuple[str, ...]:
    """Return the key of every text that the map may need: those of its layers, then the fixed."""
    layers = style.LAYERS
    keys = [f"group.{layer.group}" for layer in layers.values()]
    keys += [f"layer.{layer}" for layer in layers]
    keys += [row.word for layer in layers.values() for row in layer.short]
    for _, look in style.point_looks():
        keys += [look.noun] if look.noun else []
        for section in look.key:
            keys += [section.title, *(row.word for row in section.rows)]
    keys += [f"level.{level}" for level in LEVELS]
    keys += [f"kind.{kind}" for kind in KINDS]
    keys += [f"precision.{precision}" for precision in style.PRECISIONS]
    return tuple(dict.fromkeys((*keys, *FIXED)))


def map_texts(lang: Language) -> dict[str, str]:
    """Return the texts of one language by key."""
    say = translator(lang)
    return {key: say(key) for key in list_text_keys()}
