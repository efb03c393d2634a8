"""The explore page without a browser: what it shows for a state."""

import json
import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from geo import store
from geo.filters import FACETS, Filter, list_options
from geo.ground import count_parks
from tests.screens.reader import follow, html, new


def open_page(**link: str) -> AppTest:
    return follow(new(), **link)


def told_filters(at: AppTest) -> dict[str, Any]:
    """What a run tells the filter panel; the page has other components too."""
    told = (json.loads(one.proto.json) for one in at.get("bidi_component"))
    return next(one for one in told if "counts" in one)


def sentence(at: AppTest) -> str:
    return next(
        re.findall(r"<p[^>]*>(.*?)</p>", one.proto.body)[0]
        for one in at.get("html")
        if "explore-sentence" in one.proto.body
    )


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_opens_in_both_languages(lang: str) -> None:
    at = open_page(lang=lang)
    counted = count_parks(store.load_layer("parks").query("status == 'verified'"))
    assert str(counted) in sentence(at)
    assert not at.error
    assert not at.warning


@pytest.mark.parametrize(
    "chosen",
    [
        Filter(industry=("food-processing",)),
        Filter(belt=("changchun-siping",), level=("national",)),
        Filter(prefecture=("222400",), unverified=True),
        Filter(document=("key-clusters-2015",), kind=("characteristic_park",)),
    ],
    ids=lambda chosen: chosen.describe("en"),
)
def test_link_filters_the_table(chosen: Filter) -> None:
    at = open_page(lang="en", **chosen.to_params())
    shown = chosen.apply(store.load_layer("parks"))
    assert sentence(at).startswith(f"{count_parks(shown)} of ")
    assert list(at.dataframe[-1].value["Name"]) == list(shown.name_en)


def test_options_show_live_counts() -> None:
    at = open_page(lang="en", belt="changchun-siping")
    asked = Filter(belt=("changchun-siping",))
    told = told_filters(at)
    assert told["params"] == asked.to_params()
    assert told["counts"] == {
        facet: list(asked.counts(store.load_layer("parks"), facet).values()) for facet in FACETS
    }


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "claimed 2013 · parks: 0"), ("zh", "文件 2013 · 园区0个")]
)
def test_a_belt_that_claims_is_told_apart_from_one_with_parks(lang: str, words: str) -> None:
    at = open_page(lang=lang, industry="textiles-general")
    told = told_filters(at)
    belts = dict(zip(list_options("belt"), told["claims"]["belt"], strict=True))
    assert belts["changchun-songyuan-baicheng"] == [words, True]
    assert belts["changchun-siping"][1] is False
    answer = next(one for one in html(at).split("<section") if "claim-answer" in one)
    assert answer.count("(2013)" if lang == "en" else "（2013）") == 2
    assert answer.count("<mark>textiles</mark>") == 2
    assert "claims" in told
    assert told_filters(open_page(lang=lang))["claims"] == {}


def test_empty_result_offers_to_relax() -> None:
    at = open_page(lang="en", industry="mineral-water", prefecture="220800")
    assert "No park meets all of these filters." in [one.value for one in at.warning]
    at.button(key="relax-prefecture").click().run()
    assert sentence(at).startswith("1 of ")


@pytest.mark.parametrize(
    "layer", ["prefectures", "counties", "belts", "clusters", "brands", "hubs"]
)
def test_every_table_opens(layer: str) -> None:
    at = open_page(lang="zh")
    at.session_state["table-layer"] = layer
    at.run()
    assert not at.exception
    assert len(at.dataframe[-1].value) > 0


def every_thing() -> list[str]:
    layers = ("parks", "prefectures", "counties", "belts", "clusters", "brands", "hubs")
    return [f"{name}.{store.load_layer(name).id.iloc[row]}" for name in layers for row in (0, -1)]


@pytest.mark.parametrize("selected", [*every_thing(), "industries.mineral-water"])
def test_every_kind_of_thing_has_a_card(selected: str) -> None:
    at = open_page(lang="en", selected=selected)
    assert not at.error
    card = next(one.proto.body for one in at.get("html") if "atlas-card" in one.proto.body)
    assert "<h3>" in card
    assert "nan" not in card.lower().split()


def test_unknown_ids_are_named() -> None:
    at = open_page(lang="en", industry="unobtainium.mineral-water", selected="parks.nowhere")
    told = at.warning[0].value
    assert "unobtainium" in told
    assert "parks.nowhere" in told
    assert sentence(at).startswith("1 of ")
