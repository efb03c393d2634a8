"""The province's own priorities: what documents name for all of it, by the rank they give it."""

import streamlit as st
from pandas import DataFrame

from components import sheet
from components.priority_groups import group_by_rank
from geo import claims
from geo.i18n import Language, translator
from geo.names import map_sectors, name_document, name_industry, name_sector
from layers.markup import render_template
from screens.industries import parameters
from screens.industries.parameters import Choices


def show_priorities(chosen: Choices) -> None:
    """Draw the industries by rank and document, each with its sentence, and the same as a table."""
    say = chosen.say
    parameters.show_ranks(chosen)
    st.header(say("What documents name for the whole province"))
    st.caption(
        say(
            "They count for no prefecture, county or belt, and in none of the other parts. A rank"
            " is the document's own word; ranks of different documents are not merged."
        )
    )
    groups = group_by_rank(chosen, chosen.ranks)
    st.html(render_template("screens/industries/priorities.html", chosen.lang, groups=groups))
    st.header(say("The same as a table"))
    frame = tabulate_priorities(chosen.ranks, chosen.lang)
    sheet.show_table(say, frame, "province-priorities", height=360)


def tabulate_priorities(ranks: tuple[str, ...], lang: Language) -> DataFrame:
    """Return what documents name for the province in the reader's words; no rank means all."""
    say, facts = translator(lang), claims.list_priorities(ranks)
    return DataFrame(
        {
            say("Industry"): [name_industry(industry, lang) for industry in facts.industry],
            say("Sector"): [name_sector(map_sectors()[key], lang) for key in facts.industry],
            say("Rank in the document"): [say(f"rank.{rank}") for rank in facts["rank"]],
            say("Document"): [name_document(key, lang) for key in facts.document],
            say("Section"): facts.section,
            say("Phrase as written"): facts.phrase,
        }
    )
