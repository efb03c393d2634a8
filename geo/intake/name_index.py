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


class Lines:
    """Lines of text, each the spelling of a row; lines without text are left out."""

    def __init__(self, spelled: Iterable[tuple[str, int]]) -> None:
        known = sorted((one for one in spelled if one[0]), key=lambda one: len(one[0]))
        self._rows = [row for _, row in known]
        self._text = "\n".join(["", *(line for line, _ in known), ""])
        self._starts = np.array([*accumulate((len(one) + 1 for one, _ in known), initial=1)])

    def find(self, wanted: str, limit: int) -> dict[int, Rank]:
        """Return the rows of the best lines with `wanted`, at most `limit`, and how well."""
        found: dict[int, Rank] = {}
        for kind, sought in enumerate((f"\n{wanted}\n", f"\n{wanted}", wanted)):
            at = self._text.find(sought)
            while at >= 0 and len(found) < limit:
                line = int(np.searchsorted(self._starts, at + (kind < 2), side="right")) - 1
                start, after = self._starts[line : line + 2].tolist()
                found.setdefault(self._rows[line], (kind, after - start - 1))
                at = self._text.find(sought, after - 1)
        return found


class NameIndex:
    """The names of one reader's rows; what is worked out is kept here and goes with them."""

    def __init__(self, ids: Sequence[str], names: Sequence[str]) -> None:
        self._ids, self._names = ids, names

    def find(self, wanted: str, limit: int) -> list[tuple[Rank, Hit]]:
        """Return at most `limit` rows, the best, that folded text may mean, among the parks."""
        found = self._written.find(wanted, limit)
        if wanted.isascii():
            for row, rank in self._sounded.find(wanted, limit).items():
                found[row] = min(rank, found.get(row, rank))
        best = sorted(found.items(), key=lambda item: (item[1], item[0]))[:limit]
        return [(rank, self._hit(row)) for row, rank in best]

    def _hit(self, row: int) -> Hit:
        return Hit("parks", self._ids[row], self._names[row], self._names[row])

    @cached_property
    def _written(self) -> Lines:
        return Lines((fold_text(name), row) for row, name in enumerate(self._names))

    @cached_property
    def _sounded(self) -> Lines:
        """Pinyin and fold_initials; each part of a name that many rows share is sounded once."""
        sounds: dict[str, tuple[str, str]] = {}

        def sound(part: str) -> tuple[str, str]:
            if part not in sounds:
                letters = lazy_pinyin(part, style=Style.FIRST_LETTER)
                sounds[part] = fold_text("".join(lazy_pinyin(part))), fold_text("".join(letters))
            return sounds[part]

        spelled: list[tuple[str, int]] = []
        for row, name in enumerate(self._names):
            if name.isascii():
                spelled.append((fold_initials(name), row))
                continue
            parts = [sound(part) for part in mmseg.seg.cut(name)]
            spelled += [("".join(one), row) for one in zip(*parts, strict=True)]
        return Lines(spelled)
