"""OGC API - Features below /api: what clients get, and what they are told when they err."""

import json

import geopandas as gpd
import pyogrio
import pytest
import requests
import shapely

from geo import store
from geo.export.catalogue import COLLECTIONS
from geo.export.extract import make_extract
from geo.export.feature_collection import build_features
from geo.filters import Filter
from geo.select import select_rows
from tests.api.conftest import Ask

PARKS = "/collections/parks/items"
MINERAL = Filter(industry=("mineral-water",))


def ids(answer: requests.Response) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [one["id"] for one in answer.json()["features"]]


def links(answer: requests.Response) -> dict[str, str]:
    return {one["rel"]: one["href"] for one in answer.json()["links"]}


# ---- what was called otherwise


def test_ids_of_before_still_answer(ask: Ask) -> None:
    assert ids(ask("/collections/clusters/items", industry="kaffir-lily")) == ["changchun-clivia"]
    item = ask("/collections/clusters/items/changchun-kaffir-lily", f="json").json()
    assert item["id"] == "changchun-clivia"


def test_a_title_that_was_a_park_leads_to_its_place(ask: Ask) -> None:
    item = ask("/collections/parks/items/jingyu-water", f="json").json()
    assert item["id"] == "220622"


# ---- what is there


@pytest.mark.parametrize("path", ["", "/"])
def test_the_landing_page_leads_only_where_there_is_something(
    ask: Ask, api_url: str, path: str
) -> None:
    answer = ask(path, accept="application/json")
    for link in answer.json()["links"]:
        if link["href"].startswith(api_url):
            assert requests.get(link["href"], timeout=60).status_code == 200, link


def test_the_conformance_is_that_of_features_and_cql2(ask: Ask) -> None:
    first, second = (ask("/conformance", f="json").json()["conformsTo"] for _ in range(2))
    assert "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core" in first
    assert "http://www.opengis.net/spec/cql2/1.0/conf/cql2-text" in first
    assert first == second


def test_each_collection_tells_its_extent_and_licence(ask: Ask) -> None:
    found = ask("/collections", f="json").json()["collections"]
    assert [one["id"] for one in found] == list(COLLECTIONS)
    for one in found:
        west, south, east, north = one["extent"]["spatial"]["bbox"][0]
        assert west < east
        assert south < north
        assert "creativecommons" in {link["rel"]: link["href"] for link in one["links"]}["license"]
        assert store.data_version() in one["description"]


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_each_collection_gives_what_the_page_shows(ask: Ask, collection: str) -> None:
    place = COLLECTIONS[collection]
    wanted = select_rows(place.layer, Filter(), place.geometry)
    answer = ask(f"/collections/{collection}/items")
    assert answer.headers["content-type"] == "application/geo+json"
    assert ids(answer) == wanted.id.tolist()
    assert answer.json()["numberMatched"] == answer.json()["numberReturned"] == len(wanted)


@pytest.mark.parametrize(
    ("params", "chosen"),
    [
        ({"industry": "mineral-water"}, MINERAL),
        (
            {"belt": "changchun-jilin-tumen", "level": "national"},
            Filter(belt=("changchun-jilin-tumen",), level=("national",)),
        ),
        ({"prefecture": "220600.220500"}, Filter(prefecture=("220600", "220500"))),
        ({"unverified": "1"}, Filter(unverified=True)),
    ],
)
def test_the_links_of_the_app_mean_the_same_here(
    ask: Ask, params: dict[str, str], chosen: Filter
) -> None:
    assert ids(ask(PARKS, **params)) == select_rows("parks", chosen).id.tolist()


def test_features_are_those_of_the_file(ask: Ask) -> None:
    answered = ask(PARKS, **MINERAL.to_params()).json()
    written = build_features(make_extract("parks", MINERAL).frame)
    kept = ("type", "id", "properties", "geometry")
    assert [{key: one[key] for key in kept} for one in answered["features"]] == written
    assert answered["license"] == "CC-BY-4.0"
    assert answered["data_version"] == store.data_version()
    assert answered["filter"] == MINERAL.describe("en")


# ---- pages, properties, places


