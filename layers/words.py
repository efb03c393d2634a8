"""The words that the map itself shows, translated from the catalogues under `locales/`."""

from __future__ import annotations

from functools import cache
from typing import Final

from geo.i18n import Language, translator

KEYS: Final = (
    "legend",
    "group.belts",
    "group.points",
    "group.boundaries",
    "layer.corridor",
    "layer.axis",
    "layer.territory",
    "layer.guests",
    "layer.parks",
    "layer.clusters",
    "layer.brands",
    "layer.hubs",
    "layer.seats",
    "layer.prefectures",
    "layer.counties",
    "one.clusters",
    "one.brands",
    "one.guests",
    "one.seats",
    "one.prefectures",
    "one.counties",
    "level.national",
    "level.provincial",
    "level.prefecture",
    "level.county",
    "kind.economic_technological",
    "kind.high_tech",
    "kind.border_cooperation",
    "kind.comprehensive_bonded",
    "kind.new_area",
    "kind.provincial_development_zone",
    "kind.industrial_concentration",
    "kind.characteristic_park",
    "kind.airport",
    "kind.rail_station",
    "kind.border_port",
    "kind.seaport",
    "kind.place",
    "kind.product",
    "key.kinds",
    "key.levels",
    "key.hubs",
    "key.belts",
    "key.precision",
    "key.shade",
    "precision.site",
    "precision.town",
    "precision.county_seat",
    "precision.approximate",
    "seated",
    "status.unverified",
    "count",
    "view.home",
    "zoom.in",
    "zoom.out",
    "map",
    "wheel",
    "schematic",
    "review",
    "sources",
)


@cache
def words(lang: Language) -> dict[str, str]:
    """Return the words of one language by key."""
    say = translator(lang)
    return {key: say(key) for key in KEYS}
