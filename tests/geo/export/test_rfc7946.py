"""GeoJSON as a judge in another language sees it: geojsonhint, in node."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import shapely
from geopandas import GeoDataFrame

from geo.belts.belt_shapes import GEOMETRIES
from geo.export.feature_collection import build_geojson, dump_json
from geo.filters import Filter
from geo.intake.own_export import export_own_layer
from geo.intake.own_layer import OwnLayer
from geo.layers import list_exported
from geo.paths import BUILT, ROOT
from scripts.node import find_node

HINT = ROOT / "node_modules" / "@mapbox" / "geojsonhint" / "bin" / "geojsonhint"
EVERYTHING = Filter(unverified=True)
CHOSEN = Filter(belt=("changchun-siping",), prefecture=("220300",))
WHOLE = [(layer, GEOMETRIES[0], EVERYTHING) for layer in list_exported()]
WHOLE += [("belts", geometry, EVERYTHING) for geometry in GEOMETRIES[1:]]
WHOLE += [(layer, GEOMETRIES[0], CHOSEN) for layer in ("parks", "counties")]
CLOCKWISE = [[125.0, 43.0], [125.0, 44.0], [126.0, 44.0], [126.0, 43.0], [125.0, 43.0]]
Judge = Callable[[str | bytes], list[str]]


@pytest.fixture
def judge(tmp_path: Path) -> Judge:
    """Return a function that gives every complaint about a text, warnings too."""
    assert HINT.is_file(), "geojsonhint is missing; `make test` installs it"

    def judge(text: str | bytes) -> list[str]:
        path = tmp_path / "judged.geojson"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        command = [find_node(), str(HINT), "--format", "json", str(path)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        assert done.stderr == ""
        said = json.loads(done.stdout) if done.stdout else []
        assert said or done.returncode == 0
        return [one["message"] for one in said]

    return judge


@pytest.mark.parametrize(("layer", "geometry", "chosen"), WHOLE)
def test_no_complaint_about_a_layer(
    judge: Judge, layer: str, geometry: str, chosen: Filter
) -> None:
    made = dump_json(build_geojson(layer, chosen, geometry=geometry))
    assert json.loads(made)["features"]
    assert judge(made) == []


@pytest.mark.parametrize("path", sorted(BUILT.glob("*.geojson")), ids=lambda path: path.stem)
def test_no_complaint_about_what_is_built(judge: Judge, path: Path) -> None:
    assert judge(path.read_bytes()) == []


def test_no_complaint_about_a_readers_own_rows(judge: Judge, my_rows: GeoDataFrame) -> None:
    shapes = [*my_rows.geometry[:2], shapely.Polygon(CLOCKWISE)]
    layer = OwnLayer(my_rows.set_geometry(shapes, crs=4326))
    made = export_own_layer(layer, Filter(), "geojson", "zh")
    assert len(json.loads(made)["features"]) == len(my_rows)
    assert judge(made) == []


def polygon(ring: list[list[float]], **more: object) -> str:
    shape = {"type": "Polygon", "coordinates": [ring]}
    return json.dumps({"type": "Feature", "properties": {}, "geometry": shape, **more})


@pytest.mark.parametrize(
    ("bad", "complaint"),
    [
        (polygon(CLOCKWISE), "right-hand rule"),
        (polygon(CLOCKWISE[::-1][:-1]), "first and last positions"),
        (polygon(CLOCKWISE[::-1], id=["a"]), '"id" member'),
        ('{"type": "FeatureCollection"}', '"features" member required'),
        ('{"type": "Point", "type": "Point", "coordinates": [1, 2]}', "duplicate"),
        ('{"type": ', "Parse error"),
    ],
)
def test_the_judge_does_complain(judge: Judge, bad: str, complaint: str) -> None:
    assert any(complaint in one for one in judge(bad))


def test_the_judge_has_nothing_against_what_is_right(judge: Judge) -> None:
    assert judge(polygon(CLOCKWISE[::-1])) == []
