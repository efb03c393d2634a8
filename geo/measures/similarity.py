"""How alike places are in what is claimed of them."""

from collections.abc import Sequence
from itertools import permutations

import pandas as pd
from pandas import DataFrame

NOTHING = "reason.nothing_named"


def jaccard_similarity(claims: DataFrame, places: Sequence[str] | None = None) -> DataFrame:
    """Return the Jaccard similarity of every two places by the items named for them.

    J = |A ∩ B| / |A ∪ B|: of the items named for either place, the share named for both. 0 means
    nothing in common, 1 the same list. Names only: a large industry weighs as much as a small
    one. Source: P. Jaccard, Bulletin de la Société vaudoise des sciences naturelles 37 (1901).

    Parameters
    ----------
    claims : DataFrame
        Columns place, item.
    places : sequence of str, optional
        The places to compare, also those without a claim; by default those in `claims`.

    Returns
    -------
    DataFrame
        place, other (each pair in both orders, no place with itself), shared and either (sorted
        tuples of items), value, reason. Missing when one of the two has no claim: nothing is
        known of it, which is not the same as nothing in common.

    Examples
    --------
    P: X, Y, Z; Q: X, Y, W: 2 / 4.

    >>> claims = DataFrame([*zip("PPPQQQ", "XYZXYW")], columns=["place", "item"])
    >>> jaccard_similarity(claims).value.tolist()
    [0.5, 0.5]
    """
    named = {str(place): set(items) for place, items in claims.groupby("place").item}
    order = sorted(named) if places is None else list(places)
    rows = []
    for place, other in permutations(order, 2):
        items, other_items = named.get(place, set()), named.get(other, set())
        shared, either = items & other_items, items | other_items
        value = len(shared) / len(either) if items and other_items else float("nan")
        reason = "" if items and other_items else NOTHING
        rows.append((place, other, tuple(sorted(shared)), tuple(sorted(either)), value, reason))
    columns = ["place", "other", "shared", "either", "value", "reason"]
    return pd.DataFrame(rows, columns=columns).astype({"value": float})
