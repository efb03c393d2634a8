"""Who names what: agreement between documents, their order in time, and how many places claim."""

from collections.abc import Iterator

from pandas import DataFrame, Series


def measure_agreement(claims: DataFrame) -> DataFrame:
    """Return, for each place and item, how many documents name it, of those that could.

    share = documents naming the item for the place / documents naming anything for the place.

    A document that is silent on a place neither agrees nor disagrees, so it is not in the base.
    A document that names an item twice counts once.

    Parameters
    ----------
    claims : DataFrame
        Columns place, item, document.

    Returns
    -------
    DataFrame
        place, item, documents (tuple, sorted), n, of, share (0 < share ≤ 1), by place and item.

    Examples
    --------
    Documents A and B speak of place P; both name X, only B names Y.

    >>> claims = DataFrame([("P", "X", "A"), ("P", "X", "B"), ("P", "Y", "B")],
    ...                    columns=["place", "item", "document"])
    >>> measure_agreement(claims)[["item", "n", "of", "share"]].values.tolist()
    [['X', 2, 2, 1.0], ['Y', 1, 2, 0.5]]
    """
    facts = claims[["place", "item", "document"]].drop_duplicates().sort_values("document")
    named = facts.groupby(["place", "item"], as_index=False).agg(
        documents=("document", tuple), n=("document", "size")
    )
    speaking = facts.groupby("place").document.nunique()
    named["of"] = named.place.map(speaking).astype(int)
    return named.assign(share=named.n / named.of)


def trace_changes(claims: DataFrame, dates: Series) -> DataFrame:
    """Return what each document adds, repeats or drops for each place.

    The dated documents that speak of a place are taken in the order of their dates. One of them
    *adds* an item that no earlier one names, *repeats* one that an earlier one names, and
    *drops* one that the latest earlier one names and it does not. A document that is silent on
    a place drops nothing there. An undated document has no before and after: its items are
    `undated`, and it takes no part in the other three.

    Parameters
    ----------
    claims : DataFrame
        Columns place, item, document.
    dates : Series
        Date of each document by its id; missing for an undated one.

    Returns
    -------
    DataFrame
        place, item, document, change (adds, repeats, drops or undated).

    Examples
    --------
    P: 2006 names X and Y; 2015 names X and Z; an undated document names Y. 2006 adds X and Y;
    2015 repeats X, adds Z, drops Y; the undated one names Y, and Y's drop stands.
    """
    dated = dates.dropna().sort_values(kind="stable").index
    rows = [
        (place, item, document, change)
        for place, facts in claims.groupby("place")
        for document, item, change in _changes(facts, list(dated))
    ]
    return DataFrame(rows, columns=["place", "item", "document", "change"]).astype(object)


def _changes(facts: DataFrame, dated: list[str]) -> Iterator[tuple[str, str, str]]:
    named = {str(document): set(group) for document, group in facts.groupby("document").item}
    seen: set[str] = set()
    before: set[str] = set()
    for document in [document for document in dated if document in named]:
        now = named[document]
        for item in sorted(now):
            yield document, item, "repeats" if item in seen else "adds"
        for item in sorted(before - now):
            yield document, item, "drops"
        seen, before = seen | now, now
    for document in sorted(set(named) - set(dated)):
        for item in sorted(named[document]):
            yield document, item, "undated"


def count_claims(claims: DataFrame) -> DataFrame:
    """Return how many places claim each item, most first.

    Parameters
    ----------
    claims : DataFrame
        Columns place, item, document.

    Returns
    -------
    DataFrame
        item, places (tuple, sorted), n (places), documents (tuple, sorted), statements (distinct
        pairs of place and document).
    """
    facts = claims[["place", "item", "document"]].drop_duplicates()
    counts = facts.groupby("item", as_index=False).agg(
        places=("place", _distinct),
        n=("place", "nunique"),
        documents=("document", _distinct),
        statements=("document", "size"),
    )
    order = ["n", "statements", "item"]
    return counts.sort_values(order, ascending=[False, False, True]).reset_index(drop=True)


def _distinct(values: Series) -> tuple[str, ...]:
    return tuple(sorted(set(values)))
