"""Policy emphasis: what documents dwell on for a place. An index of counts, not of economies."""

from itertools import product

import numpy as np
import pandas as pd
from pandas import DataFrame

NOTHING = "reason.nothing_named"


def measure_emphasis(claims: DataFrame) -> DataFrame:
    """Return how much more often statements about a place name an item than all statements do.

    value = (k / n) / (K / N), where k statements of the n about the place name the item, and K of
    the N about all the places given. Above 1 the documents dwell on the item more here than
    elsewhere; 0 means that no statement about the place names it. It has the form of a location
    quotient but rests on statements in policy documents: it says nothing of employment or output.
    With few statements (small n) one more or less changes it much: show n beside it.

    A statement is one document naming one industry for one place; said twice it counts once.

    Parameters
    ----------
    claims : DataFrame
        Columns place, item, industry, document. Places of one kind only, so that the whole that
        they are compared with is of that kind too.

    Returns
    -------
    DataFrame
        place, item, k, n, k_all, n_all, share (k / n), value, reason; every pair of a place and
        an item that occur in `claims`.

    Examples
    --------
    P has 4 statements, 3 on cars; all places have 10, 5 on cars: (3/4) / (5/10) = 1.5.
    """
    facts = claims[["place", "item", "industry", "document"]].drop_duplicates()
    pairs = list(product(sorted(set(facts.place)), sorted(set(facts.item))))
    emphasis = DataFrame(pairs, columns=["place", "item"]).astype(object)
    keys = pd.MultiIndex.from_frame(emphasis)
    counts = facts.groupby(["place", "item"]).size().reindex(keys, fill_value=0)
    emphasis["k"] = counts.to_numpy()
    emphasis["n"] = emphasis.place.map(facts.place.value_counts()).to_numpy(dtype=int)
    emphasis["k_all"] = emphasis.item.map(facts.item.value_counts()).to_numpy(dtype=int)
    emphasis["n_all"] = len(facts)
    share = emphasis.k / emphasis.n
    value = share / (emphasis.k_all / emphasis.n_all)
    return emphasis.assign(share=share, value=value, reason=np.where(value.isna(), NOTHING, ""))
