"""The QGIS project: made anew it is what lies in data/built, and all it names is there."""

import base64
import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pyogrio
import pytest
from defusedxml.ElementTree import fromstring

from geo.export import atlas
from layers import qgis, style


@pytest.fixture(scope="module")
def project() -> ET.Element:
    return fromstring(atlas.PROJECT.read_text("utf-8"))


def test_the_project_is_that_of_the_style() -> None:
    assert atlas.PROJECT.read_text("utf-8") == qgis.render_project(), "run `make build`"


def test_a_build_writes_it_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "built" / "atlas.qgs"
    assert qgis.main(path) == 0
    assert path.read_text("utf-8") == qgis.render_project()
    assert [one.name for one in path.parent.iterdir()] == ["atlas.qgs"]
    assert capsys.readouterr().out == "atlas.qgs\n"


def test_a_place_that_cannot_be_written_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "built").write_text("a file, no folder")
    assert qgis.main(tmp_path / "built" / "atlas.qgs") == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "atlas.qgs" in said.err


def test_each_layer_is_in_the_geopackage_beside_it(project: ET.Element, tmp_path: Path) -> None:
    archive = zipfile.ZipFile(io.BytesIO(atlas.bundle_atlas()))
    archive.extract(atlas.GEOPACKAGE, tmp_path)
    held = pyogrio.list_layers(tmp_path / atlas.GEOPACKAGE)[:, 0].tolist()
    inner = zipfile.ZipFile(io.BytesIO(archive.read(f"{atlas.NAME}.qgz")))
    assert inner.namelist() == [f"{atlas.NAME}.qgs"]
    sources = [one.text or "" for one in project.iterfind("projectlayers/maplayer/datasource")]
    assert sources
    for source in sources:
        file, name = re.fullmatch(r"\./(.+)\|layername=(.+)", source).groups()
        assert file == atlas.GEOPACKAGE
        assert name in held


def test_the_tree_names_each_layer_once(project: ET.Element) -> None:
    tree = [one.get("id") for one in project.iterfind("layer-tree-group/layer-tree-layer")]
    assert tree == [one.text for one in project.iterfind("projectlayers/maplayer/id")]
    assert len(set(tree)) == len(tree)


@pytest.mark.parametrize("name", ["parks", "hubs", "belt_axis", "belt_corridor"])
def test_each_row_meets_one_rule(name: str) -> None:
    rows = atlas.collect_layers()[name]
    layer = next(one for one in qgis.list_layers() if one.name == name)
    met = sum(rows.eval(expression(one.where)).astype(int) for one in layer.symbols)
    assert (met == 1).all()


def expression(where: str) -> str:
    """Return a QGIS expression as pandas reads it."""
    return (
        re.sub(r'"(\w+)" (=|<>)', r"\1 \2", where)
        .replace("<>", "!=")
        .replace(" = ", " == ")
        .replace("AND", "and")
    )


def test_symbols_are_those_of_the_map() -> None:
    embedded = qgis.embed_symbol({"shape": "hexagon", "fill": "#0072b2", "dashed": True})
    drawn = fromstring(base64.b64decode(embedded.removeprefix("base64:")))
    path = drawn[0]
    assert path.get("d") == style.SHAPES["hexagon"]
    assert path.get("fill") == "#0072b2"
    assert path.get("stroke-dasharray")


def test_colours_are_written_as_qgis_reads_them() -> None:
    assert qgis.write_colour("#0072b2") == "0,114,178,255"
    assert qgis.write_colour("#0072b22e") == "0,114,178,46"
    assert qgis.write_colour("no") == "no"
