"""The shape and the meaning of each fact: one frozen model a table, unknown columns refused.

The line under a field says what the column holds; `geo.datapackage` carries these lines to
`data/datapackage.json` and `data/README.md`.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from annotated_types import Ge, Le
from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints


@dataclass(frozen=True)
class Ref:
    """Marks a field whose values are ids of another table, or of a second one."""

    table: str
    or_table: str = ""


def _split(value: Any) -> Any:
    return tuple(part for part in value.split(";") if part) if isinstance(value, str) else value


def _blank(value: Any) -> Any:
    return None if value == "" else value


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Adcode = Annotated[str, StringConstraints(pattern=r"^\d{6}$")]
Text = Annotated[str, StringConstraints(min_length=1)]
Note = Annotated[str | None, BeforeValidator(_blank)]
Words = Annotated[tuple[str, ...], BeforeValidator(_split)]
Number = Annotated[float | None, BeforeValidator(_blank)]
Count = Annotated[int, Ge(1)]
Year = Annotated[Annotated[int, Ge(1949), Le(2035)] | None, BeforeValidator(_blank)]
Moment = Annotated[str, StringConstraints(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$")]
MaybeMoment = Annotated[Moment | None, BeforeValidator(_blank)]
Month = Annotated[str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
ZoneCode = Annotated[str, StringConstraints(pattern=r"^[GS]\d{6}$")]
Lon = Annotated[float, Ge(117), Le(135)]
Lat = Annotated[float, Ge(38), Le(47)]

Industries = Annotated[tuple[Id, ...], BeforeValidator(_split), Ref("industries")]
ParkIds = Annotated[tuple[Id, ...], BeforeValidator(_split), Ref("parks")]
Citations = Annotated[tuple[str, ...], BeforeValidator(_split), Ref("sources", "policies")]
DocumentId = Annotated[Id, Ref("policies")]
DiscrepancyId = Annotated[Id | None, BeforeValidator(_blank), Ref("discrepancies")]
PlaceCode = Annotated[Adcode, Ref("places")]
PlaceKind = Literal["province", "belt", "prefecture", "county"]
Precision = Literal["site", "town", "county_seat"]
ParkPrecision = Literal["site", "geocoded", "town", "county_seat"]
GeocodeLevel = Literal["named_place", "unstated", "statistical_unit", "town_centre"]
Confidence = Literal["high", "medium", "low"]
Level = Literal["national", "provincial"]
ParkLevel = Literal["national", "provincial", "not_stated"]
ParkKind = Literal[
    "economic_technological",
    "high_tech",
    "border_cooperation",
    "comprehensive_bonded",
    "new_area",
    "provincial_development_zone",
    "industrial_concentration",
    "characteristic_park",
]
AreaKind = Literal[
    "approved", "planned", "administered", "controlled", "built", "core", "unspecified"
]
ZoneKind = Literal[
    "economic_technological", "high_tech", "border_cooperation", "comprehensive_bonded"
]


#: The places that a promise or a demand is for, as far as its text says.
Scope = Literal[
    "anywhere",
    "clusters",
    "pilot_areas",
    "characteristic_parks",
    "provincial_characteristic_parks",
    "key_parks",
    "outside_zones",
    "development_zones",
    "national_zones",
]


class Row(BaseModel):
    """One row of a table."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", allow_inf_nan=False, use_attribute_docstrings=True
    )


class Named(Row):
    """A row with a name in both languages."""

    id: Id
    """Stable id in links, files and exports."""
    name_zh: Text
    """Chinese name."""
    name_en: Text
    """English name."""


class Noted(Row):
    """A row with a remark in both languages."""

    note_zh: Note
    """Remark in Chinese; empty = none."""
    note_en: Note
    """The same remark in English; empty = none."""


class Stated(Row):
    """A fact that a policy document states, with the phrase that proves it as written."""

    document: DocumentId
    """The policy document that says so."""
    section: Text
    """Where in it, by its own numbering, such as `3(5)` or `三(一)3`."""
    phrase: Text
    """The shortest words that prove it, verbatim as written in the document."""


class Timed(Row):
    """Something meant for a period; whether it is over is told by the day on which it is read."""

    period_from: MaybeMoment
    """Beginning of the period it is meant for, as YYYY, YYYY-MM or YYYY-MM-DD; empty = not
    stated."""
    period_to: MaybeMoment
    """End of that period, itself included, in the same form; empty = not stated."""


