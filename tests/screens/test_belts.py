"""The belts page without a browser: every part, both languages, links that restore."""

import re
from functools import partial

import pytest

from geo.belts import belt_profiles, corridors
from geo.filters import list_options
from geo.tables import load_table
from tests.screens import reader
from tests.screens.reader import arrived, follow, html, plain, untranslated, words

WEST = "changchun-songyuan-baicheng"
PARTS = ("profile", "compare", "overlap")
opened = partial(reader.opened, "belts")


@pytest.mark.parametrize("part", PARTS)
def test_every_word_is_in_english(part: str) -> None:
    assert not re.findall(r"[\u4e00-\u9fff]+", plain(opened("en", belts_part=part)))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("part", PARTS)
def test_no_message_is_left_untranslated(part: str, lang: str) -> None:
    assert untranslated(opened(lang, belts_part=part), lang) == []


def test_the_answer_is_a_range_of_verified_parks() -> None:
    app = opened(belts_belt=WEST, belts_width="40")
    near = belt_profiles.count_corridor_reach("parks", WEST, 40)
    assert f"<strong>{near.certain}–{near.most}</strong>" in html(app)
    assert f"of {near.total} verified parks lie within 40 km" in html(app)


@pytest.mark.parametrize(
    ("belt", "role", "words"),
    [
        ("changchun-jilin-tumen", "Pillar industries", "mainly developing pillar industries"),
        ("changchun-siping", "Basic industries", "mainly developing basic industries"),
        (WEST, "no kind of industries is stated", ""),
    ],
)
def test_a_belt_says_what_it_is_to_develop_and_where_it_begins(
    belt: str, role: str, words: str
) -> None:
    text = html(opened(belts_belt=belt))
    assert role in text
    assert words in text
    assert "taking Changchun as the core point" in text


def test_areas_beside_the_belts_are_named() -> None:
    text = html(opened())
    for name in load_table("areas").name_en:
        assert name in text


def test_the_roles_of_belts_stand_side_by_side() -> None:
    text = html(opened(belts_part="compare", belts_compared="changchun-jilin-tumen." + WEST))
    assert re.search(r"Mainly to develop.*?Pillar industries.*?–", text, re.DOTALL)


def test_the_slider_and_the_number_are_one_choice() -> None:
    app = opened(belts_belt=WEST, belts_width="25")
    assert app.slider[0].value == 25
    app.number_input[0].set_value(30.0).run()
    assert app.slider[0].value == 30
    assert app.query_params["belts-width"] == "30"
    near = belt_profiles.count_corridor_reach("parks", WEST, 30)
    assert f"<strong>{near.certain}–{near.most}</strong>" in html(app)


@pytest.mark.parametrize("width", ["9", "81", "-1", "wide", "nan", "inf", "1e9"])
def test_a_width_out_of_range_falls_back_with_a_notice(width: str) -> None:
    app = opened(belts_belt=WEST, belts_width=width)
    assert app.slider[0].value == 40
    assert width in app.warning[0].value
    assert "belts-width" not in app.query_params


def test_an_unknown_belt_falls_back_with_a_notice() -> None:
    app = opened(belts_belt="changchun-atlantis")
    assert "changchun-atlantis" in app.warning[0].value
    assert app.session_state["belts-belt"] == list_options("belt")[0]


def test_a_comparison_of_one_belt_falls_back_to_the_first_two() -> None:
    app = opened(belts_part="compare", belts_compared=WEST)
    assert app.session_state["belts-compared"] == list(list_options("belt"))[:2]
    assert app.warning


def test_the_link_of_a_comparison_restores_it() -> None:
    app = opened(
        belts_part="compare",
        belts_compared=f"{WEST}.changchun-siping",
        belts_width="20",
        belts_differing="1",
    )
    assert app.session_state["belts-compared"] == ["changchun-siping", WEST]
    screen = re.sub('<table class="atlas-printed.*?</table>', "", html(app), flags=re.DOTALL)
    assert screen.count('<th scope="col">') == 2
    assert "Garments" in html(app)
    assert "Auto parts" not in html(app)  # stated for both


def test_that_the_original_is_lost_is_said_once_in_the_head() -> None:
    text = html(opened("zh", belts_belt="changchun-siping"))
    assert text.count("原文已佚，官方英译") == 1


def test_every_statement_of_a_belt_opens_its_quotation() -> None:
    text = html(opened(belts_belt="changchun-siping"))
    for fact in (
        belt_profiles.select_belt_claims().query("place == 'changchun-siping'").itertuples()
    ):
        assert f"<mark>{fact.phrase}</mark>" in text


def test_changchun_is_in_more_than_one_belt_and_textiles_in_two() -> None:
    app = opened(belts_part="overlap")
    assert "Changchun belongs to 4 of 4 belts" in words(app)
    table = next(one.value for one in app.dataframe if "Industry" in one.value)
    assert table.set_index("Industry")["Belts"]["Textiles (general)"] == 2


def test_unverified_parks_are_counted_apart() -> None:
    without, text = html(opened(belts_belt=WEST)), html(opened(belts_belt=WEST, unverified="1"))
    assert "unverified" not in without
    assert "Of 13 unverified parks, in no count above" in text
    near = belt_profiles.count_corridor_reach("parks", WEST, 40)
    assert f"<strong>{near.certain}–{near.most}</strong>" in text


def test_the_tables_hold_what_the_map_shows() -> None:
    app = opened(belts_belt=WEST)
    found = corridors.judge_layer("parks", WEST, 40)
    near = belt_profiles.count_corridor_reach("parks", WEST, 40)
    shown = next(one.value for one in app.dataframe if "Recorded point inside" in one.value)
    counted = shown[~shown["Status"].str.endswith("ground counted once")]
    assert len(counted) == near.most < len(shown)
    assert (counted["In the buffer"] == "certain").sum() == near.certain
    assert len(found) > len(shown)


def test_the_readers_rows_count_and_are_counted_apart(my_rows) -> None:
    near = belt_profiles.count_corridor_reach("parks", WEST, 40)
    app = follow(arrived("belts", my_rows), belts_belt=WEST, belts_width="40")
    # The site in Changchun is certainly inside, its county possibly, Changbai not.
    assert f"<strong>{near.certain + 1}–{near.most + 2}</strong>" in html(app)
    assert f"of {near.total + 3} parks, 3 of them yours, lie within 40 km" in html(app)
    assert html(app).count("(of these yours: 1)</dd>") == 3
    table = next(one.value for one in app.dataframe if "Recorded point inside" in one.value)
    own_parks = table[table.Name.str.endswith("(yours)")]
    assert dict(zip(own_parks.Name, own_parks["In the buffer"], strict=True)) == {
        "**Mine** <b> (yours)": "certain",
        "Second (yours)": "possible",
    }


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_comparison_and_overlap_tell_the_readers_rows(my_rows, lang: str) -> None:
    told = {"en": "Your own rows", "zh": "自有数据"}[lang]
    assert told in words(follow(arrived("belts", my_rows), lang, belts_part="compare"))
    told = {"en": "Of your rows", "zh": "自有数据中"}[lang]
    assert told in words(follow(arrived("belts", my_rows), lang, belts_part="overlap"))


def test_another_reader_of_the_belts_sees_none_of_them(my_rows) -> None:
    before = html(opened(belts_belt=WEST, belts_width="40"))
    follow(arrived("belts", my_rows), belts_belt=WEST, belts_width="40")
    assert html(opened(belts_belt=WEST, belts_width="40")) == before
    assert "yours" not in before
