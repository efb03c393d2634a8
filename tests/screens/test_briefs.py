"""Briefs: one page of A4 that says everything its card says, and what each fact rests on."""

import re
from dataclasses import replace

import pypdfium2
import pytest

from components.cards.make_card import make_card
from components.share.brief import draw_brief, map_thing
from components.state import State
from geo.filters import Filter
from geo.i18n import translator
from layers.cards import Card, CardHead, Chip, ChipGroup, Fact, Section
from layers.printed_brief import Brief, print_brief

LINK = "http://atlas.example/belts?lang=en"
A4 = (595, 842)
THINGS = [
    ("belts", "changchun-jilin-tumen"),
    ("prefectures", "220100"),
    ("counties", "220112"),
    ("parks", "changchun-auto-etdz"),
    ("industries", "auto-parts"),
    ("industries", "textiles-general"),
]


def read_page(pdf: bytes) -> str:
    """Return the text of the one page of a PDF, without spaces: where a line ends is its matter."""
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    assert tuple(round(side) for side in document[0].get_size()) == A4
    text = document[0].get_textpage().get_text_range()
    return re.sub(r"\s", "", text.replace("\ufffe", "-"))  # a hyphen at the end of a line


def says(text: str, sentence: str) -> bool:
    return re.sub(r"\s", "", sentence) in text


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("layer", "key"), THINGS)
def test_a_brief_is_one_page_with_all_that_its_card_says(layer, key, lang) -> None:
    text = read_page(draw_brief(lang, layer, key, LINK))
    card = make_card(State(lang, Filter(), None), layer, key)
    chips = [chip for section in card.sections for group in section.groups for chip in group.chips]
    assert says(text, card.head.name)
    assert says(text, LINK)
    for fact in card.facts:
        assert says(text, fact.name)
        assert says(text, fact.value), fact
    for chip in chips:
        assert says(text, chip.name)
        assert all(says(text, f"“{quote.phrase}”") for quote in chip.quotes)
        assert all(says(text, quote.title) for quote in chip.quotes)
    for source in [source for fact in card.facts for source in fact.sources]:
        assert says(text, source.text)


def test_what_is_unsure_or_unknown_is_told_and_ground_is_named_once() -> None:
    quote = make_card(State("en", Filter(), None), "belts", "changchun-siping").facts[0].quotes[0]
    facts = (
        Fact("Position", "43.1, 125.2", basis="the county's seat", approximate=True),
        Fact("Area", translator("en")("unknown")),
        Fact("Named in", "a document", quotes=(quote,)),
    )
    chips = (Chip("Steel", quotes=(quote,)), Chip("Rice", quotes=(quote,), disputed=True))
    card = Card(CardHead("A thing", "en"), facts, (Section("Industries", (ChipGroup(chips),), ""),))
    brief = Brief(card, "<svg xmlns='http://www.w3.org/2000/svg'/>", "", LINK, "2026-01-31", "abc")
    text = read_page(print_brief(brief, "en"))
    assert says(text, "Uncertain or unknown")
    assert says(text, "Position · 43.1, 125.2 · the county's seat")
    assert says(text, "Area · unknown")
    assert says(text, "Rice (disputed: not counted)")
    assert text.count(re.sub(r"\s", "", quote.phrase)) == 1
    sure = replace(brief, card=Card(CardHead("A thing", "en"), (Fact("Code", "1"),)))
    assert not says(read_page(print_brief(sure, "en")), "Uncertain or unknown")


def test_the_longest_of_cards_still_ends_on_its_page() -> None:
    chips = tuple(Chip(f"Industry number {n}", phrases=(f"words of it, {n}",)) for n in range(60))
    card = Card(CardHead("A thing", "en"), (), (Section("Industries", (ChipGroup(chips),), ""),))
    brief = Brief(card, "<svg xmlns='http://www.w3.org/2000/svg'/>", "", LINK, "2026-01-31", "abc")
    text = read_page(print_brief(brief, "en"))
    assert says(text, "words of it, 59")
    assert says(text, LINK)


def test_what_a_card_says_is_never_markup() -> None:
    hostile = "#panic() *bold* $x$ <b>"
    card = Card(CardHead(hostile, "en"), (Fact(hostile, hostile, basis=hostile),), note=hostile)
    brief = Brief(card, "<svg xmlns='http://www.w3.org/2000/svg'/>", "", LINK, "2026-01-31", "abc")
    text = read_page(print_brief(brief, "en"))
    assert text.count(re.sub(r"\s", "", hostile)) == 5


def test_the_map_of_a_thing_shows_what_belongs_to_it() -> None:
    belt = map_thing("en", "belts", "changchun-siping")
    assert belt.reach is not None
    assert belt.shown["belts"] == [1]
    assert map_thing("en", "industries", "textiles-general").claims["belts"]
    assert map_thing("en", "parks", "changchun-auto-etdz").selected == (
        "parks",
        "changchun-auto-etdz",
    )