class Sector(Named):
    """A sector: a category of `belts-2013`, and other."""

    phrase: Text
    """The category as `belts-2013` spells it."""
    sort: Count
    """Order in which sectors are shown."""


class Industry(Named):
    """An industry of the vocabulary."""

    sector: Annotated[Id, Ref("sectors")]
    """The sector it belongs to."""
    aliases_zh: Words
    """Other Chinese spellings that are understood: of documents and parks, or translated back."""
    aliases_en: Words
    """Other English spellings that are understood: of documents, or translated; empty = none."""
    gbt4754: Words
    """Two-digit divisions of GB/T 4754 that fit, of goods and of the equipment for them; empty =
    none fits."""
    gbt4754_edition: Year
    """Edition of GB/T 4754 meant; empty = no division given."""


class CitedSource(Row):
    """A page, table or data set that facts rest on, beside the policy documents."""

    id: Id
    """Stable id, by which facts cite it; what follows a `#` in a citation is the place in it."""
    title: Note
    """What it calls itself or, of a data set, which file and version; empty = not noted."""
    publisher_zh: Note
    """Who published it, in Chinese; of a copy, who published what it copies; empty = not known."""
    publisher_en: Note
    """The same in English."""
    kind: Literal[
        "official", "statistics", "dataset", "academic", "press", "encyclopaedia", "other"
    ]
    """Page of a government, official statistics, public data set, paper, press, encyclopaedia, or
    other: a page whose publisher nobody vouches for, which is printed and never linked."""
    copied: Annotated[Literal["yes"] | None, BeforeValidator(_blank)]
    """`yes` = read in a copy on somebody else's host, whose address is printed and never linked."""
    date: MaybeMoment
    """Date that it bears, as YYYY, YYYY-MM or YYYY-MM-DD; empty = none, or not noted."""
    read: Moment
    """When it was read."""
    licence: Note
    """Its licence; `not read` = nobody has read its terms; empty = a page that is only cited."""
    address: Annotated[
        Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None, BeforeValidator(_blank)
    ]
    """Its address; empty = not noted."""


class Policy(Timed):
    """A policy document."""

    id: Id
    """Stable id, by which every fact cites the document."""
    title_zh: Text
    """Chinese title."""
    title_en: Text
    """English title."""
    short_zh: Text
    """What the atlas calls the document in Chinese where there is little room."""
    short_en: Text
    """The same in English."""
    number: Note
    """Document number as printed; empty = the text has none."""
    number_basis_zh: Note
    """Of what it is the number, in Chinese; empty = of the document itself."""
    number_basis_en: Note
    """The same in English."""
    issuer_zh: Text
    """Issuer in Chinese."""
    issuer_en: Text
    """Issuer in English."""
    year: Year
    """Year by which the atlas calls the document: that of its number or its adoption, which may
    be before `date`; empty = the text is undated."""
    date: Annotated[date | None, BeforeValidator(_blank)]
    """Date of the document; empty = the text is undated."""
    date_basis_zh: Text
    """What the date is, or why there is none, in Chinese."""
    date_basis_en: Text
    """What the date is, or why there is none, in English."""
    language: Literal["zh", "en"]
    """Language of the text that the phrases are quoted from."""
    translation: Literal["original", "official", "machine"]
    """Whether that text is the original, an official or a machine translation."""
    file: Text
    """Name of the file that holds the text."""
    takes_zh: Text
    """What the atlas takes from it, in Chinese."""
    takes_en: Text
    """What the atlas takes from it, in English."""


class Speciality(Stated, Noted):
    """An industry that a document gives to a place."""

    id: Id
    """Stable id."""
    place_kind: PlaceKind
    """What kind of place `place` is."""
    place: Text
    """Adcode of the place, or id of the belt."""
    industry: Annotated[Id, Ref("industries")]
    """The industry that is given to the place."""
    rank: Annotated[
        Literal["pillar", "advantage", "special", "pillar_or_advantage"] | None,
        BeforeValidator(_blank),
    ]
    """What the document calls the industry of the whole province: pillar, advantage, special, or
    one of the two first without saying which; empty = it is given no such rank."""
    place_phrase: Text
    """The words that name the place, verbatim; they stand before `phrase` in one paragraph."""
    status: Literal["stated", "disputed"]
    """`disputed` where the documents themselves cast doubt on the row: kept, but in no count."""
    discrepancy: DiscrepancyId
    """The discrepancy that concerns the row; empty = none."""


