"""Find a place, park, industry, belt, cluster, brand or hub by any of its names.

What documents offer, require and set in motion, and whom they name, is found the same way.

Chinese names are found by characters, by pinyin (`changchun`) and by initials (`ccjk`); English
names and aliases by any part. A question that no name contains is asked for the names in it.
The browser ranks alike: `components/search/ranking.js`, which a test compares.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from pandas import DataFrame
from pypinyin import Style, lazy_pinyin

from geo.designations import find_homes
from geo.layers import LAYERS, list_searched
from geo.tables import load_table, rows_where

#: 0 = all of a spelling, 1 = its beginning, 2 = a part; its length. 3 = a spelling within a
#: question; less its length, since the longest says most.
Rank = tuple[int, int]
KINDS = ("industries", *(layer.id for layer in list_searched()))  # the first among equals first
#: Tables of what documents state: found like things, but nothing that the map selects.
STATED = ("incentives", "requirements", "measures", "institutions")
SHORTEST = 5  # letters that a question must spell of a name; of Chinese signs two say as much
SHORTEST_SIGNS = 2


@dataclass(frozen=True)
class Hit:
    """Something found: its layer, id and names."""

    layer: str
    id: str
    name_zh: str
    name_en: str


@dataclass(frozen=True)
class Entry:
    """A thing that can be found, with the folded spellings it is found by.

    `designation` is the id of what is found, where only the card of its place tells of it.
    """

    hit: Hit
    spellings: tuple[str, ...]
    designation: str = ""


#: Finds the best things, at most so many, that folded text may mean.
Finder = Callable[[str, int], list[tuple[Rank, Hit]]]


def fold_text(text: str) -> str:
    """Return `text` without case, accents, spaces and punctuation, for comparison."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.sub(r"[\W_]+", "", "".join(char for char in plain if not unicodedata.combining(char)))


def fold_initials(name: str) -> str:
    """Return the folded first letters of the words of a name in ASCII."""
    return fold_text("".join(word[0] for word in re.findall(r"\w+", name)))


def list_spellings(names: Iterable[str]) -> tuple[str, ...]:
    """Return every folded spelling of names: as written, in pinyin, as initials."""
    folded: list[str] = []
    for name in names:
        folded.append(fold_text(name))
        if not name.isascii():
            folded.append(fold_text("".join(lazy_pinyin(name))))
            folded.append(fold_text("".join(lazy_pinyin(name, style=Style.FIRST_LETTER))))
        else:
            folded.append(fold_initials(name))
    return tuple(dict.fromkeys(spelling for spelling in folded if spelling))


def _aliases(row: object) -> tuple[str, ...]:
    fields = ("aliases", "aliases_zh", "aliases_en")
    return tuple(alias for field in fields for alias in getattr(row, field, ()))


def _list_ids(kind: str, key: str) -> tuple[str, ...]:
    """Return the id by which a thing is found; nobody types that of a statement."""
    return () if kind in STATED else (key,)


@cache
def build_index() -> tuple[Entry, ...]:
    """Return everything that can be found, in the order in which ties are shown.

    Titles, brands and areas that are no parks come last: each opens the card of its place.
    """
    return tuple(
        Entry(
            Hit(kind, row.key, row.name_zh, row.name_en),
            list_spellings((row.name_zh, row.name_en, *_aliases(row), *_list_ids(kind, row.key))),
        )
        for kind in (*KINDS, *STATED)
        for row in list_named_rows(kind).itertuples()
    ) + tuple(
        Entry(
            Hit(*find_homes()[row.id], row.name_zh, row.name_en),
            list_spellings((row.name_zh, row.name_en, *row.aliases, row.id)),
            row.id,
        )
        for row in load_table("designations").itertuples()
    )


def list_named_rows(kind: str) -> DataFrame:
    """Return the rows of a kind that can be found, their id as `key`; each body but once."""
    level = LAYERS[kind].level if kind in LAYERS else ""
    rows = rows_where("places", "level", level) if level else load_table(kind)
    if kind == "institutions":  # where it can be reached, else in its first role
        rows = rows.sort_values("telephone", kind="stable").drop_duplicates("body")
    return rows.rename(columns={"adcode" if level else "id": "key"})


def _rank(entry: Entry, text: str) -> Rank | None:
    ranks = [
        (0 if spelling == text else 1 if spelling.startswith(text) else 2, len(spelling))
        for spelling in entry.spellings
        if text in spelling
    ]
    return min(ranks, default=None)


def _rank_mention(entry: Entry, question: str) -> Rank | None:
    ranks = [
        (3, -len(spelling))
        for spelling in entry.spellings
        if len(spelling) >= (SHORTEST if spelling.isascii() else SHORTEST_SIGNS)
        and spelling in question
    ]
    return min(ranks, default=None)


def search_atlas(text: str, limit: int = 20, also: Finder | None = None) -> list[Hit]:
    """Return what `text` may mean, exact names first, then beginnings, then parts.

    Where nothing is called so, `text` is a question: what it names is returned, long names first.
    `also` finds things that are not the atlas's; of equals the atlas's come first.

    >>> [hit.id for hit in search_atlas("ccjk", limit=1)], search_atlas("no such thing")
    (['changchun-etdz'], [])
    >>> [hit.id for hit in search_atlas("Which belts claim textiles?")]
    ['textiles-general']
    """
    folded = fold_text(text)
    if not folded:
        return []
    ranked = _rank_all(folded, _rank)
    ranked += also(folded, limit) if also else []
    ranked = ranked or _rank_all(folded, _rank_mention)
    return [hit for _, hit in sorted(ranked, key=lambda item: item[0])][:limit]


def _rank_all(text: str, rank_entry: Callable[[Entry, str], Rank | None]) -> list[tuple[Rank, Hit]]:
    return [(rank, entry.hit) for entry in build_index() if (rank := rank_entry(entry, text))]


@cache
def hits_by_key() -> dict[tuple[str, str], Hit]:
    """Return everything that can be selected, by layer and id."""
    return {
        (entry.hit.layer, entry.hit.id): entry.hit
        for entry in build_index()
        if not entry.designation and entry.hit.layer not in STATED
    }


def is_stated(table: str, key: str) -> bool:
    """Return whether a document states what a table of STATED has under this id."""
    return table in STATED and key in set(load_table(table).id)


def is_in_atlas(layer: str, key: str) -> bool:
    """Return whether the atlas has a thing of this layer and id."""
    return (layer, key) in hits_by_key()
