"""The policy page without a browser: every part, both languages, links that restore."""

import re
from functools import partial

import pytest

from geo import targets
from geo.tables import load_table
from tests.screens import reader
from tests.screens.reader import html, plain, untranslated

CHAPTERS = ("targets", "clusters", "changes", "documents")
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
