"""One filter for the page, the caption, the link, the command line and the export."""

import difflib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any

from geopandas import GeoDataFrame
from pandas import DataFrame, Series

from geo.errors import UnknownId
from geo.ground import count_parks, find_doubles
from geo.i18n import shell_language, translator
from geo.models import ParkKind, ParkLevel
from geo.names import map_sectors, name_document, name_industry, name_place
from geo.retired_ids import renew_id
from geo.tables import load_table

#: The column of a facet, where it is not called as the facet is.
COLUMNS = {
    "industry": "industries",
    "belt": "belts",
    "prefecture": "prefecture_adcode",
    "document": "documents",
}
FACETS = ("industry", "belt", "prefecture", "level", "kind", "document")
#: The zones that `national-zones-2021` counts, as an option beside the levels.
NATIONAL_ZONE = "national_zone"
LEVELS: tuple[str, ...] = (NATIONAL_ZONE, *ParkLevel.__args__)  # type: ignore[attr-defined]
KINDS: tuple[str, ...] = ParkKind.__args__  # type: ignore[attr-defined]


@cache
def list_options(facet: str) -> tuple[str, ...]:
    """Return the ids that a facet of `FACETS` knows, in the order in which they are shown.

    Industries come sector by sector: the sector's id, then those of its industries.
    """
    if facet == "industry":
        industries = load_table("industries")
        sectors = load_table("sectors").sort_values("sort").id
        return tuple(
            option
            for sector in sectors
            for option in (sector, *industries.id[industries.sector == sector])
        )
    if facet == "prefecture":
        places = load_table("places")
        return tuple(places.adcode[places.level == "prefecture"])
    if facet == "belt":
        return tuple(load_table("belts").sort_values("sort").id)
    if facet == "document":
        return tuple(load_table("policies").id)
    return {"level": LEVELS, "kind": KINDS}[facet]


@cache
def expand_industries(chosen: tuple[str, ...]) -> frozenset[str]:
    """Return the industries that a choice of sectors and industries stands for."""
    industries = load_table("industries")
    return frozenset(industries.id[industries.id.isin(chosen) | industries.sector.isin(chosen)])


def require_known(facet: str, ids: Iterable[str]) -> None:
    """Raise UnknownId, naming the nearest known ids, when `facet` does not know one of `ids`."""
    say, ids_of_facet = translator(shell_language()), list_options(facet)
    for wrong in [option for option in ids if option not in ids_of_facet]:
        near = difflib.get_close_matches(wrong, ids_of_facet, n=3, cutoff=0.3) or list(
            ids_of_facet[:3]
        )
        message = say("Unknown {facet} {wrong!r}. Nearest known: {near}.")
        raise UnknownId(message.format(facet=facet, wrong=wrong, near=", ".join(near)))


@dataclass(frozen=True)
class Filter:
    """What the reader asks to see; an empty facet asks for everything.

    Within a facet any of the chosen ids will do; facets narrow one another. `unverified` adds the
    parks that are not yet confirmed by a source. Ids are those of `list_options`; one that a facet
    does not know narrows to nothing.

    >>> water = Filter(industry=("mineral-water",))
    >>> water.describe("en"), water.to_params()
    ('Industry: Mineral water', {'industry': 'mineral-water'})
    """

    industry: tuple[str, ...] = ()
    belt: tuple[str, ...] = ()
    prefecture: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    document: tuple[str, ...] = ()
    unverified: bool = False

    @property
    def active(self) -> tuple[str, ...]:
        """The facets that ask for something."""
        return tuple(facet for facet in FACETS if getattr(self, facet))

    def industries(self) -> frozenset[str]:
        """Return the single industries that the chosen sectors and industries stand for."""
        return expand_industries(self.industry)

    def mask(self, parks: DataFrame, without: str | None = None) -> Series:
        """Return which parks are asked for, leaving the facet `without` aside."""
        keep = Series(True, index=parks.index)
        if not self.unverified:
            keep &= parks.status != "unverified"
        for facet in self.active:
            if facet != without:
                options = self.industries() if facet == "industry" else set(getattr(self, facet))
                keep &= match_options(parks, facet, options)
        return keep

    def apply(self, parks: GeoDataFrame) -> GeoDataFrame:
        """Return the parks that are asked for; columns as `geo.store.layer("parks")`."""
        return parks[self.mask(parks)]

    def apply_facts(self, facts: DataFrame) -> DataFrame:
        """Return the specialities, clusters or brands that are asked for.

        Columns needed: place, document, and industry or industries. Levels and kinds describe
        parks alone and leave facts as they are.
        """
        keep = Series(True, index=facts.index)
        if self.industry:
            keep &= _touches(_industries(facts), self.industries())
        if self.document:
            keep &= facts.document.isin(self.document)
        if self.belt:
            keep &= facts.place.map(lambda place: bool(belts_of(place) & set(self.belt)))
        if self.prefecture:
            keep &= facts.place.map(lambda place: prefecture_of(place) in self.prefecture)
        return facts[keep]

    def counts(self, parks: DataFrame, facet: str) -> dict[str, int]:
        """Return how many parks each option of a facet would count under the other facets."""
        totals: Counter[str] = Counter()
        kept = parks[self.mask(parks, facet)]
        cells = _cells(kept, facet).set_axis(kept["id"])
        for cell, count in Counter(cells).items():
            totals.update(dict.fromkeys(options_of_cell(cell, facet), count))
        for part, wholes in find_doubles(cells.index).items():
            beside = [options_of_cell(cells[whole], facet) for whole in wholes]
            totals.subtract(options_of_cell(cells[part], facet).intersection(set().union(*beside)))
        return {option: totals[option] for option in list_options(facet)}

    def relaxations(self, parks: DataFrame) -> dict[str, int]:
        """Return how many parks would count if one active facet were dropped, most first."""
        counts = {
            facet: count_parks(parks[self.mask(parks, without=facet)]) for facet in self.active
        }
        return dict(sorted(counts.items(), key=lambda item: -item[1]))

    def cleared(self, facet: str) -> "Filter":
        """Return this filter without what it asks of one facet."""
        nothing: dict[str, Any] = {facet: ()}
        return replace(self, **nothing)

    def describe(self, lang: str) -> str:
        """Return the filter as a sentence in `lang` ("zh" or "en")."""
        say = translator(lang)
        either = say(" or ")
        parts = [
            say("{facet}: {values}").format(
                facet=say(f"facet.{facet}"),
                values=either.join(
                    label_option(facet, option, lang) for option in getattr(self, facet)
                ),
            )
            for facet in self.active
        ]
        parts += [say("unverified parks included")] if self.unverified else []
        return say("; ").join(parts) if parts else say("everything, no filter")

    def to_params(self) -> dict[str, str]:
        """Return the filter as query parameters of stable ids."""
        params = {facet: ".".join(getattr(self, facet)) for facet in self.active}
        return params | ({"unverified": "1"} if self.unverified else {})


