"""Parks counted by the sectors of their industries."""

from collections import Counter

from pandas import DataFrame

from geo.names import map_sectors


def count_by_sector(parks: DataFrame) -> DataFrame:
    """Return how many parks list an industry of each sector: sector, parks; most first.

    `parks` needs `industries`, tuples of ids; a park counts once in each of its sectors.
    """
    sectors = map_sectors()
    counts: Counter[str] = Counter()
    for industries, park_count in Counter(parks.industries).items():
        counts.update(dict.fromkeys((sectors[industry] for industry in industries), park_count))
    return DataFrame(counts.most_common(), columns=["sector", "parks"])
