"""The industries page without a browser: every section, both languages, links that restore."""

import re
from functools import partial
from statistics import median
from time import process_time

import numpy as np
import pytest
from pandas import DataFrame

from screens.industries import emphasis_section, likeness_tables
from screens.industries.matrix_marks import list_keys, list_named, mark_cells
from tests.screens import reader
from tests.screens.reader import html, untranslated, words

SECTIONS = ("matrix", "timeline", "likeness", "emphasis", "gaps")  # of a place and an industry
opened = partial(reader.opened, "industries")


def marks(item: str, place: str, *, counties: bool = False, lang: str = "en") -> str:
    cells = mark_cells("industry", counties, "documents", lang)
    return " ".join(mark.text for mark in cells[item][place])


def test_a_cell_says_which_documents_and_never_doubts_an_undated_one() -> None:
    assert marks("heat-exchangers", "220300") == "06 n.d. 15"
    assert marks("heat-exchangers", "220300", lang="zh") == "06 无 15"
    assert marks("heat-exchangers", "changchun-siping") == "13"
    assert marks("socks", "220500") == "(n.d.)"  # disputed: shown, not counted


def test_each_document_has_a_colour_and_a_text_of_its_own_in_the_key() -> None:
    keys = list_keys("en")
    assert [key["text"] for key in keys] == ["06", "n.d.", "13", "15"]
    assert len({key["colour"] for key in keys}) == len(keys)


@pytest.mark.parametrize(
    ("ranks", "n", "some"),
    [
        ("", 32, "carbon fiber"),
        ("pillar", 3, "汽车"),
        ("advantage.special", 7, "光电子"),
        ("pillar_or_advantage", 7, "rail buses"),
        ("unranked", 15, "软件开发"),
    ],
)
def test_the_priorities_of_the_province_are_shown_by_rank(ranks: str, n: int, some: str) -> None:
    app = opened(industries_part="province", industries_ranks=ranks)
    shown = app.dataframe[-1].value
    assert len(shown) == n
    assert any(some in phrase for phrase in shown["Phrase as written"])
    assert html(app).count('class="atlas-chip"') == len(
        shown[["Industry", "Rank in the document", "Document"]].drop_duplicates()
    )


def test_an_industry_says_what_it_is_to_the_province() -> None:
    text = html(opened(industries_item="textiles-general"))
    assert re.search(
        r"For the whole province: Textiles.*?Special industry</bdi></b> <small>2006",
        text,
        re.DOTALL,
    )


def test_asked_for_an_industry_alone_it_answers_for_all_places_with_the_sentences() -> None:
    text = html(opened(industries_item="textiles-general"))
    answer = re.search(r"<dt>Belts that claim.*?</dd>", text, re.DOTALL)
    assert answer is not None
    names = re.findall(r"<bdi>(.*?)</bdi></b> <small>(.*?)</small>", answer[0])
    assert names == [
        ("Changchun-Liaoyuan-Tonghua-Baishan", "2013"),
        ("Changchun-Songyuan-Baicheng", "2013"),
    ]
    belts = re.search(r"All belts that claim it.*?</section>", text, re.DOTALL)
    assert belts is not None
    assert "<details" not in belts[0]
    assert belts[0].count("<mark>textiles</mark>") == 2


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_answers_without_a_place(section: str) -> None:
    app = opened(industries_part=section, industries_item="mineral-water")
    assert app.selectbox(key="industries-place").value == "all"
    assert "Mineral water" in words(app) or "Food processing" in words(app)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("section", [*SECTIONS, "province"])
def test_no_message_is_left_untranslated(section: str, lang: str) -> None:
    assert untranslated(opened(lang, industries_part=section), lang) == []


def test_agreement_is_counted_of_the_documents_that_speak_of_a_place() -> None:
    cells = mark_cells("industry", False, "agreement", "en")
    assert cells["heat-exchangers"]["220300"][0].text == "3/3"
    assert cells["mineral-water"]["220600"][0].text == "2/2"
    assert "Named by 3 of the 3 documents" in html(
        opened(industries_place="220300", industries_item="heat-exchangers")
    )


def test_sector_level_carries_the_choice_along() -> None:
    app = opened(industries_item="socks", industries_by="sector")
    assert "Textiles" in html(app)
    assert "All belts that claim it · 2" in html(app)


