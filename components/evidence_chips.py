"""Facts as chips that open their evidence."""

from pandas import DataFrame

from components.state import State
from geo.i18n import Language
from geo.names import get_text, map_sectors, name_industry
from geo.quotations import quote_facts
from geo.tables import load_table
from layers.cards import Chip, ChipGroup


def make_chip(name: str, facts: DataFrame, lang: Language, *, chosen: bool = False) -> Chip:
    """Return a chip of what documents state: their number, dashed when all of it is disputed."""
    return Chip(
        name,
        quotes=quote_facts(facts, lang),
        count=facts.document.nunique(),
        disputed=bool((facts.status == "disputed").all()),
        chosen=chosen,
    )


def group_by_sector(chosen: State, facts: DataFrame) -> tuple[ChipGroup, ...]:
    """Return specialities as chips of industries, those of a sector together."""
    lang, filtered = chosen.lang, chosen.filter.industries()
    groups = []
    for sector in load_table("sectors").sort_values("sort").itertuples():
        inside = facts[facts.industry.map(map_sectors()) == sector.id]
        chips = tuple(
            make_chip(name_industry(industry, lang), group, lang, chosen=industry in filtered)
            for industry, group in inside.groupby("industry", sort=False)
        )
        if chips:
            groups.append(ChipGroup(chips, get_text(sector, "name", lang)))
    return tuple(groups)