class Cluster(Named, Stated):
    """A cluster that a document names."""

    industries: Industries
    """The industries that the name says."""
    place_kind: PlaceKind
    """What kind of place `place` is."""
    place: Text
    """Adcode of the place, or id of the belt."""


class Brand(Named, Stated, Noted):
    """A branded place or product that a document names."""

    kind: Literal["place", "product"]
    """Whether the brand is a place or a product."""
    industries: Industries
    """The industries of the brand; empty = the name says none."""
    place_kind: Annotated[PlaceKind | None, BeforeValidator(_blank)]
    """What kind of place `place` is; empty = not known."""
    place: Note
    """Adcode of the place; empty = neither the text nor another source says where."""
    place_basis_zh: Text
    """Why it is put there, or nowhere, in Chinese."""
    place_basis_en: Text
    """Why it is put there, or nowhere, in English."""
    place_parks: Annotated[tuple[Id, ...], BeforeValidator(_split), Ref("parks", "designations")]
    """The parks or designations whose rows say so; empty = none does."""
    place_sources: Citations
    """The sources and policy documents that say so; empty = none does."""


class Target(Timed, Stated, Noted):
    """What a document sets out to reach: a number, a state in words, or a date to be kept."""

    id: Id
    """Stable id."""
    series: Id
    """Rows of one series belong to one list or table of a document."""
    indicator_zh: Text
    """What is counted or measured, in Chinese."""
    indicator_en: Text
    """What is counted or measured, in English."""
    nature: Literal["target", "deadline", "fact"]
    """Something to be reached, a date by which something is to be done, or a number that the
    document only states."""
    comparison: Annotated[Literal["=", ">=", ">", "about", "range"] | None, BeforeValidator(_blank)]
    """How the document words the value: exactly, at least, more than, about, from one bound to
    another; empty = no number."""
    value: Number
    """The value, or the lower bound of a range, in `unit`; empty = the text gives no number."""
    value_max: Number
    """Upper bound of a range, in `unit`; empty = no range."""
    unit: Annotated[
        Literal["count", "percent", "percent_per_year", "cny_100m", "cny_1t"] | None,
        BeforeValidator(_blank),
    ]
    """Unit of the source: count, percent, percent_per_year, cny_100m (100 million yuan), cny_1t
    (1,000,000 million); empty = no number."""
    written: Note
    """The number as printed, where `value` cannot hold it; empty = `value` is as printed."""
    base_value: Number
    """Value to start from, in `unit`; empty = not stated."""
    base_year: Year
    """Year to start from; empty = not stated."""
    year: Year
    """Year by which the value is to be reached, or to which it refers; empty = not stated."""
    scope_zh: Text
    """What it applies to, in Chinese."""
    scope_en: Text
    """What it applies to, in English."""
    sector: Annotated[Id | None, BeforeValidator(_blank), Ref("sectors")]
    """The sector that it concerns; empty = all."""
    tier_min: Number
    """Lower bound of an output or sales tier, in 100 million yuan; empty = no tier or no bound."""
    tier_max: Number
    """Upper bound of the tier, in 100 million yuan; empty = no tier or no bound."""


class Incentive(Named, Stated, Noted):
    """Something that a document offers, and whether it still holds; none names an industry."""

    kind: Literal[
        "tax",
        "subsidy",
        "fund",
        "credit",
        "land",
        "service",
        "price",
        "access",
        "approval",
        "policy",
    ]
    """Tax relief, money paid out, public fund, loan or capital market, land, service, lower price,
    leave to invest, easier approval, or preferential policy not spelt out."""
    giver_zh: Note
    """Who gives it, in Chinese; empty = the text names nobody."""
    giver_en: Note
    """Who gives it, in English; empty = the text names nobody."""
    beneficiary: Literal["enterprise", "financier", "person", "park", "area"]
    """Whom it is for: firms, those who finance them, persons, parks and zones, or clusters and
    areas."""
    beneficiary_zh: Text
    """Whom it is for as the text says, in Chinese."""
    beneficiary_en: Text
    """Whom it is for as the text says, in English."""
    scope: Scope
    """The places it is for: anywhere in the province, clusters, listed pilot areas, characteristic
    parks, those of them that the province recognised, those that are key or outstanding and
    outside development zones, development zones, or the 14 national zones."""
    condition_zh: Note
    """On which condition, in Chinese; empty = none stated."""
    condition_en: Note
    """On which condition, in English; empty = none stated."""
    value: Number
    """How much, in `unit`; empty = no amount stated."""
    unit: Annotated[Literal["cny", "percent"] | None, BeforeValidator(_blank)]
    """Unit of `value`: yuan or percent; empty = no amount stated."""
    state: Literal["in_force", "superseded", "ended", "unknown"]
    """Whether it holds today; `unknown` where no source read says so."""
    state_date: Annotated[date | None, BeforeValidator(_blank)]
    """Date of which the source says so; empty where `state` is unknown."""
    state_sources: Citations
    """Where that is said; empty where `state` is unknown."""


