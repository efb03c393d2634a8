"""What parks are compared by: direction, unit, scale, how it is measured, how sure it is.

Sentences are message ids of the catalogue; numbers come from `geo.siting.criterion_values`.
"""

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from geo.siting.question_error import QuestionError

Group = Literal["industry", "access", "site"]
HUBS = ("airport", "rail_station", "border_port", "seaport")

SEAT = (
    "Where a position is approximate, the bounds hold for everywhere it may lie: within 10 km of "
    "the town's point, within the radius of a geocoder's hit, or the whole county."
)
FOUND = "Only listed industries count; a park whose industries are unknown widens the bounds."


@dataclass(frozen=True)
class Criterion:
    """One criterion.

    Attributes
    ----------
    more
        Whether more is better; a question may ask for an ideal value instead.
    unit
        "km", "ha", "parks" or "grade" (0 to 1).
    span
        Fixed ends of the scale; None takes the least and greatest value of the whole data set.
    logarithmic
        Whether equal ratios, not equal differences, count alike.
    """

    id: str
    group: Group
    name: str
    more: bool
    unit: str
    measured: str
    uncertainty: str
    span: tuple[float, float] | None = None
    logarithmic: bool = False


def _hub(kind: str, name: str) -> Criterion:
    measured = (
        "Geodesic distance (WGS 84) from the park's point to the nearest one that counts: it is "
        "named, with the reason why it counts."
    )
    return Criterion(kind, "access", name, False, "km", measured, SEAT)


CRITERIA: dict[str, Criterion] = {
    criterion.id: criterion
    for criterion in (
        Criterion(
            "industry_fit",
            "industry",
            "Fit with the chosen industries",
            True,
            "grade",
            "For each chosen industry the best of: the park lists it (1); a document names it for "
            "the county (0.75), the prefecture (0.5) or the belt (0.35); the park lists another "
            "industry of its sector (0.2); the mean over the chosen ones.",
            "A park whose industries are unknown may list them all: its best bound is 1.",
            (0, 1),
        ),
        Criterion(
            "same_industry",
            "industry",
            "Distance to the nearest park of the industry",
            False,
            "km",
            "Geodesic distance to the nearest other park that lists a chosen industry.",
            FOUND + " " + SEAT,
        ),
        Criterion(
            "related_parks",
            "industry",
            "Related parks nearby",
            True,
            "parks",
            "Number of other parks within the radius that list an industry of the chosen sectors.",
            FOUND + " " + SEAT,
        ),
        _hub("rail_station", "Distance to a railway station"),
        _hub("airport", "Distance to an airport"),
        _hub("border_port", "Distance to a border crossing"),
        _hub("seaport", "Distance to a seaport"),
        Criterion(
            "changchun",
            "access",
            "Distance to Changchun",
            False,
            "km",
            "Geodesic distance (WGS 84) from the park's point to the seat of Changchun.",
            SEAT,
        ),
        Criterion(
            "park_level",
            "site",
            "Level of the park",
            True,
            "grade",
            "National 1, provincial 0; where no source states the level, it is unknown.",
            "A level that no source states may be either; a few are inferred.",
            (0, 1),
        ),
        Criterion(
            "park_kind",
            "site",
            "Preferred kind of park",
            True,
            "grade",
            "1 for a preferred kind, else 0; counts for nothing until you prefer one.",
            "None: each park has one kind.",
            (0, 1),
        ),
        Criterion(
            "belt",
            "site",
            "Preferred belt",
            True,
            "grade",
            "1 in a prefecture of a preferred belt, else 0; counts for nothing until you prefer "
            "one.",
            "None: membership follows from the prefecture.",
            (0, 1),
        ),
        Criterion(
            "area",
            "site",
            "Planned area",
            True,
            "ha",
            "Approved or planned area as the source states it; equal ratios count alike.",
            "A built area is a lower bound, an administered area an upper one; where the kind of "
            "area is not stated, the area is unknown.",
            logarithmic=True,
        ),
    )
}
IDS = tuple(CRITERIA)


def require_criterion(name: str, part: str) -> str:
    """Return `name` when it is a criterion; raise QuestionError naming the nearest otherwise."""
    if name in CRITERIA:
        return name
    near = get_close_matches(name, IDS, n=3, cutoff=0.3) or list(IDS[:3])
    message = "Unknown criterion {wrong!r}. Nearest known: {near}."
    raise QuestionError(part, message, wrong=name, near=", ".join(near))
