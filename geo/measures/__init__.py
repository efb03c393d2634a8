"""Measures: pure functions, frame in, Series or frame out; nothing is read, nothing is changed.

Two families. Measures of *claims* count what documents say (columns place, item, document; see
`geo.claims.list_claims`); they know names, not sizes. Measures of *amounts* need a number for each
place and industry, such as employment or output, which none of the five documents gives.

A value that cannot be worked out is missing (NaN), never zero and never infinite; the column
`reason` then holds a message id that says why, and is empty for every value that is known.
"""

from geo.measures.claim_agreement import count_claims, measure_agreement, trace_changes
from geo.measures.claim_gaps import count_known_parks, find_gaps
from geo.measures.policy_emphasis import measure_emphasis
from geo.measures.sector_counts import count_by_sector
from geo.measures.similarity import jaccard_similarity
from geo.measures.specialisation import (
    herfindahl_index,
    krugman_specialisation,
    location_quotient,
)

__all__ = [
    "count_by_sector",
    "count_claims",
    "count_known_parks",
    "find_gaps",
    "herfindahl_index",
    "jaccard_similarity",
    "krugman_specialisation",
    "location_quotient",
    "measure_agreement",
    "measure_emphasis",
    "trace_changes",
]
