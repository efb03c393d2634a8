"""Measures: pure functions, frame in, Series or frame out; nothing is read, nothing is changed.

Two families. Measures of *claims* count what documents say (columns place, item, document; see
`geo.claims.claims`); they know names, not sizes. Measures of *amounts* need a number for each
place and industry, such as employment or output, which none of the five documents gives.

A value that cannot be worked out is missing (NaN), never zero and never infinite; the column
`reason` then holds a message id that says why, and is empty for every value that is known.
"""

from geo.measures.agreement import agreement, claims_per_industry, timeline
from geo.measures.amounts import herfindahl, krugman_specialisation, location_quotient
from geo.measures.emphasis import policy_emphasis
from geo.measures.gaps import coverage, gaps
from geo.measures.likeness import jaccard

__all__ = [
    "agreement",
    "claims_per_industry",
    "coverage",
    "gaps",
    "herfindahl",
    "jaccard",
    "krugman_specialisation",
    "location_quotient",
    "policy_emphasis",
    "timeline",
]
