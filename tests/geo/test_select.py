"""What a filter shows of each layer."""

import pytest

from geo import layers, select
from geo.filters import FACETS, Filter
from geo.tables import load_table

WATER = Filter(industry=("mineral-water",))


def ids(layer: str, asked: Filter, geometry: str = "territory") -> set[str]:
    return set(select.select_rows(layer, asked, geometry).id)


def test_without_a_filter_everything_shows() -> None:
    assert {
        layer: len(select.select_rows(layer, Filter())) for layer in layers.list_exported()
    } == {
        "parks": 109,
        "prefectures": 9,
        "counties": 60,
        "belts": 4,
        "hubs": 60,
        "specialities": 145,
        "clusters": 32,
        "brands": 10,
    }


@pytest.mark.parametrize("layer", layers.list_exported())
def test_every_layer_has_stable_ids_and_a_crs(layer: str) -> None:
    found = select.select_rows(layer, Filter())
    assert found.crs.to_epsg() == 4326
    assert found.id.is_unique
    assert found.id.map(type).eq(str).all()


def test_an_industry_shows_all_that_speaks_of_it() -> None:
    assert ids("parks", WATER) == {"antu-water"}
    assert ids("prefectures", WATER) == {"220600"}
    assert ids("brands", WATER) == {"china-mineral-spring-city"}
    assert ids("clusters", WATER) == {"baishan-mineral-water"}
    assert ids("belts", WATER) == ids("counties", WATER) == set()
    assert set(select.select_rows("specialities", WATER).industry) == {"mineral-water"}


def test_a_slip_of_the_translation_names_no_place() -> None:
    socks = Filter(industry=("socks",))
    assert "220500" not in ids("prefectures", socks)
    assert "220400" in ids("prefectures", socks)
    # The disputed row itself is kept among the facts, and says that it is.
    facts = select.select_rows("specialities", socks)
    assert set(facts.status[facts.place == "220500"]) == {"disputed"}


@pytest.mark.parametrize("belt", load_table("belts").id)
def test_a_belt_shows_its_places(belt: str) -> None:
    asked = Filter(belt=(belt,))
    members = set(load_table("belt_members").adcode[load_table("belt_members").belt == belt])
    assert ids("belts", asked) == {belt}
    assert ids("prefectures", asked) == members
    parents = load_table("places").set_index("adcode").parent
    assert {parents[county] for county in ids("counties", asked)} == members
    assert set(select.select_rows("parks", asked).prefecture_adcode) <= members


def test_a_prefecture_shows_its_counties_belts_and_hubs() -> None:
    asked = Filter(prefecture=("220400",))
    assert ids("prefectures", asked) == {"220400"}
    assert ids("counties", asked) == {"220402", "220403", "220421", "220422"}
    assert ids("belts", asked) == {"changchun-liaoyuan-tonghua-baishan"}
    assert ids("hubs", asked) == {"rail-liaoyuan"}
    assert ids("hubs", Filter(prefecture=("222400",))) >= {"port-quanhe", "airport-ynj"}


def test_levels_and_kinds_describe_parks_alone() -> None:
    asked = Filter(level=("national",), kind=("high_tech",))
    assert len(select.select_rows("parks", asked)) == 5
    for layer in set(layers.list_exported()) - {"parks"}:
        assert ids(layer, asked) == ids(layer, Filter())


def test_a_belt_is_drawn_in_the_geometry_asked_for() -> None:
    kinds = {
        geometry: set(select.select_rows("belts", Filter(), geometry).geom_type)
        for geometry in ("territory", "axis", "corridor")
    }
    assert kinds["axis"] == {"LineString"}
    assert kinds["territory"] | kinds["corridor"] <= {"Polygon", "MultiPolygon"}
    facts = select.select_rows("specialities", Filter(), "axis").set_index("id")
    assert set(facts.geom_type[facts.place_kind == "belt"]) == {"LineString"}


def test_a_brand_without_a_place_has_no_point() -> None:
    brands = select.select_rows("brands", Filter()).set_index("id")
    assert set(brands.index[brands.geometry.isna()]) == set(brands.index[brands.place.isna()])
    assert brands.geometry.isna().sum() == 3


@pytest.mark.parametrize("layer", layers.list_exported())
@pytest.mark.parametrize("facet", FACETS)
def test_a_filter_never_adds(layer: str, facet: str) -> None:
    from geo.filters import list_options

    asked = Filter(**{facet: list_options(facet)[:1]})
    assert ids(layer, asked) <= ids(layer, Filter())
