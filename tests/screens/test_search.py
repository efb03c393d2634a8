"""The search box of the explore page finds the reader's own rows, and in their session alone."""

import pytest
from geopandas import GeoDataFrame
from streamlit.testing.v1 import AppTest

from components import own_session
from geo.paths import ROOT
from tests.screens.reader import arrived, bring_rows, follow, html

APP = str(ROOT / "app.py")


def searched(text: str, rows: GeoDataFrame | None = None, lang: str = "en") -> AppTest:
    app = AppTest.from_file(APP, default_timeout=60)
    app.query_params["lang"] = lang
    if rows is not None:
        bring_rows(app, rows)
    app.run()
    app.text_input(key="search").set_value(text).run()
    assert not app.exception
    return app


def hits(app: AppTest) -> list[str]:
    return [one.label for one in app.button if str(one.key).startswith("hit-")]


@pytest.mark.parametrize(("lang", "label"), [("en", "Your data"), ("zh", "自有数据")])
def test_own_rows_are_found_and_called_own(my_rows, lang: str, label: str) -> None:
    app = searched("mine", my_rows, lang)
    assert rf"\*\*Mine\*\* \<b\> · {label}" in hits(app)
    app.button(key="hit-parks-own-2").click().run()
    assert not app.exception
    assert app.query_params["selected"] == "parks.own-2"
    assert not hits(app)


def test_nobody_else_finds_them(my_rows) -> None:
    assert len(hits(searched("third", my_rows))) == len(hits(searched("third"))) + 1
    app = searched("third", my_rows)
    del app.session_state[own_session.KEY]
    app.run()
    assert hits(app) == hits(searched("third"))


def test_of_many_the_first_are_shown_and_more_are_told() -> None:
    app = searched("c")
    assert len(hits(app)) == 8
    assert any("There are more" in one.value for one in app.caption)


@pytest.mark.parametrize("selected", ["parks.own-2", "parks.user-2"])
def test_a_link_of_now_or_of_before_opens_the_same_row(my_rows, selected: str) -> None:
    app = follow(arrived("explore", my_rows), selected=selected)
    assert "**Mine** &lt;b&gt;" in html(app)
    assert not app.warning
    assert app.query_params["selected"] == "parks.own-2"
