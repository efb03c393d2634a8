"""The zip that explains itself, the whole atlas, and the names of files."""

import csv
import hashlib
import io
import json
import zipfile
from pathlib import Path

import frictionless
import pyogrio
import pytest

from geo import store
from geo.__main__ import main
from geo.export import atlas
from geo.export.bundle import bundle_extract
from geo.export.extract import make_extract
from geo.export.formats import FORMATS, encode_extract
from geo.export.order import Order
from geo.filters import Filter
from geo.layers import list_exported
from geo.tables import load_table

MINERAL = Filter(industry=("mineral-water",))


def opened(made: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(made))


def sums(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the checksums that a zip holds; they must be those of all its other members."""
    lines = archive.read("SHA256SUMS").decode().splitlines()
    held = {name: sha for sha, name in (line.split("  ") for line in lines)}
    assert held == {
        name: hashlib.sha256(archive.read(name)).hexdigest()
        for name in archive.namelist()
        if name != "SHA256SUMS"
    }
    return held


def faults(folder: Path) -> list[object]:
    report = frictionless.validate(str(folder / "datapackage.json"))
    return report.flatten(["rowNumber", "fieldName", "type", "message"])


@pytest.mark.parametrize("kind", FORMATS)
def test_a_zip_holds_the_file_and_its_checksums(kind: str) -> None:
    shown = make_extract("hubs", Filter())
    archive = opened(bundle_extract(shown, kind, "jilin-hubs"))
    name = f"jilin-hubs{FORMATS[kind].suffix}"
    assert archive.namelist() == [
        name,
        "datapackage.json",
        "sources.csv",
        "README.md",
        "SHA256SUMS",
    ]
    described = json.loads(archive.read("datapackage.json"))["resources"][0]
    assert described["bytes"] == len(archive.read(name))
    assert described["hash"] == f"sha256:{sums(archive)[name]}"


@pytest.mark.parametrize("layer", list_exported())
def test_the_data_package_is_valid(layer: str, tmp_path: Path) -> None:
    opened(bundle_extract(make_extract(layer, Filter()), "csv", layer)).extractall(tmp_path)
    assert faults(tmp_path) == []
    described = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    assert described["version"] == store.data_version()
    assert described["licenses"][0]["name"] == "CC-BY-4.0"
    assert described["sources"]


@pytest.mark.parametrize(
    ("lang", "sentence"), [("en", "Industry: Mineral water"), ("zh", "产业：矿泉水")]
)
def test_a_zip_tells_the_filter_in_the_readers_language(lang: str, sentence: str) -> None:
    made = Order("parks", MINERAL, "csv", zipped=True, lang=lang).content()
    readme = opened(made).read("README.md").decode()
    assert sentence in readme
    assert store.data_version() in readme


def test_a_zip_lists_the_documents_and_pages_of_its_rows() -> None:
    shown = make_extract("parks", Filter(industry=("socks",)))
    archive = opened(bundle_extract(shown, "csv", "parks"))
    listed = list(csv.DictReader(io.StringIO(archive.read("sources.csv").decode())))
    assert {one["kind"] for one in listed} == {"source", "document", "page"}
    titles = {one["title"] for one in listed if one["kind"] == "document"}
    cited = {one for many in shown.frame.documents for one in many}
    policies = load_table("policies").set_index("id")
    assert titles == {f"{policies.title_zh[one]} / {policies.title_en[one]}" for one in cited}


def test_the_same_order_is_the_same_zip() -> None:
    first, second = (bundle_extract(make_extract("brands", Filter()), "csv", "x") for _ in range(2))
    assert first == second


def test_the_whole_atlas_is_one_geopackage(tmp_path: Path) -> None:
    path = tmp_path / "atlas.gpkg"
    path.write_bytes(atlas.write_geopackage())
    names = pyogrio.list_layers(path)[:, 0].tolist()
    frames = atlas.collect_layers()
    assert names == [*frames, *atlas.TABLES]
    for name, frame in frames.items():
        held = pyogrio.read_dataframe(path, layer=name)
        assert sorted(held.id) == sorted(frame.id)
        assert held.crs.to_epsg() == 4326
    assert pyogrio.read_info(path, layer="parks")["features"] == len(load_table("parks"))
    assert (
        store.data_version()
        in pyogrio.read_info(path, layer="parks")["dataset_metadata"]["citation"]
    )


def test_the_zip_of_the_whole_atlas_explains_itself(tmp_path: Path) -> None:
    archive = opened(atlas.bundle_atlas())
    archive.extractall(tmp_path)
    files = [atlas.GEOPACKAGE, f"{atlas.NAME}.qgz"]
    assert archive.namelist() == [
        *files,
        "datapackage.json",
        "sources.csv",
        "README.md",
        "SHA256SUMS",
    ]
    assert faults(tmp_path) == []
    described = json.loads(archive.read("datapackage.json"))
    assert described["version"] == store.data_version()
    names = {"CC-BY-4.0", "ODbL-1.0", "CC-BY-SA-4.0"}
    assert {one["name"] for one in described["licenses"]} == names
    checked = sums(archive)
    assert all(one["hash"] == f"sha256:{checked[one['path']]}" for one in described["resources"])


def test_the_zip_of_the_whole_atlas_describes_each_layer(tmp_path: Path) -> None:
    archive = opened(atlas.bundle_atlas())
    archive.extract(atlas.GEOPACKAGE, tmp_path)
    described = json.loads(archive.read("datapackage.json"))
    *layers, project = described["resources"]
    assert project["format"] == "qgz"
    held = pyogrio.list_layers(tmp_path / atlas.GEOPACKAGE)[:, 0].tolist()
    assert [one["layer"] for one in layers] == held
    for one in layers:
        info = pyogrio.read_info(tmp_path / atlas.GEOPACKAGE, layer=one["layer"])
        assert one["count"] == info["features"]
        assert [field["name"] for field in one["schema"]["fields"]] == info["fields"].tolist()
        assert one["licenses"]
    listed = [source for one in layers for source in one["sources"]]
    assert all(source in listed for source in described["sources"])
    assert all(source in described["sources"] for source in listed)
    hubs = next(one for one in layers if one["name"] == "hubs")
    assert "ODbL-1.0" in {one["name"] for one in hubs["licenses"]}


@pytest.mark.parametrize(("lang", "word"), [("en", "Licence: "), ("zh", "许可：")])
def test_the_zip_of_the_whole_atlas_speaks_the_readers_language(lang: str, word: str) -> None:
    archive = opened(atlas.bundle_atlas(lang))
    page = archive.read("README.md").decode()
    assert store.data_version() in page
    assert f"{word}CC-BY-4.0 AND ODbL-1.0 AND CC-BY-SA-4.0" in page
    rows = list(csv.DictReader(io.StringIO(archive.read("sources.csv").decode())))
    assert {one["kind"] for one in rows} == {"source", "document", "page"}
    assert len([one for one in rows if one["kind"] == "document"]) == len(load_table("policies"))
    assert not any(len(one["title"]) < 3 for one in rows)


def test_a_zip_of_hubs_names_every_licence() -> None:
    archive = opened(bundle_extract(make_extract("hubs", Filter()), "csv", "hubs"))
    described = json.loads(archive.read("datapackage.json"))
    names = ["CC-BY-4.0", "ODbL-1.0", "CC-BY-SA-4.0"]
    assert [one["name"] for one in described["licenses"]] == names
    assert all(one["path"] in archive.read("README.md").decode() for one in described["licenses"])


@pytest.mark.parametrize(
    ("suffix", "magic"), [("gpkg", b"SQLite"), ("fgb", b"fgb"), ("xlsx", b"PK")]
)
def test_the_command_takes_the_format_from_the_suffix(
    suffix: str, magic: bytes, tmp_path: Path
) -> None:
    path = tmp_path / f"parks.{suffix}"
    assert main(["export", "parks", "--industry", "mineral-water", "-o", str(path)]) == 0
    assert path.read_bytes().startswith(magic)


def test_the_command_and_the_page_give_the_same_file(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    path = tmp_path / "parks.zip"
    arguments = ["export", "parks", "--industry", "mineral-water", "--format", "csv", "--zip"]
    assert main([*arguments, "-o", str(path)]) == 0
    assert path.read_bytes() == Order("parks", MINERAL, "csv", zipped=True).content()


def test_the_command_says_why_there_is_no_shapefile(tmp_path: Path, capsys) -> None:
    assert main(["export", "parks", "-o", str(tmp_path / "parks.shp")]) == 2
    assert ".gpkg" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
    with pytest.raises(SystemExit):
        main(["export", "--help"])
    assert "No Shapefile" in capsys.readouterr().out


def test_binary_goes_to_standard_output(capfdbinary) -> None:
    assert main(["export", "brands", "--format", "parquet"]) == 0
    assert capfdbinary.readouterr().out == encode_extract(
        make_extract("brands", Filter()), "parquet"
    )


def test_file_names_say_what_they_hold() -> None:
    assert Order("parks", MINERAL).file_name == "jilin-parks-mineral-water.geojson"
    assert Order("hubs", kind="csv", zipped=True).file_name == "jilin-hubs.zip"
