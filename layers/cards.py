"""What cards are made of, as templates take it: facts with their evidence, every value a text.

`layers/templates/macros.html` has a macro for each part.
"""

from dataclasses import dataclass

from geo.citations import Citation
from geo.i18n import Language
from geo.quotations import Quote


@dataclass(frozen=True)
class Fact:
    """A value with its name; what it rests on opens below it, when there is anything."""

    name: str
    value: str
    basis: str = ""
    quotes: tuple[Quote, ...] = ()
    sources: tuple[Citation, ...] = ()
    approximate: bool = False


@dataclass(frozen=True)
class Chip:
    """A name that opens its evidence: quotations of documents, or its source's own `phrases`.

    `details` stand before the evidence, a line each; paper has room for the first alone. `count`
    is that of the documents, 0 where it is not told.
    """

    name: str
    quotes: tuple[Quote, ...] = ()
    phrases: tuple[str, ...] = ()
    sources: tuple[Citation, ...] = ()
    details: tuple[str, ...] = ()
    count: int = 0
    disputed: bool = False
    chosen: bool = False


@dataclass(frozen=True)
class ChipGroup:
    """Chips under a title of their own; with an empty one they follow the section's."""

    chips: tuple[Chip, ...]
    title: str = ""


@dataclass(frozen=True)
class Section:
    """A titled part of a card: a sentence, facts, chips; `nothing` stands there without chips."""

    title: str
    groups: tuple[ChipGroup, ...]
    nothing: str
    sentence: str = ""
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Badge:
    """A short word on a card; `kind` is its look: national, provincial, unverified or kind."""

    text: str
    kind: str = "kind"


@dataclass(frozen=True)
class CardHead:
    """The name of a thing, its name in the other language, and its badges."""

    name: str
    lang: Language
    other: str = ""
    badges: tuple[Badge, ...] = ()

    @property
    def other_lang(self) -> Language:
        """The language of `other`."""
        return "en" if self.lang == "zh" else "zh"


@dataclass(frozen=True)
class Card:
    """Everything known of a thing, for `components/templates/card.html`."""

    head: CardHead
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...] = ()
    note: str = ""
