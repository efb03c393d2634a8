"""Everything is found by characters, pinyin, initials, English and aliases."""

import pytest

from geo.search import (
    KINDS,
    STATED,
    build_index,
    fold_text,
    hits_by_key,
    is_in_atlas,
    is_stated,
    list_spellings,
    search_atlas,
)
from geo.tables import load_table


def first(text: str) -> tuple[str, str]:
    return (found[0].layer, found[0].id) if (found := search_atlas(text)) else ("", "")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("长春", ("prefectures", "220100")),
        ("changchun", ("prefectures", "220100")),
        ("CHANG CHUN", ("prefectures", "220100")),
        ("珲春市", ("counties", "222404")),
        ("hunchun", ("counties", "222404")),
        ("222404", ("counties", "222404")),
        ("公主岭", ("counties", "220184")),
        ("gzl", ("counties", "220184")),
        ("Gongzhuling City", ("counties", "220184")),
        ("九台市", ("counties", "220113")),
        ("badaojiang", ("counties", "220602")),
        ("Lüyuan", ("counties", "220106")),
        ("luyuan", ("counties", "220106")),
        ("长春经开区", ("parks", "changchun-etdz")),
        ("ccjkq", ("parks", "changchun-etdz")),
        ("changchun-etdz", ("parks", "changchun-etdz")),
        ("矿泉水", ("industries", "mineral-water")),
        ("mineral water", ("industries", "mineral-water")),
        ("kuangquanshui", ("industries", "mineral-water")),
        ("kqs", ("industries", "mineral-water")),
        ("通化医药", ("clusters", "tonghua-pharmaceuticals")),
        ("中国矿泉城", ("brands", "china-mineral-spring-city")),
        ("圈河", ("hubs", "port-quanhe")),
        ("Longjia International Airport", ("hubs", "airport-cgq")),
        ("图们江", ("belts", "changchun-jilin-tumen")),
    ],
)
def test_found(text: str, wanted: tuple[str, str]) -> None:
    assert first(text) == wanted


@pytest.mark.parametrize(
    "text", ["", "   ", "…", "<img src=x onerror=alert(1)>", "qqqqqq", "'; --"]
)
def test_nothing_found(text: str) -> None:
    assert search_atlas(text) == []


def test_exact_names_come_before_beginnings_before_parts() -> None:
    found = [hit.name_zh for hit in search_atlas("吉林", limit=100)]
    assert found[0] in {"吉林市", "吉林省"}
    starts = [name.startswith("吉林") for name in found if "吉林" in name]
    assert starts == sorted(starts, reverse=True)


def test_no_more_than_asked_for() -> None:
    assert len(search_atlas("c")) == 20
    assert len(search_atlas("c", limit=3)) == 3
    assert search_atlas("c")[:3] == search_atlas("c", limit=3)


@pytest.mark.parametrize("layer", KINDS)
def test_every_name_finds_its_thing(layer: str) -> None:
    for entry in (entry for entry in build_index() if entry.hit.layer == layer):
        for name in (entry.hit.name_zh, entry.hit.name_en, entry.designation or entry.hit.id):
            assert entry.hit in search_atlas(name, limit=1000), (layer, entry.hit.id, name)


def test_what_is_no_park_opens_the_place_that_tells_of_it() -> None:
    hit = search_atlas("靖宇矿泉水产业园", limit=1)[0]
    assert (hit.layer, hit.id, hit.name_zh) == ("counties", "220622", "中国长白山靖宇矿泉城")
    assert hits_by_key()["counties", "220622"].name_zh == "靖宇县"  # the place keeps its name
    assert not is_in_atlas("parks", "jingyu-water")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("商务厅", ("institutions", "national-zones-2021-contact")),
        ("Department of Commerce", ("institutions", "national-zones-2021-contact")),
        ("省工业和信息化厅", ("institutions", "characteristic-parks-fairs-industry-department")),
        ("股息红利", ("incentives", "characteristic-parks-dividends")),
        ("dividends exempt", ("incentives", "characteristic-parks-dividends")),
        ("环境影响评价", ("requirements", "characteristic-parks-environmental-assessment")),
        ("environmental impact", ("requirements", "characteristic-parks-environmental-assessment")),
        ("第三方物流", ("measures", "characteristic-parks-third-party-logistics")),
        ("third-party logistics", ("measures", "characteristic-parks-third-party-logistics")),
    ],
)
def test_what_documents_state_is_found(text: str, wanted: tuple[str, str]) -> None:
    assert first(text) == wanted


@pytest.mark.parametrize("table", STATED)
def test_every_statement_is_found_by_both_names_and_selected_by_none(table: str) -> None:
    entries = [entry.hit for entry in build_index() if entry.hit.layer == table]
    rows = load_table(table)
    assert len(entries) == rows["body" if table == "institutions" else "id"].nunique()
    for hit in entries:
        assert hit in search_atlas(hit.name_zh, limit=1000)
        assert hit in search_atlas(hit.name_en, limit=1000)
        assert is_stated(table, hit.id)
        assert not is_in_atlas(table, hit.id)
    assert not is_stated(table, "no-such")
    assert not is_stated("parks", "changchun-etdz")


def test_spellings() -> None:
    assert list_spellings(["长春市"]) == ("长春市", "changchunshi", "ccs")
    assert list_spellings(["Auto parts"]) == ("autoparts", "ap")
    assert list_spellings(["", "·"]) == ()


def test_folding() -> None:
    assert fold_text("Ji'an  County") == fold_text("jian-county") == "jiancounty"
    assert fold_text("ＬüYuan") == "luyuan"


def test_known_things() -> None:
    assert is_in_atlas("parks", "changchun-etdz")
    assert not is_in_atlas("parks", "220100")
    assert not is_in_atlas("moons", "changchun-etdz")
    assert sum(is_in_atlas("parks", park) for park in load_table("parks").id) == 122
