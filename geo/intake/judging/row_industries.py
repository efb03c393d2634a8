"""The industries that the rows of an upload list."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.intake.judging.interpretation import REPEATED
from geo.intake.judging.problem_collector import Issues
from geo.intake.judging.spellings import Match, match, split

Tuples = NDArray[np.object_]


@dataclass(frozen=True)
class Listed:
    """Words of each row, and the industries that they mean; tuples, empty when none."""

    words: Tuples
    industries: Tuples


def matches(cells: NDArray[np.object_], own: Mapping[str, str | None]) -> list[tuple[Match, int]]:
    """Return each word of a column with what it is taken for and how often it stands there.

    What the reader decided himself (`own`) has `how` = chosen. The most frequent come first; only
    the first `REPEATED` are looked up by their nearest spelling.
    """
    often: Counter[str] = Counter()
    for cell, count in Counter(cells).items():
        often.update(dict.fromkeys(split(cell), count))
    found = []
    for number, (word, count) in enumerate(often.most_common()):
        if word in own:
            meant = Match(word, own[word], "chosen")
        else:
            meant = match(word, near=number < REPEATED)
        found.append((meant, count))
    return found


def understand(cells: NDArray[np.object_], own: Mapping[str, str | None], issues: Issues) -> Listed:
    """Return what each row lists; a word without meaning is a problem that blocks nothing."""
    meant = {one.word: one for one, _ in matches(cells, own)}
    codes, distinct = pd.factorize(cells)
    words = [split(cell) for cell in distinct]
    listed = [
        tuple(dict.fromkeys(key for one in parts if (key := meant[one].industry)))
        for parts in words
    ]
    strange = [
        ";".join(one for one in parts if meant[one].industry is None and meant[one].how != "chosen")
        for parts in words
    ]
    unknown = _column(strange, codes)
    issues.add(unknown != "", "industry", unknown)
    return Listed(_column(words, codes), _column(listed, codes))


def _column(distinct: Sequence[object], codes: NDArray[np.intp]) -> Tuples:
    """Return the cell of each row, by its number among the distinct ones."""
    known = np.empty(len(distinct), dtype=object)
    for number, cell in enumerate(distinct):
        known[number] = cell
    return known[codes]
