"""The made-up layer is everywhere; run by `tests/test_made_up_layer.py` beside its data."""

import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pytest
import requests
import uvicorn
from starlette.applications import Starlette

from api import ROUTES
from components.filters import content
from geo.__main__ import main
from geo.check import find_problems
from geo.datapackage import describe_package
from geo.export.atlas import collect_layers
from geo.export.formats import FORMATS
from geo.export.order import Order
from geo.filters import Filter
from geo.search import Hit, search_atlas
from layers import qgis
from layers.payload import atlas_payload
from scripts.server import free_port
from tests.screens import reader

IDS = ["depot-meihekou", "depot-dehui", "depot-tumen"]
YANBIAN = Filter(prefecture=("222400",))
DEHUI = Hit("depots", "depot-dehui", "德惠仓库", "Dehui depot")


def test_its_table_is_checked() -> None:
    assert find_problems() == []


@pytest.mark.parametrize("text", ["德惠仓", "Dehui dep", "dhck", "depot-dehui"])
def test_search_finds_it(text: str) -> None:
    assert search_atlas(text)[0] == DEHUI


@pytest.mark.parametrize("kind", FORMATS)
def test_each_format_holds_it(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"depots.{kind}"
    path.write_bytes(Order("depots", kind=kind).content())
    readers = {"csv": pd.read_csv, "xlsx": pd.read_excel, "parquet": gpd.read_parquet}
    rows = readers.get(kind, gpd.read_file)(path).sort_values("name_en")
    east = rows.lon if kind in {"csv", "xlsx"} else rows.geometry.x
    assert east.tolist() == pytest.approx([125.703, 125.712, 129.843])
    assert rows.name_zh.tolist() == ["德惠仓库", "梅河口仓库", "图们仓库"]


def test_a_filter_narrows_the_file_and_the_sources_go_with_it() -> None:
    document = json.loads(Order("depots", YANBIAN).content())
    assert [feature["id"] for feature in document["features"]] == ["depot-tumen"]
    assert document["sources"] == ["Public pages and tables, listed in sources.csv"]


def test_the_command_line_lists_and_exports_it(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["list", "layers"]) == 0
    assert b"depots" in capsysbinary.readouterr().out.split()
    assert main(["export", "depots", "--prefecture", "222400"]) == 0
    assert b"depot-tumen" in capsysbinary.readouterr().out


@pytest.fixture(scope="module")
def api() -> Iterator[str]:
    port = free_port()
    server = uvicorn.Server(
        uvicorn.Config(Starlette(routes=ROUTES), port=port, log_level="critical")
    )
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}/api/collections"
    server.should_exit = True
    thread.join()


def read_json(url: str, **params: str) -> Any:
    return requests.get(url, params={"f": "json", **params}, timeout=60).json()


def test_the_api_has_a_collection_of_it(api: str) -> None:
    assert "depots" in [collection["id"] for collection in read_json(api)["collections"]]
    items = read_json(f"{api}/depots/items")
    assert [feature["id"] for feature in items["features"]] == IDS
    narrowed = read_json(f"{api}/depots/items", prefecture="222400")
    assert [feature["id"] for feature in narrowed["features"]] == ["depot-tumen"]
    item = read_json(f"{api}/depots/items/depot-meihekou")
    assert item["properties"]["kind"] == "dry"
    listed, data = item["provenance"]
    assert listed["kind"] == "other"
    assert listed["source"].startswith("Other page · Public data set that cites leadership pages")
    assert data["address"] == "https://github.com/mborsetti/airportsdata"


def test_the_payload_draws_it() -> None:
    payload = json.loads(atlas_payload())
    assert payload["points"]["depots"]["id"] == IDS
    assert payload["style"]["layers"]["depots"]["look"]["shape"] == "square"


def test_the_filter_panel_knows_which_rows_an_option_leaves() -> None:
    panel = json.loads(content.list_assets()[content.content_path("en")].content)
    assert set(panel["rows"]["options"]["depots"]) == {"belt", "prefecture"}


def test_the_table_twin_shows_it() -> None:
    app = reader.opened("explore", prefecture="222400")
    app.session_state["table-layer"] = "depots"
    app.run()
    assert not app.exception
    table = app.dataframe[-1].value
    assert table.iloc[0].tolist() == ["Tumen depot", "kind.dry", "Tumen City", "At the site"]


def test_a_plain_card_tells_what_is_known_and_where_it_is_from() -> None:
    app = reader.opened("explore", selected="depots.depot-dehui")
    card = next(text for text in reader.html(app).split("<article") if "Dehui depot" in text)
    for words in ("德惠仓库", "Dehui", "leadership pages", "A remark."):
        assert words in card


def test_the_whole_atlas_has_it() -> None:
    assert collect_layers()["depots"].id.tolist() == IDS
    assert "depots" in [layer.name for layer in qgis.list_layers()]
    resources = {resource["name"]: resource for resource in describe_package()["resources"]}
    assert resources["depots"]["sources"][0]["title"].startswith("Public pages")
