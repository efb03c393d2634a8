"""Rules across tables: references, counts, words and positions."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import reduce
from pathlib import Path

import geopandas as gpd
from pandas import DataFrame
from shapely.geometry.base import BaseGeometry

from geo import store
from geo.check.facts import Facts
from geo.check.promises import (
    amounts_have_units,
    aspects_named,
    contacts_filled,
    dates_past,
    periods_ordered,
    phrases_quoted,
    ranges_bounded,
    roles_proven,
    states_proven,
)
from geo.check.sourced_facts import areas_listed, facts_cited, facts_not_newer, parks_vouched
from geo.citations import split_citation
from geo.crs import METRIC, STORED
from geo.errors import DataError, Problem
from geo.geocoding import derive_radii
from geo.ground import find_wholes
from geo.i18n import Translate
from geo.layers import list_layers
from geo.models import TABLES, CatalogueZone, Park, Ref, Row, find_key

Rule = Callable[[Facts, Translate], Iterator[Problem]]
NEAR_M = 2_000
ZONES = {
    "economic_technological": 5,
    "high_tech": 5,
    "border_cooperation": 2,
    "comprehensive_bonded": 2,
}
OPERATED = {"rail_station", "border_port", "seaport", "inland_port"}
CENTRE = "220100"
PROVINCE = "220000"


def _key(row: Row, columns: str) -> str:
    return " ".join(str(getattr(row, column)) for column in columns.split("+"))


def keys_unique(facts: Facts, say: Translate) -> Iterator[Problem]:
    """Require that each row's key stands once in its table."""
    for name in TABLES:
        columns = find_key(name)
        counts = Counter(_key(row, columns) for _, row in facts.each(name))
        for item, row in facts.each(name):
            if counts[key := _key(row, columns)] > 1:
                message = say("{key!r} stands {n} times; give each row its own")
                text = message.format(key=key, n=counts[key])
                yield facts.problem(name, item.line, columns, text)


def references_known(facts: Facts, say: Translate) -> Iterator[Problem]:
    """Require that each id that refers to another table exists there."""
    message = say("{value!r} is not in {table}.csv; add it there or correct it")
    for name, model in TABLES.items():
        for field, info in model.model_fields.items():
            for ref in (mark for mark in info.metadata if isinstance(mark, Ref)):
                keys = _list_known(facts, ref)
                for item, row in facts.each(name) if keys is not None else ():
                    for missing in _ids(getattr(row, field)) - (keys or set()):
                        text = message.format(value=missing, table=ref.table)
                        yield facts.problem(name, item.line, field, text)


def _list_known(facts: Facts, ref: Ref) -> set[str] | None:
    """Return the keys that a reference may name; None where a table cannot be read."""
    tables = (facts.written(table) for table in (ref.table, ref.or_table) if table)
    return reduce(lambda keys, more: None if more is None or keys is None else keys | more, tables)


def _ids(value: str | tuple[str, ...] | None) -> set[str]:
    """Return the ids in a cell; in a citation what follows the `#` is the place in the source."""
    values = value if isinstance(value, tuple) else filter(None, (value,))
    return {split_citation(one)[0] for one in values}


def places_known(facts: Facts, say: Translate) -> Iterator[Problem]:
    """Require that the place of a fact exists and is of the kind that the row states."""
    if not facts.sound("belts", "places"):
        return
    places = {("belt", row.id) for _, row in facts.each("belts")}
    places |= {(row.level, row.adcode) for _, row in facts.each("places")}
    for layer in list_layers(lambda layer: layer.narrowed_by == "fact"):
        for item, row in facts.each(layer.id):
            if row.place is not None and (row.place_kind, row.place) not in places:
                message = say("{place!r} is no {kind}; correct the id or the kind")
                text = message.format(place=row.place, kind=row.place_kind)
                yield facts.problem(layer.id, item.line, "place", text)


def discrepancies_point_at_rows(facts: Facts, say: Translate) -> Iterator[Problem]:
    """Require that what a discrepancy refers to exists."""
    keys_by_table = {name: facts.written(name) for name in TABLES}
    for item, row in facts.each("discrepancies"):
        for ref in row.refs:
            table, _, key = ref.partition(":")
            keys = keys_by_table.get(table, set())
            if keys is not None and key not in keys:
                message = say("{ref!r} names no row; write table:id").format(ref=ref)
                yield facts.problem("discrepancies", item.line, "refs", message)


def documents_dated(facts: Facts, say: Translate) -> Iterator[Problem]:
    """Require a year of each dated document, and none of an undated one."""
    for item, row in facts.each("policies"):
        if (row.date is None) != (row.year is None):
            message = say("year and date go together; fill in both or neither")
            yield facts.problem("policies", item.line, "year", message)


