"""Cards: one for everything that can be selected, each value escaped, each fact with its ground."""

import re
from html import unescape

import pytest

from components.cards.belt_card import describe_belt, make_shape_card
from components.cards.card_parts import render_card
from components.cards.make_card import CARDS
from components.cards.promise_section import MOST
from components.state import State
from geo import park_promises
from geo.citations import Citation
from geo.filters import Filter
from geo.quotations import Quote
from geo.search import hits_by_key
from geo.tables import load_table
from layers.cards import Badge, Card, CardHead, Chip, ChipGroup, Fact, Section
from tests.geo.test_park_promises import PARKS, TRACED

INCENTIVES = load_table("incentives").set_index("id")
INSTITUTIONS = load_table("institutions").set_index("id")
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


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ("9 prefectures, 60 counties", "Pillar industry · 2006 SME clusters")),
        ("zh", ("9个市（州），60个县", "支柱产业 · 2006 中小企业集群")),
    ],
)
def test_the_card_of_the_province_says_its_priorities_by_rank(lang, words) -> None:
    chosen = State(lang, Filter(), None)
    text = unescape(render_card(CARDS["province"](chosen, "220000"), chosen))
    for word in words:
        assert word in text
    for phrase in load_table("specialities").query("place_kind == 'province'").phrase:
        assert phrase in text


@pytest.mark.parametrize(
    ("key", "lang", "words"),
    [
        ("sea-rason", "en", ("use restricted (2017-12-22)", "no: UN sanctions", "Via the port")),
        ("sea-rason", "zh", ("使用受限（2017-12-22）", "否：联合国对朝制裁限制使用")),
        ("rail-tonghua-old", "zh", ("已停用（2025-06-30）", "否：2025年6月30日停用")),
        (
            "sea-vladivostok",
            "zh",
            ("符拉迪沃斯托克（海参崴）港", "是：2023年6月1日起", "经珲春口岸"),
        ),
        ("research-jilin-university", "en", ("Research institution", "no: A research institution")),
        ("port-linjiang", "en", ("not known from a source read", "yes: A port of entry")),
    ],
)
def test_a_hub_says_whether_it_is_in_use_and_why_it_counts(key, lang, words) -> None:
    chosen = State(lang, Filter(), None)
    text = unescape(render_card(CARDS["hubs"](chosen, key), chosen))
    for word in words:
        assert word in text


def test_a_park_has_its_own_year_and_that_of_the_catalogue_side_by_side() -> None:
    card = read_park_card("jian-edz")
    assert ">1988<" in card
    assert "(S227025), approved 1993-11<" in card
    assert "214.09 ha (approved) · as of 2018" in card
    assert "500 ha (planned) · date not noted" in card
    assert "医药、采矿、食品" in card
    assert "集安经济开发区（S227025），1993-11批准" in read_park_card("jian-edz", "zh")


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


@pytest.mark.parametrize(("lang", "ask"), [("en", "Ask "), ("zh", "询问")])
@pytest.mark.parametrize("park", TRACED)
def test_a_park_says_what_is_promised_and_whom_to_ask(park: str, lang: str, ask: str) -> None:
    card = unescape(read_park_card(park, lang))
    rows = park_promises.select_incentives(PARKS.loc[park]).set_index("id")
    named = {key for key in INCENTIVES.index if f"<bdi>{INCENTIVES[f'name_{lang}'][key]}" in card}
    covering = rows.index[rows.covers]
    assert set(covering) == TRACED[park]
    assert named == {*covering[:MOST], *rows.index[~rows.covers & rows.value.notna()]}
    assert all(INCENTIVES.phrase[key] in card for key in named)
    assert f"{ask}{INSTITUTIONS[f'name_{lang}']['national-zones-2021-contact']}" in card
    assert "0431-85677437" in card
    assert park_promises.SEARCHED.isoformat() in card


def test_a_card_of_many_promises_stays_short_and_says_so() -> None:
    park = PARKS.loc["liaoyuan-socks"]
    rows = park_promises.select_incentives(park)
    card = unescape(read_park_card("liaoyuan-socks"))
    named = [key for key in rows.id if f"<bdi>{INCENTIVES.name_en[key]}" in card]
    assert named == rows.id[rows.covers].head(MOST).tolist()
    assert f"({int(rows.covers.sum())}, here the first {MOST})" in card


def test_a_title_stands_on_the_cards_of_its_place_and_its_park() -> None:
    chosen = State("en", Filter(), None)
    county = render_card(CARDS["counties"](chosen, "220622"), chosen)
    assert "China Changbaishan Jingyu Mineral Spring City (2000-07-03)" in county
    assert "No park: in no count and not on the map." in county
    # In both counties that it lies in, and in their prefectures.
    for layer, key in (("counties", "222426"), ("counties", "220621"), ("prefectures", "222400")):
        card = render_card(CARDS[layer](chosen, key), chosen)
        assert "Changbaishan Protection and Development Zone (2005-06-29)" in card
    assert "Tonghua Medicine City (2008-04)" in read_park_card("tonghua-pharma-hitech")
    assert "通化医药城（2008-04）" in read_park_card("tonghua-pharma-hitech", "zh")


def test_a_geocoded_park_says_how_far_it_may_be_off() -> None:
    assert "It may lie up to 7 km from there." in read_park_card("huadian-edz")
    assert "至多7公里" in read_park_card("huadian-edz", "zh")
    assert "may lie up to" not in read_park_card("jilin-etdz")


def test_a_park_says_on_whose_ground_it_lies() -> None:
    assert "Changchun New Area</bdi>" in read_park_card("changchun-hitech")
    assert ">Part of<" in read_park_card("changchun-hitech")
    assert ">Parks on its ground<" in read_park_card("changchun-new-area")
    assert ">The same zone as<" in read_park_card("changchun-rail-park")
    assert ">Part of<" not in read_park_card("changchun-etdz")


def test_a_park_outside_the_catalogue_says_nothing_of_it() -> None:
    assert "official catalogue of 2018" in read_park_card("changchun-etdz")
    assert "official catalogue" not in read_park_card("changchun-new-area")


def test_every_value_of_a_card_is_escaped() -> None:
    quote = Quote(HOSTILE, "zh", HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    source = Citation(HOSTILE, "en", "https://example.org/" + HOSTILE, HOSTILE)
    chip = Chip(HOSTILE, quotes=(quote,), phrases=(HOSTILE,), sources=(source,), details=(HOSTILE,))
    card = Card(
        CardHead(HOSTILE, "en", HOSTILE, (Badge(HOSTILE, HOSTILE),)),
        (Fact(HOSTILE, HOSTILE), Fact(HOSTILE, HOSTILE, HOSTILE, (quote,), (source,))),
        (
            Section(HOSTILE, (ChipGroup((chip,), HOSTILE),), ""),
            Section("", (), HOSTILE, HOSTILE, (Fact(HOSTILE, HOSTILE),)),
        ),
        HOSTILE,
    )
    text = render_card(card, State("en", Filter(), None))
    assert "<img" not in text
    assert text.count("&lt;img") == 37  # each value where it stands, links and looks included


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
