"""Does the named system of coordinates fit? What the points themselves say against it."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from pandas import DataFrame

from geo import store
from geo.crs import DATUMS, Points, from_stored, to_stored
from geo.intake.judging.row_places import find_stated_counties, locate_counties
from geo.intake.judging.upload_verdicts import Verdicts
from geo.search import fold_text
from geo.ties import round_off

SAMPLE = 2_000
KNOWN = 3  # places of known position that are needed to judge a shift
SHIFT_M = 250.0  # GCJ-02 shifts by 500 to 660 m in Jilin, BD-09 by up to 1,300 m
BETTER = 0.5
METRES = np.array([111_320 * np.cos(np.radians(43.5)), 111_130])


@dataclass(frozen=True)
class Hint:
    """What speaks against the named system.

    Attributes
    ----------
    code
        ``shift``: places that the atlas knows lie `amount` metres off, in the same direction;
        ``border``: `amount` points fall outside the province;
        ``county``: `amount` points lie in another county than their row says.
    system
        The system with which that is not so, or None.
    """

    code: str
    amount: int
    system: str | None


@cache
def _list_sites() -> dict[str, tuple[float, float]]:
    """Return folded name → lon, lat of the parks whose own site is known."""
    parks = store.load_layer("parks")
    parks = parks[parks.location_precision == "site"]
    return {
        fold_text(name): (row.lon, row.lat)
        for row in parks.itertuples()
        for name in (*row.aliases, row.name_en, row.name_zh)
    }


def find_hint(verdicts: Verdicts) -> Hint | None:
    """Return what speaks against the system that was named, else None."""
    system = verdicts.interpretation.system
    if system not in DATUMS or "site" not in set(verdicts.rows.precision):
        return _hint_at_border(verdicts)
    rows = verdicts.rows[verdicts.rows.precision == "site"].head(SAMPLE)
    return (
        _hint_at_shift(rows, system)
        or _hint_at_border(verdicts)
        or _hint_at_counties(verdicts, system)
    )


def _list_others(system: str) -> list[str]:
    # WGS 84 and CGCS2000 are the same within a metre.
    same = {"WGS 84", "CGCS2000"}
    return [other for other in DATUMS if other != system and not {other, system} <= same]


def _reread(points: Points, system: str, other: str) -> Points:
    """Return points that were read as `system` as they are when read as `other`."""
    raw = from_stored(points, system) if system in {"GCJ-02", "BD-09"} else points
    return to_stored(raw, other)


def _hint_at_shift(rows: DataFrame, system: str) -> Hint | None:
    sites = _list_sites()
    names = {row: fold_text(name) for row, name in rows.name.items() if fold_text(name) in sites}
    if len(names) < KNOWN:
        return None
    points = rows.loc[list(names), ["lon", "lat"]].to_numpy()
    truth = np.array([sites[name] for name in names.values()])
    off = _measure_shift(points, truth)
    if off < SHIFT_M:
        return None
    shifts = {
        other: _measure_shift(_reread(points, system, other), truth)
        for other in _list_others(system)
    }
    best = min(shifts, key=lambda other: round_off(shifts[other]))
    return Hint("shift", round(off), best) if shifts[best] < BETTER * off else None


def _measure_shift(points: Points, truth: Points) -> float:
    """Return the length of the median of the differences, metres: chance cancels, a shift stays."""
    return float(np.hypot(*np.median((points - truth) * METRES, axis=0)))


def _hint_at_border(verdicts: Verdicts) -> Hint | None:
    amount = int((verdicts.problems.code == "outside").sum())
    return Hint("border", amount, None) if amount else None


def _hint_at_counties(verdicts: Verdicts, system: str) -> Hint | None:
    """Return the system with which rows lie in the county that they state, if one does better."""
    problems = verdicts.problems
    differing = problems[problems.code == "differs"].row.unique()[:SAMPLE]
    rows = verdicts.rows[verdicts.rows.row.isin(differing)]
    if len(rows) < KNOWN:
        return None
    counties, addresses = (
        verdicts.interpretation.read_column(verdicts.upload, role)[rows.row.to_numpy()]
        for role in ("county", "address")
    )
    stated = find_stated_counties(counties, addresses)
    points = rows[["lon", "lat"]].to_numpy()
    fits = {
        other: int((locate_counties(_reread(points, system, other)) == stated).sum())
        for other in _list_others(system)
    }
    best = max(fits, key=lambda other: fits[other])
    return Hint("county", len(rows), best) if fits[best] > BETTER * len(rows) else None
