"""Pages say how many of the reader's rows take part where not all do."""

import pandas as pd
import pytest
from geopandas import GeoDataFrame
from streamlit.testing.v1 import AppTest

from geo.paths import ROOT
from geo.siting.own_rows import MOST
from screens.data.own_data.own_file import KEY, OwnFile
from tests.screens.reader import bring_rows

APP = str(ROOT / "app.py")


@pytest.fixture
def many(my_rows: GeoDataFrame) -> GeoDataFrame:
    """A thousand rows more than a ranking takes."""
    made = pd.concat([my_rows.head(1)] * (MOST + 1000), ignore_index=True)
    return made.assign(id=[f"own-{line}" for line in range(2, len(made) + 2)])


def invest(rows: GeoDataFrame, lang: str) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=120)
    bring_rows(app, rows)
    app.query_params["lang"] = lang
    app.run()
    app.switch_page(str(ROOT / "screens/invest/page.py")).run()
    assert not app.exception
    return app


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "The first 500 of your 1,500 rows"),
        ("zh", "您的 1,500 行数据中，按文件顺序只有前 500 行"),
    ],
)
def test_the_ranking_says_how_many_of_how_many(many, lang: str, told: str) -> None:
    app = invest(many, lang)
    assert any(told in one.value for one in app.info)


def test_it_says_nothing_when_all_are_ranked(my_rows) -> None:
    assert not any("of your" in one.value for one in invest(my_rows, "en").info)


def test_the_upload_says_so_beforehand() -> None:
    lines = [f"{row},125.{row:04d},43.9" for row in range(MOST + 1)]
    app = AppTest.from_file(APP, default_timeout=120)
    app.session_state[KEY] = OwnFile("a.csv", "\n".join(["name,lon,lat", *lines]).encode())
    app.query_params["lang"] = "en"
    app.run()
    app.switch_page(str(ROOT / "screens/data/page.py")).run()
    app.query_params["data-part"] = "own"
    app.run()
    app.button_group(key="intake-system").set_value("WGS 84").run()
    assert not app.exception
    assert any("compares the first 500" in one.value for one in app.caption)