class Requirement(Named, Stated, Noted):
    """Something that a document demands, of whom, and between which bounds."""

    kind: Literal[
        "eligibility",
        "planning",
        "environment",
        "provision",
        "industries",
        "condition",
        "conduct",
        "basis",
    ]
    """Who may enter or become what, plans, environment, what must be offered, how many or which
    industries, condition of an incentive, conduct of governments, or the rule or definition that
    it rests on."""
    subject: Literal["enterprise", "financier", "park", "government"]
    """Who must meet it: firms, those who finance them, parks and zones, or governments."""
    subject_zh: Text
    """Who must meet it as the text says, in Chinese."""
    subject_en: Text
    """Who must meet it as the text says, in English."""
    scope: Scope
    """The places it is for: anywhere in the province, clusters, listed pilot areas, characteristic
    parks, those of them that the province recognised, those that are key or outstanding and
    outside development zones, development zones, or the 14 national zones."""
    comparison: Annotated[Literal["=", ">=", ">", "range"] | None, BeforeValidator(_blank)]
    """How the text words the number: exactly, at least, more than, from one bound to another;
    empty = no number."""
    value_min: Number
    """The number, or the lower bound of a range, in `unit`; empty = no number."""
    value_max: Number
    """Upper bound of a range, in `unit`; empty = no range."""
    unit: Annotated[Literal["count", "sqm", "cny", "year", "month"] | None, BeforeValidator(_blank)]
    """Unit of the number: count, sqm (m²), cny (yuan), year, month; empty = no number."""


class Measure(Named, Stated, Noted):
    """Something that a document sets in motion; the 23 measures of 2021 stand in their aspects."""

    kind: Literal["aspect", "measure", "task"]
    """One of the 6 aspects of `national-zones-2021`, one of its 23 measures, or what any document
    asks to be done besides."""
    aspect: Annotated[Id | None, BeforeValidator(_blank), Ref("measures")]
    """The aspect that one of the 23 measures belongs to; empty for all others."""
    industries: Industries
    """The industries that it is for; empty = the text limits it to none."""


class Institution(Named, Stated, Noted):
    """A body in one role that a document gives it, with the contact that the text prints."""

    body: Id
    """The body: rows of the same body share it."""
    kind: Literal["government", "department", "university", "research_institute", "market"]
    """What kind of body it is."""
    role: Literal[
        "issuer",
        "drafter",
        "addressee",
        "responsible",
        "organiser",
        "assessor",
        "standard",
        "naming",
        "builder",
        "partner",
        "platform",
        "contact",
    ]
    """What it does: issues, drafts or receives the document, is responsible, organises, assesses,
    sets the standard, names, builds, works with firms, is a platform, or can be asked."""
    role_zh: Text
    """The role as the text says, in Chinese."""
    role_en: Text
    """The role as the text says, in English."""
    telephone: Annotated[
        Annotated[str, StringConstraints(pattern=r"^\+?\d[\d-]+$")] | None, BeforeValidator(_blank)
    ]
    """Telephone as the text prints it, on the date of the document; empty = none printed."""
    address_zh: Note
    """Address in Chinese; empty = none printed."""
    address_en: Note
    """Address in English; empty = none printed."""
    place: Annotated[Adcode | None, BeforeValidator(_blank), Ref("places")]
    """The place that its address or its name says; empty = neither says one."""


class Context(Named, Noted):
    """Something of public knowledge that came after the documents and is none of them."""

    date: Moment
    """When, as YYYY, YYYY-MM or YYYY-MM-DD: of issue, or of the report where the note says so."""
    issuer_zh: Text
    """Who issued or reported it, in Chinese."""
    issuer_en: Text
    """The same in English."""
    what_zh: Text
    """What it sets, in Chinese."""
    what_en: Text
    """The same in English."""
    documents: Annotated[tuple[Id, ...], BeforeValidator(_split), Ref("policies")]
    """The documents whose ground it treats anew; that it replaces them no source read says."""
    phrase: Text
    """The words of the page that say so, verbatim."""
    sources: Citations
    """What was read."""


