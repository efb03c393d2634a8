"""Every real row: phrases as the documents have them, sums, references, positions."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pandas as pd
import pytest
from geopandas import GeoSeries

from geo import claims, store
from geo.check import find_problems
from geo.crs import METRIC
from geo.models import TABLES
from geo.paths import POLICIES, ROOT
from geo.tables import load_table
from geo.targets import QUOTED

CHINESE = re.compile(r"[\u3400-\u9fff]")
ZONES = load_table("parks").dropna(subset="national_zone")


def key(row: object) -> str:
    return str(getattr(row, "id", None) or f"{row.belt}-{row.adcode}")  # type: ignore[attr-defined]


def rows(*names: str) -> list[object]:
    return [row for name in names for row in load_table(name).itertuples()]


@cache
def paragraphs(document: str) -> list[str]:
    policies = load_table("policies").set_index("id")
    path = POLICIES / policies.file[document]
    if not path.is_file():
        pytest.skip(f"the text of {document} is not there: {path.name} in {POLICIES}")
    return [line for line in path.read_text("utf-8").splitlines() if line.strip()]


# -- phrases -------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["belts-2013-website-contact", "national-zones-2021-contact"])
def test_a_contact_is_printed_in_the_text(key: str) -> None:
    row = load_table("institutions").set_index("id").loc[key]
    text = "\n".join(paragraphs(row.document))
    assert row.telephone in text
    assert row.address_en in text


@pytest.mark.parametrize("row", rows("specialities"), ids=key)
def test_a_speciality_is_written_as_quoted(row: object) -> None:
    assert any(
        row.phrase in paragraph.partition(row.place_phrase)[2]
        for paragraph in paragraphs(row.document)
    )


@pytest.mark.parametrize("row", rows(*(name for name in QUOTED if name != "specialities")), ids=key)
def test_a_fact_is_written_as_quoted(row: object) -> None:
    assert any(row.phrase in paragraph for paragraph in paragraphs(row.document))


@pytest.mark.parametrize("row", rows("belt_members"), ids=key)
def test_a_member_is_written_as_quoted(row: object) -> None:
    document = load_table("belts").set_index("id").document[row.belt]
    assert any(row.phrase in paragraph for paragraph in paragraphs(document))


@pytest.mark.parametrize("row", rows("sectors"), ids=key)
def test_a_sector_is_written_as_quoted(row: object) -> None:
    assert any(row.phrase in paragraph for paragraph in paragraphs("belts-2013"))


# -- known answers -------------------------------------------------------------------------------


def test_every_fact_and_layer_is_sound() -> None:
    assert find_problems() == []


def test_the_clusters_of_2013_add_up_as_printed() -> None:
    targets = load_table("targets")
    by = targets.groupby("series").value
    assert by.sum()["clusters-2017-by-category"] == 160
    assert by.apply(list)["clusters-2017-by-category"] == [
        14, 20, 22, 4, 15, 10, 23, 6, 7, 16, 2, 4, 17,
    ]  # fmt: skip
    assert by.sum()["clusters-2017-by-output"] == 162
    assert by.apply(list)["clusters-2017-by-output"] == [8, 53, 56, 45]
    assert 162 in targets.value[targets.id == "belts-2013-clusters"].to_list()


def test_fourteen_national_zones_are_marked() -> None:
    assert ZONES.national_zone.value_counts().to_dict() == {
        "economic_technological": 5,
        "high_tech": 5,
        "border_cooperation": 2,
        "comprehensive_bonded": 2,
    }
    assert (ZONES.level == "national").all()
    assert (ZONES.kind == ZONES.national_zone).all()


def test_the_catalogue_of_2018_is_whole() -> None:
    zones = load_table("catalogue_2018")
    provincial = zones[zones.level == "provincial"]
    assert len(zones) == 62
    assert sorted(provincial.number) == list(range(327, 375))
    assert zones.number.is_unique
    assert zones.area_ha.sum() == pytest.approx(41_933.69)
    assert provincial.area_ha.sum() == pytest.approx(29_250.2)
    assert zones[zones.level == "national"].category.value_counts().to_dict() == {
        "economic_technological": 5,
        "high_tech": 5,
        "border_cooperation": 2,
        "customs_supervised": 2,
    }


def test_the_catalogue_cites_its_line() -> None:
    for zone in load_table("catalogue_2018").itertuples():
        assert zone.sources == (f"catalogue-2018#no. {zone.number:.0f}",)
        assert zone.approved_month[:4] <= zone.as_of


def test_the_catalogue_and_the_parks_find_one_another() -> None:
    parks, zones = load_table("parks"), load_table("catalogue_2018")
    coded = parks.dropna(subset="catalogue_code")
    assert coded.catalogue_code.is_unique
    assert set(zones.code) == set(coded.catalogue_code)
    assert set(ZONES.id) <= set(coded.id)
    assert ZONES.set_index("id").catalogue_code["hunchun-cbz"] == "G223021"


def test_what_the_parks_know() -> None:
    parks = load_table("parks")
    assert parks.approved_year.notna().sum() == 73
    assert parks.area_ha.notna().sum() == 77
    assert parks.lead_industries_zh.map(bool).sum() == 93
    assert set(parks.id[parks.status == "unverified"]) == {
        "nongan-edz", "qianan-edz", "panshi-metallurgy", "xingfu-dz", "shuanglong-industrial-park",
        "changchun-western-new-city", "liaoyuan-longshan-iz", "changchun-southern-edz",
        # Named by pages alone that nobody vouches for:
        "fusong-changbaishan-edz", "siping-heat-exchanger", "liuhe-wine", "tongyu-wind",
        "yushu-huancheng-ic",
    }  # fmt: skip


def test_years_that_differ_stand_in_both_tables() -> None:
    parks = load_table("parks").set_index("id")
    zones = load_table("catalogue_2018").set_index("code")
    for park, year, month in (
        ("jian-edz", 1988, "1993-11"),
        ("tumen-edz", 1992, "1995-01"),
        ("shulan-edz", 2021, "2005-09"),
    ):
        assert parks.approved_year[park] == year
        assert zones.approved_month[parks.catalogue_code[park]] == month


def test_no_park_cites_the_hijacked_page() -> None:
    assert not load_table("sources").address.str.contains("botbearing", na=False).any()


def test_each_list_names_somebody_and_nobody_before_it_was_made() -> None:
    lists, named = load_table("lists").set_index("id"), load_table("list_rows")
    assert set(named.list) == set(lists.index)
    for row in named.dropna(subset="as_of").itertuples():
        made = lists.date[row.list]
        assert made is None or row.as_of[: len(made)] >= made[: len(row.as_of)], row


def test_the_five_clusters_of_2025_are_named() -> None:
    named = load_table("list_rows")
    clusters = named[named.list == "sme-clusters-2025"]
    assert clusters.place.tolist() == ["220402", "220402", "220621", "222401", "220103"]
    # Four are clusters of a place; one carries the name of a park.
    assert clusters.park.dropna().tolist() == ["changchun-new-area"]


def test_changchun_is_in_all_four_belts() -> None:
    members = load_table("belt_members")
    assert set(members.belt[members.adcode == "220100"]) == set(load_table("belts").id)
    assert len(load_table("belts")) == 4


def test_every_prefecture_is_in_a_belt() -> None:
    places = load_table("places")
    assert set(load_table("belt_members").adcode) == set(
        places.adcode[places.level == "prefecture"]
    )


def test_units_are_one_nine_and_sixty() -> None:
    assert Counter(load_table("places").level) == {"province": 1, "prefecture": 9, "county": 60}
    assert set(load_table("seats").adcode) == set(load_table("places").adcode) - {"220000"}


def test_the_clusters_of_2015_are_those_that_its_sentence_names() -> None:
    clusters = load_table("clusters")
    assert clusters.document.value_counts().to_dict() == {
        "key-clusters-2015": 22,
        "sme-clusters-2006": 10,
    }
    named = clusters[clusters.document == "key-clusters-2015"]
    assert named.place.value_counts()["220100"] == 6
    assert set(named.place.value_counts().drop("220100")) == {2}
    said = load_table("specialities").query("document == 'key-clusters-2015'")
    pairs = named.explode("industries")
    assert set(zip(pairs.place, pairs.industries, strict=True)) == set(
        zip(said.place, said.industry, strict=True)
    )


def test_no_two_clusters_have_one_name() -> None:
    assert load_table("clusters").name_zh.is_unique
    assert load_table("clusters").name_en.is_unique


def test_ten_brands_five_documents() -> None:
    assert [len(load_table(name)) for name in ("brands", "policies")] == [10, 5]
    assert load_table("policies").set_index("id").date.isna().to_dict() == {
        "sme-clusters-2006": False,
        "characteristic-parks": True,
        "belts-2013": False,
        "key-clusters-2015": False,
        "national-zones-2021": False,
    }


def test_what_came_later_came_after_what_it_bears_on() -> None:
    dates = load_table("policies").set_index("id").date
    context = load_table("context")
    assert {row.date[:4] for row in context.itertuples()} == {
        "2019",
        "2021",
        "2022",
        "2023",
        "2025",
    }
    for row in context.itertuples():
        for document in row.documents:
            assert dates[document].isoformat()[: len(row.date)] < row.date
    assert set(context.id).isdisjoint(dates.index)


def test_the_slip_of_the_translation_is_in_no_count() -> None:
    facts = load_table("specialities")
    disputed = facts[facts.status == "disputed"]
    assert set(disputed.discrepancy) == {"tonghua-listed-twice"}
    assert set(disputed.place) == {"220500"}
    assert set(disputed.industry) == {"socks", "leather", "biopharmaceuticals"}


def test_industries_of_the_province_have_the_rank_of_their_document() -> None:
    facts = load_table("specialities").dropna(subset="rank")
    assert set(facts.place) == {"220000"}
    counts = facts.groupby(["document", "rank"]).size().to_dict()
    assert counts == {
        ("sme-clusters-2006", "pillar"): 3,
        ("sme-clusters-2006", "advantage"): 2,
        ("sme-clusters-2006", "special"): 5,
        ("characteristic-parks", "pillar_or_advantage"): 7,
    }


def test_what_is_said_of_the_province_counts_for_no_place_in_it() -> None:
    said = set(claims.list_priorities().id)
    assert len(said) == 32
    for counties in (False, True):
        assert said.isdisjoint(claims.list_claims(counties=counties, disputed=True).id)


def test_gongzhuling_has_moved() -> None:
    history = load_table("adcode_history").set_index("adcode_former")
    assert history.adcode["220381"] == "220184"
    assert load_table("places").set_index("adcode").parent["220184"] == "220100"


# -- every row -----------------------------------------------------------------------------------


@cache
def distances(name: str) -> pd.Series:
    """Metres from each point to the county or prefecture it is said to lie in."""
    points = store.load_layer(name).set_index("id")
    codes = points.county_adcode if "county_adcode" in points else points.index.to_series()
    units = pd.concat([store.load_layer("counties"), store.load_layer("prefectures")]).set_index(
        "id"
    )
    codes = codes.dropna()
    shapes = GeoSeries(units.geometry.reindex(codes).to_numpy(), codes.index, units.crs)
    return points.geometry[codes.index].to_crs(METRIC).distance(shapes.to_crs(METRIC))


@pytest.mark.parametrize("row", rows("parks"), ids=key)
def test_a_park(row: object) -> None:
    assert distances("parks")[row.id] <= 2_000
    assert row.name_zh not in row.aliases
    assert (pd.isna(row.area_ha)) == (row.area_kind is None or pd.isna(row.area_kind))
    if row.status == "unverified":
        assert row.confidence == "low"


@pytest.mark.parametrize("row", rows("hubs"), ids=key)
def test_a_hub(row: object) -> None:
    if pd.notna(row.county_adcode):
        assert distances("hubs")[row.id] <= 2_000
    else:
        assert row.kind == "seaport"


@pytest.mark.parametrize("row", rows("seats"), ids=lambda row: row.adcode)
def test_a_seat(row: object) -> None:
    assert distances("seats")[row.adcode] <= 2_000


@pytest.mark.parametrize("park", load_table("park_industries").park.unique())
def test_a_park_lists_its_industries_once(park: str) -> None:
    listed = load_table("park_industries")
    assert listed.industry[listed.park == park].is_unique


@pytest.mark.parametrize("name", TABLES)
def test_each_language_is_itself(name: str) -> None:
    facts = load_table(name)
    for column in (column for column in facts if column.endswith("_zh")):
        english = (
            facts[column.removesuffix("_zh") + "_en"] if f"{column[:-3]}_en" in facts else None
        )
        for index, text in facts[column].dropna().items():
            text = " ".join(text) if isinstance(text, tuple) else text
            assert not text or CHINESE.search(text), (name, index, column)
            if english is not None and column != "aliases_zh":
                assert isinstance(english[index], str), (name, index, column)
    for column in (column for column in facts if column.endswith("_en")):
        for index, text in facts[column].dropna().items():
            text = " ".join(text) if isinstance(text, tuple) else text
            assert not CHINESE.search(text), (name, index, column)


@pytest.mark.parametrize("path", sorted((ROOT / "data").glob("*.csv")), ids=lambda path: path.stem)
def test_a_file_is_plain(path: Path) -> None:
    raw = path.read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in raw
    assert raw.endswith(b"\n")
    assert path.stem in TABLES
