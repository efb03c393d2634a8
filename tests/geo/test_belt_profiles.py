"""What a belt is made of: hand-made frames, and the known answers of the real data."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandas import DataFrame

from geo.belts import belt_profiles, corridors
from geo.tables import load_table

BELTS = tuple(load_table("belts").id)
WEST = "changchun-songyuan-baicheng"


def test_claimed_by_hand() -> None:
    facts = DataFrame({"place": ["a", "b", "a", "x"], "industry": ["oil", "oil", "silk", "silk"]})
    found = belt_profiles.tabulate_claims(facts, ["a", "b"])
    assert found.to_dict("index") == {
        "oil": {"a": True, "b": True},
        "silk": {"a": True, "b": False},
    }


def test_support_by_hand() -> None:
    facts = DataFrame({"id": ["f1", "f2"], "prefecture": ["p", "q"], "industry": ["oil", "silk"]})
    parks = DataFrame(
        {
            "id": ["k1", "k2"],
            "prefecture_adcode": ["p", "p"],
            "industries": [("oil", "silk"), ("oil",)],
        }
    )
    found = belt_profiles.find_support(["oil", "silk"], ["p", "q"], facts, parks)
    assert found.facts.tolist() == [("f1",), (), (), ("f2",)]
    assert found.parks.tolist() == [("k1", "k2"), (), ("k1",), ()]


def test_support_of_nothing_is_empty_and_not_missing() -> None:
    facts = DataFrame({"id": [], "prefecture": [], "industry": []})
    parks = DataFrame({"id": [], "prefecture_adcode": [], "industries": []}, dtype=object)
    found = belt_profiles.find_support(["oil"], ["p"], facts, parks)
    assert (found.facts.iloc[0], found.parks.iloc[0]) == ((), ())


def test_by_kind_counts_and_sorts_by_the_whole_kind() -> None:
    parks = DataFrame(
        {"kind": ["b", "a", "a", "b", "b"], "level": ["low", "low", "high", "low", "low"]}
    )
    found = belt_profiles.count_by_kind(parks)
    assert found.values.tolist() == [["b", "low", 3], ["a", "high", 1], ["a", "low", 1]]


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xy")), min_size=1, max_size=20))
def test_by_kind_loses_nothing_and_forgets_the_order_of_rows(rows: list[tuple[str, str]]) -> None:
    parks = DataFrame(rows, columns=["kind", "level"])
    found = belt_profiles.count_by_kind(parks)
    assert found.parks.sum() == len(rows)
    assert found.equals(belt_profiles.count_by_kind(parks.iloc[::-1]))


def test_members_and_stops_come_in_travel_order() -> None:
    assert belt_profiles.list_members(WEST) == ["220100", "220700", "220800"]
    stops = belt_profiles.locate_stops(WEST)
    assert stops.adcode.tolist() == ["220100", "220122", "220700", "220882", "220800"]
    assert stops.along_km.is_monotonic_increasing
    assert stops.along_km.iloc[-1] == pytest.approx(belt_profiles.measure_axes()[WEST])


def test_textiles_are_claimed_by_two_belts() -> None:
    found = belt_profiles.tabulate_claims(belt_profiles.select_belt_claims(), BELTS).loc[
        "textiles-general"
    ]
    assert set(found.index[found]) == {"changchun-liaoyuan-tonghua-baishan", WEST}


def test_known_numbers_of_industries() -> None:
    counts = belt_profiles.select_belt_claims().groupby("place").industry.nunique()
    assert counts[list(BELTS)].tolist() == [9, 4, 5, 9]


def test_disputed_statements_support_nothing() -> None:
    facts = load_table("specialities").set_index("id")
    used = {
        one for belt in BELTS for ids in belt_profiles.find_belt_support(belt).facts for one in ids
    }
    assert set(facts.status[list(used)]) == {"stated"}
    assert set(facts.document[list(used)]).isdisjoint({"belts-2013"})


def test_heat_exchangers_of_siping_are_supported_by_three_documents() -> None:
    found = belt_profiles.find_belt_support("changchun-siping")
    cell = found[(found.industry == "heat-exchangers") & (found.prefecture == "220300")].iloc[0]
    facts = load_table("specialities").set_index("id")
    assert {facts.document[one] for one in cell.facts} == {
        "sme-clusters-2006",
        "characteristic-parks",
        "key-clusters-2015",
    }


def test_changchun_lies_in_every_belt() -> None:
    assert all("220100" in belt_profiles.list_members(belt) for belt in BELTS)


def test_hubs_come_in_travel_order_and_within_the_width() -> None:
    found = belt_profiles.find_hubs_along(WEST, 40)
    assert found.along_km.is_monotonic_increasing
    assert found.off_km.max() <= 40
    assert {"airport-dbc", "rail-baicheng"} <= set(found.id)


def test_the_corridors_area_is_less_than_its_buffer_and_agrees_with_its_shape() -> None:
    from geopandas import GeoSeries

    from geo.crs import STORED, area_km2

    shape = GeoSeries([corridors.clip_corridor(WEST, 40)], crs=STORED)
    assert belt_profiles.measure_corridor(WEST, 40) == pytest.approx(
        area_km2(shape).iloc[0], rel=1e-3
    )