def test_pages_hold_each_feature_once(ask: Ask) -> None:
    answer = ask("/collections/counties/items", limit=7, sortby="-name_en")
    found = ids(answer)
    while "next" in links(answer):
        answer = requests.get(links(answer)["next"], timeout=60)
        found += ids(answer)
    wanted = select_rows("counties", Filter()).sort_values(
        "name_en", ascending=False, kind="stable"
    )
    assert found == wanted.id.tolist()


def test_a_filter_survives_paging(ask: Ask) -> None:
    answer = ask(PARKS, filter="level = 'national'", **{"filter-lang": "cql2-text", "limit": 10})
    following = requests.get(links(answer)["next"], timeout=60)
    assert len(ids(following)) == answer.json()["numberMatched"] - 10


def test_a_box_is_of_places(ask: Ask) -> None:
    box = (126, 42, 127, 43)
    wanted = select_rows("counties", Filter())
    wanted = wanted[wanted.intersects(shapely.box(*box))]
    assert ids(ask("/collections/counties/items", bbox="126,42,127,43")) == wanted.id.tolist()


CONDITIONS = {
    "level = 'national'": lambda rows: rows.level == "national",
    "level <> 'national'": lambda rows: rows.level != "national",
    "NOT (level = 'national') AND area_ha > 1000": lambda rows: (
        (rows.level != "national") & (rows.area_ha > 1000)
    ),
    "area_ha IS NULL": lambda rows: rows.area_ha.isna(),
    "approved_year BETWEEN 1990 AND 1995": lambda rows: rows.approved_year.between(1990, 1995),
    "county_adcode IN ('222404', '220581')": lambda rows: rows.county_adcode.isin(
        ["222404", "220581"]
    ),
    "level NOT IN ('national')": lambda rows: rows.level != "national",
    "name_zh LIKE '长春%'": lambda rows: rows.name_zh.str.startswith("长春"),
    "name_zh LIKE '%[*?'": lambda rows: rows.name_zh == "none",
    "industries LIKE '%mineral-water%'": lambda rows: rows.industries.map(
        lambda held: "mineral-water" in held
    ),
    "CASEI(name_en) LIKE 'changchun%'": lambda rows: rows.name_en.str.lower().str.startswith(
        "changchun"
    ),
    "S_INTERSECTS(geometry, BBOX(125, 43, 126, 44))": lambda rows: rows.intersects(
        shapely.box(125, 43, 126, 44)
    ),
    "S_WITHIN(geometry, POLYGON((125 43, 126 43, 126 44, 125 44, 125 43)))": lambda rows: (
        rows.within(shapely.box(125, 43, 126, 44))
    ),
}


@pytest.mark.parametrize("condition", CONDITIONS)
def test_cql2_text(ask: Ask, condition: str) -> None:
    rows = select_rows("parks", Filter())
    wanted = rows[CONDITIONS[condition](rows)]
    assert ids(ask(PARKS, filter=condition)) == wanted.id.tolist()


def test_cql2_json_means_the_same(ask: Ask) -> None:
    tree = {"op": "=", "args": [{"property": "level"}, "national"]}
    params = {"filter": json.dumps(tree), "filter-lang": "cql2-json"}
    assert ids(ask(PARKS, **params)) == ids(ask(PARKS, filter="level = 'national'"))


def test_what_is_unknown_meets_no_comparison(ask: Ask) -> None:
    rows = select_rows("parks", Filter())
    zoned = rows[rows.national_zone.notna()].id.tolist()
    assert ids(ask(PARKS, filter="national_zone <> 'none'")) == zoned
    assert ids(ask(PARKS, filter="NOT national_zone LIKE 'none%'")) == zoned


def test_properties_narrow_and_lists_are_searched(ask: Ask) -> None:
    rows = select_rows("parks", Filter())
    listed = rows[rows.industries.map(lambda held: "mineral-water" in held)]
    assert ids(ask(PARKS, industries="mineral-water")) == listed.id.tolist()
    assert ids(ask(PARKS, approved_year=1993)) == rows[rows.approved_year == 1993].id.tolist()
    assert ids(ask("/collections/brands/items", kind="place"))


