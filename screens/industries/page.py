"""Who names which industry for which place, and what that can and cannot show."""

from components import search
from components.page_title import show_page_title
from components.share import offers
from screens.industries import (
    emphasis_section,
    gaps_section,
    likeness_section,
    matrix_section,
    parameters,
    priorities_section,
    timeline_section,
)

PARTS = {
    "matrix": matrix_section.show_matrix,
    "timeline": timeline_section.show_timeline,
    "likeness": likeness_section.show_likeness,
    "emphasis": emphasis_section.show_emphasis,
    "gaps": gaps_section.show_gaps,
    "province": priorities_section.show_priorities,
}

chosen = parameters.Choices.current()
show_page_title(chosen.say("Who names which industry for which place?"))
search.take_here("industries", parameters.choose_industry)
parameters.show_choices(chosen)
if chosen.by == "industry":
    offers.offer_brief("industries", chosen.item)
PARTS[chosen.part](chosen)
