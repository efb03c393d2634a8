"""Data: take it away, ask it live, judge it, bring your own, cite it."""

from components import state
from screens.data import (
    citation_section,
    download_section,
    live_section,
    own_data,
    parameters,
    quality_section,
)

SECTIONS = {
    "take": download_section.show,
    "live": live_section.show,
    "quality": quality_section.show,
    "own": lambda chosen, _: own_data.show(chosen),
    "cite": citation_section.show,
}

chosen = state.current()
asked = parameters.current()

parameters.show(chosen, asked)
SECTIONS[asked.section](chosen, asked)
