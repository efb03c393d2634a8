"""What the API gives as a file, read by other programs, is what it gives as JSON."""

from io import BytesIO
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest

from api.openapi import FILE_KINDS
from geo.export.formats import FORMATS
from tests.api.conftest import Ask

ASKED = {
    "parks": {"industry": "food-processing", "filter": "level = 'provincial'", "limit": 7},
    "prefectures": {},
    "belts-corridor": {"belt": "changchun-siping"},
    "hubs": {"bbox": "125,43,126,44.5"},
    "brands": {"sortby": "-id"},
    "clusters": {"prefecture": "220300.220800", "lang": "zh"},
}


def ids(content: bytes, kind: str, folder: Path) -> list[str]:
    if kind == "csv":
        return pd.read_csv(BytesIO(content), dtype=str, encoding="utf-8-sig").id.tolist()
    if kind == "xlsx":
        return pd.read_excel(BytesIO(content), dtype=str).id.tolist()
    path = folder / f"items.{kind}"
    path.write_bytes(content)
    read = gpd.read_parquet if kind == "parquet" else gpd.read_file
    return [str(one) for one in read(path).id]


@pytest.mark.parametrize("kind", FILE_KINDS)
@pytest.mark.parametrize("collection", ASKED)
def test_a_file_has_the_features_of_the_json(
    ask: Ask, tmp_path: Path, collection: str, kind: str
) -> None:
    path, asked = f"/collections/{collection}/items", ASKED[collection]
    answer = ask(path, **asked, f=kind)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].split(";")[0] == FORMATS[kind].media_type
    assert f'filename="jilin-{collection}.{kind}"' in answer.headers["content-disposition"]
    wanted = [one["id"] for one in ask(path, **asked, f="json").json()["features"]]
    assert wanted
    found = ids(answer.content, kind, tmp_path)
    if kind == "fgb":  # its spatial index has an order of its own
        found, wanted = sorted(found), sorted(wanted)
    assert found == wanted


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_a_file_of_nothing_is_a_file(ask: Ask, tmp_path: Path, kind: str) -> None:
    answer = ask("/collections/parks/items", industry="socks", level="national", f=kind)
    assert answer.status_code == 200, answer.text
    assert ids(answer.content, kind, tmp_path) == []


def test_a_wrong_question_is_refused_as_ever(ask: Ask) -> None:
    assert ask("/collections/parks/items", industry="unobtainium", f="csv").status_code == 400
    assert ask("/collections/atlantis/items", f="csv").status_code == 404
    assert ask("/collections/parks", f="csv").status_code == 400
    assert "content-disposition" not in ask("/collections/parks/items", f="json").headers


def test_a_sort_by_id(ask: Ask) -> None:
    found = ask("/collections/brands/items", sortby="-id", f="json").json()["features"]
    assert [one["id"] for one in found] == sorted((one["id"] for one in found), reverse=True)
