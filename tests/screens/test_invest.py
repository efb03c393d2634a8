"""The Invest page through Streamlit's own test runner."""

import csv
import json
import re
from dataclasses import replace
from io import BytesIO, StringIO

import numpy as np
import pytest
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from components import own_session
from geo.filters import Filter
from geo.i18n import translator
from geo.siting import ranking_files
from geo.siting.criteria import IDS
from geo.siting.own_rows import OwnRows
from geo.siting.question import make_question
from geo.siting.ranking import rank_parks
from geo.siting.wording.answer import Answer
from geo.siting.wording.park_comparison import compare_parks
from screens.invest import investor_report, parameters
from tests.screens.reader import arrived, follow, markdown, new, turn, untranslated, words


def opened(rows=None, **params: str) -> AppTest:
    """The page as a link opens it, in a session of its own; `rows` are the reader's own."""
    return follow(arrived("invest", rows), **({"industry": "auto-parts"} | params))


def table(app: AppTest):
    """Return the ranking's table twin."""
    return next(one.value for one in app.dataframe if "Rank" in one.value.columns)


def test_the_page_shows_what_the_ranking_holds() -> None:
    app, expected = opened(), rank_parks(make_question(industries=["auto-parts"])).table
    shown = table(app)
    assert shown["Rank"].tolist() == expected["rank"].tolist()
    assert shown["Score"].tolist() == expected.score.round(1).tolist()
    assert shown["Worst case"].tolist() == expected.worst.round(1).tolist()


def test_the_page_and_the_command_give_the_same_numbers(capsys) -> None:
    from geo.__main__ import main

    app = opened(
        belt="changchun-siping", invest_limits="rail_station<=30", invest_weights="logistics"
    )
    command = ["rank", "--industry", "auto-parts", "--preset", "logistics", "--format", "csv"]
    command += ["--limit", "belt=changchun-siping", "--limit", "rail_station<=30km"]
    assert main(command) == 0
    rows = list(csv.DictReader(StringIO(capsys.readouterr().out.lstrip("\ufeff"))))
    shown = table(app)
    assert shown["Name"].tolist() == [row["name_en"] for row in rows]
    for column, field in (("Score", "score"), ("Worst case", "worst"), ("Best case", "best")):
        assert shown[column].tolist() == [round(float(row[field]), 1) for row in rows]


def test_the_link_restores_every_choice() -> None:
    app = opened(
        belt="changchun-siping",
        invest_weights="rail_station:60,industry_fit:40",
        invest_limits="airport<=100;rail_station<=30",
        invest_ideals="area:500",
        invest_prefer="kind=high_tech",
        invest_radius="80",
        invest_shortlist="changchun-etdz.jilin-etdz",
        invest_part="compare",
    )
    assert app.number_input(key="invest-limit-rail_station").value == 30
    assert app.number_input(key="invest-limit-airport").value == 100
    assert app.slider(key="invest-slider-rail_station").value == 60
    assert app.number_input(key="invest-number-industry_fit").value == 40
    assert app.number_input(key="invest-ideal-area").value == 500
    assert app.number_input(key="invest-radius").value == 80
    assert app.multiselect(key="invest-kinds").value == ["high_tech"]
    assert {"invest-off-changchun-etdz", "invest-off-jilin-etdz"} <= {
        button.key for button in app.button
    }
    assert app.query_params["invest-version"] == "1"


def list_weights(app: AppTest) -> dict[str, float]:
    return {name: app.number_input(key=f"invest-number-{name}").value for name in IDS}


def test_a_weight_that_grows_takes_from_the_others_at_once() -> None:
    app = opened()
    before, ranked = list_weights(app), table(app)
    app.number_input(key="invest-number-airport").set_value(43.0).run()
    after = list_weights(app)
    assert (before["airport"], after["airport"]) == (5, 43)
    assert sum(after.values()) == 100
    assert after["industry_fit"] == 21  # 35 × 57 / 95
    assert not table(app).equals(ranked)
    assert "invest-weights" in app.query_params


def test_a_held_weight_gives_nothing() -> None:
    app = opened()
    app.button(key="invest-lock-industry_fit").click().run()
    assert app.query_params["invest-locked"] == "industry_fit"
    app.slider(key="invest-slider-airport").set_value(90.0).run()
    after = list_weights(app)
    assert (after["industry_fit"], after["airport"]) == (35, 65)
    assert sum(after.values()) == 100
    assert app.slider(key="invest-slider-industry_fit").disabled


