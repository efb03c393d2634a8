"""The policy page without a browser: every part, both languages, links that restore."""

import csv
import re
from functools import partial
from html import unescape

import pytest
from pandas import Series

from components.search import policy_address
from geo import park_promises, targets
from geo.citations import cite_sources
from geo.paths import DATA
from geo.search import STATED, build_index
from geo.tables import load_table
from screens.policy import parameters
from screens.policy.parameters import Choices
from tests.screens import reader
from tests.screens.reader import html, plain, untranslated

CHAPTERS = parameters.PARTS
opened = partial(reader.opened, "policy")


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_word_is_in_english(chapter: str) -> None:
    text = plain(opened("en", policy_part=chapter))
    numbers = [one for one in load_table("policies").number if one]
    for number in numbers:
        text = text.replace(number, "")
    assert not re.findall(r"[\u4e00-\u9fff]+", text)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_no_message_is_left_untranslated(chapter: str, lang: str) -> None:
    assert untranslated(opened(lang, policy_part=chapter), lang) == []


def test_the_table_holds_every_number_in_both_units() -> None:
    shown = opened().dataframe[-1].value
    assert len(shown) == len(load_table("targets"))
    row = shown[shown["Indicator"] == "Total output value of the planned clusters"].iloc[0]
    assert row["As written"] == row["In common units"] == "CNY 1.7 tn"
    added = shown[shown["Phrase as written"] == "增加值要达到1000亿元"].iloc[0]
    assert added["As written"] == "CNY 100 bn"
    assert not shown.astype(str).apply(lambda column: column.str.contains("×")).any(axis=None)


def test_chinese_keeps_money_in_the_unit_of_its_document() -> None:
    shown = opened("zh").dataframe[-1].value
    assert "1,000亿元" in set(shown["原文数值"])


@pytest.mark.parametrize(
    ("lang", "written", "phrase", "period", "over"),
    [
        ("en", "As written", "Phrase as written", "Period", "2006–2010 (over)"),
        ("zh", "原文数值", "原文措辞", "适用期间", "2006–2010（已届满）"),
    ],
)
def test_a_number_is_shown_as_it_is_written(
    lang: str, written: str, phrase: str, period: str, over: str
) -> None:
    shown = opened(lang).dataframe[-1].value.set_index(phrase)
    third = shown.loc["占全省中小企业暨民营经济增加值的1/3"]
    assert (third[written], third[period]) == ("1/3", over)
    assert shown.loc["以现有工业集中区为基础,培育状大1-2个产业集群", written].startswith("1–2")
    wordy = shown.loc["加快建设一批有望成为全国性制造中心的产业集群", written]
    assert wordy != wordy  # missing


def test_a_target_in_words_opens_its_sentence() -> None:
    text = html(opened(policy_target="sme-clusters-2006-industrial-bases"))
    assert "No number: the text says it in words." in text
    assert "积极培育一批东北地区乃至全国重要的产业基地" in text


def test_a_document_without_targets_says_where_its_demands_are() -> None:
    app = opened(policy_documents="characteristic-parks")
    told = [one.value for one in app.info]
    assert any(
        "What a document offers and requires stands in parts of its own" in one for one in told
    )


def test_filters_come_from_the_link() -> None:
    app = opened(policy_documents="belts-2013", policy_years="2017", policy_unit="percent")
    rows = targets.select_targets(("belts-2013",), (2017,), None)
    assert len(app.dataframe[-1].value) == len(rows)
    assert app.session_state["policy-unit"] == "percent"


def test_unknown_parts_of_a_link_are_told() -> None:
    app = opened(
        policy_documents="charter-1215",
        policy_years="1066",
        policy_unit="ducats",
        policy_part="x",
        policy_target="y",
    )
    for wrong in ("charter-1215", "1066", "ducats", "`x`", "`y`"):
        assert wrong in app.warning[0].value
    assert len(app.dataframe[-1].value) == len(load_table("targets"))


def test_a_target_opens_its_words_and_its_discrepancy() -> None:
    text = html(opened(policy_target="belts-2013-clusters"))
    assert "<mark>162 industrial clusters</mark>" in text
    assert "162 clusters and a sum of 160" in text


def test_the_discrepancy_stands_where_the_number_is() -> None:
    app = opened(policy_part="clusters")
    text = html(app)
    assert "<strong>162</strong>" in text
    assert "categories to 160: 2 clusters are in no category" in text
    assert "the two missing clusters are not assigned" in text
    parts = next(one.value for one in app.dataframe if "Auto parts" in set(one.value["Name"]))
    assert parts["Clusters"].sum() == 162
    assert parts.iloc[-1].tolist()[:2] == ["In no category", 2]


def test_every_document_shows_its_phrases_and_discrepancies() -> None:
    app = opened(policy_part="documents")
    shown = sum(len(one.value) for one in app.dataframe if "Words for the place" in one.value)
    assert shown == len(targets.list_quotations())
    text = html(app)
    for one in load_table("discrepancies").title_en:
        assert one in text or one.replace("'", "&#39;") in text
    assert len(app.dataframe[-1].value) == len(load_table("discrepancies"))


