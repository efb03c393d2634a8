"""Parks like a chosen one, and in what they are alike."""

from dataclasses import dataclass

import numpy as np
from pandas import Series

from geo.ground import list_relatives
from geo.memory import remembered
from geo.siting.criteria import CRITERIA, HUBS
from geo.siting.criterion_values import Values, find_span, measure_criteria
from geo.siting.own_rows import OwnRows, join_parks
from geo.siting.question import Question
from geo.siting.scales import place_on_scale
from geo.ties import round_off

SAME = ("level", "kind")
UNKNOWN = {None, "not_stated"}
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
        """Traits in which the two are alike, most first, ties by name."""
        ordered = sorted(self.traits, key=lambda name: (-round_off(self.traits[name]), name))
        return [name for name in ordered if round_off(self.traits[name]) >= ALIKE]


@remembered
def find_similar_parks(
    park: str, count: int = 5, *, unverified: bool = False, own_rows: OwnRows | None = None
) -> list[Likeness]:
    """Return the parks of the atlas most like `park`, best first, ties by id.

    None on ground of its own, and none beside one that it is the same as. `park` may be one of a
    reader's own rows. Compared are shared industries (Jaccard, where both list some), level, kind,
    belts (Jaccard), area and distances on their scales. Only what is known of both counts.
    Jaccard: Bulletin de la Société vaudoise des sciences naturelles (1901).
    Raises KeyError for a park that is neither the atlas's nor among `own_rows`.

    Examples
    --------
    >>> [likeness.park for likeness in find_similar_parks("changchun-etdz", count=2)]
    ['changchun-auto-etdz', 'changchun-agri-hitech']
    """
    parks = join_parks(own_rows)
    values = measure_criteria(Question(unverified=unverified), own_rows=own_rows)
    takes_part = (parks.status == "verified") | ((parks.status == "unverified") & unverified)
    takes_part &= ~(parks.same_as.notna() | parks.index.isin(list_relatives(park)))
    pool = parks.index[takes_part].drop(park, errors="ignore")
    alike = [_likeness(parks.loc[park], parks.loc[other], values) for other in pool]
    return sorted(alike, key=lambda likeness: (-round_off(likeness.degree), likeness.park))[:count]


def _likeness(park: Series, other_park: Series, values: Values) -> Likeness:
    shared = tuple(name for name in park.industries if name in other_park.industries)
    both = [name for name in SAME if not {park[name], other_park[name]} & UNKNOWN]
    traits = {name: float(park[name] == other_park[name]) for name in both}
    traits["belts"] = share_in_common(park.belts, other_park.belts)
    if park.industries and other_park.industries:
        traits["industries"] = share_in_common(park.industries, other_park.industries)
    for name in (*DISTANCES, "area"):
        pair = values.value.loc[[park.name, other_park.name], name].to_numpy(dtype=float)
        if not np.isnan(pair).any():
            logarithmic = CRITERIA[name].logarithmic
            near, far = place_on_scale(pair, find_span(name, values), logarithmic=logarithmic)
            traits[name] = 1 - abs(float(near - far))
    access = [traits.pop(name) for name in DISTANCES if name in traits]
    if access:  # five distances together weigh as much as one other trait
        traits["access"] = sum(access) / len(access)
    return Likeness(str(other_park.name), sum(traits.values()) / len(traits), traits, shared)


def share_in_common(items: tuple[str, ...], other_items: tuple[str, ...]) -> float:
    """Return the share of two lists that they have in common; two empty ones are alike."""
    union = set(items) | set(other_items)
    return len(set(items) & set(other_items)) / len(union) if union else 1.0