def test_weights_of_an_old_link_are_brought_to_a_hundred_and_told() -> None:
    app = opened(invest_weights="airport:30,rail_station:10")
    after = list_weights(app)
    assert (after["airport"], after["rail_station"]) == (75, 25)
    assert any("totalled 40 %" in one.value for one in app.info)


def test_slider_and_number_hold_the_same_weight() -> None:
    app = opened()
    app.slider(key="invest-slider-airport").set_value(9.0).run()
    assert app.number_input(key="invest-number-airport").value == 9


def test_a_preset_sets_weights_and_gives_its_reason() -> None:
    app = opened()
    app.selectbox(key="invest-preset").select("exporter").run()
    assert app.slider(key="invest-slider-border_port").value == 20
    assert "Access to a border crossing or seaport matters most" in words(app)


@pytest.mark.parametrize(
    ("params", "part"),
    [
        ({"invest_weights": "rail_station:120,area:-20"}, "weights.area"),
        ({"invest_weights": "rail:100"}, "rail"),
        ({"invest_weights": "rail:1"}, "rail"),
        ({"invest_weights": "airport:1e308,rail_station:1e308"}, "weights.airport"),
        ({"invest_weights": "airport:1e-320"}, "weights.airport"),
        ({"invest_weights": "__import__('os')"}, "weights"),
        ({"invest_limits": "rail_station<30"}, "rail_station<30"),
        ({"invest_limits": "nothing<=30"}, "nothing"),
        ({"invest_limits": "belt=changchun-siping"}, "belt"),
        ({"invest_ideals": "area:x"}, "ideals"),
        ({"invest_prefer": "belt=nowhere"}, "prefer"),
        ({"invest_radius": "9999"}, "radius"),
        ({"v": "2"}, "2"),
        ({"invest_shortlist": "nowhere"}, "nowhere"),
    ],
)
def test_an_altered_link_is_told_by_name_and_the_default_holds(params, part) -> None:
    app = opened(**params)
    assert any(part in one.value.replace("\\", "") for one in app.warning)
    assert len(table(app)) == 109


def test_words_of_a_link_are_shown_and_never_rendered() -> None:
    app = opened(invest_weights="![x](http://example.org/x.png)")
    assert "](" not in app.warning[0].value


def test_limits_that_exclude_everything_say_which_to_loosen() -> None:
    app = opened(invest_limits="rail_station>=5000;airport<=100")
    assert "The limits exclude every park." in words(app)
    assert "Without “Distance to a railway station ≥ 5,000 km”" in words(app)
    app.button(key="invest-drop-rail_station>=5000").click().run()
    assert len(table(app)) > 0


def test_without_a_question_the_page_asks_and_ranks_nothing() -> None:
    app = opened(industry="")
    assert app.multiselect(key="invest-ask-industry").value == []
    assert not app.dataframe
    app.button(key="invest-ask-all").click().run()
    assert len(table(app)) == 109
    assert app.query_params["invest-ranked"] == "1"
    assert "No industry is chosen" in words(app)


def test_the_form_becomes_the_question_of_the_link() -> None:
    app = opened(industry="")
    app.multiselect(key="invest-ask-industry").set_value(["auto-parts"])
    app.button_group(key="invest-ask-belt").set_value(["changchun-siping"])
    app.button_group(key="invest-ask-near").set_value(["rail_station"])
    app.button(key="invest-ask-rank").click().run()
    limits = ["belt=changchun-siping", "rail_station<=30"]
    expected = rank_parks(make_question(industries=["auto-parts"], limits=limits)).table
    assert table(app)["Score"].tolist() == expected.score.round(1).tolist()
    assert app.query_params["belt"] == "changchun-siping"
    assert app.query_params["invest-limits"] == "rail_station<=30"
    assert "another page" not in words(app)
    assert "Auto parts; Belt: Changchun-Siping" in words(app)


def test_a_limit_of_another_page_is_told_and_can_be_dropped() -> None:
    app = follow(turn(new().run(), "explore"), belt="changchun-siping", industry="auto-parts")
    turn(app, "invest")
    assert "Taken along from another page: only Belt: Changchun-Siping" in words(app)
    assert len(table(app)) < 109
    app.button(key="invest-arrived-drop").click().run()
    assert "another page" not in words(app)
    assert len(table(app)) == 109