class Discrepancy(Row):
    """Something the sources contradict or leave out, and how the atlas treats it."""

    id: Id
    """Stable id."""
    documents: Annotated[tuple[Id, ...], BeforeValidator(_split), Ref("policies")]
    """The documents concerned."""
    subject: Text
    """What it is about: arithmetic, comparison, date, definition, place, scope, text or
    translation."""
    title_zh: Text
    """Title in Chinese."""
    title_en: Text
    """Title in English."""
    detail_zh: Text
    """What the sources say, in Chinese."""
    detail_en: Text
    """What the sources say, in English."""
    treatment_zh: Text
    """How the atlas treats it, in Chinese."""
    treatment_en: Text
    """How the atlas treats it, in English."""
    refs: Words
    """The rows concerned, as `table:id`; empty = none."""


class Belt(Named, Stated, Noted):
    """An industrial belt of `belts-2013`."""

    short_zh: Text
    """Chinese name where there is little room."""
    short_en: Text
    """English name where there is little room."""
    sort: Count
    """Order in which belts are shown."""
    role_zh: Note
    """Kind of industries that it is mainly to develop, in Chinese; empty = the text says none."""
    role_en: Note
    """The same in English."""
    role_phrase: Note
    """The words that say so, verbatim; empty = none."""


class Area(Named, Stated, Noted):
    """An area or point that a document names beside its belts, and draws no edge of."""

    kind: Literal["core_point", "pilot_area", "belts_foreseen", "resource_area", "carrier"]
    """The point that belts begin at, an area that tries something first, belts still to be built,
    an area rich in a resource, or kinds of places that carry clusters."""
    place: Annotated[Adcode | None, BeforeValidator(_blank), Ref("places")]
    """The place that it is; empty = the text names none."""


class BeltMember(Noted):
    """A prefecture that a belt's name holds."""

    belt: Annotated[Id, Ref("belts")]
    """The belt."""
    adcode: PlaceCode
    """The member prefecture."""
    sort: Count
    """Order in which the name lists it."""
    phrase: Text
    """The words of the document that name it, verbatim."""


class BeltStop(Row):
    """A stop of a belt's axis, in travel order."""

    belt: Annotated[Id, Ref("belts")]
    """The belt."""
    sort: Count
    """Order of travel from Changchun."""
    adcode: Annotated[Adcode, Ref("seats")]
    """The prefecture or county whose seat the axis passes through."""
    basis_zh: Text
    """Why the axis stops here, in Chinese."""
    basis_en: Text
    """Why the axis stops here, in English."""


class Place(Noted):
    """An administrative unit (GB/T 2260)."""

    adcode: Adcode
    """Six-digit code (GB/T 2260) as in use now."""
    level: Literal["province", "prefecture", "county"]
    """Level of the unit."""
    name_zh: Text
    """Chinese name."""
    name_en: Text
    """English name."""
    parent: Annotated[Adcode | None, BeforeValidator(_blank), Ref("places")]
    """The unit above it; empty for the province."""
    aliases: Words
    """Short, former and other names, Chinese or English."""
    valid_from: Year
    """Year since which code and status hold; empty = no change recorded."""


class AdcodeChange(Noted):
    """A former adcode and what it became."""

    adcode_former: Adcode
    """The code that is no longer in use."""
    adcode: PlaceCode
    """The code that took its place."""
    name_zh: Text
    """Chinese name of the former unit."""
    name_en: Text
    """English name of the former unit."""
    parent_former: Note
    """Code of the unit that it belonged to."""
    year: Year
    """Year of the change."""
    sources: Citations
    """Where this is said."""


class Seat(Noted):
    """The seat of an administrative unit."""

    adcode: PlaceCode
    """The unit whose seat it is."""
    name_zh: Text
    """Chinese name of the point."""
    name_en: Text
    """English name of the point."""
    lon: Lon
    """Longitude, degrees east, WGS 84."""
    lat: Lat
    """Latitude, degrees north, WGS 84."""
    geonameid: Annotated[int | None, BeforeValidator(_blank)]
    """Number in GeoNames; empty = the point is from elsewhere."""
    sources: Citations
    """Where the point comes from."""


