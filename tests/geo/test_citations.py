"""What facts rest on: kinds, dates, and which addresses a reader may open."""

from urllib.parse import urlsplit

import pytest

from geo.citations import TRUSTED, cite_sources, date_sources, split_citation
from geo.models import TABLES
from geo.park_areas import list_areas
from geo.store import load_layer
from geo.tables import load_table

SOURCES = load_table("sources").set_index("id")
CITING = {
    name: [field for field in model.model_fields if field.endswith("sources")]
    for name, model in TABLES.items()
}


def list_cited() -> set[str]:
    """Return the ids of every source that a table cites."""
    return {
        split_citation(citation)[0]
        for name, fields in CITING.items()
        for field in fields
        for cell in load_table(name)[field]
        for citation in cell
    }


def test_every_source_is_cited_and_every_citation_is_a_source() -> None:
    assert list_cited() - set(load_table("policies").id) == set(SOURCES.index)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_only_pages_of_a_kind_that_vouches_for_them_are_linked(lang) -> None:
    for source in load_table("sources").itertuples():
        cited = cite_sources((source.id,), lang)[0]
        may_open = source.kind in TRUSTED and source.copied is None
        assert cited.url == ((source.address or "") if may_open else "")
        assert (source.address or "") in cited.in_print


def test_no_throw_away_host_is_linked() -> None:
    shady = {"972229.com", "in7q17c.cn", "johnnytowncar.com", "f3qsig.cn", "e6862.cn"}
    linked = {urlsplit(cite_sources((key,), "en")[0].url).hostname or "" for key in SOURCES.index}
    assert not {host for host in linked if any(host.endswith(one) for one in shady)}


def test_a_citation_tells_kind_publisher_place_and_date() -> None:
    cited = cite_sources(("catalogue-2018#no. 33",), "en")[0]
    assert cited.text.startswith("Public data set · National Development and Reform Commission")
    assert cited.text.endswith("no. 33 · 2018")
    assert cite_sources(("en-changchun-2019-01-28",), "zh")[0].text.startswith("政府网页 · 长春市")


def test_the_first_dated_source_dates_a_fact() -> None:
    assert date_sources(("geonames#1", "nbs-codes-2023#areas 2", "catalogue-2018")) == "2023"
    assert date_sources(("geonames#1",)) is None
    assert date_sources(()) is None


def test_an_unvouched_park_is_unverified() -> None:
    for park in load_table("parks").itertuples():
        kinds = {SOURCES.kind[split_citation(citation)[0]] for citation in park.sources}
        assert park.status == "unverified" or kinds & TRUSTED, park.id


def test_several_areas_of_a_park_stand_side_by_side() -> None:
    areas = load_table("park_areas")
    given = areas[areas.park == "songyuan-etdz"].set_index("kind").area_ha
    assert given.to_dict() == {"planned": 5350, "administered": 11800, "core": 1145}


def test_an_area_of_a_predecessor_is_no_area_of_the_park() -> None:
    assert [area.hectares for area in list_areas("hunchun-cbz")] == []
    assert [area.as_of for area in list_areas("changchun-etdz")] == ["2018", "2019-01-28"]


def test_layers_say_for_when_their_facts_hold() -> None:
    clusters, hubs = load_layer("clusters"), load_layer("hubs")
    assert clusters.as_of[clusters.document == "sme-clusters-2006"].unique() == ["2006-10-17"]
    assert hubs.as_of[hubs.source.str.contains("4 September 2026")].unique() == ["2026-09-04"]
    parks = load_layer("parks").set_index("id")
    assert parks.area_as_of["changchun-etdz"] == "2019-01-28"
    taken = parks.from_catalogue.map(lambda columns: "area_ha" in columns)
    assert (parks.area_as_of[taken] == "2018").all()