def test_a_limit_of_another_page_can_be_kept() -> None:
    app = follow(turn(new().run(), "explore"), belt="changchun-siping", industry="auto-parts")
    before = len(table(turn(app, "invest")))
    app.button(key="invest-arrived-keep").click().run()
    assert "another page" not in words(app)
    assert len(table(app)) == before < 109


def test_the_question_can_be_opened_and_closed() -> None:
    app = opened()
    assert app.button(key="invest-change").label == "Change the question"
    app.button(key="invest-change").click().run()
    assert app.button(key="invest-change").label == "Close the question"


def test_the_tray_counts_the_shortlist_and_compares_it() -> None:
    app = opened(invest_shortlist="jilin-etdz.changchun-etdz")
    assert "2 on the shortlist" in words(app)
    app.button(key="invest-tray-compare").click().run()
    assert app.query_params["invest-part"] == "compare"
    assert app.query_params["invest-shortlist"] == "jilin-etdz.changchun-etdz"
    assert "Contacts" in words(app)


def test_without_stars_the_tray_compares_the_first_three() -> None:
    app = opened()
    leading = rank_parks(make_question(industries=["auto-parts"])).table.index[:3]
    app.button(key="invest-tray-compare").click().run()
    assert app.query_params["invest-shortlist"] == ".".join(leading)


def test_comparing_pairs_warns_of_contradictions() -> None:
    app = opened()
    keys = [one.key for one in app.select_slider]
    assert len(keys) == 6  # four criteria
    for key, ratio in zip(keys[:3], (9.0, 1 / 9, 9.0), strict=True):
        app.select_slider(key=key).set_value(ratio)
    app.run()
    assert "Consistency ratio" in words(app)
    app.select_slider(key=keys[3]).set_value(9.0).run()
    assert "contradict" in words(app)
    app.button(key="invest-ahp-use").click().run()
    assert sum(list_weights(app).values()) == 100


