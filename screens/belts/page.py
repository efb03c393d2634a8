"""Belts: the profile of one, several side by side, and what they share."""

from components.page_title import show_page_title
from screens.belts import comparison_section, overlap_section, parameters, profile_section

PARTS = {
    "profile": profile_section.show_profile,
    "compare": comparison_section.show_comparison,
    "overlap": overlap_section.show_overlap,
}

chosen = parameters.Choices.current()
show_page_title(chosen.say("Which belts run through Jilin, and what lies along them?"))
parameters.show_parts(chosen)
PARTS[chosen.part](chosen)