def test_properties_geometry_and_numbers_can_be_asked_for_alone(ask: Ask) -> None:
    one = ask(PARKS, limit=1, properties="name_zh,level", skipGeometry="true").json()["features"][0]
    assert set(one["properties"]) == {"name_zh", "level"}
    assert one["geometry"] is None
    hits = ask(PARKS, resulttype="hits").json()
    assert (hits["features"], hits["numberMatched"]) == ([], len(select_rows("parks", Filter())))


def test_each_feature_says_where_it_comes_from(ask: Ask) -> None:
    for collection in COLLECTIONS:
        for one in ask(f"/collections/{collection}/items").json()["features"]:
            assert one["provenance"], one["id"]
    park = ask(f"{PARKS}/changchun-etdz").json()
    assert {"document", "phrase", "section"} <= set(park["provenance"][-1])
    first = park["provenance"][0]
    assert first["kind"] == "official"
    assert first["date"] == "2019-01-28"
    assert first["address"].startswith("http://en.changchun.gov.cn/")
    assert "Changchun Municipal People's Government" in first["source"]


# ---- errors


@pytest.mark.parametrize(
    "params",
    [
        {"limit": "0"},
        {"limit": "many"},
        {"offset": "-1"},
        {"bbox": "1,2,3"},
        {"bbox": "a,b,c,d"},
        {"f": "xml"},
        {"colour": "red"},
        {"industry": "unobtainium"},
        {"approved_year": "lately"},
        {"approved_year": "nan"},
        {"limit": "1_0"},
        {"limit": "١"},
        {"limit": "9" * 400},
        {"approved_year": "9" * 400},
        {"bbox": "1,2,3,1e999"},
        {"bbox": "1,5,2,4"},
        {"bbox": "1,2,3,4,5"},
        {"sortby": ""},
        {"sortby": "beauty"},
        {"properties": "beauty"},
        {"skipGeometry": "perhaps"},
        {"filter": "(("},
        {"filter": "beauty = 1"},
        {"filter": "level > 5"},
        {"filter": ""},
        {"filter": "{", "filter-lang": "cql2-json"},
        {"filter": "SOUNDEX(level) = 'x'"},
        {"filter": "level = 'x' OR " * 200 + "level = 'x'"},
        {"filter": "level = 'x'", "filter-lang": "sql"},
        {"crs": "http://www.opengis.net/def/crs/EPSG/0/3857"},
    ],
    ids=lambda params: json.dumps(params)[:50],
)
def test_a_wrong_question_is_told_so(ask: Ask, params: dict[str, str]) -> None:
    answer = ask(PARKS, **params)
    assert answer.status_code == 400, answer.text
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["description"]


@pytest.mark.parametrize(
    "path", ["/nowhere", "/collections/none", "/collections/none/items", f"{PARKS}/none"]
)
def test_what_is_not_there(ask: Ask, path: str) -> None:
    answer = ask(path)
    assert answer.status_code == 404
    assert answer.json()["code"] == "NotFound"


def test_what_cannot_be_given(ask: Ask) -> None:
    assert ask(PARKS, accept="image/png").status_code == 406
    assert ask("", accept="image/png").status_code == 406
    assert ask(PARKS, accept="application/geo+json;q=0.9").status_code == 200
    assert ask(PARKS, accept="image/png", f="json").status_code == 200


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
        ("application/json;q=0.5, text/html;q=0.4", "application/geo+json"),
        ("application/json;q=0.4, text/html;q=0.5", "text/html"),
        ("image/png, application/*;q=0.1", "application/geo+json"),
        ("text/*", "text/html"),
    ],
)
def test_the_format_that_a_client_likes_best(ask: Ask, accept: str, media_type: str) -> None:
    answer = ask(PARKS, accept=accept, limit=1)
    assert answer.headers["content-type"].split(";")[0] == media_type
    assert {"Accept", "Accept-Language"} <= set(answer.headers["vary"].split(", "))


def test_what_a_client_never_wants_is_not_given(ask: Ask) -> None:
    assert ask(PARKS, accept="text/html;q=0, image/png").status_code == 406
    assert ask(PARKS, accept="application/json;q=0").status_code == 406


