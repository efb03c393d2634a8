"""Names of places, industries and documents, in both languages."""

import math

import pytest

from geo import names
from geo.tables import load_table

LANGUAGES = ("zh", "en")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_has_a_name(lang: str) -> None:
    for code in load_table("places").adcode:
        assert names.name_place(code, lang)
    for belt in load_table("belts").id:
        assert names.name_place(belt, lang)
    for industry in (*load_table("industries").id, *load_table("sectors").id):
        assert names.name_industry(industry, lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_parks_are_told_apart_by_their_short_names(lang: str) -> None:
    parks = load_table("parks")
    full_names = parks.name_zh if lang == "zh" else parks.name_en
    short_names = [names.shorten_park_name(name, lang) for name in full_names]
    assert len(set(short_names)) == len(parks)
    assert max(map(len, short_names)) < max(map(len, full_names))


@pytest.mark.parametrize(("lang", "word"), [("en", "unknown"), ("zh", "未知")])
@pytest.mark.parametrize("missing", [None, math.nan])
def test_no_place_is_unknown(lang: str, word: str, missing: None) -> None:
    assert names.name_place(missing, lang) == word


def test_a_wrong_id_is_an_error() -> None:
    with pytest.raises(KeyError):
        names.name_place("229999", "en")
    with pytest.raises(KeyError):
        names.name_industry("moonshine", "en")


def test_names_are_joined_as_the_language_joins_them() -> None:
    assert names.join_industries(("auto-parts", "textiles"), "zh") == "汽车零部件、纺织"
    assert names.join_industries((), "zh") == ""


def test_a_text_that_is_missing_is_empty() -> None:
    members = load_table("belt_members")
    silent = members[members.note_en.isna()].iloc[0]
    assert names.get_text(silent, "note", "en") == ""
