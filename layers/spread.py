"""Signs of a drawing that would cover one another move aside, the later ones."""

from collections.abc import Iterable
from typing import Final

Point = tuple[float, float]
#: Rings of places around a point, nearest first: enough for more signs than a county holds.
OFFSETS: Final = sorted(
    ((dx, dy) for dx in range(-12, 13) for dy in range(-12, 13)),
    key=lambda pair: pair[0] ** 2 + pair[1] ** 2,
)
NEAR: Final = 0.95  # of a step: as near as two signs may be


def spread_points(points: Iterable[Point], step: float) -> list[Point]:
    """Return a free place for each point: its own, or the nearest in steps around it."""
    places: list[Point] = []
    for x, y in points:
        around = ((x + dx * step, y + dy * step) for dx, dy in OFFSETS)
        places.append(next(spot for spot in around if _is_free(spot, places, step)))
    return places


def _is_free(spot: Point, taken: list[Point], step: float) -> bool:
    closest = (step * NEAR) ** 2
    return all((x - spot[0]) ** 2 + (y - spot[1]) ** 2 >= closest for x, y in taken)
