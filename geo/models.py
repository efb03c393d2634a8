"""The shape of each fact: one frozen model a table, unknown columns refused.

Columns and their meaning are described in `data/README.md` and `data/datapackage.json`.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from annotated_types import Ge, Le
from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints


@dataclass(frozen=True)
class Ref:
    """Marks a field whose values are ids of another table."""

    table: str


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
Lon = Annotated[float, Ge(117), Le(135)]
Lat = Annotated[float, Ge(38), Le(47)]

Industries = Annotated[tuple[Id, ...], BeforeValidator(_split), Ref("industries")]
DocumentId = Annotated[Id, Ref("policies")]
DiscrepancyId = Annotated[Id | None, BeforeValidator(_blank), Ref("discrepancies")]
PlaceCode = Annotated[Adcode, Ref("places")]
PlaceKind = Literal["province", "belt", "prefecture", "county"]
Precision = Literal["site", "town", "county_seat"]
Confidence = Literal["high", "medium", "low"]
Level = Literal["national", "provincial"]
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
ZoneKind = Literal[
    "economic_technological", "high_tech", "border_cooperation", "comprehensive_bonded"
]


class Row(BaseModel):
    """One row of a table."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Named(Row):
    """A row with a name in both languages."""

    id: Id
    name_zh: Text
    name_en: Text


class Noted(Row):
    """A row with a remark in both languages."""

    note_zh: Note
    note_en: Note


class Stated(Row):
    """A fact that a policy document states, with the phrase that proves it as written."""

    document: DocumentId
    section: Text
    phrase: Text


class Sector(Named):
    """A sector: a category of `belts-2013`, and other."""

    phrase: Text
    sort: Count


class Industry(Named):
    """An industry of the vocabulary."""

    sector: Annotated[Id, Ref("sectors")]
    aliases_zh: Words
    aliases_en: Words
    gbt4754: Words
    gbt4754_edition: Year


class Policy(Row):
    """A policy document."""

    id: Id
    title_zh: Text
    title_en: Text
    number: Note
    issuer_zh: Text
    issuer_en: Text
    date: Annotated[date | None, BeforeValidator(_blank)]
    date_basis_zh: Text
    date_basis_en: Text
    language: Literal["zh", "en"]
    translation: Literal["original", "official", "machine"]
    file: Text
    takes_zh: Text
    takes_en: Text


class Speciality(Stated, Noted):
    """An industry that a document gives to a place."""

    id: Id
    place_kind: PlaceKind
    place: Text
    industry: Annotated[Id, Ref("industries")]
    place_phrase: Text
    status: Literal["stated", "disputed"]
    discrepancy: DiscrepancyId


class Cluster(Named, Stated):
    """A cluster that a document names."""

    industries: Industries
    place_kind: PlaceKind
    place: Text


class Brand(Named, Stated, Noted):
    """A branded place or product that a document names."""

    kind: Literal["place", "product"]
    industries: Industries
    place_kind: Annotated[PlaceKind | None, BeforeValidator(_blank)]
    place: Note
    place_basis_zh: Text
    place_basis_en: Text
    place_source: Note


class Target(Stated, Noted):
    """A number that a document sets."""

    id: Id
    series: Id
    indicator_zh: Text
    indicator_en: Text
    comparison: Literal["=", ">=", ">", "about"]
    value: float
    unit: Text
    base_value: Number
    base_year: Year
    year: Year
    scope_zh: Text
    scope_en: Text
    sector: Annotated[Id | None, BeforeValidator(_blank), Ref("sectors")]
    tier_min: Number
    tier_max: Number


class Discrepancy(Row):
    """Something the sources contradict or leave out, and how the atlas treats it."""

    id: Id
    documents: Annotated[tuple[Id, ...], BeforeValidator(_split), Ref("policies")]
    subject: Text
    title_zh: Text
    title_en: Text
    detail_zh: Text
    detail_en: Text
    treatment_zh: Text
    treatment_en: Text
    refs: Words


class Belt(Named, Stated, Noted):
    """An industrial belt of `belts-2013`."""

    sort: Count


class BeltMember(Noted):
    """A prefecture that a belt's name holds."""

    belt: Annotated[Id, Ref("belts")]
    adcode: PlaceCode
    sort: Count
    phrase: Text


class BeltStop(Row):
    """A stop of a belt's axis, in travel order."""

    belt: Annotated[Id, Ref("belts")]
    sort: Count
    adcode: Annotated[Adcode, Ref("seats")]
    basis_zh: Text
    basis_en: Text


class Place(Noted):
    """An administrative unit (GB/T 2260)."""

    adcode: Adcode
    level: Literal["province", "prefecture", "county"]
    name_zh: Text
    name_en: Text
    parent: Annotated[Adcode | None, BeforeValidator(_blank), Ref("places")]
    aliases: Words
    valid_from: Year


class AdcodeChange(Noted):
    """A former adcode and what it became."""

    adcode_former: Adcode
    adcode: PlaceCode
    name_zh: Text
    name_en: Text
    parent_former: Note
    year: Year
    source: Text


class Seat(Noted):
    """The seat of an administrative unit."""

    adcode: PlaceCode
    name_zh: Text
    name_en: Text
    lon: Lon
    lat: Lat
    geonameid: Annotated[int | None, BeforeValidator(_blank)]
    source: Text


class Park(Named, Noted):
    """A development zone or industrial park."""

    aliases: Words
    level: Level
    kind: ParkKind
    national_zone: Annotated[ZoneKind | None, BeforeValidator(_blank)]
    prefecture_adcode: PlaceCode
    county_adcode: PlaceCode
    approved_year: Year
    area_ha: Annotated[Annotated[float, Ge(1), Le(200_000)] | None, BeforeValidator(_blank)]
    area_kind: Annotated[
        Literal["approved", "planned", "administered", "built", "unspecified"] | None,
        BeforeValidator(_blank),
    ]
    lead_industries_zh: Words
    lon: Lon
    lat: Lat
    location_precision: Precision
    location_basis_zh: Text
    location_basis_en: Text
    source: Text
    confidence: Confidence
    status: Literal["verified", "unverified"]


class ParkIndustry(Row):
    """An industry that a park's source lists, with the words that say so."""

    park: Annotated[Id, Ref("parks")]
    industry: Annotated[Id, Ref("industries")]
    phrase: Text


class Hub(Named, Noted):
    """An airport, rail station, border port or seaport."""

    kind: Literal["airport", "rail_station", "border_port", "seaport"]
    lon: Lon
    lat: Lat
    county_adcode: Annotated[Adcode | None, BeforeValidator(_blank), Ref("places")]
    country: Literal["CN", "RU", "KP"]
    location_precision: Precision
    location_basis_zh: Text
    location_basis_en: Text
    source: Text
    confidence: Confidence


TABLES: dict[str, type[Row]] = {
    "sectors": Sector,
    "industries": Industry,
    "policies": Policy,
    "places": Place,
    "adcode_history": AdcodeChange,
    "seats": Seat,
    "belts": Belt,
    "belt_members": BeltMember,
    "belt_axes": BeltStop,
    "parks": Park,
    "park_industries": ParkIndustry,
    "hubs": Hub,
    "specialities": Speciality,
    "clusters": Cluster,
    "brands": Brand,
    "targets": Target,
    "discrepancies": Discrepancy,
}
KEYS = {name: "adcode" if name in {"places", "seats"} else "id" for name in TABLES} | {
    "belt_members": "belt+adcode",
    "belt_axes": "belt+sort",
    "park_industries": "park+industry",
    "adcode_history": "adcode_former",
}
