"""Counties by the words of a table, and counties by position."""

import re
from functools import cache

import numpy as np
import pandas as pd
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
def _list_county_codes() -> dict[str, str]:
    """Return folded name or code → adcode of each county; names of two counties are left out."""
    counties = load_table("places").query("level == 'county'")
    codes: dict[str, str] = {}
    ambiguous: set[str] = set()
    for county in counties.itertuples():
        names = (county.name_zh, county.name_en, *county.aliases, county.adcode)
        for name in set(map(fold_text, names)):
            if codes.setdefault(name, county.adcode) != county.adcode:
                ambiguous.add(name)
    today = set(counties.adcode)
    for former in load_table("adcode_history").itertuples():
        if former.adcode in today:
            codes.setdefault(fold_text(former.adcode_former), former.adcode)
            codes.setdefault(fold_text(former.name_zh), former.adcode)
    return {name: code for name, code in codes.items() if name not in ambiguous}


@cache
def _match_county_names() -> re.Pattern[str]:
    names = [name for name in _list_county_codes() if len(name) > 1 and not name.isascii()]
    return re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True)))


def find_county(text: str) -> str | None:
    """Return the county that a cell names by name, alias or code; None when none or unsure."""
    name, codes = fold_text(text), _list_county_codes()
    if name in codes:
        return codes[name]
    # "吉林省长春市南关区" and "Changchun, Nanguan District": the county ends the text.
    tails = [name[at:] for at in range(1, len(name) - 1)]
    return next((codes[tail] for tail in tails if tail in codes), None)


def find_county_in_address(address: str) -> str | None:
    """Return the county that an address names, the last where it names several; else None."""
    codes = [
        _list_county_codes()[name] for name in _match_county_names().findall(fold_text(address))
    ]
    return codes[-1] if codes and len(set(codes)) <= 2 else None


def find_stated_counties(
    counties: NDArray[np.object_], addresses: NDArray[np.object_]
) -> NDArray[np.object_]:
    """Return the code of the county that each row states; None where it states none.

    The cell for the county is believed first, then the address.
    """
    numbers, distinct = pd.factorize(counties)
    codes = np.array([find_county(text) if text else None for text in distinct], dtype=object)
    stated = codes[numbers]
    for row in np.flatnonzero(pd.isna(stated) & (addresses != "")):
        stated[row] = find_county_in_address(addresses[row])
    return stated


@cache
def _widen_province() -> BaseGeometry:
    """Return the province with a margin of `TOLERANCE`, ready for many points."""
    shape = store.load_layer("province").geometry.iloc[0].buffer(TOLERANCE)
    shapely.prepare(shape)
    return shape


@cache
def _prepare_counties() -> tuple[NDArray[np.object_], NDArray[np.object_], NDArray[np.float64]]:
    """Return adcode, shape, ready for many points, and bounds of each county."""
    counties = store.load_layer("counties")
    shapes = counties.geometry.to_numpy()
    shapely.prepare(shapes)
    return counties.id.to_numpy(), shapes, shapely.bounds(shapes)


def locate_counties(points: Points) -> NDArray[np.object_]:
    """Return the code of the county that each point lies in; None outside the province.

    `points` (n, 2) are in WGS 84, NaN where there is none; within `TOLERANCE` of the border counts
    as inside.
    """
    codes, shapes, boxes = _prepare_counties()
    located = np.full(len(points), None, dtype=object)
    x, y = points.T
    for code, shape, (west, south, east, north) in zip(codes, shapes, boxes, strict=True):
        near = np.flatnonzero((x >= west) & (x <= east) & (y >= south) & (y <= north))
        located[near[shapely.contains_xy(shape, x[near], y[near])]] = code
    is_at_border = pd.isna(located) & np.isfinite(points).all(axis=1)
    is_at_border[is_at_border] = shapely.contains_xy(_widen_province(), points[is_at_border])
    rest = np.flatnonzero(is_at_border)
    if len(rest):
        tree = shapely.STRtree(shapes)
        row, nearest = tree.query_nearest(
            shapely.points(points[rest]), max_distance=TOLERANCE, all_matches=False
        )
        located[rest[row]] = codes[nearest]
    return located
