"""Counties by the words of a table, and counties by position."""

import re
from functools import cache

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo import store
from geo.crs import Points
from geo.search import fold_text
from geo.tables import load_table

#: A point this far outside the drawn border may still be inside: the border is generalised.
TOLERANCE = 0.02  # degrees, about 2 km


@cache
def _names() -> dict[str, str]:
    """Return folded name or code → adcode of each county; names of two counties are left out."""
    counties = load_table("places").query("level == 'county'")
    found: dict[str, str] = {}
    twice: set[str] = set()
    for row in counties.itertuples():
        names = {fold_text(one) for one in (row.name_zh, row.name_en, *row.aliases, row.adcode)}
        for name in names:
            if found.setdefault(name, row.adcode) != row.adcode:
                twice.add(name)
    former = load_table("adcode_history")
    known = set(counties.adcode)
    for row in former.itertuples():
        if row.adcode in known:
            found.setdefault(fold_text(row.adcode_former), row.adcode)
            found.setdefault(fold_text(row.name_zh), row.adcode)
    return {name: code for name, code in found.items() if name not in twice}


@cache
def _inside_text() -> re.Pattern[str]:
    names = [name for name in _names() if len(name) > 1 and not name.isascii()]
    return re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True)))


def county_of(words: str) -> str | None:
    """Return the county that a cell names by name, alias or code; None when none or unsure."""
    wanted = fold_text(words)
    known = _names()
    if wanted in known:
        return known[wanted]
    # "吉林省长春市南关区" and "Changchun, Nanguan District": the county ends the words.
    tails = [wanted[at:] for at in range(1, len(wanted) - 1)]
    return next((known[tail] for tail in tails if tail in known), None)


def county_in(address: str) -> str | None:
    """Return the county that an address names, the last where it names several; else None."""
    found = [_names()[one] for one in _inside_text().findall(fold_text(address))]
    return found[-1] if found and len(set(found)) <= 2 else None


@cache
def _province() -> BaseGeometry:
    """Return the province with a margin of `TOLERANCE`, ready for many points."""
    shape = store.load_layer("province").geometry.iloc[0].buffer(TOLERANCE)
    shapely.prepare(shape)
    return shape


@cache
def _counties() -> tuple[NDArray[np.object_], NDArray[np.object_], NDArray[np.float64]]:
    """Return adcode, shape, ready for many points, and bounds of each county."""
    counties = store.load_layer("counties")
    shapes = counties.geometry.to_numpy()
    shapely.prepare(shapes)
    return counties.id.to_numpy(), shapes, shapely.bounds(shapes)


def counties_at(places: Points) -> NDArray[np.object_]:
    """Return the adcode of the county that each point lies in, None outside the province.

    `places` (n, 2) are finite, in WGS 84; within `TOLERANCE` of the border counts as inside.
    """
    codes, shapes, boxes = _counties()
    found = np.full(len(places), None, dtype=object)
    x, y = places.T
    for code, shape, (west, south, east, north) in zip(codes, shapes, boxes, strict=True):
        near = np.flatnonzero((x >= west) & (x <= east) & (y >= south) & (y <= north))
        found[near[shapely.contains_xy(shape, x[near], y[near])]] = code
    lost = found == None  # noqa: E711 - element by element
    lost[lost] = shapely.contains_xy(_province(), places[lost])
    rest = np.flatnonzero(lost)
    if len(rest):
        points = shapely.points(places[rest])
        tree = shapely.STRtree(shapes)
        row, close = tree.query_nearest(points, max_distance=TOLERANCE, all_matches=False)
        found[rest[row]] = codes[close]
    return found
