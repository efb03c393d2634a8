"""Counties by the words of a table, and counties by position."""

import re
from functools import cache

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo import store
from geo.crs import Points
from geo.search import fold
from geo.tables import table

#: A point this far outside the drawn border may still be inside: the border is generalised.
TOLERANCE = 0.02  # degrees, about 2 km


@cache
def _names() -> dict[str, str]:
    """Return folded name or code → adcode of each county; names of two counties are left out."""
    counties = table("places").query("level == 'county'")
    found: dict[str, str] = {}
    twice: set[str] = set()
    for row in counties.itertuples():
        names = {fold(one) for one in (row.name_zh, row.name_en, *row.aliases, row.adcode)}
        for name in names:
            if found.setdefault(name, row.adcode) != row.adcode:
                twice.add(name)
    former = table("adcode_history")
    known = set(counties.adcode)
    for row in former.itertuples():
        if row.adcode in known:
            found.setdefault(fold(row.adcode_former), row.adcode)
            found.setdefault(fold(row.name_zh), row.adcode)
    return {name: code for name, code in found.items() if name not in twice}


@cache
def _inside_text() -> re.Pattern[str]:
    names = [name for name in _names() if len(name) > 1 and not name.isascii()]
    return re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True)))


def county_of(words: str) -> str | None:
    """Return the county that a cell names by name, alias or code; None when none or unsure."""
    wanted = fold(words)
    known = _names()
    if wanted in known:
        return known[wanted]
    # "吉林省长春市南关区" and "Changchun, Nanguan District": the county ends the words.
    tails = [wanted[at:] for at in range(1, len(wanted) - 1)]
    return next((known[tail] for tail in tails if tail in known), None)


def county_in(address: str) -> str | None:
    """Return the county that an address names, the last where it names several; else None."""
    found = [_names()[one] for one in _inside_text().findall(fold(address))]
    return found[-1] if found and len(set(found)) <= 2 else None


@cache
def _province() -> BaseGeometry:
    """Return the province with a margin of `TOLERANCE`, ready for many points."""
    shape = store.layer("province").geometry.iloc[0].buffer(TOLERANCE)
    shapely.prepare(shape)
    return shape


def counties_at(places: Points) -> NDArray[np.object_]:
    """Return the adcode of the county that each point lies in, None outside the province.

    `places` (n, 2) are finite, in WGS 84; within `TOLERANCE` of the border counts as inside.
    """
    counties = store.layer("counties")
    points = np.asarray(shapely.points(places))
    found = np.full(len(points), None, dtype=object)
    if not len(points):
        return found
    codes = counties.id.to_numpy()
    area, point = shapely.STRtree(points).query(counties.geometry.to_numpy(), predicate="contains")
    found[point] = codes[area]
    lost = found == None  # noqa: E711 - element by element
    lost[lost] = shapely.contains_xy(_province(), places[lost])
    rest = np.flatnonzero(lost)
    if len(rest):
        tree = shapely.STRtree(counties.geometry.to_numpy())
        row, near = tree.query_nearest(points[rest], max_distance=TOLERANCE, all_matches=False)
        found[rest[row]] = codes[near]
    return found
