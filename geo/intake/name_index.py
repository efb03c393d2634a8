"""A reader's own rows found by their names, as `geo.search` finds the atlas's things.

With 200,000 rows nobody waits for a list to be walked at each key: the spellings stand in one
text, the shortest first, so that the first places found are the best.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate

import numpy as np
from pypinyin import Style, lazy_pinyin
from pypinyin.contrib import mmseg

from geo.search import Hit, Rank, fold_initials, fold_text


class SpellingLines:
    """Lines of text, each the spelling of a row; lines without text are left out."""

    def __init__(self, spellings: Iterable[tuple[str, int]]) -> None:
        lines = sorted(filter(lambda line: line[0], spellings), key=lambda line: len(line[0]))
        self._rows = [row for _, row in lines]
        self._text = "\n".join(["", *(spelling for spelling, _ in lines), ""])
        lengths = (len(spelling) + 1 for spelling, _ in lines)
        self._starts = np.array([*accumulate(lengths, initial=1)])

    def find_rows(self, part: str, limit: int) -> dict[int, Rank]:
        """Return the rows of the best lines with `part`, at most `limit`, and how well."""
        ranks: dict[int, Rank] = {}
        for kind, pattern in enumerate((f"\n{part}\n", f"\n{part}", part)):
            at = self._text.find(pattern)
            while at >= 0 and len(ranks) < limit:
                line = int(np.searchsorted(self._starts, at + (kind < 2), side="right")) - 1
                start, after = self._starts[line : line + 2].tolist()
                ranks.setdefault(self._rows[line], (kind, after - start - 1))
                at = self._text.find(pattern, after - 1)
        return ranks


class NameIndex:
    """The names of one reader's rows; what is worked out is kept here and goes with them."""

    def __init__(self, ids: Sequence[str], names: Sequence[str]) -> None:
        self._ids, self._names = ids, names

    def find_hits(self, text: str, limit: int) -> list[tuple[Rank, Hit]]:
        """Return at most `limit` rows, the best, that folded text may mean, among the parks."""
        ranks = self._written.find_rows(text, limit)
        if text.isascii():
            for row, rank in self._sounded.find_rows(text, limit).items():
                ranks[row] = min(rank, ranks.get(row, rank))
        best = sorted(ranks.items(), key=lambda item: (item[1], item[0]))[:limit]
        return [(rank, self._make_hit(row)) for row, rank in best]

    def _make_hit(self, row: int) -> Hit:
        return Hit("parks", self._ids[row], self._names[row], self._names[row])

    @cached_property
    def _written(self) -> SpellingLines:
        return SpellingLines((fold_text(name), row) for row, name in enumerate(self._names))

    @cached_property
    def _sounded(self) -> SpellingLines:
        """Pinyin and initials; each part of a name that many rows share is sounded once."""
        sounds: dict[str, tuple[str, str]] = {}

        def sound(part: str) -> tuple[str, str]:
            if part not in sounds:
                letters = lazy_pinyin(part, style=Style.FIRST_LETTER)
                sounds[part] = fold_text("".join(lazy_pinyin(part))), fold_text("".join(letters))
            return sounds[part]

        spellings: list[tuple[str, int]] = []
        for row, name in enumerate(self._names):
            if name.isascii():
                spellings.append((fold_initials(name), row))
                continue
            parts = [sound(part) for part in mmseg.seg.cut(name)]
            spellings += [("".join(sounded), row) for sounded in zip(*parts, strict=True)]
        return SpellingLines(spellings)
