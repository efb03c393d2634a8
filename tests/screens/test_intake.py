"""Bringing one's own data, without a browser: from the file to filters, table and counts."""

import gc

import pytest
from streamlit.testing.v1 import AppTest

from components import own_session
from geo import store
from geo.ground import count_parks
from geo.i18n import translator
from geo.paths import ROOT
from layers.own_payload import find_asset, offer_layer
from screens.data.own_data import own_section, reading_summary, row_verdicts
from screens.data.own_data.own_file import KEY, OwnFile
from tests.screens.reader import html, new, turn, words

FIXTURES = ROOT / "tests" / "fixtures"


def brought(name: str, lang: str = "en", data: bytes | None = None) -> AppTest:
    """The section with a file that was just uploaded."""
    app = new()
    app.session_state[KEY] = OwnFile(name, data or (FIXTURES / name).read_bytes())
    app.query_params["lang"] = lang
    app.run()
    return at_section(app)


def at_section(app: AppTest) -> AppTest:
    turn(app, "data")
    app.query_params["data-part"] = "own"
    app.run()
    assert not app.exception
    return app


def system(app: AppTest, name: str) -> AppTest:
    app.button_group(key="intake-system").set_value(name).run()
    assert not app.exception
    return app


def figures(app: AppTest) -> list[str]:
    return [one.value for one in app.metric]


def test_nothing_is_used_before_the_system_is_named() -> None:
    app = brought("forty-sites-gcj02.xlsx")
    assert "it is not guessed" in words(app)
    assert "not used until you say it" in words(app)
    assert own_session.KEY not in app.session_state
    assert not app.metric
    app.button(key="intake-hint").click().run()  # it says: with GCJ-02 they fit
    assert len(app.session_state[own_session.KEY].frame) == 40
    assert "the points moved by about" in words(app)
    assert app.selectbox(key="intake-role-lon").value == "经度"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_wrong_system_is_told_and_mended_by_a_click(lang: str) -> None:
    app = system(brought("forty-sites-gcj02.xlsx", lang), "WGS 84")
    assert figures(app)[:2] == ["41", "40"]
    assert "GCJ-02" in app.warning[0].value
    app.button(key="intake-hint").click().run()
    assert not app.warning
    assert app.session_state[KEY].interpretation.system == "GCJ-02"


def test_the_rows_stand_among_the_parks_until_they_are_forgotten() -> None:
    app = system(brought("forty-sites-gcj02.xlsx"), "GCJ-02")
    app.button(key="intake-drop").click().run()
    assert own_session.KEY not in app.session_state
    app.button(key="intake-use").click().run()
    turn(app, "explore")
    assert not app.exception
    ours = count_parks(store.load_layer("parks").query("status == 'verified'"))
    assert f'<p class="explore-sentence" data-spoken>{ours + 40} of {ours + 40} parks' in html(app)
    assert "of them yours" in html(app)
    assert "Your data" in set(app.dataframe[-1].value["Kind"].dropna())
    app.query_params["prefecture"] = "222400"
    app.run()
    assert not app.exception
    at_section(app).button(key="intake-forget").click().run()
    assert KEY not in app.session_state
    turn(app, "explore")
    assert not any("of them yours" in one.value for one in app.caption)


def test_problems_are_told_with_line_and_remedy() -> None:
    app = system(brought("faults-gb18030.csv"), "WGS 84")
    shown = next(one.value for one in app.dataframe if "Remedy" in one.value)
    assert shown.Line.tolist() == [3, 4, 5, 6, 8, 10, 11, 12]
    assert figures(app) == ["11", "4", "1", "7"]
    app.button(key="intake-swap").click().run()
    assert figures(app) == ["11", "5", "1", "6"]


def test_a_word_can_be_given_another_meaning() -> None:
    app = system(brought("faults-gb18030.csv"), "WGS 84")
    app.selectbox(key="intake-word-<script>").set_value("mineral-water").run()
    assert not app.exception
    assert app.session_state[KEY].interpretation.meanings == {"<script>": "mineral-water"}
    assert "industry" not in set(app.session_state[KEY].verdicts.problems.code)


