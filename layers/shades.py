"""Colours of criteria in bars: hue tells the group, lightness the criterion within it.

Order, gaps and words carry the same; each shade has 3:1 against white paper or the dark page by
itself or through the gap beside it.
"""

from typing import Final

SHADES: Final[dict[str, str]] = {
    "industry_fit": "#0b4f7d",
    "same_industry": "#2f81b7",
    "related_parks": "#6db1dc",
    "rail_station": "#8a3b00",
    "airport": "#b85a12",
    "border_port": "#d98436",
    "seaport": "#eaa968",
    "changchun": "#7a6a00",
    "park_level": "#00604a",
    "park_kind": "#1a8f72",
    "belt": "#57b99e",
    "area": "#7d4f8f",
}

#: Colours of documents in the order of `policies`, and again from the first when there are more.
#: A mark says its year too, so hue is never alone.
DOCUMENT_SHADES: Final = ("#0072b2", "#8f5aa8", "#e69f00", "#009e73", "#d55e00", "#56b4e9")
