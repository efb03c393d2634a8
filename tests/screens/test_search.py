"""What the search says of a thing, and that a link to a reader's own row opens it."""

import pytest

from components.search import search_index
from tests.screens.reader import arrived, follow, html


@pytest.mark.parametrize(
    ("lang", "answer"),
    [
        (
            "en",
            "claimed by belts: Changchun-Liaoyuan-Tonghua-Baishan (2013), "
            "Changchun-Songyuan-Baicheng (2013); claimed by prefectures: Liaoyuan (2015); "
            "for the whole province: Jilin Province (2006); listed by parks: 5",
        ),
        (
            "zh",
            "点名的产业带：长春—辽源—通化—白山（2013）、长春—松原—白城（2013）；"
            "点名的市（州）：辽源市（2015）；全省：吉林省（2006）；列有该产业的园区：5 个",
        ),
    ],
)
def test_an_industry_says_who_claims_it_and_how_many_parks_list_it(lang: str, answer: str) -> None:
    assert search_index.tell_claims("textiles-general", lang) == answer


def test_an_industry_of_no_document_says_so() -> None:
    assert search_index.tell_claims("wind-power-equipment", "en").startswith(
        "claimed by no document;"
    )


@pytest.mark.parametrize("selected", ["parks.own-2", "parks.user-2"])
def test_a_link_of_now_or_of_before_opens_the_same_row(my_rows, selected: str) -> None:
    app = follow(arrived("explore", my_rows), selected=selected)
    assert "**Mine** &lt;b&gt;" in html(app)
    assert not app.warning
    assert app.query_params["selected"] == "parks.own-2"