@pytest.mark.parametrize(("lang", "word"), [("en", "undated"), ("zh", "无日期")])
def test_the_undated_document_is_given_no_year(lang: str, word: str) -> None:
    app = opened(lang, policy_part="documents", policy_documents="characteristic-parks")
    date = re.search(r"<dt>(?:Date|日期)</dt><dd>([^<]*)<", html(app))
    assert date is not None
    assert date[1].strip() == word


@pytest.mark.parametrize(
    ("document", "period"),
    [
        ("sme-clusters-2006", "2006–2010 (over)"),
        ("characteristic-parks", "not stated"),
        ("belts-2013", "to 2017 (over)"),
        ("key-clusters-2015", "to 2020 (over)"),
        ("national-zones-2021", "not stated"),
    ],
)
def test_a_document_says_for_when_it_was_meant(document: str, period: str) -> None:
    text = html(opened(policy_part="documents", policy_documents=document))
    assert re.findall(r"<dt>Period</dt><dd>([^<]*?) *<", text) == [period]


def test_the_number_of_an_interpretation_is_that_of_what_it_explains() -> None:
    app = opened(policy_part="documents", policy_documents="national-zones-2021")
    assert "Number of the opinions that it explains" in html(app)


def test_what_came_later_is_context_with_date_and_page() -> None:
    text = unescape(html(opened(policy_part="documents")))
    for row in load_table("context").itertuples():
        assert row.name_en in text
        assert f"{row.date} · {row.issuer_en}" in text
        assert all(source.text in text for source in cite_sources(row.sources, "en"))
    assert "None of this is one of the five documents" in text


def parts(text: str) -> dict[str, str]:
    """Return what stands beside each kind of change, without tags and sentences."""
    rows = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd></div>", text, re.DOTALL)
    named = {title: re.findall(r"<summary><bdi>(.*?)</bdi>", body) for title, body in rows}
    return {title: ", ".join(names) for title, names in named.items()}


def test_what_2015_dropped_for_siping_stands_on_policy() -> None:
    text = html(opened(policy_part="changes", policy_place="220300"))
    assert parts(text) == {
        "Named in 2006, no longer in 2015": "",
        "Named in both": "Heat exchangers",
        "New in 2015": "Special-purpose vehicles",
        "Only in an undated document: order not known": (
            "Agricultural product processing, Deer products, Glass and glass products"
        ),
    }
    assert "换热器" in text


def test_every_place_is_compared_and_silence_is_no_drop() -> None:
    text = html(opened(policy_part="changes"))
    rows = re.findall(r"<tr><th scope=.row.>(.*?)</th>", text)
    assert len(rows) == 9
    assert "2006 does not speak of this place" in text


def records(table: str) -> list[dict[str, str]]:
    """Return the rows of a table as its file has them."""
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def passes(record: dict[str, str], wanted: dict[str, str]) -> bool:
    return all(record[column] in words.split(".") for column, words in wanted.items())


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("part", "table", "link", "wanted"),
    [
        ("offered", "incentives", {}, {}),
        ("offered", "incentives", {"policy_kinds": "tax.fund"}, {"kind": "tax.fund"}),
        ("offered", "incentives", {"policy_states": "ended"}, {"state": "ended"}),
        (
            "offered",
            "incentives",
            {"policy_states": "unknown", "policy_documents": "characteristic-parks"},
            {"state": "unknown", "document": "characteristic-parks"},
        ),
        ("required", "requirements", {}, {}),
        ("required", "requirements", {"policy_subjects": "park"}, {"subject": "park"}),
        (
            "required",
            "requirements",
            {"policy_demands": "industries", "policy_documents": "national-zones-2021"},
            {"kind": "industries", "document": "national-zones-2021"},
        ),
    ],
)
def test_a_filter_leaves_what_the_file_has(
    part: str, table: str, link: dict[str, str], wanted: dict[str, str], lang: str
) -> None:
    left = [one for one in records(table) if passes(one, wanted)]
    shown = opened(lang, policy_part=part, **link).dataframe[-1].value
    column = {"en": "Phrase as written", "zh": "原文措辞"}[lang]
    assert shown[column].tolist() == [one["phrase"] for one in left]


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        (
            "en",
            "listed: {n}. Known to hold, each as of the date of its source: {held}. Known",
        ),
        ("zh", "列出优惠 {n} 项。已知有效（以各自来源的日期为准）：{held} 项；"),
    ],
)
def test_how_many_incentives_are_known_to_hold_is_counted(lang: str, sentence: str) -> None:
    for link in ({}, {"policy_kinds": "tax"}):
        left = [one for one in records("incentives") if not link or one["kind"] == "tax"]
        held = sum(one["state"] == "in_force" for one in left)
        text = reader.markdown(opened(lang, policy_part="offered", **link))
        assert sentence.format(n=len(left), held=held) in text


