"""Belts: the profile of one, several side by side, and what they share."""

from screens.belts import comparison_section, overlap_section, parameters, profile_section

PARTS = {
    "profile": profile_section.show_profile,
    "compare": comparison_section.show_comparison,
    "overlap": overlap_section.show_overlap,
}

chosen = parameters.Choices.current()
parameters.show_parts(chosen)
PARTS[chosen.part](chosen)