class Park(Named, Noted):
    """A development zone or industrial park."""

    aliases: Words
    """Other and former names; empty = none known."""
    level: ParkLevel
    """Level of approval as a source or the catalogue states it; `not_stated` where none does."""
    kind: ParkKind
    """Kind of zone or park."""
    national_zone: Annotated[ZoneKind | None, BeforeValidator(_blank)]
    """Kind under which `national-zones-2021` counts it, filled for exactly its 14 zones."""
    catalogue_code: Annotated[ZoneCode | None, BeforeValidator(_blank), Ref("catalogue_2018")]
    """Its zone in the catalogue of 2018, whose name is its own or among its aliases; where that is
    inferred, or the zone is its predecessor, the note says so; empty = not in the catalogue."""
    from_catalogue: Annotated[
        tuple[Literal["approved_year", "area_ha", "lead_industries_zh"], ...],
        BeforeValidator(_split),
    ]
    """Which of its values are the catalogue's, and so of 2018; empty = all are of other sources,
    and what the catalogue says stands beside them in its own table."""
    same_as: Annotated[Id | None, BeforeValidator(_blank), Ref("parks")]
    """The park that is the same zone under another name, and stands for both where parks are
    counted; empty = none."""
    part_of: ParkIds
    """The parks on whose ground it lies, by its sources: where one of them is counted, it is not
    counted beside it; empty = none known."""
    prefecture_adcode: PlaceCode
    """The prefecture it lies in."""
    county_adcode: PlaceCode
    """The county-level unit it lies in."""
    approved_year: Year
    """Year in which its present level was approved; empty = not found."""
    area_ha: Annotated[Annotated[float, Ge(1), Le(200_000)] | None, BeforeValidator(_blank)]
    """Area in hectares, of the kind `area_kind` says: never to be added up; empty = not found."""
    area_kind: Annotated[
        AreaKind | None,
        BeforeValidator(_blank),
    ]
    """Which area the source gives; `unspecified` where it does not say; empty = no area."""
    area_as_of: MaybeMoment
    """What date that area holds for: the one its source gives, else that of the source; empty = no
    area, no date, or several sources of which it is not noted which says so."""
    lead_industries_zh: Words
    """Leading industries as its sources word them, or translated (see the note); empty = not
    found."""
    industries_as_of: MaybeMoment
    """What date those industries hold for, as for `area_as_of`."""
    lon: Lon
    """Longitude of one point, degrees east, WGS 84."""
    lat: Lat
    """Latitude of one point, degrees north, WGS 84."""
    location_precision: ParkPrecision
    """What the point stands for: the site, a geocoder's single hit for its name, or only the town
    or county seat it belongs to."""
    geocode_level: Annotated[GeocodeLevel | None, BeforeValidator(_blank)]
    """What the geocoder hit, which says how far it may be off (see `position_pairs.csv`): a named
    place, a place whose kind it does not state, a statistical unit, the centre of a town;
    empty = not geocoded."""
    location_basis_zh: Text
    """How the point was found, in Chinese."""
    location_basis_en: Text
    """How the point was found, in English."""
    location_as_of: MaybeMoment
    """Date of the table that the point comes from; empty = it bears none."""
    sources: Citations
    """What was read of it; empty = nothing yet."""
    confidence: Confidence
    """How far the row as a whole can be trusted."""
    status: Literal["verified", "unverified"]
    """`verified` = a source read, of another kind than `other`, names that zone; `unverified` = not
    yet confirmed by a source, only a weak one names it, or none: hidden unless asked for, in no
    count."""


class PositionPair(Row):
    """A zone for which a geocoder and a second source give a point: how far hits are off."""

    park: Annotated[Id, Ref("parks")]
    """The zone."""
    level: GeocodeLevel
    """What the geocoder hit, by its own word."""
    lon: Lon
    """Longitude of the geocoder's point, degrees east, WGS 84."""
    lat: Lat
    """Latitude of the geocoder's point, degrees north, WGS 84."""
    other: GeocodeLevel
    """What the second source's point is."""
    other_lon: Lon
    """Longitude of the second source's point, degrees east, WGS 84."""
    other_lat: Lat
    """Latitude of the second source's point, degrees north, WGS 84."""
    sources: Citations
    """Where the geocoder's point stands."""
    other_sources: Citations
    """Where the second source's point stands."""


