"""Who names which industry for which place, and what that can and cannot show."""

from screens.industries import (
    emphasis_section,
    gaps_section,
    likeness_section,
    matrix_section,
    parameters,
    timeline_section,
)

PARTS = {
    "matrix": matrix_section.show,
    "timeline": timeline_section.show,
    "likeness": likeness_section.show,
    "emphasis": emphasis_section.show,
    "gaps": gaps_section.show,
}

chosen = parameters.Choices.current()
parameters.show_choices(chosen)
PARTS[chosen.part](chosen)
