"""Rules across tables and layers; every fault at once, each with its address and remedy."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import shapely
from pandas import DataFrame

from geo.crs import METRIC, STORED
from geo.errors import DataError, Problem
from geo.i18n import Translate, shell_language, translator
from geo.models import KEYS, TABLES, Ref, Row
from geo.paths import BUILT, DATA, shown
from geo.tables import Located, read_rows

NEAR_M = 2_000
ZONES = {
    "economic_technological": 5,
    "high_tech": 5,
    "border_cooperation": 2,
    "comprehensive_bonded": 2,
}
CENTRE = "220100"


@dataclass(frozen=True)
class Facts:
    """Every readable row of every table, with the folder it came from."""

    folder: Path
    rows: dict[str, list[Located]]

    def values(self, table: str, field: str) -> set[Any]:
        """Return the distinct values of a field."""
        return {getattr(item.row, field) for item in self.rows[table]}

    def each(self, table: str) -> Iterator[tuple[Located, Any]]:
        """Iterate over a table's located rows and the rows themselves."""
        return ((item, item.row) for item in self.rows[table])

    def problem(self, table: str, line: int | None, field: str, message: str) -> Problem:
        """Return a problem of a table, with its address."""
        return Problem(shown(self.folder / f"{table}.csv"), line, field, message)


def read(folder: Path = DATA) -> tuple[Facts, list[Problem]]:
    """Read every table; return what is valid and every fault of form."""
    rows: dict[str, list[Located]] = {}
    problems: list[Problem] = []
    for name, model in TABLES.items():
        try:
            rows[name], found = read_rows(folder / f"{name}.csv", model)
        except DataError as error:
            rows[name], found = [], list(error.problems)
        problems += found
    return Facts(folder, rows), problems


def _key(row: Row, columns: str) -> str:
    return " ".join(str(getattr(row, column)) for column in columns.split("+"))


def keys_unique(facts: Facts, say: Translate) -> Iterator[Problem]:
    """Each row's key stands once in its table."""
    for name, columns in KEYS.items():
        counts = Counter(_key(row, columns) for _, row in facts.each(name))
        for item, row in facts.each(name):
            if counts[key := _key(row, columns)] > 1:
                message = say("{key!r} stands {n} times; give each row its own")
                yield facts.problem(name, item.line, columns, message.format(key=key, n=counts[key]))


def references_known(facts: Facts, say: Translate) -> Iterator[Problem]:
    """Each id that refers to another table exists there."""
    for name, model in TABLES.items():
        for field, info in model.model_fields.items():
            for ref in (mark for mark in info.metadata if isinstance(mark, Ref)):
                known = facts.values(ref.table, KEYS[ref.table])
                for item, row in facts.each(name):
                    value = getattr(row, field)
                    wanted = value if isinstance(value, tuple) else (value,)
                    for missing in [one for one in wanted if one is not None and one not in known]:
                        message = say("{value!r} is not in {table}.csv; add it there or correct it")
                        text = message.format(value=missing, table=ref.table)
                        yield facts.problem(name, item.line, field, text)


def places_known(facts: Facts, say: Translate) -> Iterator[Problem]:
    """The place of a fact exists and is of the kind that the row states."""
    known = {("belt", belt) for belt in facts.values("belts", "id")}
    known |= {(row.level, row.adcode) for _, row in facts.each("places")}
    for name in ("specialities", "clusters", "brands"):
        for item, row in facts.each(name):
            if row.place is not None and (row.place_kind, row.place) not in known:
                message = say("{place!r} is no {kind}; correct the id or the kind")
                text = message.format(place=row.place, kind=row.place_kind)
                yield facts.problem(name, item.line, "place", text)


def discrepancies_point_at_rows(facts: Facts, say: Translate) -> Iterator[Problem]:
    """What a discrepancy refers to exists."""
    for item, row in facts.each("discrepancies"):
        for ref in row.refs:
            table, _, key = ref.partition(":")
            if table not in TABLES or key not in {
                _key(other, KEYS[table]) for _, other in facts.each(table)
            }:
                message = say("{ref!r} names no row; write table:id").format(ref=ref)
                yield facts.problem("discrepancies", item.line, "refs", message)


def zones_counted(facts: Facts, say: Translate) -> Iterator[Problem]:
    """The national zones are the fourteen that `national-zones-2021` counts, by kind."""
    marked = Counter(row.national_zone for _, row in facts.each("parks") if row.national_zone)
    for kind, count in ZONES.items():
        if marked[kind] != count:
            message = say("{n} zones are marked {kind}, the document counts {count}; mark those")
            text = message.format(n=marked[kind], kind=kind, count=count)
            yield facts.problem("parks", None, "national_zone", text)