class CatalogueZone(Row):
    """A zone of Jilin in the official catalogue of development zones, edition of 2018."""

    code: ZoneCode
    """Code of the catalogue: `G` approved by the State Council, `S` by the province."""
    number: Count
    """Running number in the catalogue of the whole country."""
    name_zh: Text
    """Chinese name as the catalogue writes it."""
    name_en: Text
    """English name, translated: the catalogue has none."""
    level: Level
    """Who approved it: the State Council (national) or the province."""
    category: Literal[
        "economic_technological",
        "high_tech",
        "customs_supervised",
        "border_cooperation",
        "economic",
        "industrial_park",
    ]
    """Type in the catalogue, in its order: 经济技术开发区, 高新技术产业开发区, 海关特殊监管区域,
    边境/跨境经济合作区, 经济开发区, 工业园区."""
    approved_month: Month
    """Month of approval, YYYY-MM."""
    area_ha: Annotated[float, Ge(1), Le(200_000)]
    """Approved area in hectares: that within the announced limits, often far below the planned or
    administered one."""
    industries_zh: Words
    """Leading industries as the catalogue writes them."""
    as_of: Moment
    """What the row holds for: the edition of the catalogue."""
    sources: Citations
    """The catalogue, and the line in it."""


class ParkArea(Row):
    """An area that a source gives of a park: several side by side, never to be added up."""

    park: Annotated[Id, Ref("parks")]
    """The park."""
    kind: AreaKind
    """Which area it is: approved, planned, administered, controlled by planning, built, core or
    first phase; `unspecified` where the source does not say."""
    area_ha: Annotated[float, Ge(1), Le(200_000)]
    """The area in hectares."""
    as_of: MaybeMoment
    """What date it holds for: the one the source gives, else that of the source; empty = no date,
    or several sources of which it is not noted which says so."""
    sources: Citations
    """Where it is said; of several it is not noted which."""


class ParkIndustry(Row):
    """An industry that a park's source lists, with the words that say so."""

    park: Annotated[Id, Ref("parks")]
    """The park."""
    industry: Annotated[Id, Ref("industries")]
    """The industry of the vocabulary."""
    phrase: Text
    """The words inside the park's `lead_industries_zh` that say so, verbatim."""


class Designation(Named, Noted):
    """A title, a brand, a tourism area, an administration: called a park, and none."""

    aliases: Words
    """Other names; empty = none known."""
    kind: Literal[
        "title",
        "brand",
        "tourism_area",
        "administration",
        "trade_hub",
        "agricultural_park",
        "group_of_plants",
    ]
    """What it is: an honorary title, a city's brand, an area of tourism, an administration of a
    whole area, a hub of trade, an agricultural park, or plants under a descriptive name."""
    holder_zh: Note
    """Who bears it, in Chinese; empty = the sources do not say."""
    holder_en: Note
    """The same in English."""
    giver_zh: Note
    """Who gave it, in Chinese; empty = the pages read do not say."""
    giver_en: Note
    """The same in English."""
    date: MaybeMoment
    """Since when, as YYYY, YYYY-MM or YYYY-MM-DD; empty = not read."""
    places: Annotated[tuple[Adcode, ...], BeforeValidator(_split), Ref("places")]
    """The counties it lies in, the one whose card its links open first."""
    park: Annotated[Id | None, BeforeValidator(_blank), Ref("parks")]
    """The park on whose ground it is; empty = none known."""
    industries: Industries
    """The industries that its sources name."""
    industries_zh: Words
    """The same as they word them."""
    sources: Citations
    """What was read of it."""
    confidence: Confidence
    """How far the row as a whole can be trusted."""


class OfficialList(Named):
    """A list in which an authority or a body names parks or places."""

    issuer_zh: Note
    """Who made the list, in Chinese; empty = the page read does not say."""
    issuer_en: Note
    """The same in English."""
    level: Level
    """Whether it is a list of the country or of the province."""
    date: MaybeMoment
    """When it was published, as YYYY, YYYY-MM or YYYY-MM-DD; empty = not read."""


class ListRow(Noted):
    """A park or place that an official list names; the list's other rows are not all known."""

    list: Annotated[Id, Ref("lists")]
    """The list."""
    named_zh: Text
    """What the list names, in its own Chinese; □ stands for a character that was not read."""
    named_en: Text
    """The same in English, translated."""
    park: Annotated[Id | None, BeforeValidator(_blank), Ref("parks")]
    """The park it names, or a part of it; empty = it names a place, or a zone not in the table."""
    place: PlaceCode
    """The county or prefecture it lies in."""
    as_of: MaybeMoment
    """When the page read says so; empty = the page is undated."""
    phrase: Text
    """The words of the page, verbatim, garbled characters and all."""
    sources: Citations
    """What was read."""
    confidence: Confidence
    """How far the row can be trusted."""


