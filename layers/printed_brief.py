"""A brief of one thing on one page of A4: its card with map, sources and what is unsure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from geo.citations import Citation
from geo.i18n import Language, Translate, translator
from geo.quotations import Quote
from layers.cards import Card, Chip, Fact
from layers.typesetting import draw_code, typeset


@dataclass(frozen=True)
class Brief:
    """What a brief holds; `map` is SVG, `mapped` says what it shows, `link` opens the same."""

    card: Card
    map: str
    mapped: str
    link: str
    day: str
    version: str


@dataclass
class _References:
    """Numbers what facts rest on, each ground once."""

    texts: list[str] = field(default_factory=list)

    def number(self, texts: Iterable[str]) -> str:
        """Return the numbers of grounds as they stand behind a fact."""
        numbers = []
        for text in texts:
            if text not in self.texts:
                self.texts.append(text)
            numbers.append(self.texts.index(text) + 1)
        return " ".join(str(number) for number in sorted(set(numbers)))


def print_brief(brief: Brief, lang: Language) -> bytes:
    """Return a brief as PDF: one page of A4, its font inside.

    Raises
    ------
    FontMissing
        When the font is not installed.
    """
    say, card, references = translator(lang), brief.card, _References()
    edition = [brief.day, say("data version {version}").format(version=brief.version)]
    facts = [_lay_out_fact(fact, references, say) for fact in card.facts]
    sections = [
        {
            "title": section.title,
            "nothing": section.nothing,
            "sentence": section.sentence,
            "facts": [_lay_out_fact(fact, references, say) for fact in section.facts],
            "groups": [
                {
                    "title": group.title,
                    "chips": [_lay_out_chip(chip, references, say) for chip in group.chips],
                }
                for group in section.groups
            ],
        }
        for section in card.sections
    ]
    content = {
        "lang": lang,
        "title": card.head.name,
        "atlas": say("Jilin Belt Atlas"),
        "footer": " · ".join([say("Jilin Belt Atlas"), say("Brief"), *edition, say("schematic")]),
        "other": card.head.other,
        "badges": [badge.text for badge in card.head.badges],
        "map": brief.map,
        "mapped": brief.mapped,
        "facts": facts,
        "sections": sections,
        "note": card.note,
        "uncertain": _list_uncertain(card.facts, say),
        "sources": references.texts,
        "code": draw_code(brief.link),
        "link": brief.link,
        "words": {
            "opens": say("The same opens here:"),
            "remark": say("Remark"),
            "uncertain": say("Uncertain or unknown"),
            "sources": say("What it rests on"),
            "comma": say(", "),
        },
    }
    return typeset("brief.typ", content)


def _lay_out_fact(fact: Fact, references: _References, say: Translate) -> dict[str, str]:
    grounds = [*_cite_quotes(fact.quotes, say), *_cite_sources(fact.sources)]
    value = ("≈ " if fact.approximate else "") + fact.value
    refs = references.number(grounds)
    return {"name": fact.name, "value": value, "basis": fact.basis, "refs": refs}


def _lay_out_chip(chip: Chip, references: _References, say: Translate) -> dict[str, str]:
    wording = say("As worded in the source")
    phrases = [f"“{phrase}” ({wording})" for phrase in chip.phrases]
    grounds = [*_cite_quotes(chip.quotes, say), *phrases, *_cite_sources(chip.sources)]
    name = f"{chip.name} ({say('disputed: not counted')})" if chip.disputed else chip.name
    name = " · ".join((name, *chip.details[:1]))
    return {"name": name, "refs": references.number(grounds)}


def _cite_quotes(quotes: Iterable[Quote], say: Translate) -> list[str]:
    return [
        ", ".join(
            part
            for part in (
                f"“{quote.phrase}” {quote.title}",
                quote.date,
                f"{say('section')} {quote.section}",
                quote.translation,
                say("disputed: not counted") if quote.disputed else "",
            )
            if part
        )
        for quote in quotes
    ]


def _cite_sources(sources: Iterable[Citation]) -> list[str]:
    return [source.in_print for source in sources]


def _list_uncertain(facts: Iterable[Fact], say: Translate) -> list[str]:
    """Return what of the facts is approximate or not known, one line each."""
    unsure = [fact for fact in facts if fact.approximate or fact.value == say("unknown")]
    parts = ((fact.name, fact.value, fact.basis) for fact in unsure)
    return [" · ".join(filter(None, texts)) for texts in parts]
