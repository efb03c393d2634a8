"""Parks counted by the sectors of their industries."""

from collections import Counter

from pandas import DataFrame

from geo.ground import mark_counted
from geo.names import map_sectors


def count_by_sector(parks: DataFrame) -> DataFrame:
    """Return how many parks list an industry of each sector: sector, parks; most first.

    `parks` needs `id` and `industries`, tuples of ids; a park counts once in each of its sectors,
    and not beside one that it is part of and that lists the sector, too.
    """
    sectors = map_sectors()
    listing: dict[str, list[str]] = {}
    for key, industries in zip(parks.id, parks.industries, strict=True):
        for sector in dict.fromkeys(sectors[industry] for industry in industries):
            listing.setdefault(sector, []).append(key)
    counts = Counter({sector: int(mark_counted(ids).sum()) for sector, ids in listing.items()})
    return DataFrame(counts.most_common(), columns=["sector", "parks"])