def test_counties_count_only_when_asked_for_and_are_marked() -> None:
    assert "stone" not in list_named("industry", counties=False)
    app = opened(industries_counties="1", industries_place="220200", industries_item="stone")
    assert marks("stone", "220200", counties=True) == "06c"
    assert "Jiaohe" in words(app)


def test_what_the_2015_document_dropped_for_siping() -> None:
    app = opened(industries_part="timeline", industries_place="220300")
    text = html(app)
    assert "called no drop, because the order of the two is not known" in text
    assert "Glass and glass products" in text
    changes = app.dataframe[0].value
    assert not (changes.Change == "no longer names").any()
    undated = changes[changes.Document == "undated"]
    assert set(undated.Date) == {"undated"}


def test_which_prefectures_most_resemble_jilin_city() -> None:
    text = html(opened(industries_part="likeness", industries_place="220200"))
    first = re.findall(r"<tr><th scope=.row.>(.*?)</tr>", text, re.DOTALL)[0]
    assert first.startswith("Baicheng")
    assert "<b>.15 =</b> 2 of 13 names shared" in first
    assert "Energy equipment" not in first  # named for Baicheng alone
    assert "Building materials, Food processing (general)" in first


def test_an_unknown_is_not_shown_as_a_gap() -> None:
    baicheng = opened(industries_part="gaps", industries_place="220800")
    assert "8 verified parks there and knows the industries of 6" in words(baicheng)
    findings = baicheng.dataframe[0].value.Finding
    assert not findings.str.startswith("gap").any()
    assert (findings == "cannot be said").any()
    baishan = opened(industries_part="gaps", industries_place="220600").dataframe[0].value.Finding
    assert findings.size
    assert baishan.str.startswith("gap").sum() == 2


def test_the_index_shows_its_n_and_what_cannot_be_computed() -> None:
    text = words(opened(industries_part="emphasis", industries_place="220300"))
    assert "n = 7 here, 77 in all" in text
    assert "Location quotient" in text
    assert "Ellison-Glaeser" in text


def test_an_unknown_place_or_industry_falls_back_with_a_notice() -> None:
    app = opened(industries_place="atlantis", industries_item="unobtainium")
    assert "atlantis" in app.warning[0].value
    assert "unobtainium" in app.warning[0].value
    assert app.selectbox(key="industries-place").value == "all"


def test_a_choice_is_kept_in_the_link() -> None:
    app = opened()
    app.selectbox(key="industries-place").set_value("220400").run()
    assert app.query_params["industries-place"] == "220400"
    assert opened().selectbox(key="industries-place").value == "all"
    again = opened(industries_place="220400")
    assert again.selectbox(key="industries-place").value == "220400"


@pytest.mark.parametrize("section", SECTIONS)
def test_a_change_is_quick(section: str) -> None:
    app = opened(industries_part=section)
    spent = []
    for place in ("220200", "220300", "changchun-siping"):
        app.selectbox(key="industries-place").set_value(place)
        started = process_time()
        app.run()
        spent.append(process_time() - started)
    assert median(spent) < 0.3  # seconds of Python, however busy the machine


def test_noise_in_the_last_bits_reorders_no_table(monkeypatch) -> None:
    def add_noise(frame: DataFrame) -> DataFrame:
        signs = np.random.default_rng(1).choice([-1, 0, 1], size=len(frame))
        return frame.assign(value=frame.value + 1e-13 * signs)

    pair, place = ("sector", "prefecture", True, "en"), ("prefecture", True, "en")
    pairs, rows = (
        likeness_tables.tabulate_pairs.__wrapped__,
        emphasis_section.tabulate_emphasis.__wrapped__,
    )
    before = pairs(*pair), rows(*place)
    alike, emphasis = (
        likeness_tables.measure_likeness(*pair[:3]),
        emphasis_section._measure_emphasis(*place[:2]),
    )
    monkeypatch.setattr(likeness_tables, "measure_likeness", lambda *_: add_noise(alike))
    monkeypatch.setattr(emphasis_section, "_measure_emphasis", lambda *_: add_noise(emphasis))
    assert pairs(*pair).equals(before[0])
    assert rows(*place).equals(before[1])
