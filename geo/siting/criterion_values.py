"""The raw value of every criterion for every park, with its bounds.

Values are in the criterion's unit. A value that is not known is missing; its bounds are missing
where nothing limits them, which means the end of the scale and never zero.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas import DataFrame, Series

from geo import store
from geo.filters import expand_industries
from geo.ground import find_relatives, mark_counted
from geo.memory import remembered
from geo.siting import distances
from geo.siting.criteria import CRITERIA, HUBS, IDS
from geo.siting.distances import Spread
from geo.siting.industry_fit import flag_listing_parks, list_related_industries, measure_fit
from geo.siting.nearest import count_within, measure_nearest
from geo.siting.own_rows import OwnRows, select_parks
from geo.siting.question import Question

KNOWN_AREAS = ("approved", "planned")


@dataclass(frozen=True)
class Values:
    """Frames of parks (id) by criteria: least possible, measured, greatest possible.

    `nearest` names the hub or park that a distance was measured to. `silent` are criteria that
    say nothing because the question chose nothing for them.
    """

    low: DataFrame
    value: DataFrame
    high: DataFrame
    nearest: DataFrame
    silent: frozenset[str]

    @property
    def frames(self) -> tuple[DataFrame, DataFrame, DataFrame]:
        """The three frames in order."""
        return self.low, self.value, self.high


def measure_criteria(question: Question, *, own_rows: OwnRows | None = None) -> Values:
    """Return what a question compares, for all parks of the data set, verified or not.

    Neighbours count only when verified, unless the question takes the others too, and never on
    ground of the park's own. A reader's own
    rows follow the atlas's parks, whose values they do not change. Distances are geodesic, km;
    areas ha.

    Examples
    --------
    >>> from geo.siting.question import make_question
    >>> values = measure_criteria(make_question(industries=["auto-parts"]))
    >>> values.nearest.at["changchun-auto-etdz", "rail_station"]
    'rail-changchun-west'
    """
    parts = (
        *(question.industries, question.belts, question.kinds),
        *(question.radius_km, question.unverified),
    )
    of_atlas = _measure(*parts)
    if own_rows is None:
        return of_atlas
    of_rows = _measure(*parts, own_rows=own_rows)
    low, value, high, nearest = (
        pd.concat([getattr(part, name) for part in (of_atlas, of_rows)])
        for name in ("low", "value", "high", "nearest")
    )
    return Values(low, value, high, nearest, of_atlas.silent)


@remembered
def _unasked(*, own_rows: OwnRows | None = None) -> dict[str, DataFrame]:
    """Return what no question changes: level, area, distances to hubs and to Changchun."""
    parks, hubs = select_parks(own_rows).set_index("id"), store.load_layer("hubs")
    to_hubs = distances.measure_to_hubs(own_rows=own_rows)
    kinds = hubs.set_index("id").kind[to_hubs.value.columns]
    far = {kind: measure_nearest(to_hubs, (kinds == kind).to_numpy()) for kind in HUBS}
    changchun = measure_nearest(distances.measure_to_changchun(own_rows=own_rows), np.array([True]))
    is_stated = parks.level.isin(["national", "provincial"])
    level = (parks.level == "national").where(is_stated).astype(float)
    return far | {
        "changchun": changchun,
        "park_level": _exact(level),
        "area": bound_areas(parks),
    }


def _exact(value: Series) -> DataFrame:
    return DataFrame({"low": value, "value": value, "high": value, "nearest": None})


def bound_areas(parks: DataFrame) -> DataFrame:
    """Return low, value and high of the planned area, ha; columns area_ha and area_kind.

    What is built can be no more than what is planned, what is administered no less; an area whose
    kind the source does not state is unknown.
    """
    hectares, kind = parks.area_ha.astype(float), parks.area_kind
    is_planned = kind.isin(KNOWN_AREAS)
    return DataFrame(
        {
            "low": hectares.where(is_planned | (kind == "built")),
            "value": hectares.where(is_planned),
            "high": hectares.where(is_planned | (kind == "administered")),
            "nearest": None,
        }
    )


def _neighbours(
    spread: Spread, industries: tuple[str, ...], radius: float, unverified: bool
) -> dict[str, DataFrame]:
    """Return the criteria that count neighbours, which are parks of the atlas on other ground."""
    parks = store.load_layer("parks")
    asked = (parks.status == "verified").to_numpy() | unverified
    unknown = asked & ~parks.industries.map(bool).to_numpy()
    same = asked & flag_listing_parks(expand_industries(industries))
    kin = asked & flag_listing_parks(list_related_industries(industries))
    relatives = find_relatives()
    if not spread.value.index.equals(spread.value.columns):
        # A reader's own rows share ground with none.
        relatives = np.zeros(spread.value.shape, dtype=bool)
    sure = [_count_once(parks.id, kin & ~own_ground) for own_ground in relatives]
    doubtful = [
        _count_once(parks.id, unknown & ~own_ground & ~find_relatives()[counted].any(axis=0))
        for own_ground, counted in zip(relatives, sure, strict=True)
    ]
    return {
        "same_industry": measure_nearest(spread, same, unknown, relatives),
        "related_parks": count_within(spread, np.array(sure), np.array(doubtful), radius),
    }


def _count_once(ids: Series, chosen: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return which of the chosen parks count."""
    counted = np.zeros(len(ids), dtype=bool)
    counted[np.flatnonzero(chosen)] = mark_counted(ids[chosen])
    return counted


@remembered
def _measure(
    industries: tuple[str, ...],
    belts: tuple[str, ...],
    kinds: tuple[str, ...],
    radius: float,
    unverified: bool,
    *,
    own_rows: OwnRows | None = None,
) -> Values:
    parks = select_parks(own_rows).set_index("id")
    criteria = _unasked(own_rows=own_rows) | _preferred(parks, belts, kinds)
    if industries:
        criteria["industry_fit"] = measure_fit(industries, own_rows=own_rows).assign(nearest=None)
        spread = distances.measure_to_parks(own_rows=own_rows)
        criteria |= _neighbours(spread, industries, radius, unverified)
    return _framed(parks, criteria)


def _preferred(
    parks: DataFrame, belts: tuple[str, ...], kinds: tuple[str, ...]
) -> dict[str, DataFrame]:
    criteria = {}
    if belts:
        chosen = set(belts)
        criteria["belt"] = _exact(
            parks.belts.map(lambda belts_of_park: float(not chosen.isdisjoint(belts_of_park)))
        )
    if kinds:
        is_preferred = parks.kind.isin(kinds).where(parks.kind.notna())
        criteria["park_kind"] = _exact(is_preferred.astype(float))
    return criteria


def _framed(parks: DataFrame, criteria: dict[str, DataFrame]) -> Values:
    """Return the criteria side by side; those that were not made are silent."""
    silent = set(IDS) - set(criteria)
    criteria |= dict.fromkeys(silent, _exact(Series(np.nan, index=parks.index)))
    columns = ("low", "value", "high", "nearest")
    low, value, high, nearest = (
        DataFrame({name: criteria[name][part] for name in IDS}) for part in columns
    )
    return Values(low, value, high, nearest, frozenset(silent))


def find_span(name: str, values: Values) -> tuple[float, float]:
    """Return the ends of a criterion's scale: fixed ones, else those of the whole data set."""
    fixed = CRITERIA[name].span
    if fixed is not None:
        return fixed
    column = values.value[name].dropna()
    return (float(column.min()), float(column.max())) if len(column) else (0.0, 1.0)
