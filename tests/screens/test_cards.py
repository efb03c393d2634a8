"""Cards: one for everything that can be selected, each value escaped, each fact with its ground."""

import re

import pytest

from components.cards.belt_card import describe_belt, make_shape_card
from components.cards.card_parts import render_card
from components.cards.make_card import CARDS
from components.state import State
from geo.filters import Filter
from geo.quotations import Quote, Source
from geo.search import hits_by_key
from layers.cards import Badge, Card, CardHead, Chip, ChipGroup, Fact, Section

HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("layer", CARDS)
def test_everything_has_a_card(layer, lang) -> None:
    keys = [key for kind, key in hits_by_key() if kind == layer]
    assert keys
    for key in keys:
        chosen = State(lang, Filter(), None)
        text = render_card(CARDS[layer](chosen, key), chosen)
        assert text.count("<article") == 1
        assert not re.search(r">\s*(None|nan)\s*<", text), key


def read_park_card(park: str, lang: str = "en") -> str:
    chosen = State(lang, Filter(), None)
    return render_card(CARDS["parks"](chosen, park), chosen)


def test_a_park_has_its_own_year_and_that_of_the_catalogue_side_by_side() -> None:
    card = read_park_card("jian-edz")
    assert ">1988<" in card
    assert "(S227025), approved 1993-11, 214.09 ha" in card
    assert "医药、采矿、食品" in card
    assert "集安经济开发区（S227025），1993-11批准，214.09公顷" in read_park_card("jian-edz", "zh")


def test_a_park_says_which_lists_name_it_and_when() -> None:
    card = read_park_card("jilin-etdz")
    assert card.count("On an official list<") == 1
    assert "Recognised chemical parks of Jilin, first batch (2023-06)" in card
    assert "Office for the recognition of chemical parks of Jilin" in card
    chemical = read_park_card("jilin-chem-park")
    assert chemical.count("On an official list<") == 5
    assert "(date unknown)" in chemical
    assert "吉林省化工园区认定（第一批）（2023-06）" in read_park_card("jilin-etdz", "zh")
    assert "On an official list<" not in read_park_card("nongan-edz")


def test_a_park_outside_the_catalogue_says_nothing_of_it() -> None:
    assert "official catalogue of 2018" in read_park_card("changchun-etdz")
    assert "official catalogue" not in read_park_card("changchun-new-area")


def test_every_value_of_a_card_is_escaped() -> None:
    quote = Quote(HOSTILE, "zh", HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    source = Source(HOSTILE, "en", "https://example.org/" + HOSTILE)
    chip = Chip(HOSTILE, quotes=(quote,), phrases=(HOSTILE,), sources=(source,))
    card = Card(
        CardHead(HOSTILE, "en", HOSTILE, (Badge(HOSTILE, HOSTILE),)),
        (Fact(HOSTILE, HOSTILE), Fact(HOSTILE, HOSTILE, HOSTILE, (quote,), (source,))),
        (Section(HOSTILE, (ChipGroup((chip,), HOSTILE),), ""), Section("", (), HOSTILE)),
        HOSTILE,
    )
    text = render_card(card, State("en", Filter(), None))
    assert "<img" not in text
    assert text.count("&lt;img") == 33  # each value where it stands, links and looks included


def test_a_fact_opens_only_when_there_is_something_below_it() -> None:
    facts = (Fact("bare", "1"), Fact("grounded", "2", basis="why"))
    text = render_card(Card(CardHead("x", "en"), facts), State("en", Filter(), None))
    assert re.findall(r"<summary><span class=\"atlas-name\">(\w+)", text) == ["grounded"]


def test_the_belt_is_described_alike_wherever_it_stands() -> None:
    chosen = State("en", Filter(), None)
    everything = render_card(CARDS["belts"](chosen, "changchun-siping"), chosen)
    shapes = render_card(make_shape_card(chosen, "changchun-siping", 40), chosen)
    for fact in describe_belt("changchun-siping", 40, "en"):
        assert fact.value.replace("&", "&amp;") in everything
        assert fact.value.replace("&", "&amp;") in shapes
