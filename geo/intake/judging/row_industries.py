"""The industries that the rows of an upload list."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.intake.judging.problem_collector import ProblemCollector
from geo.intake.judging.spellings import Match, match_word, split_words

Tuples = NDArray[np.object_]
REPEATED = 2_000  # words for which the nearest spelling is looked up, the most frequent first


@dataclass(frozen=True)
class RowIndustries:
    """Words of each row, and the industries that they mean; tuples, empty when none."""

    listed_words: Tuples
    industries: Tuples


def match_words(
    cells: NDArray[np.object_], decided: Mapping[str, str | None]
) -> list[tuple[Match, int]]:
    """Return each word of a column with what it is taken for and how often it stands there.

    What the reader `decided` himself has `how` = chosen. The most frequent come first; only the
    first `REPEATED` are looked up by their nearest spelling.
    """
    counts: Counter[str] = Counter()
    for cell, count in Counter(cells).items():
        counts.update(dict.fromkeys(split_words(cell), count))
    matches = []
    for number, (word, count) in enumerate(counts.most_common()):
        if word in decided:
            match = Match(word, decided[word], "chosen")
        else:
            match = match_word(word, near=number < REPEATED)
        matches.append((match, count))
    return matches


def list_industries(
    cells: NDArray[np.object_], decided: Mapping[str, str | None], problems: ProblemCollector
) -> RowIndustries:
    """Return what each row lists; a word without meaning is a problem that blocks nothing."""
    meanings = {match.word: match for match, _ in match_words(cells, decided)}
    numbers, distinct = pd.factorize(cells)
    lists = [[meanings[word] for word in split_words(cell)] for cell in distinct]
    listed_words = [tuple(match.word for match in matches) for matches in lists]
    industries = [
        tuple(dict.fromkeys(match.industry for match in matches if match.industry))
        for matches in lists
    ]
    unknown = [";".join(match.word for match in matches if match.is_unknown) for matches in lists]
    unknown_words = _spread(unknown, numbers)
    problems.add(unknown_words != "", "industry", unknown_words)
    return RowIndustries(_spread(listed_words, numbers), _spread(industries, numbers))


def _spread(distinct: Sequence[object], numbers: NDArray[np.intp]) -> Tuples:
    """Return the cell of each row, by its number among the distinct ones."""
    cells = np.empty(len(distinct), dtype=object)
    for number, cell in enumerate(distinct):
        cells[number] = cell
    return cells[numbers]