class Hub(Named, Noted):
    """An airport, rail station, port or research institution."""

    kind: Literal["airport", "rail_station", "border_port", "seaport", "inland_port", "research"]
    """Kind of hub; `inland_port` is a rail port or logistics hub inside the province."""
    lon: Lon
    """Longitude of one point, degrees east, WGS 84."""
    lat: Lat
    """Latitude of one point, degrees north, WGS 84."""
    county_adcode: Annotated[Adcode | None, BeforeValidator(_blank), Ref("places")]
    """The county-level unit it lies in, or the prefecture where no source says more; empty =
    outside the province."""
    country: Literal["CN", "RU", "KP"]
    """Country it lies in: China, Russia, DPR Korea."""
    location_precision: Precision
    """What the point stands for: the hub itself, or only the town or county seat it belongs to."""
    location_basis_zh: Text
    """What the point is, in Chinese."""
    location_basis_en: Text
    """What the point is, in English."""
    sources: Citations
    """Where the point comes from."""
    confidence: Confidence
    """How far the row as a whole can be trusted."""
    route_zh: Note
    """By which way goods of the province reach a seaport, in Chinese; empty = not stated."""
    route_en: Note
    """The same in English; empty = not stated."""
    operation: Annotated[
        Literal["in_use", "not_in_use", "restricted", "unknown"] | None, BeforeValidator(_blank)
    ]
    """Whether a station or port is in use; `unknown` where no source read says so, at border ports
    none since the border closed in 2020; empty for airports and research institutions."""
    operation_as_of: MaybeMoment
    """When the newest source read says so; empty only where `operation` is unknown or empty."""
    counted: Literal["yes", "no"]
    """Whether the nearest one of its kind is looked for among it: a seaport counts where a source
    says that goods of the province go through it."""
    counted_zh: Text
    """Why it counts or not, in Chinese."""
    counted_en: Text
    """Why it counts or not, in English."""
    use_sources: Citations
    """Where route, operation and count are said; empty = nowhere."""


class Shape(Row):
    """An administrative unit as a polygon, built from the boundary package."""

    id: Adcode
    """Six-digit code (GB/T 2260)."""
    name_zh: Text
    """Chinese name."""
    name_en: Text
    """English name."""
    parent: Annotated[Adcode | None, BeforeValidator(_blank), Ref("places")]
    """The unit above it; none for the province."""


class Water(Row):
    """A large river or lake, generalised, for the ground of the map only."""

    id: Text
    """Kind and name."""
    kind: Literal["river", "lake"]
    """A line or an area."""
    name: Annotated[Text | None, BeforeValidator(_blank)]
    """The name as Natural Earth writes it; empty where it has none."""


class Backdrop(Row):
    """A piece of land around the province, generalised, for the backdrop only."""

    id: Text
    """`land`, or the code of a neighbouring province and a running number."""


TABLES: dict[str, type[Row]] = {
    "sources": CitedSource,
    "sectors": Sector,
    "industries": Industry,
    "policies": Policy,
    "places": Place,
    "adcode_history": AdcodeChange,
    "seats": Seat,
    "belts": Belt,
    "belt_members": BeltMember,
    "belt_axes": BeltStop,
    "areas": Area,
    "catalogue_2018": CatalogueZone,
    "parks": Park,
    "position_pairs": PositionPair,
    "park_areas": ParkArea,
    "park_industries": ParkIndustry,
    "designations": Designation,
    "lists": OfficialList,
    "list_rows": ListRow,
    "hubs": Hub,
    "specialities": Speciality,
    "clusters": Cluster,
    "brands": Brand,
    "targets": Target,
    "incentives": Incentive,
    "requirements": Requirement,
    "measures": Measure,
    "institutions": Institution,
    "discrepancies": Discrepancy,
    "context": Context,
}
_KEYS = {
    "places": "adcode",
    "seats": "adcode",
    "belt_members": "belt+adcode",
    "belt_axes": "belt+sort",
    "park_areas": "park+kind+area_ha",
    "park_industries": "park+industry",
    "position_pairs": "park+level+other",
    "adcode_history": "adcode_former",
    "catalogue_2018": "code",
    "list_rows": "list+named_zh",
}


def find_key(table: str) -> str:
    """Return the column that is a table's key, or its columns joined with `+`."""
    return _KEYS.get(table, "id")
