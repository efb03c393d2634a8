"""A reader's own rows are found by their names, whoever they are and however many."""

import gc
import weakref

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.intake.name_index import NameIndex
from geo.search import build_index, fold_text, list_spellings, search_atlas

OWN_NAMES = [
    "长春一号地块",
    "Polar Foods Jilin",
    "重庆路仓库",
    "长春市",
    "甲",
    "<b>甲</b> 厂",
    "Café Nord",
]


def make_index(names: list[str] = OWN_NAMES) -> NameIndex:
    return NameIndex([f"own-{line}" for line in range(2, len(names) + 2)], names)


def found(text: str, limit: int = 9) -> list[str]:
    return [hit.name_zh for _, hit in make_index().find_hits(fold_text(text), limit)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("一号地", "长春一号地块"),
        ("changchunyihao", "长春一号地块"),
        ("Chang Chun Yi", "长春一号地块"),
        ("ccyhdk", "长春一号地块"),
        ("chongqinglu", "重庆路仓库"),
        ("foods", "Polar Foods Jilin"),
        ("PFJ", "Polar Foods Jilin"),
        ("cafe nord", "Café Nord"),
        ("b甲", "<b>甲</b> 厂"),
    ],
)
def test_found(text: str, wanted: str) -> None:
    assert found(text) == [wanted]


def test_exact_names_come_before_beginnings_before_parts() -> None:
    assert found("甲") == ["甲", "<b>甲</b> 厂"]
    assert found("changchun") == ["长春市", "长春一号地块"]
    assert found("qqqq") == []


def test_beside_ours_the_exact_name_leads_and_of_equals_ours() -> None:
    index = make_index(["长春", "长春市", "长春经济技术开发区东"])
    told = [
        (hit.name_zh, hit.id.startswith("own-"))
        for hit in search_atlas("长春市", 50, index.find_hits)
    ]
    assert told[:2] == [("长春市", False), ("长春市", True)]
    assert not any(hit.id.startswith("own-") for hit in search_atlas("长春"))


def test_many_rows_of_one_name_are_found_no_further_than_asked() -> None:
    many = make_index(["甲工厂"] * 5000)
    assert [hit.id for _, hit in many.find_hits("jiagongchang", 3)] == ["own-2", "own-3", "own-4"]


ATLAS_NAMES = [entry.hit.name_zh for entry in build_index()]


def test_names_are_spelled_as_the_atlas_spells_its_own() -> None:
    index = make_index(ATLAS_NAMES)
    for row, name in enumerate(ATLAS_NAMES):
        for spelled in list_spellings([name]):
            hits = {hit.id for _, hit in index.find_hits(spelled, len(ATLAS_NAMES))}
            assert f"own-{row + 2}" in hits, (name, spelled)


SIGNS = st.text(st.sampled_from("长春吉aB1é\n\t·（-"), max_size=6)


@given(st.lists(SIGNS, max_size=8), SIGNS.map(fold_text).filter(bool))
def test_it_finds_what_a_walk_through_all_finds(names: list[str], wanted: str) -> None:
    ranks = {}
    for row, name in enumerate(names):
        held = [one for one in list_spellings([name]) if wanted in one]
        if held:
            kinds = [(0 if s == wanted else 1 if s.startswith(wanted) else 2, len(s)) for s in held]
            ranks[f"own-{row + 2}"] = min(kinds)
    hits = make_index(names).find_hits(wanted, 99)
    assert {hit.id: rank for rank, hit in hits} == ranks
    assert [rank for rank, _ in hits] == sorted(ranks.values())
    best = make_index(names).find_hits(wanted, 2)
    assert [rank for rank, _ in best] == sorted(ranks.values())[:2]


def test_nothing_is_worked_out_before_it_is_asked_and_nothing_stays() -> None:
    index = make_index()
    assert not {"_written", "_sounded"} & set(vars(index))
    index.find_hits("甲", 5)
    assert "_sounded" not in vars(index)
    index.find_hits("jia", 5)
    gone = weakref.ref(vars(index)["_sounded"])
    del index
    gc.collect()
    assert gone() is None