def phrases_listed(facts: Facts, say: Translate) -> Iterator[Problem]:
    """The words that prove a park's industry stand in the park's own list."""
    listed = {row.id: row.lead_industries_zh for _, row in facts.each("parks")}
    for item, row in facts.each("park_industries"):
        if not any(row.phrase in words for words in listed.get(row.park, ())):
            message = say("{phrase!r} is not in the park's lead_industries_zh; quote it as written")
            text = message.format(phrase=row.phrase)
            yield facts.problem("park_industries", item.line, "phrase", text)


def belts_complete(facts: Facts, say: Translate) -> Iterator[Problem]:
    """Each belt holds Changchun and another prefecture, and its axis has two stops or more."""
    for item, belt in facts.each("belts"):
        members = {row.adcode for _, row in facts.each("belt_members") if row.belt == belt.id}
        stops = [row for _, row in facts.each("belt_axes") if row.belt == belt.id]
        if CENTRE not in members or len(members) < 2:
            message = say("members must be Changchun and another prefecture; see belt_members.csv")
            yield facts.problem("belts", item.line, "id", message)
        if len(stops) < 2:
            message = say("the axis needs two stops or more; see belt_axes.csv")
            yield facts.problem("belts", item.line, "id", message)


def parents_agree(facts: Facts, say: Translate) -> Iterator[Problem]:
    """A park's county lies in its prefecture."""
    parents = {row.adcode: row.parent for _, row in facts.each("places")}
    for item, row in facts.each("parks"):
        parent = parents.get(row.county_adcode)
        if parent is not None and parent != row.prefecture_adcode:
            message = say("county {county} lies in {parent}; correct one of the two")
            text = message.format(county=row.county_adcode, parent=parent)
            yield facts.problem("parks", item.line, "prefecture_adcode", text)


def points_in_county(facts: Facts, say: Translate) -> Iterator[Problem]:
    """Each point lies in its county or within two kilometres of it."""
    path = BUILT / "counties.geojson"
    if not path.is_file():
        return
    shapes = gpd.read_file(path).to_crs(METRIC).set_index("id").geometry
    prefectures = shapes.groupby(shapes.index.str[:4] + "00").agg(shapely.union_all)
    for name, field in (("parks", "county_adcode"), ("hubs", "county_adcode"), ("seats", "adcode")):
        rows = [(item, row, getattr(row, field)) for item, row in facts.each(name)]
        points = gpd.GeoSeries(
            gpd.points_from_xy([row.lon for _, row, _ in rows], [row.lat for _, row, _ in rows]),
            crs=STORED,
        ).to_crs(METRIC)
        for (item, _, code), point in zip(rows, points, strict=True):
            shape = shapes.get(code, prefectures.get(code)) if code else None
            if shape is not None and (far := shape.distance(point)) > NEAR_M:
                message = say("point is {km:.1f} km outside {code}; correct it or the code")
                text = message.format(km=far / 1000, code=code)
                yield facts.problem(name, item.line, "lon", text)


def layers_valid(_: Facts, say: Translate) -> Iterator[Problem]:
    """Every built shape is valid, and counties and prefectures form coverages."""
    for name in ("counties", "prefectures", "province", "land"):
        path = BUILT / f"{name}.geojson"
        if not path.is_file():
            message = say("file is missing; run `make build` or restore it from the repository")
            yield Problem(shown(path), None, "", message)
            continue
        try:
            frame = gpd.read_file(path)
        except Exception:  # noqa: BLE001 - GDAL raises several kinds for a damaged file
            message = say("is damaged; run `make build` or restore it from the repository")
            yield Problem(shown(path), None, "", message)
            continue
        yield from _shapes_valid(path, frame, say)


def _shapes_valid(path: Path, frame: DataFrame, say: Translate) -> Iterator[Problem]:
    for row, shape in enumerate(frame.geometry):
        if not shape.is_valid:
            reason = shapely.is_valid_reason(shape)
            message = say("shape is invalid ({reason}); run `make build`").format(reason=reason)
            yield Problem(shown(path), row + 2, "geometry", message)
    if path.stem in {"counties", "prefectures"} and not shapely.coverage_is_valid(
        frame.geometry.to_numpy()
    ):
        message = say("shapes overlap or leave gaps; run `make build`")
        yield Problem(shown(path), None, "geometry", message)


RULES: tuple[Callable[[Facts, Translate], Iterator[Problem]], ...] = (
    keys_unique,
    references_known,
    places_known,
    discrepancies_point_at_rows,
    zones_counted,
    phrases_listed,
    belts_complete,
    parents_agree,
    points_in_county,
    layers_valid,
)


def check(folder: Path = DATA) -> list[Problem]:
    """Return every fault of the facts in `folder` and of the built layers, by file and line."""
    facts, problems = read(folder)
    say = translator(shell_language())
    for rule in RULES:
        problems += rule(facts, say)
    return sorted(problems, key=lambda found: (found.file, found.line or 0, found.field))


def require(folder: Path = DATA) -> None:
    """Raise DataError with every fault found by `check`."""
    if problems := check(folder):
        raise DataError(problems)


