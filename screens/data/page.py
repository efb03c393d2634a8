"""Data: take it away, ask it live, judge it, bring your own, cite it."""

from components.page_title import show_page_title
from screens.data import (
    citation_section,
    download_section,
    live_section,
    own_data,
    parameters,
    quality_section,
)

PARTS = {
    "take": download_section.show_downloads,
    "live": live_section.show_live_addresses,
    "quality": quality_section.show_quality,
    "own": own_data.show_own_section,
    "cite": citation_section.show_citation,
}

chosen = parameters.Choices.current()
show_page_title(chosen.say("Take the data along, or bring your own"))
parameters.show_parts(chosen)
PARTS[chosen.part](chosen)
