"""A table's words for industries → the vocabulary, with how each was understood."""

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from geo.search import fold_text, list_spellings
from geo.tables import load_table

SPLIT = re.compile(r"[;；,，、/|\n]+")
ALIKE = 72.0  # of 100; below it a word is rather unknown than guessed
RELATED = 75.0  # of 100; what is at least that alike is worth a question
SHORT = 2  # folded signs; anything shorter is like everything


@dataclass(frozen=True)
class Match:
    """What a word was taken for: industry or None; how is name, alias, pinyin, fuzzy or none."""

    word: str
    industry: str | None
    how: str
    score: float = 100.0

    @property
    def is_unknown(self) -> bool:
        """Whether nobody knows what the word means, the reader included."""
        return self.industry is None and self.how != "chosen"


def split_words(cell: str) -> tuple[str, ...]:
    """Return the words of a cell that lists industries."""
    return tuple(dict.fromkeys(word for part in SPLIT.split(cell) if (word := part.strip())))


@cache
def _index() -> dict[str, dict[str, str]]:
    """Return folded spelling → industry, by how it is spelled; the first industry keeps a word."""
    index: dict[str, dict[str, str]] = {"name": {}, "alias": {}, "pinyin": {}}
    for row in load_table("industries").itertuples():
        for name in (row.id, row.name_zh, row.name_en, re.sub(r"[（(].*", "", row.name_zh)):
            index["name"].setdefault(fold_text(name), row.id)
        for name in (*row.aliases_zh, *row.aliases_en):
            index["alias"].setdefault(fold_text(name), row.id)
        for name in list_spellings((row.name_zh, *row.aliases_zh)):
            if name.isascii() and len(name) > SHORT + 1:
                index["pinyin"].setdefault(name, row.id)
    return index


@cache
def _choices() -> dict[str, str]:
    return {**_index()["alias"], **_index()["name"]}


def match_word(word: str, *, near: bool = True) -> Match:
    """Return what a word means: by name, alias, pinyin, or (if `near`) the nearest spelling."""
    spelling = fold_text(word)
    for how, industries in _index().items():
        if spelling in industries:
            return Match(word, industries[spelling], how)
    if not near or len(spelling) < SHORT:
        return Match(word, None, "none", 0.0)
    best = process.extractOne(spelling, _choices().keys(), scorer=fuzz.ratio, score_cutoff=ALIKE)
    nearest = best[:2] if best else _find_contained(spelling)
    if nearest is None:
        return Match(word, None, "none", 0.0)
    return Match(word, _choices()[nearest[0]], "fuzzy", nearest[1])


def suggest_industries(word: str, most: int = 3) -> tuple[str, ...]:
    """Return the industries that a word nobody knows may mean, the likeliest first.

    >>> suggest_industries("化工", most=2)
    ('petrochemicals', 'organic-chemicals')
    """
    spelling = fold_text(word)
    if len(spelling) < SHORT:
        return ()
    containing = sorted((choice for choice in _choices() if spelling in choice), key=len)
    alike = process.extract(
        spelling, _choices().keys(), scorer=fuzz.partial_ratio, score_cutoff=RELATED, limit=most
    )
    found = [*containing, *(choice for choice, _, _ in alike)]
    return tuple(dict.fromkeys(_choices()[choice] for choice in found))[:most]


def _find_contained(spelling: str) -> tuple[str, float] | None:
    """Return the longest known word inside a longer one, such as 人参 in 人参精深加工基地."""
    inside = [word for word in _choices() if len(word) >= SHORT and word in spelling]
    if not inside or (spelling.isascii() and max(map(len, inside)) < 2 * SHORT):
        return None
    best = max(inside, key=len)
    return best, 100 * len(best) / len(spelling)
