"""What is promised at a park: page and report say what `geo.park_promises` finds."""

import re
from functools import partial
from html import unescape
from io import BytesIO

import pytest
from pypdf import PdfReader

from geo import park_promises, store
from geo.filters import Filter
from geo.siting.question import make_question
from geo.siting.ranking import rank_parks
from geo.tables import load_table
from screens.invest import investor_report, parameters
from tests.geo.test_park_promises import TRACED
from tests.screens import reader
from tests.screens.reader import html, untranslated

PARKS = store.load_layer("parks").set_index("id", drop=False)
INCENTIVES = load_table("incentives").set_index("id")
LINK = "http://localhost:8501/invest"
opened = partial(
    reader.opened, "invest", industry="auto-parts", invest_part="promised", unverified="1"
)


def write_report(lang, park: str) -> str:
    question = make_question(industries=["auto-parts"], unverified=True)
    chosen = parameters.Choices(
        lang, Filter(industry=("auto-parts",), unverified=True), ("parks", park)
    )
    return unescape(investor_report.write_report(chosen, rank_parks(question), "", {}))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("park", TRACED)
def test_the_page_says_what_is_promised_and_whom_to_ask(park: str, lang: str) -> None:
    text = unescape(html(opened(lang, selected=f"parks.{park}")))
    article = text[text.index("invest-promised") :]
    rows = park_promises.select_incentives(PARKS.loc[park]).set_index("id")
    covering, others = re.split("promise-others", article, maxsplit=1)
    for _, row in rows.iterrows():
        assert row[f"name_{lang}"] in (covering if row.covers or row.value == row.value else others)
        assert row.phrase in article
    for key in set(INCENTIVES.index) - set(rows.index):
        assert INCENTIVES[f"name_{lang}"][key] not in article
    assert "0431-85677437" in covering
    assert park_promises.SEARCHED.isoformat() in covering
    assert ("2019-04-23" in article) == ("characteristic-parks-dividends" in rows.index)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("park", TRACED)
def test_the_report_says_the_same(park: str, lang: str) -> None:
    text = write_report(lang, park)
    names = INCENTIVES[f"name_{lang}"]
    name = PARKS.loc[park][f"name_{lang}"]
    part = re.split(rf"<h3><bdi>[^<]*{re.escape(name)}", text, maxsplit=1)[1]
    table = part[: part.index("</table>")]
    shown = {key for key in INCENTIVES.index if f"<b>{names[key]}</b>" in table}
    rows = park_promises.select_incentives(PARKS.loc[park]).set_index("id")
    assert shown == set(rows.index[rows.covers | rows.value.notna()])
    assert {key for key in shown if rows.covers[key]} == TRACED[park]
    assert "0431-85677437" in part


@pytest.mark.parametrize(("lang", "asked"), [("zh", "咨询单位"), ("en", "Contacts")])
def test_the_printed_report_says_it_too(lang, asked: str) -> None:
    question = make_question(industries=["auto-parts"])
    chosen = parameters.Choices(
        lang, Filter(industry=("auto-parts",)), ("parks", "gongzhuling-edz")
    )
    pdf = PdfReader(BytesIO(investor_report.print_report(chosen, rank_parks(question), LINK, {})))
    text = re.sub(r"\s+", "", "".join(sheet.extract_text() for sheet in pdf.pages))
    for key in TRACED["gongzhuling-edz"]:
        assert re.sub(r"\s+", "", INCENTIVES.phrase[key]) in text
    for words in ("0431-85677437", asked, park_promises.SEARCHED.isoformat()):
        assert re.sub(r"\s+", "", words) in text


def test_parks_that_are_promised_the_same_stand_together() -> None:
    text = write_report("en", str(rank_parks(make_question(industries=["auto-parts"])).winner))
    assert text.count("<th>Why here</th>") == 1


def test_an_unverified_park_is_told_to_be_so() -> None:
    sentence = "The park itself is unverified"
    assert sentence in html(opened("en", selected="parks.nongan-edz"))
    assert sentence not in html(opened("en", selected="parks.gongzhuling-edz"))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_part_is_in_one_language(lang: str) -> None:
    assert not untranslated(opened(lang, selected="parks.gongzhuling-edz"), lang)


def test_without_a_choice_the_winner_is_told() -> None:
    winner = rank_parks(make_question(industries=["auto-parts"])).winner
    text = html(reader.opened("invest", "en", industry="auto-parts", invest_part="promised"))
    assert f"<h3><bdi>{PARKS.loc[winner].name_en}" in text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_row_of_the_readers_own_is_promised_what_is_limited_to_no_kind(my_rows, lang) -> None:
    app = reader.arrived("invest", my_rows)
    link = {"industry": "auto-parts", "invest-part": "promised", "selected": "parks.own-2"}
    text = unescape(html(reader.follow(app, lang, **link)))
    assert "**Mine** <b>" in text
    assert INCENTIVES[f"name_{lang}"]["sme-clusters-2006-brand-reward"] in text
    national = INCENTIVES.index[INCENTIVES.scope == "national_zones"]
    assert not any(INCENTIVES[f"name_{lang}"][key] in text for key in national)
