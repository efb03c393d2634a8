"""What each option of a filter leaves of a layer: enough to answer every filter elsewhere."""

from functools import cache

import numpy as np

from geo import store
from geo.filters import FACETS, Filter, list_options
from geo.select import select_rows
from geo.tables import load_table

Rows = dict[str, dict[str, list[int]]]  # by facet and option


@cache
def rows_by_option(layer: str) -> Rows:
    """Return, by facet and option, which rows of a point layer or of `belts` the option leaves.

    Rows are numbers in the layer's frame (for `belts`: in the table of belts). Options of one
    facet add up, facets narrow one another, so these rows say what any filter shows. A facet that
    leaves the layer whole is left out. Unverified parks are among the rows.
    """
    if layer == "belts":  # the map draws those that are asked for by name
        belts = list(load_table("belts").id)
        return {"belt": {belt: [belts.index(belt)] for belt in list_options("belt")}}
    ids = store.load_layer(layer).id
    rows_by_facet: Rows = {}
    for facet in FACETS:
        left = {
            option: np.flatnonzero(ids.isin(_left(layer, facet, option)))
            for option in list_options(facet)
        }
        if any(len(some) < len(ids) for some in left.values()):
            rows_by_facet[facet] = {option: some.tolist() for option, some in left.items()}
    return rows_by_facet


def _left(layer: str, facet: str, option: str) -> set[str]:
    chosen = Filter(**{facet: (option,)}, unverified=True)
    return set(select_rows(layer, chosen).id)
