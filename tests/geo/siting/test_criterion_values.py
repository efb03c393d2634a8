"""Raw values and their bounds: distances against a known length, counts and areas by hand."""

import numpy as np
import pytest
from pandas import DataFrame

from geo import store
from geo.siting import distances
from geo.siting.criterion_values import bound_areas, measure_criteria
from geo.siting.distances import Spread, measure_geodesics
from geo.siting.industry_fit import GRADES, find_grounds, measure_fit
from geo.siting.nearest import count_within
from geo.siting.question import make_question
from geo.siting.similar_parks import find_similar_parks, share_in_common
from geo.siting.wording.value_wording import tell_bounds, tell_nearest, tell_value
from geo.tables import load_table

AUTO = measure_criteria(make_question(industries=["auto-parts"]))


def test_a_degree_along_the_equator() -> None:
    # One degree of the equator of WGS 84: pi * 6378.137 / 180 km.
    one = [np.array([number]) for number in (126.0, 0.0, 127.0, 0.0)]
    assert measure_geodesics(*one)[0] == pytest.approx(np.pi * 6378.137 / 180, abs=1e-5)


def test_changchun_to_jilin_city_is_about_a_hundred_kilometres() -> None:
    seats = store.load_layer("seats").set_index("id").geometry
    one, other = seats["220100"], seats["220200"]
    found = measure_geodesics(*(np.array([number]) for number in (one.x, one.y, other.x, other.y)))
    assert 95 < found[0] < 105


@pytest.mark.parametrize(
    "made", [distances.measure_to_hubs, distances.measure_to_parks, distances.measure_to_changchun]
)
def test_bounds_contain_the_distance(made) -> None:
    spread = made()
    assert (spread.low <= spread.value).all(axis=None)
    assert (spread.value <= spread.high).all(axis=None)


def test_a_site_has_one_distance_to_a_site() -> None:
    spread = distances.measure_to_hubs()
    pair = ("changchun-auto-etdz", "rail-changchun-west")
    assert spread.low.at[pair] == pytest.approx(spread.high.at[pair], abs=1e-5)


def test_a_county_spreads_by_no_more_than_its_width() -> None:
    spread = distances.measure_to_hubs()
    parks = store.load_layer("parks").set_index("id")
    seats = parks.index[parks.location_precision == "county_seat"]
    wide = (spread.high - spread.low).loc[seats, "airport-cgq"]
    assert wide.between(1, 400).all()


def test_neighbours_count_by_hand() -> None:
    def frame(numbers):
        return DataFrame(numbers, index=list("abc"), columns=list("abc"), dtype=float)

    spread = Spread(
        frame([[0, 10, 40], [10, 0, 60], [40, 60, 0]]),
        frame([[0, 20, 60], [20, 0, 70], [60, 70, 0]]),
        frame([[0, 30, 90], [30, 0, 90], [90, 90, 0]]),
    )
    others = ~np.eye(3, dtype=bool)
    sure, doubtful = np.array([True, True, False]), np.array([False, False, True])
    found = count_within(spread, sure & others, doubtful & others, 50)
    # a: b surely, c may be near and may list it; b: a surely; c: a may be near.
    assert found[["low", "value", "high"]].to_numpy().tolist() == [[1, 1, 2], [1, 1, 1], [0, 0, 1]]


def test_an_area_is_bounded_by_what_its_kind_allows() -> None:
    kinds = ["planned", "approved", "built", "administered", "unspecified", None]
    parks = DataFrame({"area_ha": [100.0, 200, 300, 400, 500, None], "area_kind": kinds})
    found = bound_areas(parks)
    assert found.value.tolist() == pytest.approx([100, 200] + [np.nan] * 4, nan_ok=True)
    assert found.low.tolist() == pytest.approx([100, 200, 300] + [np.nan] * 3, nan_ok=True)
    assert found.high.tolist() == pytest.approx(
        [100, 200, np.nan, 400, np.nan, np.nan], nan_ok=True
    )


def test_what_a_park_lists_is_the_best_ground() -> None:
    ground = find_grounds("auto-parts")
    assert ground["changchun-auto-etdz"] == "listed"
    assert set(ground) <= set(GRADES)


def test_unknown_industries_leave_the_upper_bound_open() -> None:
    parks = store.load_layer("parks").set_index("id")
    unknown = parks.index[~parks.industries.map(bool)]
    found = measure_fit(("auto-parts",))
    assert (found.high.loc[unknown] == 1).all()
    assert (found.low == found.value).all()
    known = parks.index.difference(unknown)
    assert (found.high.loc[known] == found.value.loc[known]).all()


def test_two_industries_count_alike() -> None:
    one, other = measure_fit(("auto-parts",)).value, measure_fit(("logistics",)).value
    assert measure_fit(("auto-parts", "logistics")).value.tolist() == pytest.approx(
        ((one + other) / 2).tolist()
    )


def test_a_park_is_no_neighbour_of_itself() -> None:
    lists = (
        store.load_layer("parks").set_index("id").industries.map(lambda one: "auto-parts" in one)
    )
    near = AUTO.nearest.same_industry
    assert (near != near.index).all()
    assert lists[near.dropna()].all()


def test_unverified_neighbours_count_only_when_asked() -> None:
    verified = store.load_layer("parks").set_index("id").status == "verified"
    assert verified[AUTO.nearest.same_industry.dropna()].all()


def test_the_nearest_seaport_is_one_that_goods_of_jilin_use() -> None:
    assert set(AUTO.nearest.seaport) == {"sea-dandong", "sea-bayuquan", "sea-zarubino"}


def test_no_nearest_hub_is_closed_or_a_research_institution() -> None:
    hubs = load_table("hubs").set_index("id")
    kinds = ["airport", "rail_station", "border_port", "seaport"]
    nearest = hubs.loc[np.unique(AUTO.nearest[kinds].to_numpy().astype(str))]
    assert (nearest.counted == "yes").all()
    assert not nearest.operation.isin(["not_in_use", "restricted"]).any()
    assert set(nearest.kind) == set(kinds)


def test_a_park_at_the_point_of_its_port_has_no_distance_of_nothing() -> None:
    # Both stand at the seat of Hunchun, for want of points of their own: low is 0, high the width.
    assert AUTO.value.at["hunchun-seafood", "border_port"] == 0
    for lang, words in (("en", "at most "), ("zh", "至多")):
        text = tell_value("border_port", "hunchun-seafood", AUTO, lang)
        assert text.startswith(words)
        assert text == tell_bounds(np.nan, AUTO.high.at["hunchun-seafood", "border_port"],
                                   "border_port", lang)  # fmt: skip


def test_a_seaport_is_told_with_its_reason_and_date() -> None:
    text = tell_nearest("seaport", "hunchun-cbz", AUTO, "en")
    assert text == (
        "Port of Zarubino: Transit port of Jilin's routes for domestic cargo (2020-05-11)"
    )


def test_the_nearest_station_is_named() -> None:
    assert AUTO.nearest.at["changchun-auto-etdz", "rail_station"] == "rail-changchun-west"


def test_similar_parks_say_why() -> None:
    found = find_similar_parks("changchun-auto-etdz", 5)
    assert len(found) == 5
    assert [one.degree for one in found] == sorted((one.degree for one in found), reverse=True)
    assert all(0 <= one.degree <= 1 for one in found)
    assert all(one.park != "changchun-auto-etdz" for one in found)
    assert set(found[0].reasons) <= set(found[0].traits)


def test_shares_in_common() -> None:
    assert share_in_common(("a", "b"), ("b", "c")) == pytest.approx(1 / 3)
    assert share_in_common((), ()) == 1