def zones_counted(facts: Facts, say: Translate) -> Iterator[Problem]:
    """Require the fourteen national zones that `national-zones-2021` counts, by kind."""
    if not facts.sound("parks"):
        return
    zones = Counter(row.national_zone for _, row in facts.each("parks") if row.national_zone)
    for kind, count in ZONES.items():
        if zones[kind] != count:
            message = say("{n} zones are marked {kind}, the document counts {count}; mark those")
            text = message.format(n=zones[kind], kind=kind, count=count)
            yield facts.problem("parks", None, "national_zone", text)


def codes_say_level(facts: Facts, say: Translate) -> Iterator[Problem]:
    """Require that the letter of a catalogue code is that of the level."""
    for item, row in facts.each("catalogue_2018"):
        if row.code.startswith("G") != (row.level == "national"):
            message = say("{code} is no code of level {level}; correct one of the two")
            text = message.format(code=row.code, level=row.level)
            yield facts.problem("catalogue_2018", item.line, "level", text)


def catalogue_agrees(facts: Facts, say: Translate) -> Iterator[Problem]:
    """Require that what a park takes from the catalogue is what stands there, under its name."""
    zones = {row.code: row for _, row in facts.each("catalogue_2018")}
    for item, park in facts.each("parks"):
        zone = zones.get(park.catalogue_code)
        if zone is None:
            wrong = ["from_catalogue"] if park.from_catalogue and not park.catalogue_code else []
        else:
            wrong = _list_differences(park, zone)
        for field in wrong:
            message = say("is not as catalogue_2018.csv has it; correct it or from_catalogue")
            yield facts.problem("parks", item.line, field, message)


def _list_differences(park: Park, zone: CatalogueZone) -> list[str]:
    """Return the columns of a park that say other than its zone in the catalogue."""
    agrees = {
        "catalogue_code": zone.name_zh in (park.name_zh, *park.aliases),
        "level": park.level == ("national" if zone.code.startswith("G") else "provincial"),
    }
    taken = {
        "approved_year": park.approved_year == int(zone.approved_month[:4]),
        "area_ha": (park.area_ha, park.area_kind) == (zone.area_ha, "approved"),
        "lead_industries_zh": park.lead_industries_zh == zone.industries_zh,
    }
    agrees |= {column: taken[column] for column in park.from_catalogue}
    return [column for column, same in agrees.items() if not same]


def phrases_listed(facts: Facts, say: Translate) -> Iterator[Problem]:
    """Require that the words proving a park's industry stand in the park's own list."""
    listed = {row.id: row.lead_industries_zh for _, row in facts.each("parks")}
    for item, row in facts.each("park_industries"):
        phrases = listed.get(row.park)
        if phrases is not None and not any(row.phrase in word for word in phrases):
            message = say("{phrase!r} is not in the park's lead_industries_zh; quote it as written")
            text = message.format(phrase=row.phrase)
            yield facts.problem("park_industries", item.line, "phrase", text)


def belts_complete(facts: Facts, say: Translate) -> Iterator[Problem]:
    """Require Changchun and another prefecture in each belt, and two stops or more on its axis."""
    if not facts.sound("belts", "belt_members", "belt_axes"):
        return
    for item, belt in facts.each("belts"):
        members = {row.adcode for _, row in facts.each("belt_members") if row.belt == belt.id}
        stops = [row for _, row in facts.each("belt_axes") if row.belt == belt.id]
        if CENTRE not in members or len(members) < 2:
            message = say("members must be Changchun and another prefecture; see belt_members.csv")
            yield facts.problem("belts", item.line, "id", message)
        if len(stops) < 2:
            message = say("the axis needs two stops or more; see belt_axes.csv")
            yield facts.problem("belts", item.line, "id", message)


def ground_counted_once(facts: Facts, say: Translate) -> Iterator[Problem]:
    """Require that no park is part of or the same as itself, and that `same_as` ends at once."""
    rows = [(item, row) for item, row in facts.each("parks")]
    wholes = find_wholes(DataFrame([row.model_dump() for _, row in rows])) if rows else {}
    alike = {row.id: row.same_as for _, row in rows if row.same_as}
    for item, row in rows:
        field = "same_as" if row.same_as else "part_of"
        if row.id in wholes.get(row.id, ()):
            message = say("leads back to {park}; a park lies on no ground of its own parts")
            yield facts.problem("parks", item.line, field, message.format(park=row.id))
        elif row.same_as in alike:
            message = say("{park} is itself the same as {other}; write that one")
            text = message.format(park=row.same_as, other=alike[row.same_as])
            yield facts.problem("parks", item.line, "same_as", text)


def parents_agree(facts: Facts, say: Translate) -> Iterator[Problem]:
    """Require that a park's county lies in its prefecture."""
    parents = {row.adcode: row.parent for _, row in facts.each("places")}
    for item, row in facts.each("parks"):
        parent = parents.get(row.county_adcode)
        if parent is not None and parent != row.prefecture_adcode:
            message = say("county {county} lies in {parent}; correct one of the two")
            text = message.format(county=row.county_adcode, parent=parent)
            yield facts.problem("parks", item.line, "prefecture_adcode", text)


