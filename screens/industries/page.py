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
    "matrix": matrix_section.show_matrix,
    "timeline": timeline_section.show_timeline,
    "likeness": likeness_section.show_likeness,
    "emphasis": emphasis_section.show_emphasis,
    "gaps": gaps_section.show_gaps,
}

chosen = parameters.Choices.current()
parameters.show_choices(chosen)
PARTS[chosen.part](chosen)
