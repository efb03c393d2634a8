"""Ground counted once: which parks of a selection count, and which lie on the same ground.

A park that is part of another, or the same as another, is drawn and listed like any other. But no
count has it beside that other one: whatever number of parks is told, on a page, in a report or a
file, is that of `count_parks`. Each number is judged by the rows that it counts, so a part counts
where its whole is not asked for.
"""

from collections.abc import Iterable, Mapping
from functools import cache

import numpy as np
from numpy.typing import NDArray
from pandas import DataFrame

from geo.tables import load_table

Wholes = Mapping[str, frozenset[str]]


def find_wholes(parks: DataFrame) -> Wholes:
    """Return, of each park that has some, the ids of what it is part of or the same as.

    At whatever remove: what a whole is part of holds its parts, too. Columns needed: id, same_as,
    part_of (tuples). An id that stands in a circle has itself among its wholes.
    """
    nearest = {
        row.id: {*row.part_of, *([row.same_as] if isinstance(row.same_as, str) else [])}
        for row in parks[["id", "same_as", "part_of"]].itertuples()
    }
    return {key: _reach(key, nearest) for key, wholes in nearest.items() if wholes}


def _reach(key: str, nearest: Mapping[str, set[str]]) -> frozenset[str]:
    reached: set[str] = set()
    ahead = set(nearest[key])
    while ahead:
        reached |= ahead
        ahead = {whole for step in ahead for whole in nearest.get(step, ())} - reached
    return frozenset(reached)


@cache
def list_wholes() -> Wholes:
    """Return what each park of the atlas is part of or the same as; see `find_wholes`."""
    return find_wholes(load_table("parks"))


def find_doubles(ids: Iterable[str], wholes: Wholes | None = None) -> Wholes:
    """Return, of those of a selection of parks that do not count, the wholes that are in it."""
    chosen = frozenset(ids)
    beside = {
        key: chosen & others
        for key, others in (list_wholes() if wholes is None else wholes).items()
        if key in chosen
    }
    return {key: others for key, others in beside.items() if others}


def mark_counted(ids: Iterable[str], wholes: Wholes | None = None) -> NDArray[np.bool_]:
    """Return which of a selection of parks count: those whose wholes are not in it.

    Ids that are not the atlas's, as those of a reader's own rows, always count.

    >>> mark_counted(["changchun-new-area", "changchun-hitech"]).tolist()
    [True, False]
    >>> mark_counted(["changchun-hitech"]).tolist()
    [True]
    """
    keys = list(ids)
    doubles = find_doubles(keys, wholes)
    return np.array([key not in doubles for key in keys], dtype=bool)


def select_counted(parks: DataFrame) -> DataFrame:
    """Return those of a selection of parks that count; `parks` has an id, or is indexed by it."""
    return parks[mark_counted(parks.get("id", parks.index))]


def count_parks(parks: DataFrame) -> int:
    """Return how many of a selection of parks count; see `select_counted`."""
    return len(select_counted(parks))


def list_relatives(park: str) -> frozenset[str]:
    """Return the other parks on the ground of a park: its wholes, and what it is a whole of."""
    wholes = list_wholes()
    parts = {key for key, others in wholes.items() if park in others}
    return wholes.get(park, frozenset()) | parts


@cache
def find_relatives() -> NDArray[np.bool_]:
    """Return park × park, in the order of the table, True where two lie on the same ground.

    So does each with itself, and each part with its wholes.
    """
    ids, wholes = list(load_table("parks").id), list_wholes()
    places = {key: place for place, key in enumerate(ids)}
    relatives = np.eye(len(ids), dtype=bool)
    for key, others in wholes.items():
        for other in others:
            relatives[places[key], places[other]] = relatives[places[other], places[key]] = True
    return relatives