def from_params(params: Mapping[str, str]) -> tuple[Filter, list[str]]:
    """Return the filter of a link, and the ids in it that are not known (and ignored)."""
    chosen: dict[str, Any] = {}
    unknown: list[str] = []
    for facet in FACETS:
        ids = [renew_id(part) for part in params.get(facet, "").split(".") if part]
        chosen[facet] = tuple(
            dict.fromkeys(option for option in ids if option in list_options(facet))
        )
        unknown += [option for option in ids if option not in list_options(facet)]
    return Filter(**chosen, unverified=params.get("unverified") == "1"), unknown


def _cells(parks: DataFrame, facet: str) -> Series:
    cells: Series = parks[COLUMNS.get(facet, facet)]
    if facet == "level" and NATIONAL_ZONE in parks:
        zones = parks[NATIONAL_ZONE].notna()
        both = [
            (level, NATIONAL_ZONE) if zone else level
            for level, zone in zip(cells, zones, strict=True)
        ]
        return Series(both, index=parks.index, dtype=object)
    return cells


def options_of_cell(cell: str | tuple[str, ...], facet: str) -> set[str]:
    """Return the options of a facet that a park counts under, by its cell in that column."""
    listed = set(cell) if isinstance(cell, tuple) else {cell}
    return (
        listed | {map_sectors()[industry] for industry in listed} if facet == "industry" else listed
    )


def match_options(parks: DataFrame, facet: str, options: Iterable[str]) -> Series:
    """Return which parks count under any of the options of a facet that are given."""
    chosen, cells = set(options), _cells(parks, facet)
    # A reader may bring a hundred thousand rows; they have few different cells.
    met = {cell: not chosen.isdisjoint(options_of_cell(cell, facet)) for cell in set(cells)}
    return Series([met.get(cell, False) for cell in cells], index=parks.index, dtype=bool)


def _industries(facts: DataFrame) -> Series:
    if "industries" in facts:
        return facts.industries
    return facts.industry.map(lambda industry: (industry,))


def _touches(lists: Series, industries: frozenset[str]) -> Series:
    return lists.map(lambda values: not industries.isdisjoint(values)).astype(bool)


@cache
def prefecture_of(place: str | None) -> str | None:
    """Return the prefecture that a prefecture or county belongs to, else None."""
    places = load_table("places").set_index("adcode")
    if place not in places.index or places.level[place] == "province":
        return None
    return place if places.level[place] == "prefecture" else places.parent[place]


@cache
def belts_of(place: str | None) -> frozenset[str]:
    """Return the belts that a belt id, prefecture or county belongs to."""
    members = load_table("belt_members")
    if place is not None and place in set(members.belt):
        return frozenset({place})
    return frozenset(members.belt[members.adcode == prefecture_of(place)])


@cache
def label_option(facet: str, option: str, lang: str) -> str:
    """Return the name of an option in `lang`; belts and documents by their short names.

    >>> label_option("belt", "changchun-siping", "en")
    'Changchun-Siping'
    """
    if facet in {"level", "kind"}:
        return translator(lang)(f"{facet}.{option}")
    namers: dict[str, Callable[[str, str], str]] = {
        "industry": name_industry,
        "belt": name_place,
        "prefecture": name_place,
        "document": name_document,
    }
    return namers[facet](option, lang)


def field_names() -> tuple[str, ...]:
    """Return the names of the query parameters that a filter uses."""
    return tuple(field.name for field in fields(Filter))
