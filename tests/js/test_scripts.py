"""The pure parts of the browser's scripts, run by node on what the Python side writes for them."""

import json
import os
import re
import subprocess
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from geopandas import GeoDataFrame

from components.filters import content
from components.search import search_index
from geo import store
from geo.belts import corridors
from geo.filters import FACETS, Filter, list_options
from geo.intake.own_layer import OwnLayer
from geo.search import build_index, fold_text, search_atlas
from geo.select import select_rows
from layers import bits, outlines, payload, style
from layers.corridor import find_reach
from layers.own_payload import find_hits, offer_layer
from scripts.node import find_node
from tests.test_names import ROOT, VAGUE

HERE = Path(__file__).parent
SCRIPTS = sorted(HERE.glob("*.test.js"))
ROOMS = ("layers/js", "components", "screens", "benchmarks", "tests/js")
BOUND = re.compile(r"\b(?:const|let|var|function\*?|class)\s+(\{[^}]*\}|\[[^\]]*\]|\w+)")
SHAPES = {
    "a square with a hole": shapely.box(125, 43, 127, 45) - shapely.box(125.5, 43.5, 126, 44),
    "two parts": shapely.MultiPolygon(
        [shapely.box(125, 43, 126, 44), shapely.box(127, 43, 128, 44)]
    ),
    "a line": shapely.LineString([(125, 43), (126.12345, 44.5), (125, 45)]),
}
NAMES = (
    "Yanji",
    "延吉 高新区",
    "Café-Bar",
    "ＡＢＣ１２",
    "Großraum",
    "汽车（零部件）",
    "a_b",
    "Ⅳ 期",
)
TEXTS = (
    "ccjk",
    "Lüyuan",
    "ＣＨＡＮＧ chun",
    "c",
    "长",
    "吉林",
    "  ",
    "qqqqqq",
    "Which belts claim textiles?",
    "哪些产业带主张纺织？",
    "where are auto parts and mineral water",
    "备选",
)
LIMIT = 20
FILTERS = (
    Filter(),
    Filter(unverified=True),
    *(Filter(**{facet: (list_options(facet)[0],)}) for facet in FACETS),
    *(Filter(**{facet: tuple(list_options(facet)[:3])}) for facet in FACETS),
    Filter(industry=(list_options("industry")[0],), belt=tuple(list_options("belt")[:2])),
)


def fields_of_bits() -> list[dict[str, Any]]:
    rows = [[], [0], [7], [8], [0, 7, 8, 109], [0, 3, 5], list(range(0, 1000, 3))]
    return [{"rows": numbers, "text": bits.encode_rows(numbers)} for numbers in rows]


def steps_of_rings() -> list[dict[str, Any]]:
    cases = []
    for name, shape in SHAPES.items():
        parts = [
            line
            for part in shapely.get_parts(shape)
            for line in ([part.exterior, *part.interiors] if part.area else [part])
        ]
        vertices = [shapely.get_coordinates(line).tolist() for line in parts]
        rings = payload.encode_rings(shape)
        cases.append(
            {"name": name, "rings": rings, "unit": payload.SHAPE_UNIT, "vertices": vertices}
        )
        rings = payload.encode_steps(np.array(parts, dtype=object), outlines.UNIT)
        finer = {"rings": rings, "unit": outlines.UNIT, "vertices": vertices}
        cases.append({"name": f"{name}, as an outline", **finer})
    return cases


def rows_of_filters() -> list[dict[str, Any]]:
    cases = []
    for chosen in FILTERS:
        expected = {}
        for layer in ("parks", "hubs", "clusters", "brands"):
            ids = store.load_layer(layer).id
            rows = np.flatnonzero(ids.isin(select_rows(layer, chosen).id)).tolist()
            expected[layer] = {"count": len(ids), "rows": rows}
        params = chosen.to_params()
        cases.append({"name": str(params), "params": params, "expected": expected})
    return cases


def verdicts_of_parks() -> list[dict[str, Any]]:
    cases = []
    for belt, km in product(list_options("belt"), (10, 31, 39, 40, 42.5, 60, 80)):
        verdicts = corridors.judge_layer("parks", belt, km).verdict[store.load_layer("parks").id]
        rows = find_reach(belt, km).rows
        cases.append({"belt": belt, "km": km, "rows": rows, "verdicts": verdicts.tolist()})
    return cases


def texts_and_hits(my_rows: GeoDataFrame) -> list[dict[str, Any]]:
    """Return what is found, with and without rows of a reader's own, on parts of each name."""
    names = [name for entry in build_index() for name in (entry.hit.name_zh, entry.hit.name_en)]
    parts = {part for name in names for part in (name, name[:2], name[2:5], name[-4:])}
    layer = OwnLayer(my_rows)
    path = offer_layer(layer).path
    cases = []
    for text in (*TEXTS, *sorted(parts)[::12], *my_rows.name_zh):
        for is_own in (False, True):
            own = (find_hits(path, text, LIMIT) or []) if is_own else []
            found = search_atlas(text, LIMIT, layer.name_index.find_hits if is_own else None)
            keys = [f"{hit.layer}.{hit.id}" for hit in found]
            cases.append({"text": text, "own": own, "expected": {"limit": LIMIT, "keys": keys}})
    return cases


def index_of_the_search() -> list[Any]:
    path = search_index.index_path("en")
    return [json.loads(search_index.list_assets()[path].content)]


@pytest.fixture(scope="session")
def fixtures(tmp_path_factory: pytest.TempPathFactory, my_rows: GeoDataFrame) -> Path:
    """What the scripts are tried on, as the Python side writes it."""
    path = tmp_path_factory.mktemp("scripts") / "fixtures.json"
    cases = {
        "bits": fields_of_bits(),
        "rings": steps_of_rings(),
        "names": [{"text": name, "folded": fold_text(name)} for name in NAMES],
        "content": [json.loads(content.list_assets()[content.content_path("en")].content)["rows"]],
        "filters": rows_of_filters(),
        "reach": verdicts_of_parks(),
        "index": index_of_the_search(),
        "search": texts_and_hits(my_rows),
        "style": [style.as_dict()],
    }
    path.write_text(json.dumps(cases), encoding="utf-8")
    return path


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_does_what_its_tests_say(script: Path, fixtures: Path) -> None:
    done = subprocess.run(
        [find_node(), "--test", "--test-reporter=tap", str(script)],
        env=os.environ | {"ATLAS_FIXTURES": str(fixtures)},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"^# pass [1-9]", done.stdout, re.MULTILINE)


def test_names_in_scripts_say_what_they_hold() -> None:
    paths = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.js"))]
    names = [
        (name, path.relative_to(ROOT).as_posix())
        for path in paths
        for pattern in BOUND.findall(path.read_text("utf-8"))
        for name in re.findall(r"\w+", pattern)
    ]
    assert len(names) > 500
    assert [place for place in names if place[0] in VAGUE] == []
