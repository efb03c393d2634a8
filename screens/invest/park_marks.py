"""Signs of ranked parks on the maps that are printed or shown in a comparison."""

from collections.abc import Iterable

from geo.siting.ranking import Ranking
from layers.sketch import Mark


def mark_parks(ranking: Ranking, parks: Iterable[str], *, strong: Iterable[str]) -> list[Mark]:
    """Return a sign with the rank of each park; those in `strong` stand out."""
    return [_mark_park(ranking, park, strong=park in set(strong)) for park in parks]


def _mark_park(ranking: Ranking, park: str, *, strong: bool) -> Mark:
    rank = str(ranking.table["rank"][park]) if park in ranking.table.index else "–"
    row = ranking.parks.loc[park]
    return Mark(park, rank, strong, (row.lon, row.lat) if row.status == "own" else None)
