"""One word for one thing: no text says what the glossary has retired."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from geo.paths import DATA, LOCALES, ROOT

#: Columns that hold the words of others, or names by which things are found.
OF_OTHERS = re.compile(r"phrase|title_|named_|lead_industries|aliases|source")
QUOTED = re.compile(r"“[^”]*”|《[^》]*》|「[^」]*」")
CODE = re.compile(r"[a-z_]+(\.[a-z0-9_-]+)+|[a-z]+")
TEMPLATES = ("layers/templates", "components", "screens", "api")


@dataclass(frozen=True)
class Word:
    """A retired word of one language, today's word, and whether tables are searched too."""

    lang: str
    retired: str
    today: str
    tables: bool

    def stands_in(self, text: str) -> bool:
        """Return whether a text says the word, apart from where today's word contains it."""
        if self.lang == "zh":
            return self.retired in text.replace(self.today, "")
        return re.search(rf"\b{re.escape(self.retired)}s?\b", text, re.IGNORECASE) is not None


def list_words() -> Iterator[Word]:
    table = (ROOT / "docs" / "glossary.md").read_text("utf-8").partition("|---")[2]
    for line in table.splitlines()[1:]:
        _, zh, en, retired_zh, retired_en, _, where = (
            cell.strip() for cell in line.strip("|").split("|")
        )
        for lang, today, retired in (("zh", zh, retired_zh), ("en", en, retired_en)):
            for word in filter(None, retired.split(", ")):
                yield Word(lang, word, today, "tables" in where)


WORDS = tuple(list_words())


def read_messages(path: Path) -> list[Message]:
    """Return the messages of a catalogue without its head."""
    with path.open("rb") as source:
        return [message for message in read_po(source) if message.id]


def list_texts(lang: str) -> Iterator[tuple[str, str]]:
    """Yield every sentence of a language that code or a template shows, and where it stands."""
    for path in sorted(LOCALES.rglob("*.po")):
        is_chinese = "zh_CN" in path.parts
        for message in read_messages(path):
            if is_chinese == (lang == "zh"):
                yield path.name, message.string
            if lang == "en" and not CODE.fullmatch(message.id):
                yield path.name, message.id
    for room in TEMPLATES:
        for path in sorted((ROOT / room).rglob("*.html")):
            yield path.name, path.read_text("utf-8")


def list_cells(lang: str) -> Iterator[tuple[str, str]]:
    """Yield every text of a language in the tables, quotations apart, and where it stands."""
    for path in sorted(DATA.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as table:
            for number, row in enumerate(csv.DictReader(table), 2):
                for column, cell in row.items():
                    if column.endswith(f"_{lang}") and not OF_OTHERS.search(column):
                        yield f"{path.name}:{number} {column}", QUOTED.sub("", cell)


@pytest.mark.parametrize("word", WORDS, ids=lambda word: f"{word.lang}-{word.retired}")
def test_a_retired_word_stands_nowhere(word: Word) -> None:
    cells = list_cells(word.lang) if word.tables else ()
    places = [where for where, text in (*list_texts(word.lang), *cells) if word.stands_in(text)]
    assert not places, f"write {word.today!r}"


def test_the_search_finds_what_it_looks_for() -> None:
    seat = Word("zh", "驻地", "政府驻地", tables=False)
    assert seat.stands_in("标在驻地")
    assert not seat.stands_in("标在政府驻地")
    assert Word("en", "corridor", "axis buffer", tables=True).stands_in("Two Corridors meet.")
    assert {word.lang for word in WORDS} == {"zh", "en"}
    assert len(WORDS) >= 30


def test_the_words_of_the_glossary_are_in_use() -> None:
    texts = {lang: "\n".join(text for _, text in list_texts(lang)).lower() for lang in ("zh", "en")}
    for word in WORDS:
        if word.today.isascii() == (word.lang == "en") and "CNY" not in word.today:
            for today in word.today.split("、"):
                known = texts[word.lang] + "".join(text for _, text in list_cells(word.lang))
                assert today.lower() in known.lower(), word
