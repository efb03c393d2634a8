"""Who claims industries by document: belts, places, the province, as chips of their evidence."""

from pandas import DataFrame

from components.evidence_chips import make_chip
from components.state import State
from geo.measures.claimants import KINDS
from geo.names import join_document_years, name_place
from layers.cards import Chip, ChipGroup, Section

TITLES = {
    "belt": "layer.belts",
    "prefecture": "layer.prefectures",
    "county": "layer.counties",
    "province": "layer.province",
}


def list_claim_sections(chosen: State, claims: DataFrame) -> tuple[Section, ...]:
    """Return a section for each kind of place; `claims` are facts of `select_claims`."""
    return tuple(_make_section(chosen, claims, kind) for kind in KINDS)


def _make_section(chosen: State, claims: DataFrame, kind: str) -> Section:
    of_kind = claims[claims.place_kind == kind]
    chips = tuple(
        _make_chip(chosen, str(place), facts)
        for place, facts in of_kind.groupby("place", sort=True)
    )
    nothing = chosen.say("none")
    return Section(chosen.say(TITLES[kind]), (ChipGroup(chips),) if chips else (), nothing)


def _make_chip(chosen: State, place: str, facts: DataFrame) -> Chip:
    years = join_document_years(facts.document, chosen.lang)
    name = chosen.say("{name} ({years})").format(name=name_place(place, chosen.lang), years=years)
    return make_chip(name, facts, chosen.lang)