@pytest.mark.parametrize("part", ["list", "safe", "compare", "similar", "criteria"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_part_opens_in_both_languages(part, lang) -> None:
    app = opened(invest_part=part, lang=lang, invest_shortlist="changchun-etdz.jilin-etdz")
    shown = app.button_group(key="invest-part")
    assert shown.value == part
    assert translator(lang)(f"invest.{part}") in shown.options
    assert untranslated(app, lang) == []


def test_notes_stay_while_the_tab_is_open() -> None:
    app = opened(invest_part="compare", invest_shortlist="changchun-etdz.jilin-etdz")
    app.text_area(key="invest-note-jilin-etdz").set_value("ask for plots").run()
    app.button(key="invest-off-changchun-etdz").click().run()
    assert app.text_area(key="invest-note-jilin-etdz").value == "ask for plots"


@pytest.mark.parametrize(("lang", "told"), [("en", "(yours)"), ("zh", "（您的）")])
def test_the_readers_rows_are_ranked_and_told_as_theirs(my_rows, lang, told) -> None:
    app = opened(my_rows, lang=lang)
    shown = next(one.value for one in app.dataframe if len(one.value) == 112)
    expected = rank_parks(make_question(industries=["auto-parts"]), own_rows=OwnRows(my_rows)).table
    assert shown.iloc[:, 2].tolist() == expected.score.round(1).tolist()
    names = shown.iloc[:, 1]
    assert names[names.str.endswith(told)].str.removesuffix(told).str.strip().tolist() == [
        my_rows.set_index("id").name_zh[one] for one in expected.index if one.startswith("own-")
    ]


@pytest.mark.parametrize("part", ["list", "safe", "compare", "similar", "criteria"])
def test_every_part_opens_for_a_row_of_the_readers(my_rows, part) -> None:
    app = opened(
        my_rows, invest_part=part, invest_shortlist="own-2.own-3.jilin-etdz",
        selected="parks.own-2", invest_limits="area>=100", level="national",
    )  # fmt: skip
    assert "Of these yours: 3." in words(app)
    assert "**Mine**" not in markdown(app)


def test_another_reader_sees_none_of_them(my_rows) -> None:
    before = table(opened())
    own_app = opened(my_rows)
    assert len(table(own_app)) == 112
    other = opened()
    assert table(other).equals(before)
    assert "yours" not in words(other)
    del own_app.session_state[own_session.KEY]
    assert table(own_app.run()).equals(before)


def test_a_link_to_a_row_of_another_session_is_told() -> None:
    app = opened(invest_shortlist="own-2", selected="parks.own-2")
    assert any("own-2" in one.value for one in app.warning)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_report_holds_the_readers_rows(my_rows, lang) -> None:
    own = OwnRows(my_rows)
    asked = make_question(industries=["auto-parts"])
    chosen = parameters.Choices(
        lang, Filter(industry=("auto-parts",)), None, shortlist=("own-2", "own-3"), own_rows=own
    )
    text = investor_report.write_report(
        chosen, rank_parks(asked, own_rows=own), "", {"own-3": "near the line"}
    )
    assert translator(lang)("{name} (yours)").format(name="**Mine** &lt;b&gt;") in text
    assert "汽车零部件" in text


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_printed_report_answers_first_and_shows_hostile_words_as_they_are(
    my_rows, lang
) -> None:
    own, note = OwnRows(my_rows), '#eval("1") $x$ *b* \\ </b> @ref [a]'
    asked = make_question(industries=["auto-parts"])
    ranking = rank_parks(asked, own_rows=own)
    chosen = parameters.Choices(
        lang, Filter(industry=("auto-parts",)), None, shortlist=("own-2", "own-3"), own_rows=own
    )
    link = f"http://localhost:8501/invest?industry=auto-parts&lang={lang}"
    pdf = PdfReader(BytesIO(investor_report.print_report(chosen, ranking, link, {"own-3": note})))
    sheets = [re.sub(r"\s+", "", sheet.extract_text()) for sheet in pdf.pages]
    named = Answer(ranking, lang, own).name_park(str(ranking.winner))
    for phrase in (named, f"{ranking.table.iloc[0].score:.1f}", link):
        assert re.sub(r"\s+", "", phrase) in sheets[0]
    whole = "".join(sheets)
    assert re.sub(r"\s+", "", note) in whole
    assert "**Mine**<b>" in whole
    assert all(f"{row}/{len(sheets)}" in sheet for row, sheet in enumerate(sheets, start=1))
    assert list_fonts(pdf)
    assert all(list_fonts(pdf).values())


def list_fonts(pdf: PdfReader) -> dict[str, bool]:
    """Return each font of a PDF and whether it is inside."""
    fonts = {}
    for sheet in pdf.pages:
        for font in sheet["/Resources"]["/Font"].values():
            inner = font.get_object().get("/DescendantFonts", [font])[0].get_object()
            descriptor = inner["/FontDescriptor"].get_object()
            fonts[str(inner["/BaseFont"])] = any(f"/FontFile{n}" in descriptor for n in ("", 2, 3))
    return fonts


def test_exports_tell_whose_a_row_is(my_rows) -> None:
    asked = make_question(industries=["auto-parts"])
    text = ranking_files.to_csv(rank_parks(asked, own_rows=OwnRows(my_rows))).decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text)))
    assert {row["id"] for row in rows if row["own"] == "True"} == set(my_rows.id)
    assert {row["id"] for row in rows if row["status"] == "own"} == set(my_rows.id)
    features = json.loads(ranking_files.to_geojson(rank_parks(asked, own_rows=OwnRows(my_rows))))[
        "features"
    ]
    assert {one["id"] for one in features if one["properties"]["own"]} == set(my_rows.id)
    heading, _ = ranking_files.to_csv(rank_parks(asked)).decode("utf-8-sig").split("\n", 1)
    assert "own" not in heading.strip().split(",")


def test_the_best_of_a_comparison_does_not_hang_on_the_last_bits() -> None:
    ranking = rank_parks(make_question(industries=["auto-parts"]))
    middle, parks = ranking.scaled.middle, tuple(ranking.table.index[:6])
    noise = 1e-13 * np.random.default_rng(1).choice([-1, 0, 1], size=middle.shape)
    noisy = replace(ranking, scaled=replace(ranking.scaled, middle=middle + noise))
    exact, other = (
        [
            (row["differ"], [(cell["best"], span) for cell, span in row["cells"]])
            for row in compare_parks(Answer(answer, "en"), parks)["rows"]
        ]
        for answer in (ranking, noisy)
    )
    assert exact == other
