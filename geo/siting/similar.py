"""Parks like a chosen one, and in what they are alike."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from pandas import Series

from geo import store
from geo.siting.criteria import CRITERIA, HUBS
from geo.siting.question import Question
from geo.siting.ranking import position
from geo.siting.values import Values, span, values

SAME = ("level", "kind")
DISTANCES = (*HUBS, "changchun")
ALIKE = 0.8  # from here on a trait is named as a reason


@dataclass(frozen=True)
class Likeness:
    """How like another park is: the mean of what is known of both, 0 to 1.

    `traits` holds each trait's own likeness, the unknown ones left out; `shared` the industries
    that both list.
    """

    park: str
    degree: float
    traits: dict[str, float]
    shared: tuple[str, ...]

    @property
    def reasons(self) -> list[str]:
        """Traits in which the two are alike, most first."""
        ordered = sorted(self.traits.items(), key=lambda item: -item[1])
        return [name for name, degree in ordered if degree >= ALIKE]


@cache
def similar(park: str, count: int = 5, *, unverified: bool = False) -> list[Likeness]:
    """Return the parks most like `park`, best first, ties by id.

    Compared are shared industries (Jaccard, where both list some), level, kind, belts (Jaccard),
    area and distances on their scales. Only what is known of both counts.
    """
    parks = store.layer("parks").set_index("id")
    found = values(Question(unverified=unverified))
    pool = parks.index[(parks.status == "verified") | unverified].drop(park, errors="ignore")
    made = [_likeness(parks.loc[park], parks.loc[other], found) for other in pool]
    return sorted(made, key=lambda one: (-round(one.degree, 9), one.park))[:count]


def _likeness(one: Series, other: Series, found: Values) -> Likeness:
    shared = tuple(name for name in one.industries if name in other.industries)
    traits = {name: float(one[name] == other[name]) for name in SAME}
    traits["belts"] = jaccard(one.belts, other.belts)
    if one.industries and other.industries:
        traits["industries"] = jaccard(one.industries, other.industries)
    for name in (*DISTANCES, "area"):
        pair = found.value.loc[[one.name, other.name], name].to_numpy(dtype=float)
        if not np.isnan(pair).any():
            logarithmic = CRITERIA[name].logarithmic
            near, far = position(pair, span(name, found), logarithmic=logarithmic)
            traits[name] = 1 - abs(float(near - far))
    access = [traits.pop(name) for name in DISTANCES if name in traits]
    if access:  # five distances together weigh as much as one other trait
        traits["access"] = sum(access) / len(access)
    return Likeness(str(other.name), sum(traits.values()) / len(traits), traits, shared)


def jaccard(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Return the share of two lists that they have in common; two empty ones are alike."""
    union = set(one) | set(other)
    return len(set(one) & set(other)) / len(union) if union else 1.0