@pytest.mark.parametrize(
    ("lang", "column", "unknown", "ended"),
    [
        ("en", "State of law", "unknown as of {date}", "ended (2016-05-01)"),
        ("zh", "法律状态", "截至{date}未知", "已失效（2016-05-01）"),
    ],
)
def test_what_nobody_says_to_hold_is_unknown_as_of_a_day(
    lang: str, column: str, unknown: str, ended: str
) -> None:
    shown = opened(lang, policy_part="offered").dataframe[-1].value[column]
    stated = Series([one["state"] for one in records("incentives")])
    words = unknown.format(date=park_promises.SEARCHED.isoformat())
    assert (shown[stated == "unknown"] == words).all()
    assert ended in set(shown[stated == "ended"])
    assert words not in set(shown[stated != "unknown"])


def test_what_no_text_states_is_missing_and_not_zero() -> None:
    offered = opened(policy_part="offered").dataframe[-1].value
    missing = [not one["value"] for one in records("incentives")]
    assert offered["Value"].isna().tolist() == missing
    assert offered["Value"].dropna().tolist() == ["CNY 500,000", "70 %"]
    required = opened(policy_part="required").dataframe[-1].value
    missing = [not one["value_min"] for one in records("requirements")]
    assert required["From–to"].isna().tolist() == missing
    assert set(required["From–to"].dropna()) == {
        *("1–2", "> 100,000 m²", "> 2 years", "≥ 12 months", "> CNY 1 bn", "21")
    }


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("part", "name", "table", "key"),
    [
        ("offered", "incentive", "incentives", "characteristic-parks-business-tax"),
        ("offered", "incentive", "incentives", "key-clusters-2015-third-board"),
        ("required", "requirement", "requirements", "belts-2013-zones-include-cluster-areas"),
        ("required", "requirement", "requirements", "sme-clusters-2006-parks-per-area"),
        ("measures", "measure", "measures", "national-zones-2021-measure-land"),
        ("bodies", "institution", "institutions", "national-zones-2021-contact"),
    ],
)
def test_a_row_opens_its_sentence(part: str, name: str, table: str, key: str, lang: str) -> None:
    record = next(one for one in records(table) if one["id"] == key)
    policy = next(one for one in records("policies") if one["id"] == record["document"])
    text = unescape(html(opened(lang, policy_part=part, **{f"policy_{name}": key})))
    found = re.search(r'<article class="atlas-card policy-quote">(.*?)</article>', text, re.DOTALL)
    assert found is not None
    for words in (record["phrase"], record["section"], policy[f"title_{lang}"]):
        assert words in found[1]
    assert (policy["date"] or {"en": "undated", "zh": "无日期"}[lang]) in found[1]
    cited = filter(None, (record.get("state_sources") or "").split(";"))
    assert all(source.text in found[1] for source in cite_sources(cited, lang))


def test_a_garbled_period_is_told_where_it_is_offered() -> None:
    key = "characteristic-parks-platform-preference"
    assert "A garbled period" in html(opened(policy_part="offered", policy_incentive=key))


def test_unknown_kinds_of_a_link_are_told() -> None:
    app = opened(policy_part="offered", policy_kinds="bribe", policy_incentive="y")
    for wrong in ("bribe", "`y`"):
        assert wrong in app.warning[0].value
    assert len(app.dataframe[-1].value) == len(records("incentives"))


@pytest.mark.parametrize("table", STATED)
def test_what_the_search_finds_opens_on_its_part(table: str) -> None:
    key = next(entry.hit.id for entry in build_index() if entry.hit.layer == table)
    asked = policy_address.list_choices(table, key)
    assert {name.removeprefix("policy-") for name in asked} <= dict(Choices.parameters()).keys()
    app = opened(**{name.replace("-", "_"): wish for name, wish in asked.items() if wish})
    record = next(one for one in records(table) if one["id"] == key)
    assert f"<b>{record['name_en']}</b>" in unescape(html(app))


@pytest.mark.parametrize(
    ("part", "column", "table"),
    [
        ("measures", "What is set in motion", "measures"),
        ("bodies", "Body", "institutions"),
    ],
)
def test_the_table_has_every_row_and_a_document_narrows_it(part, column, table) -> None:
    shown = opened(policy_part=part).dataframe[-1].value
    assert shown[column].tolist() == [one["name_en"] for one in records(table)]
    left = opened(policy_part=part, policy_documents="national-zones-2021").dataframe[-1].value
    wanted = [one["name_en"] for one in records(table) if one["document"] == "national-zones-2021"]
    assert left[column].tolist() == wanted


def test_telephones_are_counted() -> None:
    text = reader.markdown(opened(policy_part="bodies"))
    assert (
        "Roles listed: 22, of 14 bodies. With a telephone, as printed in the document: 2." in text
    )
