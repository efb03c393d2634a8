"""What belts hold, as row numbers for a map: what their corridors may hold, and what they name."""

from functools import cache

import numpy as np

from geo import store
from geo.belts import belt_profiles, corridors
from geo.intake.own_layer import OwnLayer
from geo.layers import OWN, list_fact_points
from geo.tables import load_table


def select_belt_rows(
    belts: tuple[str, ...],
    km: float,
    *,
    unverified: bool = False,
    outside: bool = False,
    own: OwnLayer | None = None,
) -> dict[str, list[int]]:
    """Return by layer the rows that may lie in one of the corridors or belong to its belt.

    Corridors reach `km` to either side; numbers count from 0 as in `geo.store.load_layer`. Seats
    of prefectures are always among them; parks not yet confirmed, and those outside
    every corridor, where asked for.
    """
    ids = {layer: set[str]() for layer in ("parks", "seats", "hubs", *list_fact_points())}
    for belt in belts:
        for layer in ("parks", "seats"):
            verdict = corridors.judge_layer(layer, belt, km).verdict
            stays = outside and layer == "parks"
            ids[layer] |= set(verdict.index[stays | (verdict != "outside")])
        ids["hubs"] |= set(belt_profiles.find_hubs_along(belt, km).id)
        for layer in list_fact_points():
            ids[layer] |= set(belt_profiles.select_inside(layer, belt).id)
    if not unverified:
        ids["parks"] &= _select_ids("parks", "status", "verified")
    ids["seats"] |= _select_ids("seats", "level", "prefecture")
    rows = {
        layer: [row for row, key in enumerate(_list_ids(layer)) if key in keys]
        for layer, keys in ids.items()
    }
    rows["belts"] = np.flatnonzero(load_table("belts").id.isin(belts)).tolist()
    if own is not None:
        verdicts = [own.judge_corridor(belt, km).verdict.to_numpy() for belt in belts]
        inside = np.logical_or.reduce([verdict != "outside" for verdict in verdicts])
        rows[OWN] = np.flatnonzero(inside).tolist()
    return rows


@cache
def _list_ids(layer: str) -> list[str]:
    return [str(key) for key in store.load_layer(layer).id]


@cache
def _select_ids(layer: str, column: str, value: str) -> frozenset[str]:
    rows = store.load_layer(layer)
    return frozenset(rows.id[rows[column] == value])