def listed_parks_in_place(facts: Facts, say: Translate) -> Iterator[Problem]:
    """Require that a park which a list names lies in the place that the list's row gives."""
    homes = {row.id: {row.county_adcode, row.prefecture_adcode} for _, row in facts.each("parks")}
    for item, row in facts.each("list_rows"):
        if row.park in homes and row.place not in homes[row.park]:
            message = say("{park} does not lie in {place}; correct one of the two")
            text = message.format(park=row.park, place=row.place)
            yield facts.problem("list_rows", item.line, "place", text)


def hubs_dated(facts: Facts, say: Translate) -> Iterator[Problem]:
    """Require date and source of a known operation, an operation of stations and ports."""
    for item, row in facts.each("hubs"):
        if row.operation is None and row.kind in OPERATED:
            message = say("a station or port says whether it is in use; write unknown where unread")
            yield facts.problem("hubs", item.line, "operation", message)
        for field in ("operation_as_of", "use_sources"):
            is_known = row.operation not in {None, "unknown"}
            if is_known and not getattr(row, field):
                message = say(
                    "a known operation has date and source; fill in both or write unknown"
                )
                yield facts.problem("hubs", item.line, field, message)
        if row.operation in {None, "unknown"} and row.operation_as_of is not None:
            message = say("a date without an operation; say what held then, or leave it empty")
            yield facts.problem("hubs", item.line, "operation_as_of", message)
        if row.operation == "not_in_use" and row.counted == "yes":
            message = say("what is not in use is nobody's nearest; write no, and why")
            yield facts.problem("hubs", item.line, "counted", message)


def points_in_county(facts: Facts, say: Translate) -> Iterator[Problem]:
    """Require each point in its county or near it, and in the province.

    Near is two kilometres, or the radius of what is geocoded.
    """
    shapes = _outlines(facts.folder / "built")
    pairs = [row.model_dump() for _, row in facts.each("position_pairs")]
    radii = derive_radii(DataFrame(pairs)) if pairs else {}
    for layer in list_layers(lambda layer: layer.geometry == "points"):
        rows = [(item, row, getattr(row, layer.county)) for item, row in facts.each(layer.id)]
        points = gpd.GeoSeries(
            gpd.points_from_xy([row.lon for _, row, _ in rows], [row.lat for _, row, _ in rows]),
            crs=STORED,
        ).to_crs(METRIC)
        for (item, _, code), point in zip(rows, points, strict=True):
            shape, province = shapes.get(code), shapes.get(PROVINCE)
            if shape is None:
                continue
            # A geocoder's hit may be as far off as such hits are; see geo.geocoding.
            level = str(getattr(item.row, "geocode_level", None))
            if (far := shape.distance(point)) > max(NEAR_M, radii.get(level, 0) * 1000):
                message = say("point is {km:.1f} km outside {code}; correct it or the code")
                text = message.format(km=far / 1000, code=code)
                yield facts.problem(layer.id, item.line, "lon", text)
            elif province is not None and (far := province.distance(point)) > 0:
                message = say("point is {m:.0f} m outside the province; take one inside it")
                yield facts.problem(layer.id, item.line, "lon", message.format(m=far))


def geocoded_levelled(facts: Facts, say: Translate) -> Iterator[Problem]:
    """Require what the geocoder hit of each geocoded park, and pairs that say how far that is."""
    known = {kind for _, row in facts.each("position_pairs") for kind in (row.level, row.other)}
    for item, row in facts.each("parks"):
        if (row.location_precision == "geocoded") != (row.geocode_level is not None):
            message = say("goes with location_precision geocoded; fill in both or neither")
            yield facts.problem("parks", item.line, "geocode_level", message)
        elif row.geocode_level is not None and known and row.geocode_level not in known:
            message = say("no pair of position_pairs.csv says how far such a hit is off; add one")
            yield facts.problem("parks", item.line, "geocode_level", message)


def _outlines(built: Path) -> dict[str | None, BaseGeometry]:
    shapes: dict[str | None, BaseGeometry] = {}
    for name in ("counties", "prefectures", "province"):  # whose units a point may lie in
        with suppress(DataError):  # geo.check.built_layers says so
            units = store.read_built(name, built)
            sound = units[units.is_valid].to_crs(METRIC)
            shapes |= dict(zip(sound.id, sound.geometry, strict=True))
    return shapes


RULES: tuple[Rule, ...] = (
    keys_unique,
    references_known,
    places_known,
    discrepancies_point_at_rows,
    documents_dated,
    zones_counted,
    codes_say_level,
    catalogue_agrees,
    phrases_listed,
    belts_complete,
    ground_counted_once,
    parents_agree,
    listed_parks_in_place,
    hubs_dated,
    points_in_county,
    geocoded_levelled,
    facts_cited,
    facts_not_newer,
    parks_vouched,
    areas_listed,
    states_proven,
    amounts_have_units,
    ranges_bounded,
    periods_ordered,
    roles_proven,
    aspects_named,
    contacts_filled,
    dates_past,
    phrases_quoted,
)
