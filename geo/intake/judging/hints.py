"""Does the named system of coordinates fit? What the points themselves say against it."""

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo import store
from geo.crs import DATUMS, Points, from_stored, to_stored
from geo.intake.judging.row_judgement import Checked, said_counties
from geo.intake.judging.row_places import counties_at
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
def _sites() -> dict[str, tuple[float, float]]:
    """Return folded name → lon, lat of the parks whose own site is known."""
    parks = store.load_layer("parks")
    parks = parks[parks.location_precision == "site"]
    return {
        fold_text(name): (row.lon, row.lat)
        for row in parks.itertuples()
        for name in (*row.aliases, row.name_en, row.name_zh)
    }


def hint(checked: Checked) -> Hint | None:
    """Return what speaks against the system that was named, else None."""
    if checked.choice.system not in DATUMS or "site" not in set(checked.rows.precision):
        return _outside(checked)
    rows = checked.rows[checked.rows.precision == "site"].head(SAMPLE)
    return _shift(checked, rows) or _outside(checked) or _county(checked)


def _others(system: str) -> list[str]:
    # WGS 84 and CGCS2000 are the same within a metre.
    alike = {"WGS 84", "CGCS2000"}
    return [one for one in DATUMS if one != system and not {one, system} <= alike]


def _as(points: Points, system: str, other: str) -> Points:
    """Return points that were read as `system` as they are when read as `other`."""
    raw = from_stored(points, system) if system in {"GCJ-02", "BD-09"} else points
    return to_stored(raw, other)


def _shift(checked: Checked, rows: pd.DataFrame) -> Hint | None:
    named = {row: fold_text(name) for row, name in rows.name.items()}
    known = [(row, _sites()[name]) for row, name in named.items() if name in _sites()]
    if len(known) < KNOWN:
        return None
    system = checked.choice.system or ""
    points = rows.loc[[row for row, _ in known], ["lon", "lat"]].to_numpy()
    truth = np.array([place for _, place in known])
    off = _median_off(points, truth)
    if off < SHIFT_M:
        return None
    fits = {one: _median_off(_as(points, system, one), truth) for one in _others(system)}
    best = min(fits, key=lambda one: round_off(fits[one]))
    return Hint("shift", round(off), best) if fits[best] < BETTER * off else None


def _median_off(points: Points, truth: NDArray[np.float64]) -> float:
    """Return the length of the median of the differences, metres: chance cancels, a shift stays."""
    return float(np.hypot(*np.median((points - truth) * METRES, axis=0)))


def _outside(checked: Checked) -> Hint | None:
    amount = int((checked.problems.code == "outside").sum())
    return Hint("border", amount, None) if amount else None


def _county(checked: Checked) -> Hint | None:
    """Return the system with which rows lie in the county that they say, if one does better."""
    system = checked.choice.system or ""
    said = checked.problems[checked.problems.code == "differs"].row.unique()[:SAMPLE]
    rows = checked.rows[checked.rows.row.isin(said)]
    if len(rows) < KNOWN:
        return None
    says = said_counties(checked.upload, checked.choice)[0][rows.row.to_numpy()]
    points = rows[["lon", "lat"]].to_numpy()
    fits = {
        one: int((counties_at(_as(points, system, one)) == says).sum()) for one in _others(system)
    }
    best = max(fits, key=lambda one: fits[one])
    return Hint("county", len(rows), best) if fits[best] > BETTER * len(rows) else None