def test_rows_without_a_point_of_their_own_have_no_shift_to_show() -> None:
    data = "名称,经度,纬度,区县\n甲,,,抚松县\n乙,,,绿园区\n".encode()
    app = system(brought("a.csv", data=data), "GCJ-02")
    assert figures(app) == ["2", "2", "2", "0"]
    assert len(app.session_state[own_session.KEY].frame) == 2
    assert "the points moved by about" not in words(app)


def test_the_points_as_written_follow_the_columns() -> None:
    data = "名称,经度,纬度,x2,y2\n甲,125.3,43.9,126.5,43.8\n".encode()
    app = brought("a.csv", data=data)
    assert app.session_state[KEY].as_written.frame.lon.tolist() == [125.3]
    app.selectbox(key="intake-role-lon").set_value("x2").run()
    app.selectbox(key="intake-role-lat").set_value("y2").run()
    assert not app.exception
    assert app.session_state[KEY].as_written.frame.lon.tolist() == [126.5]


def test_a_map_that_is_late_still_finds_the_rows_that_it_was_given() -> None:
    app = brought("forty-sites-gcj02.xlsx")
    given = offer_layer(app.session_state[KEY].as_written).path
    system(app, "GCJ-02")
    gc.collect()
    assert app.session_state[KEY].as_written is None
    assert find_asset(given) is not None
    app.button(key="intake-forget").click().run()
    gc.collect()
    assert find_asset(given) is None


def test_a_word_that_nobody_knows_is_asked_about() -> None:
    app = system(
        brought("a.csv", data="名称,经度,纬度,产业\n甲,125.3,43.9,化工\n".encode()), "WGS 84"
    )
    app.button(key="intake-suggested-化工-petrochemicals").click().run()
    assert app.session_state[KEY].interpretation.meanings == {"化工": "petrochemicals"}
    assert app.session_state[own_session.KEY].frame.industries[0] == ("petrochemicals",)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_sample_file_is_read_whole(lang: str) -> None:
    sample = ROOT / f"screens/data/own_data/sample_{lang}.csv"
    app = system(brought(sample.name, lang, sample.read_bytes()), "WGS 84")
    assert figures(app) == ["3", "3", "1", "0"]
    assert app.session_state[KEY].verdicts.problems.empty
    assert sample.read_text("utf-8").count({"zh": "虚构", "en": "made up"}[lang]) == 3


def test_areas_are_repaired_by_a_click() -> None:
    app = brought("sites-cgcs2000.gpkg")
    app.selectbox(key="intake-part").set_value("面").run()
    assert figures(app)[1] == "5"
    app.button(key="intake-repair").click().run()
    assert figures(app)[1] == "6"


def test_a_file_can_be_read_otherwise() -> None:
    app = brought("a.csv", data="名稱,經度,緯度\n長春一號,125.3,43.9\n".encode("big5"))
    app.selectbox(key="intake-encoding").set_value("big5").run()
    assert not app.exception
    assert "名稱" in app.session_state[KEY].upload.cells


@pytest.mark.parametrize(("lang", "words_"), [("zh", "压缩包"), ("en", "archive")])
def test_a_refusal_is_told_in_the_readers_language(lang: str, words_: str) -> None:
    app = brought("a.xlsx", lang, b"PK no archive")
    assert words_ in app.error[0].value
    app.button(key="intake-forget").click().run()
    assert not app.error


def test_an_epsg_code_is_asked_for() -> None:
    app = brought("a.csv", data="名称,X,Y\n甲,42445937,4859497\n".encode())
    system(app, "EPSG")
    app.text_input(key="intake-epsg").set_value("4530").run()
    assert not app.exception
    assert app.session_state[KEY].interpretation.system == "EPSG:4530"
    assert figures(app)[1] == "1"


def test_what_code_looks_up_is_translated() -> None:
    say = translator("zh")
    tables = (own_section.QUESTIONS, row_verdicts.HINTS, reading_summary.SEPARATORS)
    listed = [words for one in tables for words in one.values()]
    listed += [words for pair in row_verdicts.OFFERS.values() for words in pair]
    assert [one for one in listed if say(one) == one] == []
