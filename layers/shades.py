"""Colours of criteria in bars: one of three hues tells the group, a tint the criterion within it.

Fit is blue, access orange, standing green. Order, words and a gap between neighbours carry the
same.
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
    "changchun": "#f3cda2",
    "park_level": "#00604a",
    "park_kind": "#1a8f72",
    "belt": "#57b99e",
    "area": "#9ad7c5",
}

#: Colours of documents in the order of `policies`, and again from the first when there are more.
#: A mark says its year too, so hue is never alone.
DOCUMENT_SHADES: Final = ("#0072b2", "#8f5aa8", "#e69f00", "#009e73", "#d55e00", "#56b4e9")