def test_nothing_can_be_written(api_url: str) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        answer = requests.request(method, f"{api_url}{PARKS}", timeout=60)
        assert answer.status_code == 405


# ---- transport


def test_what_has_not_changed_is_not_sent_again(api_url: str) -> None:
    url = f"{api_url}{PARKS}?limit=5"
    first, second = (requests.get(url, timeout=60) for _ in range(2))
    assert first.headers["etag"] == second.headers["etag"]
    again = requests.get(url, headers={"If-None-Match": first.headers["etag"]}, timeout=60)
    assert (again.status_code, again.content) == (304, b"")
    other = requests.get(f"{api_url}{PARKS}?limit=6", timeout=60)
    assert other.headers["etag"] != first.headers["etag"]


def test_large_answers_are_compressed(api_url: str) -> None:
    answer = requests.get(f"{api_url}{PARKS}", headers={"Accept-Encoding": "gzip"}, timeout=60)
    assert answer.headers["content-encoding"] == "gzip"
    assert "Accept-Encoding" in answer.headers["vary"]
    plain = requests.get(f"{api_url}{PARKS}", headers={"Accept-Encoding": "identity"}, timeout=60)
    assert "content-encoding" not in plain.headers
    assert plain.json()["features"] == answer.json()["features"]


def test_addresses_are_those_under_which_the_server_was_asked(api_url: str) -> None:
    elsewhere = api_url.replace("127.0.0.1", "localhost")
    answer = requests.get(f"{elsewhere}{PARKS}", timeout=60)
    assert all(one["href"].startswith(elsewhere) for one in answer.json()["links"]), answer.json()[
        "links"
    ]


# ---- for people


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/openapi",
        "/conformance",
        "/collections",
        "/collections/parks",
        "/collections/parks/queryables",
        "/collections/parks/schema",
        "/collections/brands/items",
        f"{PARKS}/changchun-etdz",
        "/collections/none",
        f"{PARKS}?limit=0",
    ],
)
@pytest.mark.parametrize(("lang", "tag"), [("zh-CN", "zh-CN"), ("de,en;q=0.5", "en")])
def test_pages_need_nothing_from_elsewhere(api_url: str, path: str, lang: str, tag: str) -> None:
    headers = {"Accept": "text/html", "Accept-Language": lang}
    page = requests.get(f"{api_url}{path}", headers=headers, timeout=60)
    assert page.headers["content-type"].startswith("text/html")
    assert "<script" not in page.text
    assert "src=" not in page.text
    assert "stylesheet" not in page.text
    failures = {"/collections/none": 404, f"{PARKS}?limit=0": 400}
    assert page.status_code == failures.get(path, 200)
    if page.status_code == 200:
        assert f'lang="{tag}"' in page.text


# ---- other people's clients


def test_geopandas_opens_a_saved_link(api_url: str) -> None:
    found = gpd.read_file(f"{api_url}{PARKS}?industry=mineral-water")
    assert found.id.tolist() == select_rows("parks", MINERAL).id.tolist()
    assert found.crs.to_epsg() == 4326


@pytest.mark.parametrize("collection", ["parks", "belts-axis", "counties"])
def test_gdal_reads_the_api_by_its_own_driver(api_url: str, collection: str) -> None:
    source = f"OAPIF:{api_url}"
    assert collection in pyogrio.list_layers(source)[:, 0]
    place = COLLECTIONS[collection]
    found = pyogrio.read_dataframe(source, layer=collection)
    assert found.id.tolist() == select_rows(place.layer, Filter(), place.geometry).id.tolist()


def test_gdal_narrows_by_box_and_by_condition(api_url: str) -> None:
    source, rows = f"OAPIF:{api_url}", select_rows("parks", Filter())
    boxed = pyogrio.read_dataframe(source, layer="parks", bbox=(125, 43, 126, 44))
    assert set(boxed.id) == set(rows[rows.intersects(shapely.box(125, 43, 126, 44))].id)
    national = pyogrio.read_dataframe(source, layer="parks", where="level = 'national'")
    assert set(national.id) == set(rows[rows.level == "national"].id)
